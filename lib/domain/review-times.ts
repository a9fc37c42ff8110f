// How promises were kept and how long holds took, counted for a review (doctrine P1-P5, H2).
import type { Hold } from './hold';
import { dueOf } from './promise';
import type { Promised } from './promise';

/** `late`: kept after its time; `overdue`: its time is up, and nobody has said how it went. */
export const promiseFates = ['kept', 'late', 'broken', 'overdue', 'open'] as const;
export type PromiseFate = (typeof promiseFates)[number];

/** `within`: back by the time that was told. */
export const holdFates = ['within', 'over'] as const;
type HoldFate = (typeof holdFates)[number];

export type TimesReview = {
  promises: Readonly<Record<PromiseFate, number>>;
  holds: Readonly<Record<HoldFate, number>>;
  /** The middle one of the overruns, ms; absent where there was none. */
  overrunMs?: number;
};

/** Undefined for one that was dropped: it was none, or nobody needed it any more. */
export function fateOf(promised: Promised, now: number): PromiseFate | undefined {
  const due = dueOf(promised);
  if (!promised.end) return now > due ? 'overdue' : 'open';
  const { how, at } = promised.end;
  if (how === 'dropped') return undefined;
  if (how === 'broken') return 'broken';
  return at > due ? 'late' : 'kept';
}

/** How much longer a hold took than was told, ms; zero within the time, undefined while it is not over or never began. */
export function overrunOf({ startedAt, endedAt, announcedMs }: Hold): number | undefined {
  if (startedAt === undefined || endedAt === undefined) return undefined;
  return Math.max(0, endedAt - startedAt - announcedMs);
}

export function reviewTimes(
  promises: readonly Promised[],
  holds: readonly Hold[],
  now: number,
): TimesReview {
  const fates = { kept: 0, late: 0, broken: 0, overdue: 0, open: 0 };
  for (const promised of promises) {
    const fate = fateOf(promised, now);
    if (fate) fates[fate]++;
  }
  const took = holds.map(overrunOf).filter((ms) => ms !== undefined);
  const overruns = took.filter((ms) => ms > 0).toSorted((a, b) => a - b);
  const overrunMs = overruns[Math.floor(overruns.length / 2)];
  return {
    promises: fates,
    holds: { within: took.length - overruns.length, over: overruns.length },
    ...(overrunMs !== undefined && { overrunMs }),
  };
}
