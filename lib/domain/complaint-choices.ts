// What the fields of a complaint can be chosen from; each has a text in both languages.

/** The life of a complaint, in its order (doctrine 3). */
export const states = [
  'recorded',
  'judged',
  'assigned',
  'analysed',
  'proposed',
  'approved',
  'carriedOut',
  'followedUp',
  'reviewed',
] as const;
export type State = (typeof states)[number];

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export const impacts = ['one', 'several', 'many', 'safety'] as const;
/** Whether it is founded; `partly`: one matter of several is. */
export const decisions = ['founded', 'partly', 'unfounded'] as const;
export const outcomes = ['solved', 'partlySolved', 'explained', 'withdrawn', 'passedOn'] as const;
export const approvals = ['notNeeded', 'asked', 'given', 'refused'] as const;
export const acceptances = ['accepted', 'declined', 'noAnswer'] as const;

/** Own words are as good. */
export const remedies = [
  'return',
  'exchange',
  'repair',
  'refund',
  'discount',
  'compensation',
  'apology',
  'explanation',
  'processChange',
] as const;

/** The tag of a case that others are to learn from. */
export const typicalCase = 'typical';
