// A panel's line to one tab: injects the page script where that is allowed, and talks with each of its frames.
//
//   connecting ──injected──► open ──navigation──► connecting
//       └──refused──► closed (why) ──icon clicked, site allowed, page loaded──► connecting
import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { DraftRange, InsertResult } from '../domain/reply';
import { insertResultSchema } from '../domain/reply';
import type { Manner } from '../domain/site';
import { pageWords } from '../domain/page-words';
import { sites } from '../domain/sites/index';
import { applySplice } from '../domain/splice';
import { derivedSchema, pickedSchema } from '../domain/taught';
import type { Derived, Point, Taught } from '../domain/taught';
import { enterPage } from './enter-page';
import type { Refusal } from './enter-page';
import { answerSchema, pageEventSchema, pageViewSchema } from './messages';
import type { Ask, PageEvent, PageView } from './messages';
import { portName } from './port';
import { taughtFor } from './taught-sites';

export type PageState =
  | { is: 'connecting' }
  | { is: 'closed'; why: Refusal }
  | { is: 'open'; url: string; frames: ReadonlyMap<number, PageView> };

export type PageLink = {
  insertText(frameId: number, text: string): Promise<InsertResult>;
  replaceText(frameId: number, range: DraftRange, text: string): Promise<InsertResult>;
  /** Lets the agent point at something in any frame; null when they press Escape, or `stopPicking` is called. */
  pick(point: Point): Promise<{ frameId: number; selector: string } | null>;
  stopPicking(): void;
  /** Makes a description of what was picked in a frame. */
  deriveSite(frameId: number, seen: string): Promise<Derived>;
  /** Reads the page by this from now on; `undefined`: by what is kept for its site. */
  readBy(taught?: Taught): Promise<void>;
  /** Tries again to get into the page, after something may have changed. */
  retry(): void;
};

type Frame = { port: Browser.runtime.Port; view: PageView | undefined; lastId: number };
type AskBody = Ask extends infer A ? (A extends Ask ? Omit<A, 'id'> : never) : never;

/** Opens the line to a tab; it ends with `signal`, and with it everything in the page. */
export function openPageLink(
  tabId: number,
  onState: (state: PageState) => void,
  signal: AbortSignal,
): PageLink {
  const frames = new Map<number, Frame>();
  const pending = new Map<string, (answer: unknown) => void>();
  let url = '';
  let taught: Taught | undefined;

  const show = () => {
    if (signal.aborted) return;
    const views = [...frames].flatMap(([id, { view }]) => (view ? [[id, view] as const] : []));
    onState(views.length > 0 ? { is: 'open', url, frames: new Map(views) } : { is: 'connecting' });
  };

  const ask = (frameId: number, body: AskBody): Promise<unknown> => {
    const frame = frames.get(frameId);
    if (!frame) return Promise.resolve(undefined);
    const id = ++frame.lastId;
    return new Promise((resolve) => {
      pending.set(`${frameId}:${id}`, resolve);
      frame.port.postMessage({ id, ...body });
    });
  };

  const read = async (frameId: number) => {
    const body = { ask: 'readConversation', manner: mannerOf(taught) } as const;
    const view = pageViewSchema.safeParse(await ask(frameId, body));
    const frame = frames.get(frameId);
    if (!frame || !view.success) return;
    frame.view = view.data;
    show();
  };

  const onEvent = (frameId: number, event: PageEvent) => {
    const frame = frames.get(frameId);
    if (!frame?.view) return;
    const view = applyEvent(frame.view, event);
    if (!view) return void read(frameId);
    frame.view = view;
    show();
  };

  const connect = (frameId: number) => {
    const port = browser.tabs.connect(tabId, { frameId, name: portName });
    frames.set(frameId, { port, view: undefined, lastId: 0 });
    port.onMessage.addListener((message: unknown) => {
      const answer = answerSchema.safeParse(message);
      if (answer.success)
        return settle(pending, `${frameId}:${answer.data.id}`, answer.data.answer);
      const event = pageEventSchema.safeParse(message);
      if (event.success) onEvent(frameId, event.data);
    });
    port.onDisconnect.addListener(() => {
      // Reading lastError keeps the browser from reporting an ended page as an error.
      void browser.runtime.lastError;
      if (frames.get(frameId)?.port === port) frames.delete(frameId);
      for (const key of pending.keys()) if (key.startsWith(`${frameId}:`)) settle(pending, key);
      show();
    });
    void read(frameId);
  };

  const inject = async ({ forced = false } = {}) => {
    const entered = await enterPage(tabId, signal);
    const known = entered.ok ? await taughtFor(entered.url) : undefined;
    if (signal.aborted) return;
    if (!entered.ok) {
      if (forced) leave();
      if (frames.size === 0) onState({ is: 'closed', why: entered.why });
      return;
    }
    url = entered.url;
    taught = known;
    for (const frameId of entered.frameIds) if (!frames.has(frameId)) connect(frameId);
  };

  const leave = () => {
    for (const { port } of frames.values()) port.disconnect();
    frames.clear();
  };

  followTab(
    tabId,
    {
      loaded: () => void inject(),
      closed: () => onState({ is: 'closed', why: 'no-tab' }),
      // A site was given back: what may not be read any more is left at once.
      forbidden: () => void inject({ forced: true }),
    },
    signal,
  );
  signal.addEventListener('abort', leave);
  onState({ is: 'connecting' });
  void inject();

  const insert = async (frameId: number, body: AskBody): Promise<InsertResult> => {
    const result = insertResultSchema.safeParse(await ask(frameId, body));
    return result.success ? result.data : { ok: false, reason: 'disconnected' };
  };
  return {
    insertText: (frameId, text) => insert(frameId, { ask: 'insertText', text }),
    replaceText: (frameId, range, text) => insert(frameId, { ask: 'replaceText', range, text }),
    pick: (point) =>
      pickIn(tabId, [...frames.keys()], (frameId, body) => ask(frameId, body), point),
    stopPicking: () => {
      for (const frameId of frames.keys()) void ask(frameId, { ask: 'stopPicking' });
    },
    deriveSite: async (frameId, seen) => {
      const derived = derivedSchema.safeParse(await ask(frameId, { ask: 'deriveSite', seen }));
      return derived.success ? derived.data : { ok: false, reason: 'disconnected' };
    },
    readBy: async (next) => {
      taught = next ?? (await taughtFor(url)) ?? { origin: '' };
      await Promise.all([...frames.keys()].map(read));
    },
    retry: () => void inject(),
  };
}

/** What the agent taught goes before what is known of products. */
function mannerOf({ site, replyBox }: Partial<Taught> = {}): Manner {
  return {
    sites: site ? [site, ...sites] : [...sites],
    words: pageWords,
    ...(replyBox !== undefined && { replyBox }),
  };
}

/** The first frame in which something was picked, or Escape pressed, ends it in all. */
async function pickIn(
  tabId: number,
  frameIds: readonly number[],
  ask: (frameId: number, body: AskBody) => Promise<unknown>,
  point: Point,
) {
  try {
    const target = { tabId, frameIds: [...frameIds] };
    await browser.scripting.executeScript({ target, files: ['/pick.js'] });
  } catch {
    return null; // The page has just gone; its own line says so.
  }
  const picks = frameIds.map(async (frameId) => {
    const picked = pickedSchema.safeParse(await ask(frameId, { ask: 'pick', point }));
    return { frameId, selector: picked.data?.selector ?? null };
  });
  const { frameId, selector } = await Promise.race(picks);
  for (const other of frameIds) if (other !== frameId) void ask(other, { ask: 'stopPicking' });
  return selector === null ? null : { frameId, selector };
}

function settle(pending: Map<string, (answer: unknown) => void>, key: string, answer?: unknown) {
  pending.get(key)?.(answer);
  pending.delete(key);
}

/** The view after an event, or undefined where it does not fit and the frame must be read anew. */
function applyEvent(view: PageView, event: PageEvent): PageView | undefined {
  if (event.event === 'draftChanged') return { ...view, draft: event.draft };
  if (event.event === 'conversationReplaced') return { ...view, reading: event.reading };
  const reading = view.reading && applySplice(view.reading, event.splice);
  return reading ? { ...view, reading } : undefined;
}

function followTab(
  tabId: number,
  on: { loaded: () => void; closed: () => void; forbidden: () => void },
  signal: AbortSignal,
): void {
  const updated = (id: number, change: { status?: string }) => {
    if (id === tabId && change.status === 'complete') on.loaded();
  };
  const removed = (id: number) => {
    if (id === tabId) on.closed();
  };
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  browser.action.onClicked.addListener(on.loaded);
  browser.permissions.onAdded.addListener(on.loaded);
  browser.permissions.onRemoved.addListener(on.forbidden);
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
    browser.action.onClicked.removeListener(on.loaded);
    browser.permissions.onAdded.removeListener(on.loaded);
    browser.permissions.onRemoved.removeListener(on.forbidden);
  });
}
