// What a stored hold or promise must look like to be worked with; what does not is kept as it is and shown.
import * as z from 'zod/mini';
import { consentSchema, endingSchema, promiseKindSchema } from './event';
import type { Hold } from './hold';
import type { Promised } from './promise';

// No calendar goes further: https://tc39.es/ecma262/#sec-time-values-and-time-range
const moment = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));

const shared = {
  id: z.string(),
  conversationId: z.string(),
  customer: z.string(),
  dueAt: z.exactOptional(moment),
  firedFor: z.exactOptional(moment),
};

export const holdSchema: z.ZodMiniType<Hold> = z.object({
  ...shared,
  contact: z.exactOptional(z.string()),
  reason: z.string(),
  announcedMs: z.number(),
  pulseMs: z.number().check(z.positive()),
  openSince: z.exactOptional(moment),
  askedAt: z.exactOptional(moment),
  answeredAt: z.exactOptional(moment),
  answer: z.exactOptional(consentSchema),
  startedAt: z.exactOptional(moment),
  checkIns: z.array(moment),
  endedAt: z.exactOptional(moment),
});

export const promisedSchema: z.ZodMiniType<Promised> = z.object({
  ...shared,
  kind: promiseKindSchema,
  owner: z.string(),
  what: z.string(),
  madeAt: moment,
  terms: z.array(z.object({ at: moment, due: moment, told: z.boolean() })).check(z.minLength(1)),
  warnMs: z.number(),
  end: z.exactOptional(
    z.object({ at: moment, how: endingSchema, done: z.string(), dueAt: z.exactOptional(moment) }),
  ),
});
