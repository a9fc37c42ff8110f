// The steps of a conversation and their sub-steps, as lists: five for a complaint (doctrine 1), a short way for a question.

export const stepIds = [
  'greet',
  'listen',
  'apologise',
  'restate',
  'probe',
  'answer',
  'propose',
  'close',
] as const;
export type StepId = (typeof stepIds)[number];

/** An enquiry is no complaint: nobody need apologise for being asked. */
export const pathIds = ['complaint', 'enquiry'] as const;
export type Path = (typeof pathIds)[number];

export const stepsOfPath: Readonly<Record<Path, readonly StepId[]>> = {
  complaint: ['listen', 'apologise', 'restate', 'probe', 'propose', 'close'],
  enquiry: ['greet', 'probe', 'answer', 'close'],
};

/** Sub-steps by step: what "done" means there. */
export const subStepIds = [
  'greet', // B: who speaks, and the offer of help
  'listen.acknowledge', // L4, L8: the customer was heard, and knows it
  'apologise.regret', // R3, R4: regret for what happened to them, no blame
  'restate.say-back', // L5: the problem in own words
  'restate.confirm', // the customer said: yes, that is it
  'probe.open', // Q1: who, what, when, where, why, how
  'probe.check', // Q2: closed questions to make sure
  'answer.give', // what was asked is answered
  'propose.option', // W2, W9: what can be done, and why
  'propose.when', // P1: by when, and who
  'propose.ask-why', // after a no: what does not suit them
  'propose.look-again', // after a no: the facts once more
  'propose.anew', // after a no: something else
  'propose.agreed', // the customer agreed
  'close.else', // "anything else?"
  'close.thanks',
  'close.note', // the last words are warm ones
] as const;
export type SubStepId = (typeof subStepIds)[number];

/** Good to have, but a step is done without them. */
export const optionalSubSteps: ReadonlySet<SubStepId> = new Set([
  'probe.check',
  'propose.look-again',
  'close.note',
]);

/** Asked for only where a proposal was refused and nothing was agreed since. */
export const afterRefusal: ReadonlySet<SubStepId> = new Set([
  'propose.ask-why',
  'propose.look-again',
  'propose.anew',
]);

/** The customer's to say, whatever the agent writes. */
export const answeredByCustomer: ReadonlySet<SubStepId> = new Set([
  'restate.confirm',
  'propose.agreed',
]);

/** Moments outside the steps that have their own phrases. */
export const momentIds = ['hold.ask', 'hold.check-in', 'hold.return'] as const;

/** The step that a sub-step belongs to. */
export function stepOf(subStep: SubStepId): StepId {
  const step = stepIds.find((id) => subStep === id || subStep.startsWith(`${id}.`));
  if (!step) throw new Error(`Sub-step ${subStep} names no step.`);
  return step;
}

const bySteps = new Map(
  stepIds.map((step) => [step, subStepIds.filter((id) => stepOf(id) === step)] as const),
);

/** The sub-steps of a step, in order, with those that only a refusal asks for. */
export function subStepsOf(step: StepId): readonly SubStepId[] {
  return bySteps.get(step) ?? [];
}
