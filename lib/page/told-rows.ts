// Remembers what each row of a list said, so that a change is read where it happened and nowhere else.
import type { Message, Reading, Splice } from '../domain/conversation';
import { sameMessage } from '../domain/splice';
import { createAlikeRows } from './alike-rows';
import { createKeys } from './message-keys';
import type { Reader, Row } from './reader';
import { isElement, parentOf } from './roots';

export type ToldRows = ReturnType<typeof openRows>;

// With fewer rows a look through all of them costs nothing, and shows which way the page stacks and draws them.
const few = 30;
// As many new rows at once are worth learning from.
const torrent = 4;
// More changes than this at once are a page drawn anew rather than edits.
const many = 40;

type Changed = { touched: Set<Element>; fresh: Element[] };
/** What was told, the rows that say it, and the elements that had to be read for it. */
type Grown = { splices: Splice[]; fresh: readonly Element[]; whole: readonly Element[] };
type Edit = { at: number; message: Message };

export function openRows(reader: Reader) {
  const keys = createKeys();
  let alike = createAlikeRows(reader);
  const told = new WeakMap<Row, Message>();
  let known = new WeakMap<Element, Row>();
  /** Of each row, its place among the messages; -1 for a row without words. */
  let places = new Map<Element, number>();
  let rows: Element[] = [];
  let messages: Message[] = [];
  let edition = reader.edition([]);
  let conversation = '';
  let others = 0;

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
    if (isNamed(row, key)) return row;
    const before = told.get(row);
    const message = before?.key === key ? before : { ...row, key };
    told.set(row, message);
    return message;
  };

  /** Reads all rows that are new or were touched, and puts all in order. */
  const readAll = (): Reading => {
    checkGuesses();
    rows = reader.rows();
    for (const row of rows) rowOf(row);
    const now = reader.edition(rows);
    if (now !== edition) {
      known = new WeakMap();
      alike = createAlikeRows(reader);
    }
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

  /** Reads new rows; false where others have to be read again for what they tell. */
  const readFresh = (fresh: readonly Element[]): boolean => {
    for (const row of fresh)
      if (fresh.length < torrent) rowOf(row);
      else if (!known.has(row)) known.set(row, alike.read(row));
    return areSure() && reader.edition([...rows.slice(-few), ...fresh]) === edition;
  };
  /** False where rows have to be read again that were guessed. */
  const areSure = (): boolean => {
    const doubted = alike.takeDoubted();
    for (const row of doubted) known.delete(row);
    return doubted.length === 0;
  };
  const checkGuesses = (): boolean => {
    alike.check((element) => known.get(element));
    return areSure();
  };
  const nextOf = (row: Element) =>
    reader.isNewestFirst() ? row.previousElementSibling : row.nextElementSibling;
  const behind = (row: Element | undefined): Element[] => {
    const found: Element[] = [];
    for (let next = row && nextOf(row); next; next = nextOf(next)) found.push(next);
    return found;
  };
  const grow = (): Grown | undefined => {
    const last = rows.at(-1);
    if (!last?.isConnected) return undefined;
    const fresh: Element[] = [];
    const whole: Element[] = [];
    const elements = behind(last);
    for (const element of elements) {
      const guess = alike.guess(element);
      if (guess) known.set(element, guess);
      const found = guess ? [element] : reader.rowsAt(element);
      // A known row that moved here would be told twice.
      if (!found || found.some((row) => places.has(row))) return undefined;
      if (!guess) whole.push(element);
      fresh.push(...(reader.isNewestFirst() ? found.toReversed() : found));
    }
    if (whole.length > 0 && !readFresh(fresh)) return undefined;
    const end = fresh.at(-1);
    if (end) others += elements.indexOf(end) + 1 - fresh.length;
    return { splices: append(fresh), fresh, whole };
  };
  const countOthers = (): number => {
    const last = rows.at(-1);
    const place = last?.parentNode;
    return place ? place.childElementCount - behind(last).length - rows.length : NaN;
  };
  const isOnePlace = () => {
    const place = rows.at(-1)?.parentNode;
    return rows.every(({ parentNode }) => parentNode === place);
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
      if (!edits || !readFresh(changed.fresh)) return undefined;
      return [...edits.map(change), ...append(changed.fresh)];
    },
    /** What came behind the last row since the last look, undefined where all must be read. */
    grow,
    /** Whether mutations did nothing but put something into the place of the last row. */
    isGrowth: (records: readonly MutationRecord[]): boolean => {
      const place = rows.at(-1)?.parentNode;
      return records.every(
        ({ target, removedNodes }) => target === place && removedNodes.length === 0,
      );
    },
    /** Remembers what stands among the rows besides them; false where rows stand in several places. */
    noteOthers: (): boolean => {
      others = countOthers();
      return isOnePlace();
    },
    /** Whether as much stands among the rows as was remembered. */
    isFull: () => countOthers() === others,
    /** Whether each row is where it was, and nothing new between them; in a long list this takes a moment. */
    isWhole: () => countOthers() === others && isOnePlace(),
    isCheckDue: () => alike.isDue(),
    /** Looks once more at what was guessed; false where rows have to be read again. */
    checkGuesses,
    rows: (): readonly Element[] => rows,
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

/** Most rows bring their name along, and are the message itself. */
function isNamed(row: Row, key: string): row is Message {
  return row.key === key;
}

function follows(later: Element, earlier: Element): boolean {
  return (earlier.compareDocumentPosition(later) & 4) !== 0; // Node.DOCUMENT_POSITION_FOLLOWING
}
