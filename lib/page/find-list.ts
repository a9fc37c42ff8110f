// Finds the message list of a page without a description: a log or feed, or repeated rows near the reply box.
import { parentOf, queryDeepAll } from './roots';
import type { Vocabulary } from './vocabulary';

const logSelector = '[role="log"], [role="feed"]';
// Looking further than this at one level would be felt on a big page.
const searchLimit = 3000;
const few = 4;
// What a message is written in rather than a list of messages.
const inText = /^(?:p|span|a|b|i|em|strong|pre|code|ul|ol|h\d)$/;

export type FoundList = { list: Element; isLog: boolean };

export function findList(
  document: Document,
  box: HTMLElement | undefined,
  words: Vocabulary,
): FoundList | undefined {
  const logs = queryDeepAll(document, logSelector).filter((log) => log.checkVisibility());
  const log = logs.find((list) => rowsOf(list, words).length > 0) ?? logs[0];
  if (log) return { list: log, isLog: true };
  const list = box && findNear(box, words);
  return list && { list, isLog: false };
}

/** The rows of a list, in the order of the page: its children with text, down to where they begin to repeat. */
export function rowsOf(list: Element, words: Vocabulary): Element[] {
  let parent = list;
  for (let depth = 0; depth < 10; depth++) {
    const rows = [...(parent.shadowRoot ?? parent).children].filter(isRow);
    // What is ready to be shown beside the list does not make it a row.
    const shown = rows.length > few ? rows : rows.filter(isShown);
    const [only] = shown;
    if (shown.length !== 1 || !only || isMessageLike(only, words)) return rows;
    parent = only;
  }
  return [];
}

/** Whether an element among the rows says anything. */
export function isRow(element: Element): boolean {
  return (
    !element.matches('script, style, template, textarea, input, button, form, [hidden]') &&
    (element.shadowRoot ?? element).textContent.trim() !== ''
  );
}

/** Whether some of its text is drawn. */
function isShown(row: Element): boolean {
  const texts = row.ownerDocument.createTreeWalker(row.shadowRoot ?? row, 4); // NodeFilter.SHOW_TEXT
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.nodeValue?.trim() && text.parentElement?.checkVisibility()) return true;
  return false;
}

function isMessageLike(element: Element, { message }: Vocabulary): boolean {
  return (
    element.matches('li, article, [role="article"], [role="listitem"], [data-message-id]') ||
    (message.test(`${element.className} ${element.localName}`) && !hasRepeatedRows(element))
  );
}

function hasRepeatedRows(element: Element): boolean {
  const rows = [...element.children].filter(isRow);
  const [only] = rows;
  if (only && rows.length === 1) return hasRepeatedRows(only);
  const boxes = rows.filter(({ localName }) => !inText.test(localName));
  return mostOf(boxes.map((row) => `${row.localName}.${row.classList[0] ?? ''}`)) > 1;
}

/** Climbs from the box; the best list at the first level that has one. */
function findNear(box: HTMLElement, words: Vocabulary): Element | undefined {
  let inner: Element = box;
  for (let place = parentOf(box); place; place = parentOf(place)) {
    const best = bestIn(place, inner, words);
    if (best) return best;
    inner = place;
  }
  return undefined;
}

function bestIn(place: Element, searched: Element, words: Vocabulary): Element | undefined {
  let best: { list: Element; score: number } | undefined;
  const candidates = [place, ...(place.shadowRoot ?? place).querySelectorAll('*')];
  for (const list of candidates.slice(0, searchLimit)) {
    if (list.childElementCount < 2 || searched.contains(list) || list.contains(searched)) continue;
    const score = scoreOf(list, words);
    if (score > (best?.score ?? 0)) best = { list, score };
  }
  return best?.list;
}

/** 0 for what is no conversation: menus, tables of links, forms. */
function scoreOf(list: Element, { message, signed, elsewhere }: Vocabulary): number {
  const rows = [...list.children].filter(isRow);
  const count = mostOf(rows.map(({ localName }) => localName));
  if (count < 2 || list.closest(elsewhere) || !list.checkVisibility()) return 0;
  const first = rows.slice(0, 3).flatMap((row) => [row, row.firstElementChild ?? row]);
  const told = [list, ...first].map(({ className, id }) => `${className} ${id}`);
  const isTold = message.test(told.join(' ')) || rows.some((row) => row.matches(signed));
  const words = isTold ? 20 : 0;
  const overflow = list.ownerDocument.defaultView?.getComputedStyle(list).overflowY ?? '';
  const scrolls = /auto|scroll/.test(overflow) ? 10 : 0;
  if (words + scrolls === 0 || isMostlyLinks(rows)) return 0;
  return words + scrolls + Math.min(count, 10);
}

function mostOf(kinds: string[]): number {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function isMostlyLinks(rows: Element[]): boolean {
  const linked = rows.filter((row) => {
    const own = row.textContent.trim().length;
    const links = [...row.querySelectorAll('a, button')].map((link) => link.textContent.trim());
    return row.matches('a, button') || links.join('').length > own * 0.6;
  });
  return linked.length > rows.length / 2;
}
