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
import { afterFrame, coalesce } from './wait';
import { watchList } from './watch-list';

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

// So many gulps with nothing but new rows are worth the change to looking, in longer gulps.
const lasting = 3;
const longGulpMs = 2000;
// At one of so many looks it is asked whether a row left the list or came between others, too.
const fullEach = 5;
const draftSides = new Set<Side>(['agent', 'unknown']);

export function watchConversation(options: Options) {
  const { find, emit, onSaid, onAdded, onList, now, signal } = options;
  let open: ToldRows | undefined;
  let reading: Reading | null = null;
  let records: MutationRecord[] = [];
  let lastLook = 0;
  let lastCount = 0;
  let torrents = 0;
  let looks = 0;

  const start = () => {
    records = [];
    const reader = find();
    open = reader && openRows(reader);
    reading = open ? open.readAll() : null;
    list.watchAll(reader?.list);
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
    tell(splices);
    if (list.isLooking()) return;
    torrents = lastCount >= torrent && open.isGrowth(changes) ? torrents + 1 : 0;
    if (torrents < lasting || !open.noteOthers()) return;
    torrents = 0;
    list.lookAtTimes(open.reader.list, open.rows());
  };
  const look = () => {
    if (records.length > 0) update();
    if (!open?.isCurrent() || !reading) return search();
    if (!list.isLooking()) return;
    const isChanged = ++looks % fullEach === 0 && !open.isFull();
    const grown = isChanged ? undefined : open.grow();
    lastLook = now();
    lastCount = grown?.fresh.length ?? 0;
    if (!grown) return lookAnew(open);
    onAdded(grown.whole);
    tell(grown.splices);
    if (lastCount >= torrent) {
      list.watchRows(grown.fresh);
      if (open.isCheckDue()) checkBehindFrame();
      return;
    }
    if (!open.isWhole() || !open.checkGuesses()) return lookAnew(open);
    list.watchAll(open.reader.list);
  };
  const check = () => {
    // An edit that is not read yet would be taken for a wrong guess.
    if (records.length > 0) update();
    if (open && list.isLooking() && !open.checkGuesses()) lookAnew(open);
  };
  const lookAnew = (rows: ToldRows) => {
    onAdded([rows.reader.list]);
    readAnew(rows, []);
  };
  const tell = (splices: readonly Splice[]) => {
    for (const splice of splices) emit({ event: 'conversationChanged', splice });
    const said = splices.flatMap(({ messages }) => messages);
    if (said.some(({ side }) => draftSides.has(side))) onSaid();
  };
  const readAnew = (rows: ToldRows, changes: readonly MutationRecord[]) => {
    onSaid();
    if (list.isLooking()) list.watchAll(rows.reader.list);
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
  const checkBehindFrame = afterFrame(check, signal);
  const updateSoon = coalesce(update, pace, signal);
  const lookSoon = coalesce(search, lookMs, signal);
  const searchLater = coalesce(search, searchMs, signal);
  const list = watchList({
    onRecords: (more) => {
      records.push(...more);
      updateSoon();
    },
    onLook: look,
    lookMs: longGulpMs,
    signal,
  });

  start();
  return {
    read: (): Reading | null => {
      if (!open?.isCurrent()) start();
      else {
        records.push(...list.takeRecords());
        if (list.isLooking()) list.watchAll(open.reader.list);
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
