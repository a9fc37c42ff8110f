// The five steps of a complaint conversation and their sub-steps (doctrine 1), as a list.

export const stepIds = ['listen', 'apologise', 'restate', 'probe', 'propose'] as const;
export type StepId = (typeof stepIds)[number];

/** Sub-steps by step: what "done" means there. */
export const subStepIds = [
  'listen.acknowledge', // L4, L8: the customer was heard, and knows it
  'apologise.regret', // R3, R4: regret for what happened to them, no blame
  'restate.say-back', // L5: the problem in own words
  'restate.confirm', // the customer said: yes, that is it
  'probe.open', // Q1: who, what, when, where, why, how
  'probe.check', // Q2: closed questions to make sure
  'propose.option', // W2, W9: what can be done, and why
  'propose.when', // P1: by when, and who
  'propose.agreed', // the customer agreed
] as const;
export type SubStepId = (typeof subStepIds)[number];

/** Good to have, but a step is done without them. */
export const optionalSubSteps: ReadonlySet<SubStepId> = new Set(['probe.check']);

/** Moments outside the five steps that have their own phrases. */
export const momentIds = [
  'greet',
  'hold.ask',
  'hold.check-in',
  'hold.return',
  'close.else',
  'close.thanks',
] as const;

/** The step that a sub-step belongs to. */
export function stepOf(subStep: SubStepId): StepId {
  const step = stepIds.find((id) => subStep.startsWith(`${id}.`));
  if (!step) throw new Error(`Sub-step ${subStep} names no step.`);
  return step;
}

/** The sub-steps of a step, in order. */
export function subStepsOf(step: StepId): readonly SubStepId[] {
  return subStepIds.filter((id) => stepOf(id) === step);
}
