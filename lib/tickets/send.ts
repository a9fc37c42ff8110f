// Sends what waits in the outbox, one after the other, and looks up what may have arrived. Begun anew it goes on.
import { afterAnswer, isOver } from '../domain/outbox';
import type { Delivery, Host, OutboxEvent, Tested, WhyRefused } from '../domain/outbox';
import type {
  Again,
  OpenConnection,
  TicketAnswer,
  TicketRequest,
  TicketSystem,
} from '../domain/ticket';
import { asLine, retryAfterMs, withoutSecrets } from '../domain/ticket-answer';

type OutboxStore = {
  /** All that is neither sent nor refused, oldest first. */
  open(): Promise<Delivery[]>;
  /** Applies an event to the row as it is stored now. */
  apply(id: string, event: OutboxEvent, again: Again): Promise<Delivery | undefined>;
  host(host: string): Promise<Host | undefined>;
  saveHost(host: Host): Promise<void>;
};

export type Way = { system: TicketSystem; connection: OpenConnection };

export type SendWorld = {
  outbox: OutboxStore;
  /** Undefined where the connection, its system or the permission for its host is gone. */
  wayOf(connection: string): Promise<Way | undefined>;
  /** Undefined when there was no answer. */
  ask(request: TicketRequest): Promise<TicketAnswer | undefined>;
  /** Really lets so many ms pass, whatever happens to the clock; never resolves once the worker is killed. */
  pause(ms: number): Promise<void>;
  isOnline(): boolean;
  /** Whether the agent has stopped all sending for now. */
  isPaused(): Promise<boolean>;
  now: () => number;
  random: () => number;
};

/**
 * Sends all that is due; call it from one place at a time. Resolves to the moment (epoch ms) at which something is due
 * again, undefined when nothing is left to do.
 */
export async function sendAll(world: SendWorld): Promise<number | undefined> {
  // Nobody else is sending: who began these was killed before the answer.
  for (const row of await world.outbox.open())
    if (row.state === 'sending') await applyTo(row, { is: 'lost' }, world);
  for (;;) {
    const rows = await world.outbox.open();
    if (rows.length > 0 && !world.isOnline()) return world.now() + 30_000;
    if (rows.length > 0 && (await world.isPaused())) return undefined;
    const due = await dueOf(rows, world);
    const unknown = due.filter(({ state }) => state === 'unknown');
    const next = due.find(({ state }) => state === 'waiting');
    if (next) await sendOne(next, world);
    else if (unknown.length > 0) await lookUpAll(unknown, world);
    else return earliest(rows, world);
  }
}

async function dueOf(rows: readonly Delivery[], world: SendWorld): Promise<Delivery[]> {
  const due: Delivery[] = [];
  for (const row of rows) {
    const host = await hostOf(row, world);
    if (isOver(row, world.now()) && (!host || isOver(host, world.now()))) due.push(row);
  }
  return due;
}

async function earliest(rows: readonly Delivery[], world: SendWorld): Promise<number | undefined> {
  const times: number[] = [];
  for (const row of rows) {
    const host = await hostOf(row, world);
    times.push(Math.max(row.since + row.waitMs, host ? host.since + host.waitMs : 0));
  }
  return times.length === 0 ? undefined : Math.min(...times);
}

async function hostOf({ connection }: Delivery, world: SendWorld): Promise<Host | undefined> {
  const way = await world.wayOf(connection);
  return way && world.outbox.host(new URL(way.connection.address).host);
}

async function sendOne(row: Delivery, world: SendWorld): Promise<void> {
  const way = await world.wayOf(row.connection);
  if (!way) return applyTo(row, { is: 'refused', why: 'no-connection', said: '' }, world);
  const again = againOf(row, way);
  const request = requestOf(row, way, world.now());
  if (!request) return applyTo(row, { is: 'refused', why: 'not-taken', said: '' }, world);
  const begun = await world.outbox.apply(row.id, { is: 'begun' }, again);
  if (begun?.state !== 'sending') return;
  const answer = await world.ask(request);
  await noteHost(way, answer, world);
  await world.outbox.apply(row.id, resultOf(row, way, answer, world.now()), again);
}

function requestOf({ ticket, to }: Delivery, { system, connection }: Way, now: number) {
  if (!to) return system.create(ticket, connection);
  return system.comment?.(to, ticket.body, connection, now);
}

// Nobody can ask for a comment: whether a lost one arrived the agent sees in the ticket.
function againOf({ to }: Delivery, { system, connection }: Way): Again {
  return to ? 'ask' : system.again(connection);
}

function resultOf(
  row: Delivery,
  way: Way,
  answer: TicketAnswer | undefined,
  now: number,
): OutboxEvent {
  const { system, connection } = way;
  if (!answer) return { is: 'lost' };
  const { status } = answer;
  if (status >= 200 && status < 300) {
    const link = row.to ?? system.created(answer, connection, row.ticket);
    return link ? { is: 'created', link } : { is: 'lost' };
  }
  if (isLimited(way, answer)) return { is: 'limited', retryAfterMs: afterOf(answer, now) };
  if (isTransient(status)) return { is: 'lost' };
  return refusal(way, answer);
}

async function lookUpAll(rows: readonly Delivery[], world: SendWorld): Promise<void> {
  const ways = await Promise.all(rows.map(({ connection }) => world.wayOf(connection)));
  // What was on its way when the answer was lost may still be at work over there.
  await world.pause(Math.max(...ways.map((way) => way?.system.settleMs ?? 0)));
  for (const [index, row] of rows.entries()) {
    const way = ways[index];
    if (way) await lookUpOne(row, way, world);
    else await applyTo(row, { is: 'refused', why: 'no-connection', said: '' }, world);
  }
}

async function lookUpOne(row: Delivery, way: Way, world: SendWorld): Promise<void> {
  const { system, connection } = way;
  const host = await world.outbox.host(new URL(connection.address).host);
  if (host && !isOver(host, world.now())) return;
  const request = system.lookUp?.(row.ticket, connection);
  const answer = request && (await world.ask(request));
  await noteHost(way, answer, world);
  await world.outbox.apply(row.id, foundOf(row, way, answer, world.now()), againOf(row, way));
}

function foundOf(
  row: Delivery,
  way: Way,
  answer: TicketAnswer | undefined,
  now: number,
): OutboxEvent {
  if (!answer) return { is: 'notAnswered' };
  if (isLimited(way, answer) || isTransient(answer.status))
    return { is: 'notAnswered', retryAfterMs: afterOf(answer, now) };
  const { status } = answer;
  // Some say with 404 that there is none.
  const says = status === 200 || status === 404;
  const looked = says && way.system.lookedUp?.(answer, way.connection, row.ticket);
  if (looked && looked.is === 'found') return { is: 'found', link: looked.link };
  if (looked && looked.is === 'none') return { is: 'notFound' };
  if (status !== 200) return refusal(way, answer);
  return { is: 'refused', why: 'in-doubt', said: saidBy(way, answer) };
}

function isLimited({ system }: Way, answer: TicketAnswer): boolean {
  return answer.status === 429 || system.isLimited?.(answer) === true;
}

// Request Timeout, Too Early, and whatever the server could not manage: it may have made the ticket all the same.
function isTransient(status: number): boolean {
  return status === 408 || status === 425 || status >= 500;
}

function refusal(way: Way, answer: TicketAnswer): OutboxEvent {
  return { is: 'refused', why: whyOf(answer.status), said: saidBy(way, answer) };
}

function saidBy({ system, connection }: Way, { body }: TicketAnswer): string {
  return withoutSecrets(asLine(system.said(body)), connection.secrets);
}

function whyOf(status: number): WhyRefused {
  if (status === 401 || status === 403) return 'not-allowed';
  if (status < 400 || status === 404 || status === 410) return 'no-such-place';
  return 'not-taken';
}

const longestRetryAfterMs = 24 * 3_600_000;

function afterOf({ headers }: TicketAnswer, now: number): number | undefined {
  const ms = retryAfterMs(headers['retry-after'], now);
  return ms === undefined ? undefined : Math.min(ms, longestRetryAfterMs);
}

async function noteHost(
  way: Way,
  answer: TicketAnswer | undefined,
  world: SendWorld,
): Promise<void> {
  const host = new URL(way.connection.address).host;
  const before = (await world.outbox.host(host)) ?? { host, failures: 0 };
  const troubled = !answer || isLimited(way, answer) || isTransient(answer.status);
  const told = { ok: !troubled, retryAfterMs: answer && afterOf(answer, world.now()) };
  await world.outbox.saveHost(
    afterAnswer(before, told, { now: world.now(), random: world.random }),
  );
}

async function applyTo(row: Delivery, event: OutboxEvent, world: SendWorld): Promise<void> {
  const way = await world.wayOf(row.connection);
  // Without its system nobody can look: the doubt stays until there is one again.
  const again = way ? againOf(row, way) : 'look-up';
  await world.outbox.apply(row.id, event, again);
}

/** Asks the server for something harmless with the rights that sending needs. */
export async function testWay(way: Way, ask: SendWorld['ask']): Promise<Tested> {
  const answer = await ask(way.system.test(way.connection));
  if (!answer) return { ok: false, why: 'no-answer', said: '' };
  if (answer.status >= 200 && answer.status < 300) return { ok: true };
  return { ok: false, why: whyOf(answer.status), said: saidBy(way, answer) };
}
