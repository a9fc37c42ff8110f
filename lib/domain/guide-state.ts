// What the guide knows of a conversation, as the panel shows it, and its state before anything was said.
import type { Emotion } from './pack';
import { afterRefusal, optionalSubSteps, stepIds, subStepIds, subStepsOf } from './step';
import type { Path, StepId, SubStepId } from './step';

export type SubStepState =
  { done: false } | { done: true; by: 'hand' } | { done: true; by: 'message'; words: string };
type StepState = 'open' | 'done' | 'skipped';

export type Feeling = { is: Emotion; words: string };

/** `added` re-opens restate and probe, `corrected` what was said back. */
export type News = { is: 'added' | 'corrected'; words: string; messageKey: string };

/** One complaint or question of the conversation, from its first message to the next one's. */
export type Round = {
  /** Empty for the first; of the others the key of the message that began it, or what the hand gave it. */
  id: string;
  /** The words that began it; undefined for the first, and where it was begun by hand. */
  words: string | undefined;
  path: Path;
  /** What it would be without the hand. */
  heardPath: Path;
  /** Why it is on this path: by hand, for these words of the customer, or because nothing was heard yet. */
  pathBy: { by: 'hand' | 'default' } | { by: 'message'; words: string };
  subSteps: Readonly<Record<SubStepId, SubStepState>>;
  /** What the hand set, the last one last; elsewhere the messages count. */
  hands: ReadonlyMap<SubStepId, readonly boolean[]>;
  /** What the messages show, the hand aside. */
  shown: ReadonlySet<SubStepId>;
  /** Of all steps; the path says which of them count. */
  steps: Readonly<Record<StepId, StepState>>;
  /** Undefined when all of the path are done. */
  current: StepId | undefined;
  /** The heaviest of the customer's feelings: what it is about, though they may be calm by now. */
  heaviest: Feeling | undefined;
  /** What it is about by the customer's words: the category named most, of equals the last. */
  category: string | undefined;
  /** New information after restate and probe were done, until both are done anew. */
  news: News | undefined;
  /** The customer's no to a proposal, until they agree to one. */
  refused: { words: string } | undefined;
};

/** The round at hand, and what belongs to the whole conversation. */
export type Guide = Round & {
  /** Rounds before the one at hand, the first one first. */
  earlier: readonly Round[];
  /** The customer's last feeling with the words that showed it. */
  emotion: Feeling | undefined;
  /** Whether the customer was asked to hold, and whether they said yes (H1). */
  hold: 'asked' | 'given' | undefined;
  /** Phrases already used here, by id, the last used one last. */
  used: ReadonlySet<string>;
};

/** What a step consists of now: the sub-steps after a refusal only where there was one. */
export function subStepsNow({ refused }: Pick<Round, 'refused'>, step: StepId): SubStepId[] {
  return subStepsOf(step).filter((id) => refused !== undefined || !afterRefusal.has(id));
}

/** The first open sub-step of a step that it needs, then an optional one, or its last one when none is open. */
export function nextSubStep(round: Round, step: StepId): SubStepId {
  const own = subStepsNow(round, step);
  const open = own.filter((id) => !round.subSteps[id].done);
  const next = open.find((id) => !optionalSubSteps.has(id)) ?? open[0] ?? own.at(-1);
  if (!next) throw new Error(`Step ${step} has no sub-steps.`);
  return next;
}

/** What a press on a sub-step is: it turns it over, and a second press gives exactly the state before. */
export function pressOn(round: Round, subStep: SubStepId): 'ticked' | 'unticked' | 'released' {
  const isDone = round.subSteps[subStep].done;
  const isByHand = round.hands.has(subStep);
  // The hand's words alternate: where the messages show the other, the last one taken back turns it over.
  if (isByHand && round.shown.has(subStep) !== isDone) return 'released';
  return isDone ? 'unticked' : 'ticked';
}

/** The id of a round that is begun by hand with this message: begun again after an undo, it is another one. */
export function roundByHand(messageKey: string, at: number): string {
  return `hand ${at} ${messageKey}`;
}

/** The key of the message with which a round began; empty for the first. */
export function startOf({ id }: Pick<Round, 'id'>): string {
  return id.replace(/^hand \d+ /, '');
}

export function mapSteps<T>(make: (id: StepId) => T): Record<StepId, T> {
  // Object.fromEntries forgets the keys; stepIds is complete by its type.
  return Object.fromEntries(stepIds.map((id) => [id, make(id)])) as Record<StepId, T>;
}

export function mapSubSteps<T>(make: (id: SubStepId) => T): Record<SubStepId, T> {
  // As above: subStepIds is complete by its type.
  return Object.fromEntries(subStepIds.map((id) => [id, make(id)])) as Record<SubStepId, T>;
}

/** Before anything was said: a complaint, until a question is heard. */
export const emptyGuide: Guide = {
  id: '',
  words: undefined,
  path: 'complaint',
  heardPath: 'complaint',
  pathBy: { by: 'default' },
  subSteps: mapSubSteps(() => ({ done: false })),
  hands: new Map(),
  shown: new Set(),
  steps: mapSteps(() => 'open'),
  current: 'listen',
  heaviest: undefined,
  category: undefined,
  news: undefined,
  refused: undefined,
  earlier: [],
  emotion: undefined,
  hold: undefined,
  used: new Set(),
};
