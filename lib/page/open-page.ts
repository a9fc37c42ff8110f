// One page as the panel sees it: its conversation, its draft, and the two ways to write.
import type { Reading } from '../domain/conversation';
import type { Draft, DraftRange, InsertResult } from '../domain/reply';
import { watchComposition } from './composition';
import { watchDraft } from './draft';
import { findReader } from './find-reader';
import { insertText, replaceText, type Writing } from './insert-text';
import { watchReplyField } from './reply-field';
import { watchRoots } from './roots';
import { watchConversation, type ConversationEvent } from './watch';

export type PageEvent = ConversationEvent | { event: 'draftChanged'; draft: Draft };

export type Page = {
  readConversation: () => { reading: Reading | null; draft: Draft };
  insertText: (text: string) => Promise<InsertResult>;
  replaceText: (range: DraftRange, text: string) => Promise<InsertResult>;
};

type Options = {
  document: Document;
  emit: (event: PageEvent) => void;
  now: () => number;
  signal: AbortSignal;
};

export function openPage({ document, emit, now, signal }: Options): Page {
  const composition = watchComposition(signal);
  const field = watchReplyField({
    document,
    now,
    site: () => conversation?.reader()?.description,
    list: () => conversation?.reader()?.list,
    onFocus: () => draft?.checkSoon(),
    signal,
  });
  const tellDraft = (changed: Draft) => emit({ event: 'draftChanged', draft: changed });
  let draft: ReturnType<typeof watchDraft> | undefined;
  draft = watchDraft({ field, composition, emit: tellDraft, signal });
  let conversation: ReturnType<typeof watchConversation> | undefined;
  conversation = watchConversation({
    find: () => findReader(document, field.find().box),
    emit,
    onRows: draft.checkSoon,
    signal,
  });
  const { attach, checkSoon, read } = draft;
  const lookAgain = watchRoots(document, {
    onRoot: (root) => {
      composition.attach(root);
      field.attach(root);
      attach(root);
    },
    onChange: () => {
      conversation.onChange();
      checkSoon();
    },
    signal,
  });

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
    queue = result.then(checkSoon, checkSoon);
    return result;
  };

  return {
    readConversation: () => {
      lookAgain();
      return { reading: conversation.read(), draft: read() };
    },
    insertText: (text) => inTurn((box, writing) => insertText(box, text, writing)),
    replaceText: (range, text) => inTurn((box, writing) => replaceText(box, range, text, writing)),
  };
}
