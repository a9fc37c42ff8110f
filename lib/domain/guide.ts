// Where a conversation stands in the five steps: a fold of its events (doctrine 1).
//
//   sub-step:   open ──a message shows it──► done (with its words)
//                 │ ▲                           │
//            ticked unticked ◄──────────────────┘     by hand always wins, whatever is said later
//                 ▼ │
//                 done (by hand)
//
//   step:       done when its required sub-steps are done, or skipped by hand
//   current:    the first step that is neither done nor skipped
import type { LedgerEvent } from './event';
import { heaviestFirst } from './feeling';
import type { Emotion } from './pack';
import { optionalSubSteps, stepIds, subStepIds, subStepsOf } from './step';
import type { StepId, SubStepId } from './step';

export type SubStepState =
  { done: false } | { done: true; by: 'hand' } | { done: true; by: 'message'; words: string };

export type Feeling = { is: Emotion; words: string };

export type Guide = {
  subSteps: Readonly<Record<SubStepId, SubStepState>>;
  steps: Readonly<Record<StepId, 'open' | 'done' | 'skipped'>>;
  /** Undefined when all five are done: time to close warmly. */
  current: StepId | undefined;
  /** The customer's last feeling with the words that showed it. */
  emotion: Feeling | undefined;
  /** The heaviest of their feelings so far: what the complaint is about, though they may be calm by now. */
  heaviest: Feeling | undefined;
  /** Phrases already used here, by id, the last used one last. */
  used: ReadonlySet<string>;
};

/** The state after a conversation's events, given in any order. Pure: same events, same guide. */
export function foldGuide(events: readonly LedgerEvent[]): Guide {
  const ordered = events.toSorted((a, b) => a.at - b.at);
  const subSteps = foldSubSteps(ordered);
  const skipped = foldSkipped(ordered);
  const feelings = feelingsIn(ordered);
  const steps = mapSteps((step) => {
    if (skipped.has(step)) return 'skipped';
    return isStepDone(step, subSteps) ? 'done' : 'open';
  });
  return {
    subSteps,
    steps,
    current: stepIds.find((step) => steps[step] === 'open'),
    emotion: feelings.at(-1),
    heaviest: heaviestOf(feelings),
    used: foldUsed(ordered),
  };
}

/** The first open sub-step of a step that it needs, or its last one when none is open. */
export function nextSubStep(guide: Guide, step: StepId): SubStepId {
  const own = subStepsOf(step);
  const open = own.find((id) => !guide.subSteps[id].done && !optionalSubSteps.has(id));
  const last = own.at(-1);
  if (!last) throw new Error(`Step ${step} has no sub-steps.`);
  return open ?? last;
}

function foldSubSteps(ordered: readonly LedgerEvent[]): Record<SubStepId, SubStepState> {
  const byMessage = new Map<SubStepId, string>();
  const byHand = new Map<SubStepId, boolean>();
  let offered: SubStepId | undefined;
  for (const event of ordered) {
    if (event.kind === 'ticked') byHand.set(event.subStep, true);
    if (event.kind === 'unticked') byHand.set(event.subStep, false);
    if (event.kind !== 'said') continue;
    for (const { means, words } of event.found) {
      const subStep =
        event.side === 'agent'
          ? asSubStep(means)
          : event.side === 'customer' && answerTo(offered, means, event.found);
      if (subStep && !byMessage.has(subStep)) byMessage.set(subStep, words);
    }
    if (event.side === 'agent') offered = lastOffer(event.found) ?? offered;
  }
  return mapSubSteps((id) => {
    const hand = byHand.get(id);
    if (hand !== undefined) return hand ? { done: true, by: 'hand' } : { done: false };
    const words = byMessage.get(id);
    return words === undefined ? { done: false } : { done: true, by: 'message', words };
  });
}

/** What a customer's yes is a yes to: the last thing that the agent said back or proposed. */
function lastOffer(found: readonly { means: string }[]): SubStepId | undefined {
  if (found.some(({ means }) => means === 'propose.option')) return 'propose.agreed';
  if (found.some(({ means }) => means === 'restate.say-back')) return 'restate.confirm';
  return undefined;
}

// "That is not right" holds the words of a yes too: a refusal in the same message wins.
function answerTo(
  offered: SubStepId | undefined,
  means: string,
  found: readonly { means: string }[],
): SubStepId | undefined {
  const refuses = found.some((each) => each.means === 'refuses');
  return means === 'agrees' && !refuses ? offered : undefined;
}

function asSubStep(means: string): SubStepId | undefined {
  return subStepIds.find((id) => id === means);
}

function foldSkipped(ordered: readonly LedgerEvent[]): ReadonlySet<StepId> {
  const skipped = new Set<StepId>();
  for (const event of ordered) {
    if (event.kind === 'skipped') skipped.add(event.step);
    if (event.kind === 'unskipped') skipped.delete(event.step);
  }
  return skipped;
}

function foldUsed(ordered: readonly LedgerEvent[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const event of ordered) {
    if (event.kind !== 'inserted') continue;
    used.delete(event.phrase);
    used.add(event.phrase);
  }
  return used;
}

function isStepDone(step: StepId, subSteps: Record<SubStepId, SubStepState>): boolean {
  return subStepsOf(step).every((id) => subSteps[id].done || optionalSubSteps.has(id));
}

// A message heard by an earlier version may show several feelings; the one that asks most of the agent counts.
function feelingsIn(ordered: readonly LedgerEvent[]): Feeling[] {
  return ordered.flatMap((event) => {
    if (event.kind !== 'said' || event.side !== 'customer') return [];
    const is = heaviestFirst.find((emotion) => event.found.some(({ means }) => means === emotion));
    const words = event.found.find(({ means }) => means === is)?.words;
    return is && words !== undefined ? [{ is, words }] : [];
  });
}

function heaviestOf(feelings: readonly Feeling[]): Feeling | undefined {
  return heaviestFirst.flatMap((emotion) => feelings.find(({ is }) => is === emotion) ?? [])[0];
}

function mapSteps<T>(make: (id: StepId) => T): Record<StepId, T> {
  // Object.fromEntries forgets the keys; stepIds is complete by its type.
  return Object.fromEntries(stepIds.map((id) => [id, make(id)])) as Record<StepId, T>;
}

function mapSubSteps<T>(make: (id: SubStepId) => T): Record<SubStepId, T> {
  // As above: subStepIds is complete by its type.
  return Object.fromEntries(subStepIds.map((id) => [id, make(id)])) as Record<SubStepId, T>;
}
