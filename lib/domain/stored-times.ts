// What a stored hold or promise must look like to be worked with; what does not is kept as it is and shown.
import * as z from 'zod/mini';
import { consentSchema, endingSchema, promiseKindSchema } from './event';
import type { Hold } from './hold';
import type { Promised } from './promise';

const shared = {
  id: z.string(),
  conversationId: z.string(),
  customer: z.string(),
  dueAt: z.exactOptional(z.number()),
  firedFor: z.exactOptional(z.number()),
};

export const holdSchema: z.ZodMiniType<Hold> = z.object({
  ...shared,
  contact: z.exactOptional(z.string()),
  reason: z.string(),
  announcedMs: z.number(),
  pulseMs: z.number().check(z.positive()),
  openSince: z.exactOptional(z.number()),
  askedAt: z.exactOptional(z.number()),
  answeredAt: z.exactOptional(z.number()),
  answer: z.exactOptional(consentSchema),
  startedAt: z.exactOptional(z.number()),
  checkIns: z.array(z.number()),
  endedAt: z.exactOptional(z.number()),
});

export const promisedSchema: z.ZodMiniType<Promised> = z.object({
  ...shared,
  kind: promiseKindSchema,
  owner: z.string(),
  what: z.string(),
  madeAt: z.number(),
  terms: z
    .array(z.object({ at: z.number(), due: z.number(), told: z.boolean() }))
    .check(z.minLength(1)),
  warnMs: z.number(),
  end: z.exactOptional(z.object({ at: z.number(), how: endingSchema, done: z.string() })),
});
