// What is due, over all conversations: check-ins of holds and promises in one list, and when to speak of them.
import type { Hold } from './hold';
import { dueOf } from './promise';
import type { PromiseKind, Promised } from './promise';

export type DueItem = {
  id: string;
  kind: 'hold' | PromiseKind;
  conversationId: string;
  customer: string;
  /** When it began: the hold, or the promise was made. */
  since: number;
  /** What is being done, or was promised. */
  what: string;
  /** The moment itself, epoch ms: of the check-in, of the promise. */
  at: number;
  /** When to speak of it next, and the moment that was spoken of already. */
  dueAt: number;
  firedFor: number | undefined;
};

/** The items of what is open, the most urgent first. Holds that do not run yet are not due. */
export function dueItems(holds: readonly Hold[], promises: readonly Promised[]): DueItem[] {
  const running = holds.flatMap((hold) =>
    hold.dueAt === undefined || hold.startedAt === undefined
      ? []
      : [{ ...shared(hold, hold.dueAt), ...ofHold(hold.startedAt, hold.dueAt, hold.reason) }],
  );
  const promised = promises.flatMap((each) =>
    each.dueAt === undefined || each.end
      ? []
      : [{ ...shared(each, each.dueAt), ...ofPromise(each) }],
  );
  return [...running, ...promised].toSorted((a, b) => a.at - b.at);
}

function ofHold(since: number, at: number, what: string) {
  return { kind: 'hold' as const, since, at, what };
}

function ofPromise(promised: Promised) {
  const { kind, madeAt, what } = promised;
  return { kind, since: madeAt, at: dueOf(promised), what };
}

function shared({ id, conversationId, customer, firedFor }: Hold | Promised, dueAt: number) {
  return { id, conversationId, customer, dueAt, firedFor };
}

/** Minutes since midnight, local; `to` before `from` goes over midnight. */
export type Hours = { from: number; to: number };

/** Of a moment, in the time zone of this machine. */
export function minutesOf(at: number): number {
  const here = new Date(at);
  return here.getHours() * 60 + here.getMinutes();
}

/** Whether nobody has spoken of it yet. */
export function isWaiting({ dueAt, firedFor }: Pick<DueItem, 'dueAt' | 'firedFor'>): boolean {
  return firedFor !== dueAt;
}

/**
 * When to speak of an item, epoch ms: its moment, or the end of the quiet hours it falls into. Somebody who lets a
 * customer hold is at work: check-ins know no quiet hours.
 * @param minutesAt the local minutes since midnight of a moment
 */
export function callOf(
  { kind, dueAt }: Pick<DueItem, 'kind' | 'dueAt'>,
  now: number,
  quiet: Hours | undefined,
  minutesAt: (at: number) => number,
): number {
  if (kind === 'hold' || !quiet) return dueAt;
  const at = Math.max(dueAt, now);
  const inQuiet = (minutesAt(at) - quiet.from + dayMinutes) % dayMinutes;
  const length = (quiet.to - quiet.from + dayMinutes) % dayMinutes;
  return inQuiet < length ? at + Math.ceil(length - inQuiet) * minuteMs : dueAt;
}

/**
 * When to look again, epoch ms: at the next moment to speak of, with a little grace, or when the badge changes;
 * undefined while there is nothing to wait for.
 */
export function nextLook(
  items: readonly DueItem[],
  now: number,
  graceMs: number,
  quiet: Hours | undefined,
  minutesAt: (at: number) => number,
): number | undefined {
  const calls = items
    .filter(isWaiting)
    .map((item) => Math.max(now, callOf(item, now, quiet, minutesAt)) + graceMs);
  const changes = items.flatMap(({ at }) => {
    const left = at - now;
    if (left <= 0 || left > dayMinutes * minuteMs) return [];
    // From two hours on the badge shows hours: looking once in one is enough.
    const step = left < 100 * minuteMs ? minuteMs : 60 * minuteMs;
    return [now + (left % step || step)];
  });
  const moments = [...calls, ...changes];
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/**
 * The toolbar's few letters: whole minutes until the next moment ("5m", "2h"), "0m" when it is up; empty where
 * nothing is due within a day.
 */
export function badgeOf(items: readonly DueItem[], now: number): { text: string; isDue: boolean } {
  const next = Math.min(...items.map(({ at }) => at)) - now;
  if (next > dayMinutes * minuteMs) return { text: '', isDue: false };
  const minutes = Math.max(0, Math.ceil(next / minuteMs));
  return { text: minutes < 100 ? `${minutes}m` : `${Math.round(minutes / 60)}h`, isDue: next <= 0 };
}
