// A tab as a panel's session sees it: a test says what its frames show, and reads what was inserted.
import type { PageLink, PageState } from '../../lib/browser/page-link';
import type { PageView } from '../../lib/browser/messages';
import type { Message, Reading, Side } from '../../lib/domain/conversation';
import type { DraftRange, InsertResult } from '../../lib/domain/reply';

type Opened = { tabId: number; onState: (state: PageState) => void; signal: AbortSignal };

export function createFakePage() {
  const opened: Opened[] = [];
  const inserted: { tabId: number; frameId: number; text: string }[] = [];
  const replaced: { frameId: number; range: DraftRange; text: string }[] = [];
  let retries = 0;
  let answer: InsertResult = { ok: true, draft: '' };

  const openLink = (
    tabId: number,
    onState: (state: PageState) => void,
    signal: AbortSignal,
  ): PageLink => {
    opened.push({ tabId, onState, signal });
    return {
      insertText: (frameId, text) => {
        inserted.push({ tabId, frameId, text });
        return Promise.resolve(answer);
      },
      replaceText: (frameId, range, text) => {
        replaced.push({ frameId, range, text });
        return Promise.resolve(answer);
      },
      pick: () => Promise.resolve(null),
      stopPicking: () => {},
      deriveSite: () => Promise.resolve({ ok: false, reason: 'disconnected' }),
      readBy: () => Promise.resolve(),
      retry: () => {
        retries += 1;
      },
    };
  };
  const tell = (state: PageState) => opened.at(-1)?.onState(state);

  return {
    openLink,
    opened,
    inserted,
    replaced,
    retries: () => retries,
    answerWith: (result: InsertResult) => {
      answer = result;
    },
    tell,
    /** The tab is open and its frames, numbered from 0, show this. */
    show(url: string, ...views: PageView[]): void {
      tell({ is: 'open', url, frames: new Map(views.entries()) });
    },
  };
}

const box = { found: true, text: '', focusedAt: 0 } as const;

/** A frame that shows a conversation and has a reply box. */
export function viewOf(messages: readonly Message[], more: Partial<Reading> = {}): PageView {
  return { reading: readingOf(messages, more), draft: box };
}

export function readingOf(messages: readonly Message[], more: Partial<Reading> = {}): Reading {
  return { site: 'generic', key: 'talk-1', messages: [...messages], sure: 0.5, ...more };
}

export function message(key: string, side: Side, text: string, more: Partial<Message> = {}) {
  return { key, side, text, ...more } satisfies Message;
}
