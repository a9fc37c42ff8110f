// What happened in a conversation, told without times: they follow each other, one a second.
import type { Side } from '../../lib/domain/conversation';
import type { Found, LedgerEvent } from '../../lib/domain/event';
import type { Guide } from '../../lib/domain/guide';
import type { Meaning } from '../../lib/domain/pack';
import { subStepIds } from '../../lib/domain/step';
import type { StepId, SubStepId } from '../../lib/domain/step';

export type Told = LedgerEvent extends infer E
  ? E extends LedgerEvent
    ? Omit<E, 'at'>
    : never
  : never;

/** A message with what was found in it; its words are the meaning again, so that a test can see them. */
export function said(side: Side, ...means: Meaning[]): Told {
  const found: Found[] = means.map((each) => ({ means: each, words: `(${each})` }));
  return { kind: 'said', messageKey: means.join(), side, found };
}
export const ticked = (subStep: SubStepId): Told => ({ kind: 'ticked', subStep });
export const unticked = (subStep: SubStepId): Told => ({ kind: 'unticked', subStep });
export const released = (subStep: SubStepId): Told => ({ kind: 'released', subStep });
export const skipped = (step: StepId): Told => ({ kind: 'skipped', step });
export const unskipped = (step: StepId): Told => ({ kind: 'unskipped', step });
export const inserted = (phrase: string): Told => ({ kind: 'inserted', phrase });

export function inOrder(told: readonly Told[]): LedgerEvent[] {
  return told.map((event, index) => ({ ...event, at: index * 1000 }));
}

export function doneIn(guide: Guide): SubStepId[] {
  return subStepIds.filter((id) => guide.subSteps[id].done);
}
