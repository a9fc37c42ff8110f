// What happened in a conversation: the entries of the ledger. Guide, statistics and audit are folds of these.
import * as z from 'zod/mini';
import { sideSchema } from './conversation';
import { handOverWorkSchema } from './hand-over';
import { noteSchema } from './note';
import { meaningSchema, threatSchema } from './pack';
import { phraseFateSchema } from './phrase-fate';
import { planSchema } from './plan';
import { refusalWorkSchema } from './refusal-work';
import { pathIds, stepIds, subStepIds } from './step';

/** Something found in a message, with the words that caused it. The message itself is not kept. */
const foundSchema = z.object({
  means: meaningSchema,
  words: z.string(),
  /** Which, where it means what the complaint is about. */
  category: z.optional(z.string()),
});
export type Found = z.infer<typeof foundSchema>;

const threatFields = {
  at: z.number(),
  threat: threatSchema,
  messages: z.array(z.string()),
};

const hintFields = {
  at: z.number(),
  rewrite: z.string(),
  /** Of the doctrine, such as `W3`: what is counted. Older events have none. */
  rule: z.optional(z.string()),
};
export const consentSchema = z.enum(['yes', 'no', 'call-back']);
export const promiseKindSchema = z.enum(['promise', 'call-back', 'follow-up']);
export const endingSchema = z.enum(['kept', 'broken', 'dropped']);
const planFields = { reason: z.string(), announcedMs: z.number() };

export const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('said'),
    at: z.number(),
    messageKey: z.string(),
    side: sideSchema,
    found: z.array(foundSchema),
  }),
  z.object({ kind: z.literal('ticked'), at: z.number(), subStep: z.enum(subStepIds) }),
  z.object({ kind: z.literal('unticked'), at: z.number(), subStep: z.enum(subStepIds) }),
  // The hand's last word on it is taken back.
  z.object({ kind: z.literal('released'), at: z.number(), subStep: z.enum(subStepIds) }),
  z.object({ kind: z.literal('skipped'), at: z.number(), step: z.enum(stepIds) }),
  z.object({ kind: z.literal('unskipped'), at: z.number(), step: z.enum(stepIds) }),
  z.object({ kind: z.literal('pathChosen'), at: z.number(), path: z.enum(pathIds) }),
  z.object({ kind: z.literal('pathReleased'), at: z.number() }),
  // What a message brought was nothing new after all; the message by its key.
  z.object({ kind: z.literal('newsDismissed'), at: z.number(), messageKey: z.string() }),
  z.object({ kind: z.literal('newsRestored'), at: z.number(), messageKey: z.string() }),
  // The next complaint of the conversation. A round that a message began has the message's key.
  z.object({ kind: z.literal('roundStarted'), at: z.number(), round: z.string() }),
  z.object({ kind: z.literal('roundJoined'), at: z.number(), round: z.string() }),
  z.object({ kind: z.literal('roundSplit'), at: z.number(), round: z.string() }),
  z.object({ kind: z.literal('inserted'), at: z.number(), phrase: z.string() }),
  z.object({ kind: z.literal('holdAsked'), at: z.number(), hold: z.string(), ...planFields }),
  // What became of it in the message that was sent next, by that message's key.
  z.object({
    kind: z.literal('phraseSent'),
    at: z.number(),
    phrase: z.string(),
    messageKey: z.string(),
    how: phraseFateSchema,
  }),
  z.object({
    kind: z.literal('holdAnswered'),
    at: z.number(),
    hold: z.string(),
    answer: consentSchema,
  }),
  // What was told is missing in entries of the first versions.
  z.object({
    kind: z.literal('holdStarted'),
    at: z.number(),
    hold: z.string(),
    reason: z.optional(z.string()),
    announcedMs: z.optional(z.number()),
  }),
  z.object({ kind: z.literal('holdCheckedIn'), at: z.number(), hold: z.string() }),
  z.object({
    kind: z.literal('holdEnded'),
    at: z.number(),
    hold: z.string(),
    missed: z.optional(z.number()),
    lengthMs: z.optional(z.number()),
    overMs: z.optional(z.number()),
  }),
  // The agent's own words for what they will do, not the customer's; `messageKey` and `nth` are of the message that
  // held the promise, if one did.
  z.object({
    kind: z.literal('promiseMade'),
    at: z.number(),
    promise: z.string(),
    of: promiseKindSchema,
    owner: z.string(),
    what: z.string(),
    due: z.number(),
    messageKey: z.optional(z.string()),
    nth: z.optional(z.number()),
  }),
  z.object({
    kind: z.literal('promiseRenewed'),
    at: z.number(),
    promise: z.string(),
    due: z.number(),
    told: z.boolean(),
  }),
  z.object({
    kind: z.literal('promiseEnded'),
    at: z.number(),
    promise: z.string(),
    how: endingSchema,
    done: z.string(),
  }),
  z.object({ kind: z.literal('promiseReopened'), at: z.number(), promise: z.string() }),
  z.object({
    kind: z.literal('promiseLeft'),
    at: z.number(),
    messageKey: z.string(),
    nth: z.number(),
  }),
  // What was done about a hint on the draft: the rewrite or guard by its id, never the words.
  z.object({ kind: z.literal('rewriteAccepted'), ...hintFields }),
  z.object({ kind: z.literal('rewriteUndone'), ...hintFields }),
  z.object({ kind: z.literal('rewriteDismissed'), ...hintFields }),
  z.object({ kind: z.literal('rewriteRestored'), ...hintFields }),
  // What was made of a threat, for the messages that made it, by their keys.
  z.object({ kind: z.literal('threatRead'), ...threatFields }),
  z.object({ kind: z.literal('threatUnread'), ...threatFields }),
  z.object({ kind: z.literal('threatDismissed'), ...threatFields }),
  z.object({ kind: z.literal('threatRestored'), ...threatFields }),
  z.object({ kind: z.literal('debriefed'), at: z.number() }),
  z.object({ kind: z.literal('debriefReopened'), at: z.number() }),
  // What the agent wrote down; the same note again is its new wording, kind or return.
  z.object({ kind: z.literal('noted'), at: z.number(), note: noteSchema }),
  z.object({ kind: z.literal('noteDropped'), at: z.number(), note: z.string() }),
  // What is being written, whole each time, so that it is there again whatever was closed meanwhile.
  z.object({ kind: z.literal('planned'), at: z.number(), plan: planSchema }),
  z.object({ kind: z.literal('refusalDrafted'), at: z.number(), work: refusalWorkSchema }),
  z.object({ kind: z.literal('handOverDrafted'), at: z.number(), work: handOverWorkSchema }),
  // Put into a reply, with the times that were named (P1).
  z.object({ kind: z.literal('proposed'), at: z.number(), plan: planSchema }),
  z.object({ kind: z.literal('handedOver'), at: z.number(), to: z.string() }),
  z.object({ kind: z.literal('handOverTakenBack'), at: z.number() }),
  z.object({ kind: z.literal('logged'), at: z.number(), complaint: z.string() }),
  z.object({ kind: z.literal('unlogged'), at: z.number(), complaint: z.string() }),
  // A ticket was made of it, by its id in the ticket system.
  z.object({
    kind: z.literal('ticketed'),
    at: z.number(),
    complaint: z.string(),
    ticket: z.string(),
  }),
  // A comment was added to that ticket.
  z.object({
    kind: z.literal('ticketCommented'),
    at: z.number(),
    complaint: z.string(),
    ticket: z.string(),
  }),
]);
/** `at`: epoch ms. */
export type LedgerEvent = z.infer<typeof eventSchema>;
