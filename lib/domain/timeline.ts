// What happened to a complaint, in the order of time: its own changes and what the conversation's ledger tells.
import type { Complaint } from './complaint';
import type { Change } from './complaint-change';
import type { LedgerEvent } from './event';

const shownKinds = [
  'holdStarted',
  'holdEnded',
  'promiseMade',
  'promiseRenewed',
  'promiseEnded',
  'promiseReopened',
  'threatRead',
  'proposed',
  'handedOver',
  'ticketed',
  'ticketCommented',
] as const;
type Shown = (typeof shownKinds)[number];
export type ShownEvent = Extract<LedgerEvent, { kind: Shown }>;

/** `at`: epoch ms. */
export type Entry = { at: number } & (
  | { is: 'received' | 'acknowledged' | 'saved' }
  | { is: 'changed'; change: Change }
  | { is: 'event'; event: ShownEvent }
);

/** Oldest first; what happened at the same moment stays in the order in which it was written. */
export function timelineOf(
  { receivedAt, acknowledgedAt, savedAt }: Complaint,
  history: readonly Change[],
  events: readonly LedgerEvent[],
): Entry[] {
  const answered = acknowledgedAt === undefined ? [] : [acknowledgedAt];
  return [
    { at: receivedAt, is: 'received' as const },
    ...answered.map((at) => ({ at, is: 'acknowledged' as const })),
    ...events.flatMap((event) =>
      isShown(event) ? [{ at: event.at, is: 'event' as const, event }] : [],
    ),
    { at: savedAt, is: 'saved' as const },
    ...history.map((change) => ({ at: change.at, is: 'changed' as const, change })),
  ].toSorted((a, b) => a.at - b.at);
}

function isShown(event: LedgerEvent): event is ShownEvent {
  return shownKinds.some((kind) => kind === event.kind);
}
