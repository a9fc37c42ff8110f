// One page as the panel sees it: its conversation, its draft, and the two ways to write.
import type { Reading } from '../domain/conversation';
import type { Draft, DraftRange, InsertResult } from '../domain/reply';
import type { Manner } from '../domain/site';
import type { Derived, Picked, Point } from '../domain/taught';
import { watchComposition } from './composition';
import { watchDraft } from './draft';
import { findReader } from './find-reader';
import { insertText, replaceText, type Writing } from './insert-text';
import type { PickTools } from './pick-tools';
import { watchReplyField } from './reply-field';
import { openVocabulary, type Vocabulary } from './vocabulary';
import { coalesce } from './wait';
import { watchConversation, type ConversationEvent } from './watch';
import { watchRoots } from './watch-roots';

export type PageEvent = ConversationEvent | { event: 'draftChanged'; draft: Draft };

export type Page = {
  /** `manner` is used from then on; before the first one nothing is read. */
  readConversation: (manner?: Manner) => { reading: Reading | null; draft: Draft };
  pick: (point: Point) => Promise<Picked>;
  stopPicking: () => Picked;
  deriveSite: (seen: string) => Derived;
  insertText: (text: string) => Promise<InsertResult>;
  replaceText: (range: DraftRange, text: string) => Promise<InsertResult>;
};

type Options = {
  document: Document;
  emit: (event: PageEvent) => void;
  now: () => number;
  /** There once the panel has put them into the page. */
  tools: () => PickTools | undefined;
  signal: AbortSignal;
};

// Passing through a whole page for its boxes is dear.
const boxSearchMs = 1000;

export function openPage({ document, emit, now, tools, signal }: Options): Page {
  let manner: Manner | undefined;
  let words: Vocabulary | undefined;
  const composition = watchComposition(signal);
  // The two look at each other: the box is likelier near the messages, the messages near the box.
  let conversation: ReturnType<typeof watchConversation> | undefined;
  const field = watchReplyField({
    document,
    now,
    site: () => conversation?.reader()?.description,
    list: () => conversation?.reader()?.list,
    roots: () => roots.all(),
    chosen: () => manner?.replyBox,
    words: () => words,
    onFocus: () => draft.checkSoon(),
    signal,
  });
  const draft = watchDraft({
    field,
    composition,
    emit: (changed) => emit({ event: 'draftChanged', draft: changed }),
    signal,
  });
  const roots = watchRoots(document, {
    onRoot: (root) => {
      composition.attach(root);
      field.attach(root);
      draft.attach(root);
    },
    onChange: () => {
      conversation?.onChange();
      draft.checkLater();
      searchBox();
    },
    signal,
  });
  // A likelier box may have come.
  const searchBox = coalesce(
    () => {
      field.searchAgain();
      draft.checkSoon();
    },
    boxSearchMs,
    signal,
  );
  const watched = watchConversation({
    find: () => manner && words && findReader(document, field.find().box, manner.sites, words),
    emit,
    onSaid: draft.checkSaid,
    onAdded: roots.enter,
    onList: roots.leaveOut,
    now,
    signal,
  });
  conversation = watched;

  // One at a time: two panels must not write into each other's text.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (write: (box: HTMLElement, writing: Writing) => Promise<InsertResult>) => {
    const result = queue.then((): InsertResult | Promise<InsertResult> => {
      const found = field.find();
      if (!found.box) return { ok: false, reason: found.reason };
      const { box, focusedAt } = found;
      const caret = field.caretIn(box);
      return write(box, { caret, isVisited: focusedAt > 0, composition, signal });
    });
    queue = result.then(draft.checkSoon, draft.checkSoon);
    return result;
  };

  return {
    readConversation: (told) => {
      if (told) {
        manner = told;
        words = openVocabulary(told.words);
        field.searchAgain();
        watched.startAnew();
      }
      roots.lookAgain();
      field.searchAgain();
      return { reading: watched.read(), draft: draft.read() };
    },
    pick: async (point) => tools()?.pick(point, signal) ?? { selector: null },
    stopPicking: () => {
      tools()?.stop();
      return { selector: null };
    },
    deriveSite: (seen) => tools()?.derive(seen) ?? { ok: false, reason: 'disconnected' },
    insertText: (text) => inTurn((box, writing) => insertText(box, text, writing)),
    replaceText: (range, text) => inTurn((box, writing) => replaceText(box, range, text, writing)),
  };
}
