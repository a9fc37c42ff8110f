// The review of the log in the Desk: one period, counted anew whenever a record changes.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import { beginOf } from '../domain/review';
import type { Period, Review } from '../domain/review';
import type { TimesReview } from '../domain/review-times';
import { followTable, newestOnly } from './follow-desk';
import { follow } from './live';
import type { MemoryState } from './live';

/** `edges`: of the days or months in which it is counted, epoch ms. */
export type Reviewed = { review: Review; edges: readonly number[] };
export type ReviewStore = {
  period: ReadonlySignal<Period>;
  choose(period: Period): void;
  reviewed: ReadonlySignal<Reviewed | undefined>;
  times: ReadonlySignal<TimesReview | undefined>;
};
export type ReviewWorld = { memory: ReadonlySignal<MemoryState>; now: () => number };

/** @param ended when nobody looks at it any more */
export function createReview({ memory, now }: ReviewWorld, ended: AbortSignal): ReviewStore {
  const desk = signal<DeskMemory | undefined>();
  const tick = signal('');
  const period = signal<Period>('year');
  const reviewed = signal<Reviewed | undefined>();
  const times = signal<TimesReview | undefined>();
  const takes = newestOnly<Reviewed>((value) => {
    reviewed.value = value;
  });
  followTable(memory, desk, tick, ended);
  const stop = effect(() => {
    const { value: opened } = desk;
    const { value: asked } = period;
    void tick.value;
    if (opened) takes(() => opened.table.review(asked, now()));
  });
  ended.addEventListener('abort', stop);
  const unfollow = effect(() => {
    const { value: opened } = desk;
    return opened && follow(opened.times.watch(beginOf(period.value, now())), times);
  });
  ended.addEventListener('abort', unfollow);
  return { period, reviewed, times, choose: (next) => (period.value = next) };
}
