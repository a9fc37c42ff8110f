// Follows the conversation on the page and tells only what changed.
//
//   no reader ──(rows found)──► reading ──(rows change)──► splice
//                                  │ ▲
//             (list gone, other key)└─┘ all anew
import type { Message, Reading, Side, Splice } from '../domain/conversation';
import { diffMessages } from '../domain/splice';
import type { Reader } from './reader';
import { isElement } from './roots';
import { openRows, type ToldRows } from './told-rows';
import { coalesce } from './wait';

export type ConversationEvent =
  | { event: 'conversationChanged'; splice: Splice }
  | { event: 'conversationReplaced'; reading: Reading | null };

type Options = {
  find: () => Reader | undefined;
  emit: (event: ConversationEvent) => void;
  /** Something was said that may have been the draft. */
  onSaid: () => void;
  /** Elements came into the list. */
  onAdded: (elements: readonly Element[]) => void;
  /** Another list is read, or none any more. */
  onList: (list: Element | undefined) => void;
  now: () => number;
  signal: AbortSignal;
};

// The first row after a pause is told at once, a torrent of them in gulps: nobody reads faster. Whether it is still
// the same list can wait a little; the search for one is dear, and a page without a conversation must not pay for
// it at each of its changes.
const rowsMs = 50;
const nextMs = 250;
const gulpMs = 1000;
const torrent = 4;
const lookMs = 250;
const searchMs = 1000;

const everything = { childList: true, characterData: true, subtree: true };
const draftSides = new Set<Side>(['agent', 'unknown']);

export function watchConversation(options: Options) {
  const { find, emit, onSaid, onAdded, onList, now, signal } = options;
  let open: ToldRows | undefined;
  let reading: Reading | null = null;
  let records: MutationRecord[] = [];
  let lastLook = 0;
  let lastCount = 0;

  const start = () => {
    observer.disconnect();
    records = [];
    const reader = find();
    open = reader && openRows(reader);
    reading = open ? open.readAll() : null;
    if (reader) observer.observe(reader.list.shadowRoot ?? reader.list, everything);
    onList(reader?.list);
  };
  const update = () => {
    lastLook = now();
    lastCount = records.length;
    const changes = records;
    records = [];
    onAdded(addedIn(changes));
    if (!open || !reading) return search();
    const splices = open.isCurrent() ? open.follow(changes) : undefined;
    if (!splices) return readAnew(open, changes);
    for (const splice of splices) emit({ event: 'conversationChanged', splice });
    const said = splices.flatMap(({ messages }) => messages);
    if (said.some(({ side }) => draftSides.has(side))) onSaid();
  };
  const readAnew = (rows: ToldRows, changes: readonly MutationRecord[]) => {
    onSaid();
    const before = { key: reading?.key, messages: rows.messages() };
    rows.forget(changes);
    const next = rows.readAll();
    if (!rows.isCurrent() || next.key !== before.key) return replace();
    const splice = diffMessages(next.key, before.messages, next.messages);
    reading = next;
    if (splice && isAllNew(splice, before.messages, next.messages))
      emit({ event: 'conversationReplaced', reading });
    else if (splice) emit({ event: 'conversationChanged', splice });
  };
  const replace = () => {
    const before = reading;
    start();
    if (before || reading) emit({ event: 'conversationReplaced', reading });
  };
  const search = () => {
    if (!open?.isCurrent() || open.reader.conversation() !== reading?.key) replace();
  };

  const pace = () => {
    if (now() - lastLook > gulpMs) return rowsMs;
    return lastCount < torrent ? nextMs : gulpMs;
  };
  const updateSoon = coalesce(update, pace, signal);
  const lookSoon = coalesce(search, lookMs, signal);
  const searchLater = coalesce(search, searchMs, signal);
  const observer = new MutationObserver((more) => {
    records.push(...more);
    updateSoon();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  start();
  return {
    read: (): Reading | null => {
      if (!open?.isCurrent()) start();
      else {
        records.push(...observer.takeRecords());
        open.forget(records);
        reading = open.readAll();
      }
      return reading;
    },
    reader: () => open?.reader,
    startAnew: start,
    onChange: () => (open ? lookSoon() : searchLater()),
  };
}

function addedIn(records: readonly MutationRecord[]): Element[] {
  return records.flatMap(({ addedNodes }) => [...addedNodes].filter(isElement));
}

/** Not one message stayed: the list was filled with another conversation. */
function isAllNew(splice: Splice, before: readonly Message[], after: readonly Message[]): boolean {
  if (before.length === 0 || splice.removed < before.length || after.length === 0) return false;
  const keys = new Set(before.map(({ key }) => key));
  return !after.some(({ key }) => keys.has(key));
}
