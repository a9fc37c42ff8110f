// The lines to the tabs that the panel was beside: those with a conversation stay open, so that nobody waits unseen.
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { PageLink, PageState } from '../browser/page-link';
import type { OpenLink } from './session';

export type Line = { link: PageLink; page: Signal<PageState>; life: AbortController };

/** An agent holds three to six chats; a page that is watched costs a little, so that the eldest gives way. */
const mostLines = 8;

export function createLines(openLink: OpenLink) {
  const all = signal<ReadonlyMap<number, Line>>(new Map());

  const end = (tabId: number) => {
    all.peek().get(tabId)?.life.abort();
    all.value = new Map([...all.peek()].filter(([id]) => id !== tabId));
  };
  return {
    of: (tabId: number | undefined) => (tabId === undefined ? undefined : all.value.get(tabId)),
    besides: (tabId: number | undefined) => [...all.value].filter(([id]) => id !== tabId),
    /** Opens the line to a tab, or takes up the one that stands; it is the newest then. */
    open(tabId: number): void {
      const known = all.peek().get(tabId);
      const stands = known && mayTalk(known.page.peek());
      if (known && !stands) end(tabId);
      const line = stands ? known : openLine(openLink, tabId);
      all.value = new Map([...all.peek()].filter(([id]) => id !== tabId)).set(tabId, line);
    },
    /** Ends the lines to the other tabs in which no conversation is, or that are too many. */
    keepOnly(tabId: number): void {
      const others = [...all.peek()].filter(([id]) => id !== tabId);
      const talking = others.filter(([, { page }]) => mayTalk(page.peek()));
      const kept = new Set(talking.slice(1 - mostLines).map(([id]) => id));
      for (const [id] of others) if (!kept.has(id)) end(id);
    },
    close(): void {
      for (const id of all.peek().keys()) end(id);
    },
  };
}

function openLine(openLink: OpenLink, tabId: number): Line {
  const life = new AbortController();
  const page = signal<PageState>({ is: 'connecting' });
  const onState = (state: PageState) => {
    // The tab may still be answering when its line has ended.
    if (!life.signal.aborted) page.value = state;
  };
  return { link: openLink(tabId, onState, life.signal), page, life };
}

/** A page that was left before it could be read may still turn out to hold a conversation. */
function mayTalk(page: PageState): boolean {
  if (page.is === 'connecting') return true;
  return page.is === 'open' && [...page.frames.values()].some(({ reading }) => reading !== null);
}
