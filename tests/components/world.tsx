// The panel in a plain page: real stores, the real database, and an agent's page that is a plain object.
import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import { cdp, page } from 'vitest/browser';
import { handOverTitles } from '../../components/help/hand-over-titles';
import '../../components/panel/awake.css';
import { PanelView } from '../../components/panel/panel-view';
import { speak } from '../../components/ui/texts';
import type { PageState } from '../../lib/browser/page-link';
import { openMemory } from '../../lib/data/memory';
import type { MemoryRefusal } from '../../lib/data/memory';
import type { AssignedKeys } from '../../lib/domain/command';
import { createEar } from '../../lib/domain/hear';
import type { Message } from '../../lib/domain/conversation';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { packSchema } from '../../lib/domain/pack';
import type { Language } from '../../lib/domain/pack';
import type { InsertResult } from '../../lib/domain/reply';
import { defaultSettings } from '../../lib/domain/default-settings';
import type { Quiet, Settings } from '../../lib/domain/settings';
import { createDraftStore } from '../../lib/panel/draft-check';
import type { Derived, Point } from '../../lib/domain/taught';
import { createSearch } from '../../lib/text/search';
import type { RefusalMemory } from '../../lib/domain/refusal-memory';
import { guideEngine } from '../../lib/panel/guide-engine';
import { createHandOver } from '../../lib/panel/hand-over';
import { createHelp } from '../../lib/panel/help';
import { createOthers } from '../../lib/panel/others';
import { createPanel } from '../../lib/panel/panel';
import { createPromises } from '../../lib/panel/promises';
import { createRefusal } from '../../lib/panel/refusal';
import { createRounds } from '../../lib/panel/rounds';
import { createSafety } from '../../lib/panel/safety';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import englishPack from '../../public/packs/en.json';
import chinesePack from '../../public/packs/zh-cn.json';

export const packs = [packSchema.parse(englishPack), packSchema.parse(chinesePack)];
const checkDraft = createDraftCheck(packs);

type Pick = { frameId: number; selector: string };

export type WorldOptions = {
  language?: Language;
  page?: PageState;
  /** Of other tabs, by their ids; the panel begins beside tab 1. */
  pages?: Readonly<Record<number, PageState>>;
  insert?: (text: string) => Promise<InsertResult>;
  copy?: (text: string) => Promise<void>;
  refused?: MemoryRefusal;
  pick?: (point: Point) => Pick | Promise<Pick>;
  derived?: Derived;
  keys?: Partial<AssignedKeys>;
  /** The agent has not told their name yet. */
  unnamed?: boolean;
};

let lastRoot: Element | undefined;

/** A panel on the screen, beside the page given. `box` is what stands in that page's reply box. */
export async function showPanel(options: WorldOptions = {}) {
  const language = options.language ?? 'en';
  speak(language, language === 'en' ? english : chinese);
  document.documentElement.lang = language;
  document.title = 'Composure';
  const box = { text: '', copied: '', taught: [] as object[], went: [] as object[] };
  const clock = { now: Date.UTC(2026, 10, 21, 9) };
  let tell: (state: PageState) => void = () => {};
  const shown = options.page ?? chatPage([]);
  /** As typed into the page's reply box. */
  const type = (text: string) => {
    box.text = text;
    if (shown.is !== 'open') return;
    const draft = { found: true, text, focusedAt: 1 } as const;
    const frames = [...shown.frames].map(([id, view]) => [id, { ...view, draft }] as const);
    tell({ ...shown, frames: new Map(frames) });
  };
  let wakeups: (() => void)[] = [];
  const schedule = (callback: () => void) => {
    wakeups.push(callback);
    return () => {
      wakeups = wakeups.filter((each) => each !== callback);
    };
  };
  const panel = createPanel({
    openLink: (tab, onState) => {
      tell = onState;
      onState(options.pages?.[tab] ?? shown);
      return {
        insertText: async (_frame, text) => {
          const result = (await options.insert?.(text)) ?? { ok: true, draft: text };
          if (result.ok) box.text += text;
          return result;
        },
        replaceText: async (_frame, range, text) => {
          const result = (await options.insert?.(text)) ?? { ok: true, draft: '' };
          if (result.ok) type(box.text.slice(0, range.start) + text + box.text.slice(range.end));
          return result;
        },
        retry: () => {},
        pick: (point) => Promise.resolve(options.pick?.(point) ?? null),
        stopPicking: () => {},
        deriveSite: () => Promise.resolve(options.derived ?? { ok: false, reason: 'same-look' }),
        readBy: () => Promise.resolve(),
      };
    },
    sites: {
      isAllowed: () => Promise.resolve(false),
      allowSite: () => Promise.resolve(true),
      forgetSite: () => Promise.resolve(true),
    },
    taught: {
      save: (url, more) => {
        box.taught.push({ url, ...more });
        return Promise.resolve();
      },
    },
    now: () => clock.now,
    schedule,
    copy:
      options.copy ??
      ((text) => {
        box.copied = text;
        return Promise.resolve();
      }),
    exportLog: () => Promise.resolve(0),
    loadSearch: () => Promise.resolve(createSearch),
    agentName: signal('Sam'),
    pulseMs: signal(30_000),
    interfaceLanguage: signal<Language>(language),
    describeFeeling: ({ is, words }) => `${is} (“${words}”)`,
  });
  if (lastRoot) render(null, lastRoot);
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  lastRoot = root;
  const verbs = { openDesk: () => {}, popOut: () => {} };
  render(<PanelView panel={panel} verbs={verbs} />, root);
  panel.keys.value = {
    open: 'Alt+Shift+K',
    'insert-first': 'Alt+Shift+J',
    'start-hold': '',
    ...options.keys,
  };
  panel.session.bind(1);
  panel.engine.value = guideEngine;
  panel.packs.use(packs, createEar);
  const quiet = signal<readonly Quiet[]>([]);
  panel.draft.value = createDraftStore({
    ...panel,
    check: signal(checkDraft),
    quiet,
    saveQuiet: async (next) => {
      quiet.value = next;
    },
    copy: async (text) => {
      box.copied = text;
    },
    now: () => clock.now,
  });
  const combos = signal<RefusalMemory>({ format: 1, combos: [] });
  panel.refusal.value = createRefusal({
    ...panel,
    category: signal(undefined),
    check: signal(checkDraft),
    memory: combos,
    saveMemory: async (next) => {
      combos.value = next;
    },
    schedule,
    now: () => clock.now,
  });
  panel.rounds.value = createRounds({ ...panel, now: () => clock.now });
  panel.safety.value = createSafety({
    ...panel,
    interfaceLanguage: signal<Language>(language),
    now: () => clock.now,
  });
  const help = createHelp({
    ...panel,
    schedule,
    createId: () => crypto.randomUUID(),
    now: () => clock.now,
  });
  panel.help.value = help;
  const author = signal({ agentName: options.unnamed ? '' : 'Sam', teamName: '' });
  panel.handOver.value = createHandOver({
    ...panel,
    help,
    author,
    sign: (change) => {
      author.value = { ...author.value, ...change };
    },
    titles: handOverTitles,
    showMoment: (at) => new Date(at).toISOString().slice(0, 16),
    copyText: async (text) => {
      box.copied = text;
    },
    schedule,
    now: () => clock.now,
  });
  panel.others.value = createOthers({
    ...panel,
    showTab: async (tabId, url) => {
      box.went.push({ tabId, url });
    },
    schedule,
    now: () => clock.now,
  });
  const opensPlaces: string[] = [];
  const announced = { count: 0 };
  panel.promises.value = createPromises({
    ...panel,
    settings: signal<Settings>({ ...defaultSettings, agentName: 'Sam' }),
    offset: () => 0,
    run: 'run',
    openPlace: ({ url }) => {
      opensPlaces.push(url);
      return Promise.resolve(true);
    },
    onAnnounce: () => announced.count++,
    now: () => clock.now,
    schedule,
  });
  const opened = await openMemory({
    now: () => clock.now,
    createId: () => crypto.randomUUID(),
    indexedDB,
    name: `panel-${crypto.randomUUID()}`,
  });
  panel.remember({
    is: 'opened',
    ...(options.refused ? { ok: false, reason: options.refused } : opened),
  });
  return {
    panel,
    box,
    type,
    quiet,
    combos,
    opensPlaces,
    announced,
    show: (state: PageState) => tell(state),
    /** Lets time pass, and everything that was to happen then happen. */
    pass(ms: number) {
      clock.now += ms;
      const due = wakeups;
      wakeups = [];
      for (const wake of due) wake();
    },
  };
}

/** A page with a conversation and an empty reply box. */
export function chatPage(messages: readonly Partial<Message>[], key = 'one'): PageState {
  const reading = {
    site: 'generic',
    key,
    customer: 'Dana Reyes',
    sure: 1,
    messages: messages.map((message, index) => ({
      key: `m${index}`,
      side: 'customer' as const,
      text: '',
      ...message,
    })),
  };
  const draft = { found: true, text: '', focusedAt: 1 } as const;
  return {
    is: 'open',
    url: 'https://help.example/chat',
    frames: new Map([[0, { reading, draft }]]),
  };
}

/** Sets width and colours as the browser would. */
export async function setScreen(width: number, scheme: 'light' | 'dark'): Promise<void> {
  await page.viewport(width, 760);
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  });
}

/** What axe has to say, as readable lines; empty when all is well. */
export async function findBarriers(): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await axe.run(document, { runOnly: tags });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

/** Elements that stick out of the window sideways. */
export function findOverflow(): string[] {
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}
