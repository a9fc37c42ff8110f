// The other open conversations: who waits there and for how long, what is due, and the way to them.
import { computed, effect, signal, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Reading } from '../domain/conversation';
import { firstUnanswered } from '../domain/waiting';
import { factsOf } from './conversation';
import type { Conversation } from './conversation';
import type { OtherTab, Session } from './session';
import type { ShownHold, Timers } from './timers';

export type Other = {
  /** Of the conversation. */
  key: string;
  /** Empty where the page does not name them. */
  customer: string;
  /** Since their first unanswered message, ms; undefined while nobody waits. */
  waitingMs: number | undefined;
  /** A hold runs there; `due`: its next check-in is. */
  hold: 'running' | 'due' | undefined;
};

export type OthersStore = {
  /** Those with something due first, then who waits longest. */
  all: ReadonlySignal<readonly Other[]>;
  goTo(key: string): Promise<void>;
};

export type OthersWorld = {
  session: Pick<Session, 'tabId' | 'url' | 'reading' | 'others'>;
  conversation: Pick<Conversation, 'key' | 'idOf'>;
  timers: Pick<Timers, 'holds'>;
  /** Brings a tab to the front, at another place of its page if one is given. */
  showTab: (tabId: number, url?: string) => Promise<void>;
  now: () => number;
  schedule: (callback: () => void, ms: number) => () => void;
};

/** A conversation as it was when the panel last saw it. */
type Seen = OtherTab & { customer: string; since: number | undefined };

const minuteMs = 60_000;

export function createOthers(world: OthersWorld): OthersStore {
  const { session, conversation, timers, showTab, now, schedule } = world;
  const seen = signal<ReadonlyMap<string, Seen>>(new Map());
  const time = signal(now());
  const live = computed(() => tabsOf(session));

  effect(() => {
    const tabs = live.value;
    const open = new Set(tabs.map(({ tabId }) => tabId));
    if (session.tabId.value !== undefined) open.add(session.tabId.value);
    untracked(() => {
      // What a tab showed before may still wait there; a tab that is closed or may not be read has nothing.
      const kept = [...seen.value].filter(([, { tabId }]) => open.has(tabId));
      const news = tabs.map(
        (tab) => [keyOf(tab), seenIn(tab, seen.value.get(keyOf(tab)), now())] as const,
      );
      seen.value = new Map([...kept, ...news]);
      time.value = now();
    });
  });

  const all = computed(() => {
    const shown = new Set(live.value.map(keyOf));
    return [...seen.value]
      .filter(([key]) => key !== conversation.key.value)
      .map(([key, { customer, since }]) => ({
        key,
        customer,
        waitingMs: since === undefined ? undefined : Math.max(0, time.value - since),
        hold: holdIn(timers.holds.value, conversation.idOf(key)),
      }))
      .filter(({ key, waitingMs, hold }) => shown.has(key) || waitingMs !== undefined || hold)
      .toSorted(moreUrgent);
  });

  // One timer, to the next full minute that somebody has waited; none while nobody does.
  effect(() => {
    const waits = all.value.flatMap(({ waitingMs }) => waitingMs ?? []);
    if (waits.length === 0) return undefined;
    const next = Math.min(...waits.map((waited) => minuteMs - (waited % minuteMs)));
    return schedule(() => (time.value = now()), next);
  });

  return {
    all,
    goTo: async (key) => {
      const to = seen.value.get(key);
      if (!to) return;
      const shown = live.value.find(({ tabId }) => tabId === to.tabId);
      await showTab(to.tabId, shown && placeOf(to, shown));
    },
  };
}

/** The tabs that show a conversation now, the one at hand among them. */
function tabsOf({ tabId, url, reading, others }: OthersWorld['session']): OtherTab[] {
  const id = tabId.value;
  const here =
    id !== undefined && reading.value
      ? [{ tabId: id, url: url.value, reading: reading.value }]
      : [];
  return [...here, ...others.value];
}

function keyOf({ url, reading }: OtherTab): string {
  return factsOf(reading, url, '').key;
}

function seenIn(tab: OtherTab, before: Seen | undefined, now: number): Seen {
  const { reading } = tab;
  const waits = firstUnanswered(reading.messages);
  // Where the page tells no times, the wait began when it was first seen.
  const known = before && firstUnanswered(before.reading.messages)?.key === waits?.key;
  const since = waits && (waits.at ?? (known ? before.since : undefined) ?? now);
  return { ...tab, customer: customerOf(reading), since };
}

function customerOf({ customer, messages }: Reading): string {
  return customer ?? messages.findLast(({ side }) => side === 'customer')?.name ?? '';
}

function holdIn(holds: readonly ShownHold[], id: string | undefined): Other['hold'] {
  const own = id === undefined ? undefined : holds.find(({ hold }) => hold.conversationId === id);
  return own && (own.view.checkInMs <= 0 ? 'due' : 'running');
}

function moreUrgent(a: Other, b: Other): number {
  const due = Number(b.hold === 'due') - Number(a.hold === 'due');
  return due || (b.waitingMs ?? -1) - (a.waitingMs ?? -1);
}

/** The conversation's own place where only `#…` leads to it: anything else would load the page anew, and a draft be lost. */
function placeOf(to: Seen, shown: OtherTab): string | undefined {
  const { key } = to.reading;
  if (key === shown.reading.key || !URL.canParse(key) || !URL.canParse(shown.url)) return undefined;
  const [place, now] = [new URL(key), new URL(shown.url)];
  const isSamePage =
    place.origin === now.origin && place.pathname === now.pathname && place.search === now.search;
  return isSamePage && place.hash !== '' ? key : undefined;
}
