// What the panel is beside: the tab, what can be seen and done there, and the way into its reply box.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PageLink, PageState } from '../browser/page-link';
import type { PageView } from '../browser/messages';
import type { Message, Reading } from '../domain/conversation';
import type { Language } from '../domain/pack';
import type { Draft, DraftRange, InsertResult } from '../domain/reply';
import { languageOf } from '../text/language';
import { createLines } from './lines';
import type { Line } from './lines';

/** What is possible here, in one word; the panel says why and what to do about it. */
export type Access =
  | 'connecting'
  | 'not-allowed'
  | 'browser-page'
  | 'no-tab'
  | 'reading'
  | 'insert-only'
  | 'read-only'
  | 'nothing-found';

export type OpenLink = (
  tabId: number,
  onState: (state: PageState) => void,
  signal: AbortSignal,
) => PageLink;

/** What another tab shows. */
export type OtherTab = { tabId: number; url: string; reading: Reading };

export type Session = {
  tabId: ReadonlySignal<number | undefined>;
  url: ReadonlySignal<string>;
  access: ReadonlySignal<Access>;
  reading: ReadonlySignal<Reading | undefined>;
  draft: ReadonlySignal<Draft | undefined>;
  /** Of the conversation, by what the customer writes; undefined until they wrote a word. */
  language: ReadonlySignal<Language | undefined>;
  lastFromCustomer: ReadonlySignal<Message | undefined>;
  /** As the page names them; empty where it does not. */
  customer: ReadonlySignal<string>;
  /** Conversations in the tabs that the panel was beside before: their lines stay open, so that nobody waits unseen. */
  others: ReadonlySignal<readonly OtherTab[]>;
  /** Goes beside another tab. */
  bind(tabId: number): void;
  retry(): void;
  insert(text: string): Promise<InsertResult>;
  /** Replaces a span of the draft, if it still holds what is expected there. */
  replace(range: DraftRange, text: string): Promise<InsertResult>;
  /** The line to the page, for what is pointed at there; undefined before the first. */
  page(): PageLink | undefined;
  close(): void;
};

export function createSession(openLink: OpenLink): Session {
  const tabId = signal<number | undefined>();
  const lines = createLines(openLink);
  const page = computed(() => lines.of(tabId.value)?.page.value ?? { is: 'connecting' as const });
  const link = () => lines.of(tabId.peek())?.link;

  const frames = computed(() => (page.value.is === 'open' ? [...page.value.frames] : []));
  const reading = computed(() => bestReading(frames.value.map(([, view]) => view)));
  const replyFrame = computed(() => bestReplyFrame(frames.value));
  const lastFromCustomer = computed(() =>
    reading.value?.messages.findLast((message) => message.side === 'customer'),
  );

  return {
    tabId,
    url: computed(() => (page.value.is === 'open' ? page.value.url : '')),
    access: computed(() => accessOf(page.value, reading.value, replyFrame.value)),
    reading,
    draft: computed(() => replyFrame.value?.[1].draft ?? frames.value[0]?.[1].draft),
    language: computed(() => conversationLanguage(reading.value)),
    lastFromCustomer,
    customer: computed(() => reading.value?.customer ?? lastFromCustomer.value?.name ?? ''),
    bind(next) {
      if (next === tabId.value) return;
      lines.open(next);
      tabId.value = next;
      lines.keepOnly(next);
    },
    others: computed(() => lines.besides(tabId.value).flatMap(otherTab)),
    retry: () => link()?.retry(),
    insert: async (text) => {
      const frame = replyFrame.value;
      return (frame && link()?.insertText(frame[0], text)) ?? { ok: false, reason: 'no-reply-box' };
    },
    replace: async (range, text) => {
      const frame = replyFrame.value;
      return (
        (frame && link()?.replaceText(frame[0], range, text)) ?? {
          ok: false,
          reason: 'no-reply-box',
        }
      );
    },
    page: link,
    close: lines.close,
  };
}

function otherTab([tabId, { page }]: readonly [number, Line]): OtherTab[] {
  const state = page.value;
  if (state.is !== 'open') return [];
  const reading = bestReading([...state.frames.values()]);
  return reading ? [{ tabId, url: state.url, reading }] : [];
}

function bestReading(views: readonly PageView[]): Reading | undefined {
  const readings = views.flatMap(({ reading }) => (reading ? [reading] : []));
  return readings.toSorted((a, b) => b.sure - a.sure || b.messages.length - a.messages.length)[0];
}

function bestReplyFrame(
  frames: readonly (readonly [number, PageView])[],
): readonly [number, PageView] | undefined {
  const withBox = frames.filter(([, { draft }]) => draft.found);
  return withBox.toSorted(([, a], [, b]) => focusedAt(b.draft) - focusedAt(a.draft))[0];
}

function focusedAt(draft: Draft): number {
  return draft.found ? draft.focusedAt : -1;
}

function accessOf(page: PageState, reading: Reading | undefined, replyFrame: unknown): Access {
  if (page.is === 'connecting') return 'connecting';
  if (page.is === 'closed') return page.why;
  if (replyFrame !== undefined) return reading ? 'reading' : 'insert-only';
  return reading ? 'read-only' : 'nothing-found';
}

// What somebody wrote last says it; a long chat is not read through again for each of its messages.
const lately = 50;

function conversationLanguage(reading: Reading | undefined): Language | undefined {
  const said = reading?.messages.filter(({ side }) => side !== 'system').slice(-lately) ?? [];
  const theirs = said.filter(({ side }) => side === 'customer');
  const text = (theirs.length > 0 ? theirs : said).map((message) => message.text).join(' ');
  return languageOf(text);
}
