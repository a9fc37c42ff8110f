// The page's end of the ports: opens the page for the first panel, closes it behind the last one.
import type { Browser, browser } from 'wxt/browser';
import type { InsertResult } from '../domain/reply';
import type { Manner } from '../domain/site';
import type { Derived, Picked, Point } from '../domain/taught';
import type { Ask, PageEvent, PageView } from './messages';
import { portName } from './port';

type Page = {
  readConversation: (manner?: Manner) => PageView;
  pick: (point: Point) => Promise<Picked>;
  stopPicking: () => Picked;
  deriveSite: (seen: string) => Derived;
  insertText: (text: string) => Promise<InsertResult>;
  replaceText: (
    range: Extract<Ask, { ask: 'replaceText' }>['range'],
    text: string,
  ) => Promise<InsertResult>;
};

type Options = {
  onConnect: typeof browser.runtime.onConnect;
  open: (emit: (event: PageEvent) => void, signal: AbortSignal) => Page;
  /** Called once, when nobody listens any more. */
  onEnd: () => void;
  /** Tells when the page is left. Without it the page is served until the last panel goes. */
  window?: EventTarget;
};

// A panel that injects the script connects at once; without it nobody will.
const patienceMs = 5000;

/** Returns a function that gives a panel that is about to connect more time. */
export function servePage({ onConnect, open, onEnd, window }: Options): () => void {
  const ports = new Set<Browser.runtime.Port>();
  const life = new AbortController();
  let page: Page | undefined;
  /** Runs while a panel is about to connect: the last one before it may go, the script stays. */
  let patience: ReturnType<typeof setTimeout> | undefined;

  const keep = () => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      patience = undefined;
      if (ports.size === 0) end();
    }, patienceMs);
  };
  const end = () => {
    clearTimeout(patience);
    onConnect.removeListener(accept);
    for (const port of ports) port.disconnect();
    ports.clear();
    life.abort();
    onEnd();
  };
  const emit = (event: PageEvent) => {
    for (const port of ports) port.postMessage(event);
  };
  const accept = (port: Browser.runtime.Port) => {
    if (port.name !== portName) return;
    ports.add(port);
    clearTimeout(patience);
    patience = undefined;
    page ??= open(emit, life.signal);
    const opened = page;
    port.onMessage.addListener((ask: Ask) => void answer(opened, ask, port, ports));
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      if (ports.size === 0 && patience === undefined) end();
    });
  };
  onConnect.addListener(accept);
  // A page that is kept for "back" keeps its ports in Firefox (153, seen 2026-11-22): the panel would go on showing it.
  window?.addEventListener('pagehide', end, { signal: life.signal });
  keep();
  return keep;
}

async function answer(
  page: Page,
  ask: Ask,
  port: Browser.runtime.Port,
  ports: ReadonlySet<Browser.runtime.Port>,
) {
  const result = await answerTo(page, ask);
  // The panel may have gone while the page was writing.
  if (ports.has(port)) port.postMessage({ id: ask.id, answer: result });
}

type Answer = PageView | Derived | Picked | InsertResult;

function answerTo(page: Page, ask: Ask): Answer | Promise<Answer> {
  switch (ask.ask) {
    case 'readConversation':
      return page.readConversation(ask.manner);
    case 'insertText':
      return page.insertText(ask.text);
    case 'replaceText':
      return page.replaceText(ask.range, ask.text);
    case 'pick':
      return page.pick(ask.point);
    case 'stopPicking':
      return page.stopPicking();
    case 'deriveSite':
      return page.deriveSite(ask.seen);
  }
}
