// The page room as a content script, driven by the test through events of the document; counts what it leaves behind.
import { openPage, type Page, type PageEvent } from '../../../lib/page/open-page';
import { createPickTools } from '../../../lib/page/pick-tools';
import { readSite } from '../../../lib/page/read-site';
import { sites } from '../../../lib/domain/sites/index';
import type { Manner } from '../../../lib/domain/site';
import { pageWords } from '../../../lib/domain/page-words';
import type { Point, Taught } from '../../../lib/domain/taught';
import { countLeftovers } from './leftovers';

type Ask =
  | { ask: 'open' }
  | { ask: 'close' }
  | { ask: 'read' }
  | { ask: 'leftovers' }
  | { ask: 'event' }
  | { ask: 'sites' }
  | { ask: 'pick'; point: Point }
  | { ask: 'derive' }
  | { ask: 'teach'; taught: Taught }
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
  if (ask.ask === 'pick') return page.pick(ask.point);
  if (ask.ask === 'derive') return page.deriveSite('the test');
  if (ask.ask === 'teach') return page.readConversation(mannerOf(ask.taught));
  if (ask.ask === 'insert') return page.insertText(ask.text);
  const { start, end, expected, text } = ask;
  return page.replaceText({ start, end, expected }, text);
}

function open() {
  life = new AbortController();
  events = [];
  const emit = (event: PageEvent) => {
    events.push(event);
    if (event.event === 'draftChanged' && event.draft.found)
      document.documentElement.dataset.draft = event.draft.text;
    onEvent?.();
  };
  const tools = createPickTools(document);
  page = openPage({
    document,
    emit,
    now: Date.now,
    tools: () => tools,
    signal: life.signal,
  });
  page.readConversation(mannerOf());
}

/** As a panel says it. */
function mannerOf(taught: Partial<Taught> = {}): Manner {
  const { site, replyBox } = taught;
  const known = site ? [site, ...sites] : [...sites];
  return { sites: known, words: pageWords, ...(replyBox !== undefined && { replyBox }) };
}

async function nextEvent(): Promise<PageEvent | undefined> {
  if (events.length === 0)
    await new Promise<void>((resolve) => {
      onEvent = resolve;
    });
  onEvent = undefined;
  return events.shift();
}
