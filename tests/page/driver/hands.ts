// The page room as a content script, driven by the test through events of the document; counts what it leaves behind.
import { openPage, type Page, type PageEvent } from '../../../lib/page/open-page';
import { readSite } from '../../../lib/page/read-site';
import { sites } from '../../../lib/page/sites/index';
import { countLeftovers } from './leftovers';

type Ask =
  | { ask: 'open' }
  | { ask: 'close' }
  | { ask: 'read' }
  | { ask: 'leftovers' }
  | { ask: 'event' }
  | { ask: 'sites' }
  | { ask: 'insert'; text: string }
  | { ask: 'replace'; start: number; end: number; expected: string; text: string };

const leftovers = countLeftovers();
let page: Page | undefined;
let life = new AbortController();
let events: PageEvent[] = [];
let onEvent: (() => void) | undefined;

document.addEventListener('composure-ask', (event) => {
  const { id, ask } = JSON.parse((event as CustomEvent<string>).detail) as { id: number; ask: Ask };
  void Promise.resolve(answerTo(ask))
    .catch((error: unknown) => ({ error: String(error) }))
    .then((answer) => {
      const detail = JSON.stringify({ id, answer: answer ?? null });
      return document.dispatchEvent(new CustomEvent('composure-answer', { detail }));
    });
});
document.documentElement.dataset.hands = 'ready';

function answerTo(ask: Ask): unknown {
  if (ask.ask === 'open') return open();
  if (ask.ask === 'close') return life.abort();
  if (ask.ask === 'leftovers') return leftovers();
  if (ask.ask === 'event') return nextEvent();
  if (ask.ask === 'sites')
    return sites.filter((site) => readSite(site, document)).map(({ id }) => id);
  if (!page) throw new Error('The page is not open.');
  if (ask.ask === 'read') return page.readConversation();
  if (ask.ask === 'insert') return page.insertText(ask.text);
  const { start, end, expected, text } = ask;
  return page.replaceText({ start, end, expected }, text);
}

function open() {
  life = new AbortController();
  events = [];
  const emit = (event: PageEvent) => {
    events.push(event);
    onEvent?.();
  };
  page = openPage({ document, emit, now: Date.now, signal: life.signal });
}

async function nextEvent(): Promise<PageEvent | undefined> {
  if (events.length === 0)
    await new Promise<void>((resolve) => {
      onEvent = resolve;
    });
  onEvent = undefined;
  return events.shift();
}
