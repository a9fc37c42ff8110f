// Remembers what each row of a list said, so that a change is read where it happened and nowhere else.
import type { Message, Reading, Splice } from '../domain/conversation';
import { sameMessage } from '../domain/splice';
import { createKeys } from './message-keys';
import type { Reader, Row } from './reader';
import { isElement, parentOf } from './roots';

export type ToldRows = ReturnType<typeof openRows>;

// With fewer rows a look through all of them costs nothing, and shows which way the page stacks and draws them.
const few = 30;
// More changes than this at once are a page drawn anew rather than edits.
const many = 40;

type Changed = { touched: Set<Element>; fresh: Element[] };
type Edit = { at: number; message: Message };

export function openRows(reader: Reader) {
  const keys = createKeys();
  const told = new WeakMap<Row, Message>();
  let known = new WeakMap<Element, Row>();
  /** Of each row, its place among the messages; -1 for a row without words. */
  let places = new Map<Element, number>();
  let rows: Element[] = [];
  let messages: Message[] = [];
  let edition = reader.edition([]);
  let conversation = '';

  const rowAround = (node: Node): Element | undefined => {
    let element = isElement(node) ? node : parentOf(node);
    for (; element && element !== reader.list; element = parentOf(element))
      if (places.has(element)) return element;
    return undefined;
  };
  const rowOf = (element: Element): Row => {
    const row = known.get(element) ?? reader.read(element);
    known.set(element, row);
    return row;
  };
  const messageOf = (row: Row, key: string): Message => {
    const before = told.get(row);
    const message = before?.key === key ? before : { ...row, key };
    told.set(row, message);
    return message;
  };

  /** Reads all rows that are new or were touched, and puts all in order. */
  const readAll = (): Reading => {
    rows = reader.rows();
    for (const row of rows) rowOf(row);
    const now = reader.edition(rows);
    if (now !== edition) known = new WeakMap();
    edition = now;
    const spoken = rows
      .map((element) => ({ element, row: rowOf(element) }))
      .filter(({ row }) => row.text !== '');
    const names = keys.all(spoken);
    places = new Map(rows.map((row) => [row, -1]));
    for (const [index, { element }] of spoken.entries()) places.set(element, index);
    messages = spoken.map(({ row }, index) => messageOf(row, names[index] ?? ''));
    conversation = reader.conversation();
    return reading();
  };
  const reading = (): Reading => {
    const customer = reader.customer();
    const about = { site: reader.id, key: conversation, ...(customer && { customer }) };
    return { ...about, messages: [...messages], sure: reader.sure() };
  };

  /** What mutations did to single rows; undefined where it is more than that. */
  const changesIn = (records: readonly MutationRecord[]): Changed | undefined => {
    const last = rows.at(-1);
    if (!last?.isConnected || rows.length < few) return undefined;
    const touched = new Set<Element>();
    const candidates = new Set<Element>();
    for (const { target, addedNodes, removedNodes } of records) {
      const row = rowAround(target);
      if (row) {
        touched.add(row);
        continue;
      }
      for (const node of removedNodes) if (isElement(node) && holdsRow(node)) return undefined;
      for (const node of addedNodes) if (isElement(node)) candidates.add(node);
      const place = isElement(target) ? target : parentOf(target);
      if (place && !place.contains(last)) candidates.add(place);
    }
    const fresh = freshIn(candidates, last);
    return fresh && touched.size <= many ? { touched, fresh } : undefined;
  };
  const holdsRow = (element: Element): boolean =>
    places.has(element) || reader.rowsAt(element)?.some((row) => places.has(row)) !== false;
  /** The new rows among elements, oldest first; undefined where one is not behind all that are known. */
  const freshIn = (candidates: ReadonlySet<Element>, last: Element): Element[] | undefined => {
    const fresh = new Set<Element>();
    for (const candidate of candidates) {
      if (!candidate.isConnected || places.has(candidate)) continue;
      const found = reader.rowsAt(candidate);
      if (!found) return undefined;
      for (const row of found) if (!places.has(row)) fresh.add(row);
    }
    const isNewestFirst = reader.isNewestFirst();
    const isBehind = (row: Element, other: Element) => follows(row, other) !== isNewestFirst;
    if (![...fresh].every((row) => isBehind(row, last))) return undefined;
    return [...fresh].toSorted((a, b) => (isBehind(a, b) ? 1 : -1));
  };

  /** What edits made of messages; undefined where one came of it or went, or changed its name. */
  const editsIn = (touched: ReadonlySet<Element>): Edit[] | undefined => {
    const edits: Edit[] = [];
    for (const element of touched) {
      const at = places.get(element) ?? -1;
      const before = messages[at];
      const row = reader.read(element);
      const own = known.get(element)?.key;
      known.set(element, row);
      if (!before && row.text === '') continue;
      if (!before || row.text === '' || row.key !== own) return undefined;
      const message = messageOf(row, before.key);
      if (!sameMessage(before, message)) edits.push({ at, message });
    }
    return edits;
  };
  const change = ({ at, message }: Edit): Splice => {
    messages[at] = message;
    return { key: conversation, at, removed: 1, messages: [message] };
  };
  const append = (fresh: readonly Element[]): Splice[] => {
    const at = messages.length;
    for (const element of fresh) {
      const row = rowOf(element);
      rows.push(element);
      places.set(element, row.text === '' ? -1 : messages.length);
      if (row.text !== '') messages.push(messageOf(row, keys.next({ element, row })));
    }
    if (messages.length === at) return [];
    return [{ key: conversation, at, removed: 0, messages: messages.slice(at) }];
  };

  return {
    reader,
    readAll,
    isCurrent: () => reader.list.isConnected,
    messages: (): readonly Message[] => messages,
    /** The changes that mutations of the list made, one after the other; undefined where all must be read. */
    follow: (records: readonly MutationRecord[]): Splice[] | undefined => {
      const changed = changesIn(records);
      const edits = changed && editsIn(changed.touched);
      if (!edits) return undefined;
      for (const row of changed.fresh) rowOf(row);
      const isSame = reader.edition([...rows.slice(-few), ...changed.fresh]) === edition;
      return isSame ? [...edits.map(change), ...append(changed.fresh)] : undefined;
    },
    /** Forgets what was read where these mutations were. */
    forget: (records: readonly MutationRecord[]) => {
      for (const { target } of records) {
        let element = isElement(target) ? target : parentOf(target);
        for (; element && element !== reader.list; element = parentOf(element))
          known.delete(element);
      }
    },
  };
}

function follows(later: Element, earlier: Element): boolean {
  return (earlier.compareDocumentPosition(later) & 4) !== 0; // Node.DOCUMENT_POSITION_FOLLOWING
}
