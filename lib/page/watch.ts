// Follows the conversation on the page and tells only what changed.
//
//   no reader ──(rows found)──► reading ──(rows change)──► splice
//                                  │ ▲
//             (list gone, other key)└─┘ all anew
import type { Message, Reading, Splice } from '../domain/conversation';
import { diffMessages } from '../domain/splice';
import { createKeys } from './message-keys';
import type { Reader, Row } from './reader';
import { isElement, parentOf } from './roots';
import { coalesce } from './wait';

export type ConversationEvent =
  | { event: 'conversationChanged'; splice: Splice }
  | { event: 'conversationReplaced'; reading: Reading | null };

type Options = {
  find: () => Reader | undefined;
  emit: (event: ConversationEvent) => void;
  /** Rows changed: what stands in the reply box may have been sent. */
  onRows: () => void;
  signal: AbortSignal;
};

// New rows are told quickly, a whole page of them as one. Whether it is still the same list can wait a little; the
// search for one is dear, and a page without a conversation must not pay for it at each of its changes.
const rowsMs = 50;
const lookMs = 250;
const searchMs = 1000;

export function watchConversation({ find, emit, onRows, signal }: Options) {
  let open: ReturnType<typeof openReader> | undefined;
  let reading: Reading | null = null;

  const onList = coalesce(() => update(), rowsMs, signal);
  const start = () => {
    observer.disconnect();
    const reader = find();
    open = reader && openReader(reader);
    reading = open ? open.readAll() : null;
    if (reader) observer.observe(listRoot(reader), everything);
  };
  const observer = new MutationObserver((records) => {
    for (const { target } of records) open?.touch(target);
    onList();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  const update = () => {
    onRows();
    if (!open || !reading) return search();
    const next = open.readAll();
    if (!open.isCurrent() || next.key !== reading.key) return replace();
    const splice = diffMessages(next.key, reading.messages, next.messages);
    const isOther = splice && isAllNew(splice, reading.messages, next.messages);
    reading = next;
    if (isOther) emit({ event: 'conversationReplaced', reading });
    else if (splice) emit({ event: 'conversationChanged', splice });
  };
  const replace = () => {
    const before = reading;
    start();
    if (before || reading) emit({ event: 'conversationReplaced', reading });
  };
  const search = () => {
    if (open?.isCurrent()) {
      if (open.reader.conversation() !== reading?.key) replace();
    } else replace();
  };

  const lookSoon = coalesce(search, lookMs, signal);
  const searchLater = coalesce(search, searchMs, signal);

  start();
  return {
    read: (): Reading | null => {
      if (!open?.isCurrent()) start();
      else reading = open.readAll();
      return reading;
    },
    reader: () => open?.reader,
    onChange: () => (open ? lookSoon() : searchLater()),
  };
}

const everything = { childList: true, characterData: true, subtree: true };

function listRoot({ list }: Reader): Node {
  return list.shadowRoot ?? list;
}

/** Remembers what each row said, and reads again only the rows that were touched. */
function openReader(reader: Reader) {
  let known = new WeakMap<Element, Row>();
  const told = new Map<Row, Message>();
  let edition = reader.edition();
  const keysOf = createKeys();

  const touch = (node: Node) => {
    let element = isElement(node) ? node : parentOf(node);
    for (; element && element !== reader.list; element = parentOf(element)) known.delete(element);
  };
  const rowOf = (element: Element): Row => {
    const row = known.get(element) ?? reader.read(element);
    known.set(element, row);
    return row;
  };
  const readAll = (): Reading => {
    const elements = reader.rows();
    if (reader.edition() !== edition) known = new WeakMap();
    edition = reader.edition();
    const rows = elements
      .map((element) => ({ element, row: rowOf(element) }))
      .filter(({ row }) => row.text !== '');
    const keys = keysOf(rows);
    const before = new Map(told);
    told.clear();
    const messages = rows.map(({ row }, index) => {
      const key = keys[index] ?? '';
      const same = before.get(row);
      const message = same?.key === key ? same : { ...row, key };
      told.set(row, message);
      return message;
    });
    const customer = reader.customer();
    return {
      site: reader.id,
      key: reader.conversation(),
      ...(customer && { customer }),
      messages,
      sure: reader.sure(),
    };
  };
  return { reader, touch, readAll, isCurrent: () => reader.list.isConnected };
}

/** Not one message stayed: the list was filled with another conversation. */
function isAllNew(splice: Splice, before: readonly Message[], after: readonly Message[]): boolean {
  if (before.length === 0 || splice.removed < before.length || after.length === 0) return false;
  const keys = new Set(before.map(({ key }) => key));
  return !after.some(({ key }) => keys.has(key));
}
