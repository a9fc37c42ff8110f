// What becomes of a ticket on its way: never two for one complaint, whatever is answered, lost or killed.
//
//                    begun                  created
//     ┌──► waiting ─────────► sending ──────────────────► sent
//     │      ▲  ▲                │ │ │                      ▲
//     │      │  └────── limited ─┘ │ └── refused ──► refused│ (waits for the agent; `retried` leads back)
//     │      │                     │ lost (no answer, 5xx, worker killed)
//     │      └──── not found ──────▼                        │
//     └─ (the system knows the key) unknown ──── found ─────┘
//
// Where a system can neither be asked nor knows a key, an unknown outcome is refused with `in-doubt`: the agent looks.
import * as z from 'zod/mini';
import type { Again } from './ticket';
import { ticketLinkSchema, ticketSchema } from './ticket';

const whyRefused = [
  /** 401, 403. */
  'not-allowed',
  /** 404, 410, a redirection. */
  'no-such-place',
  /** Any other 4xx. */
  'not-taken',
  /** A good answer that cannot be read, or nobody knows whether it arrived. */
  'in-doubt',
  /** The connection, its system or the permission for its host is gone. */
  'no-connection',
] as const;
export type WhyRefused = (typeof whyRefused)[number];

export const deliverySchema = z.object({
  version: z.literal(1),
  /** A ticket's is made of the complaint's id: there can only be one. */
  id: z.string(),
  complaint: z.string(),
  conversationId: z.optional(z.string()),
  connection: z.string(),
  ticket: ticketSchema,
  /** A ticket made before: the body is a comment to it. Without one a ticket is made. */
  to: z.optional(ticketLinkSchema),
  state: z.enum(['waiting', 'sending', 'unknown', 'sent', 'refused']),
  /** A request went out of which nobody knows what became. Until that is cleared nothing is sent again. */
  inDoubt: z.boolean(),
  /** How often in a row it did not work. */
  failures: z.number(),
  /** Nothing is tried before `since` + `waitMs`; a clock set back ends the wait. */
  since: z.number(),
  waitMs: z.number(),
  queuedAt: z.number(),
  why: z.optional(z.enum(whyRefused)),
  /** The server's own words. */
  said: z.optional(z.string()),
  link: z.optional(ticketLinkSchema),
});
export type Delivery = z.infer<typeof deliverySchema>;

export type OutboxCounts = {
  /** They wait, are on their way, or may have arrived. */
  open: number;
  /** They need the agent. */
  refused: number;
};

export type OutboxEvent =
  | { is: 'begun' }
  | { is: 'created'; link: Delivery['link'] & object }
  | { is: 'limited'; retryAfterMs?: number | undefined }
  | { is: 'refused'; why: WhyRefused; said: string }
  | { is: 'lost' }
  | { is: 'found'; link: Delivery['link'] & object }
  /** Looked up after the system's time to settle, by the same worker without a break. */
  | { is: 'notFound' }
  | { is: 'notAnswered'; retryAfterMs?: number | undefined }
  /** The agent has mended it, or looked and found no ticket. */
  | { is: 'retried' };

export type OutboxWorld = { now: number; random: () => number; again: Again };

const firstWaitMs = 40_000;
const longestWaitMs = 3_600_000;

/** A wait after so many failures: three times as long each time, up to an hour, by chance up to half of it less, so that not all come at once. */
function backoffMs(failures: number, random: () => number): number {
  const most = Math.min(longestWaitMs, firstWaitMs * 3 ** Math.max(0, failures - 1));
  return Math.round(most * (1 - random() / 2));
}

/** Whether a wait is over. */
export function isOver({ since, waitMs }: { since: number; waitMs: number }, now: number): boolean {
  return now >= since + waitMs || now < since;
}

/** A delivery after an event. What does not fit its state changes nothing. */
export function afterEvent(row: Delivery, event: OutboxEvent, world: OutboxWorld): Delivery {
  switch (event.is) {
    case 'begun':
      return row.state === 'waiting' ? { ...row, state: 'sending' } : row;
    case 'created':
    case 'found':
      // Good news may come late: an answer after the worker had given it up is an answer still.
      return row.state === 'sent' ? row : asSent(row, event.link);
    case 'limited':
      return row.state === 'sending' ? later(row, 'waiting', world, event.retryAfterMs) : row;
    case 'refused':
      return isOpen(row) ? { ...row, state: 'refused', why: event.why, said: event.said } : row;
    case 'lost':
      return row.state === 'sending' ? afterLoss(row, world) : row;
    case 'notFound':
      return row.state === 'unknown' ? afterNone(row, world) : row;
    case 'notAnswered':
      return row.state === 'unknown' ? later(row, 'unknown', world, event.retryAfterMs) : row;
    case 'retried':
      return row.state === 'refused' ? afterRetry(row, world) : row;
  }
}

function afterLoss(row: Delivery, world: OutboxWorld): Delivery {
  const doubtful = { ...row, inDoubt: true };
  if (world.again === 'same-key') return later(doubtful, 'waiting', world);
  if (world.again === 'look-up') return { ...later(doubtful, 'unknown', world), waitMs: 0 };
  return { ...doubtful, state: 'refused', why: 'in-doubt', said: '' };
}

/** After trouble that lasted, all that waited everywhere finds the host well again at once: each takes its time. */
function afterNone(row: Delivery, { now, random }: OutboxWorld): Delivery {
  const waitMs = row.failures < 2 ? 0 : Math.round(random() * backoffMs(row.failures, random));
  return { ...row, state: 'waiting', inDoubt: false, since: now, waitMs };
}

function afterRetry(
  { why: _why, said: _said, ...row }: Delivery,
  { again, now }: OutboxWorld,
): Delivery {
  const state = row.inDoubt && again === 'look-up' ? 'unknown' : 'waiting';
  const inDoubt = row.inDoubt && again !== 'ask';
  return { ...row, state, inDoubt, failures: 0, since: now, waitMs: 0 };
}

function asSent(
  { why: _why, said: _said, ...row }: Delivery,
  link: Delivery['link'] & object,
): Delivery {
  return { ...row, state: 'sent', inDoubt: false, link };
}

function later(
  row: Delivery,
  state: 'waiting' | 'unknown',
  { now, random }: OutboxWorld,
  retryAfterMs = 0,
): Delivery {
  const failures = row.failures + 1;
  const waitMs = Math.max(retryAfterMs * (1 + random()), backoffMs(failures, random));
  return { ...row, state, failures, since: now, waitMs };
}

function isOpen({ state }: Delivery): boolean {
  return state === 'sending' || state === 'unknown' || state === 'waiting';
}

/** Whether it may be taken out of the outbox: not while a ticket may have been made that nobody has seen. */
export function mayRemove({ state, inDoubt }: Delivery): boolean {
  return !inDoubt && (state === 'waiting' || state === 'refused');
}

const hostSchema = z.object({
  host: z.string(),
  failures: z.number(),
  since: z.number(),
  waitMs: z.number(),
});
/** How a host is doing: after three failures in a row, or when it asks for it, nothing is sent there for a while. */
export type Host = z.infer<typeof hostSchema>;

/** A host after an answer or none; `retryAfterMs` as it asked. The first request after the wait is the trial. */
export function afterAnswer(
  { host, failures }: Pick<Host, 'host' | 'failures'>,
  answer: { ok: boolean; retryAfterMs?: number | undefined },
  { now, random }: Pick<OutboxWorld, 'now' | 'random'>,
): Host {
  if (answer.ok) return { host, failures: 0, since: now, waitMs: 0 };
  const more = failures + 1;
  const pause = more >= 3 ? backoffMs(more, random) : 0;
  return { host, failures: more, since: now, waitMs: Math.max(pause, answer.retryAfterMs ?? 0) };
}

/** What came of a connection test. */
export const testedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), why: z.enum([...whyRefused, 'no-answer']), said: z.string() }),
]);
export type Tested = z.infer<typeof testedSchema>;
