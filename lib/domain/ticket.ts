// What a ticket system is to the product: a ticket becomes a request, an answer becomes a result. All of it pure.
import * as z from 'zod/mini';
import { mapRowSchema } from './field-mapping';
import type { TextKey } from './texts';

export const ticketSchema = z.object({
  /** Stands in the ticket, so that it can be found again when an answer was lost. Letters, digits and `-` alone. */
  mark: z.string(),
  subject: z.string(),
  body: z.string(),
  /** The agent's own fields of that system, by their names there: whatever JSON they want. */
  more: z.optional(z.record(z.string(), z.unknown())),
});
/** What is sent, as it was when the agent sent it: a second try sends the very same. */
export type Ticket = z.infer<typeof ticketSchema>;

export const ticketLinkSchema = z.object({
  /** The ticket's number or name in its system. */
  id: z.string(),
  /** Its page; empty where the system told none. */
  url: z.string(),
  /** What people call it, where that is not its id. */
  name: z.optional(z.string()),
});
export type TicketLink = z.infer<typeof ticketLinkSchema>;

export const connectionSchema = z.object({
  /** System and address: a row of the outbox always finds the server that it was sent to. */
  id: z.string(),
  system: z.string(),
  /** Without a slash at its end. */
  address: z.string(),
  /** What the system needs to know besides: its queue, project, … */
  fields: z.record(z.string(), z.string()),
  /** Names and long numbers masked, as in the files. */
  mask: z.boolean(),
  mapping: z.optional(z.array(mapRowSchema)),
  /** The organisation's policy has set all of it but the credentials: the fields that it names, by their ids. */
  locked: z.optional(z.array(z.string())),
});
/** Where tickets go. Its secrets are kept elsewhere. */
export type Connection = z.infer<typeof connectionSchema>;
export type Secrets = Readonly<Record<string, string>>;
/** A connection with its secrets, as the requests need it. */
export type OpenConnection = Connection & { secrets: Secrets };

export type TicketRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** This header is to hold the body's HMAC (SHA-256, hex) with this key. */
  sign?: { header: string; key: string };
};
/** Header names in small letters. */
export type TicketAnswer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
};

/** One question of the form; a secret is never shown again. */
export type TicketField = {
  id: string;
  label: TextKey;
  initial: string;
  secret?: boolean;
  optional?: boolean;
  lines?: number;
  /** A question for yes or no: `yes` or empty. */
  check?: boolean;
};

/** What to do when nobody knows whether a ticket was made. */
export type Again =
  /** Look whether it is there. */
  | 'look-up'
  /** Send the same again: the system knows it by its key. */
  | 'same-key'
  /** Ask the agent. */
  | 'ask';

/** What looking up brought: `unreadable` says neither that it is there nor that it is not. */
type LookedUp = { is: 'found'; link: TicketLink } | { is: 'none' } | { is: 'unreadable' };

export type TicketSystem = {
  id: string;
  /** Its own name, the same in every language. */
  name: string;
  /** An example of an address. */
  address: string;
  fields: readonly TicketField[];
  /** What is wrong with the answers to the questions above. */
  fault?(connection: OpenConnection): TextKey | undefined;
  again(connection: Connection): Again;
  /** After so many ms a ticket that was made is surely found. */
  settleMs: number;
  /** Asks for something harmless that needs the same rights. */
  test(connection: OpenConnection): TicketRequest;
  create(ticket: Ticket, connection: OpenConnection): TicketRequest;
  /** The ticket that a good answer tells of. */
  created(answer: TicketAnswer, connection: Connection, ticket: Ticket): TicketLink | undefined;
  lookUp?(ticket: Ticket, connection: OpenConnection): TicketRequest;
  lookedUp?(answer: TicketAnswer, connection: Connection, ticket: Ticket): LookedUp;
  /** Says more in a ticket made before, to the team alone; `at` is now (epoch ms). */
  comment?(link: TicketLink, text: string, connection: OpenConnection, at: number): TicketRequest;
  /** Whether a refusal is one that passes, where 429 does not say so. */
  isLimited?(answer: TicketAnswer): boolean;
  /** The words of a refusal as the server has them. */
  said(body: string): string;
};

/** The mark of a record: short enough for a subject, long enough to be the only one (48 bits). */
export function markOf(recordId: string): string {
  return `cmp-${recordId
    .replaceAll(/[^0-9a-z]/gi, '')
    .slice(0, 12)
    .toLowerCase()}`;
}

/** What is rare in a mark, as one word: searches take a hyphen for a space, or for a sign of their own. */
export function keyOf(mark: string): string {
  return mark.slice('cmp-'.length);
}

/** A connection's id, and its address without what does not belong there; undefined where that is no web address. */
export function cleanAddress(address: string): string | undefined {
  const trimmed = address.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const { protocol, origin, pathname, username } = new URL(trimmed);
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '') return undefined;
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** Whether what is sent could be read on its way: only this machine is reached safely without encryption. */
export function isOpenOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
