// Finds the message list of a page without a description: a log or feed, or repeated rows near the reply box.
import { parentOf, queryDeepAll } from './roots';

const messageWords =
  /message|msg|chat|bubble|comment|\bconv|history|thread|journal|transaction|transcript|reply|消息/i;
const signed = '[data-from], [data-author], [data-author-type], [data-sender], [data-sender-type]';
const elsewhere =
  'nav, header, footer, aside form, table thead, select, [role="navigation"], [role="menu"], [role="menubar"], [role="toolbar"], [role="tablist"], [role="listbox"], [role="tree"], [contenteditable="true"]';
const logSelector = '[role="log"], [role="feed"]';
// Looking further than this at one level would be felt on a big page.
const searchLimit = 3000;

export type FoundList = { list: Element; isLog: boolean };

export function findList(document: Document, box: HTMLElement | undefined): FoundList | undefined {
  const logs = queryDeepAll(document, logSelector).filter((log) => log.checkVisibility());
  const log = logs.find((list) => rowsOf(list).length > 0) ?? logs[0];
  if (log) return { list: log, isLog: true };
  const list = box && findNear(box);
  return list && { list, isLog: false };
}

/** The rows of a list, in the order of the page: its children with text, down to where they begin to repeat. */
export function rowsOf(list: Element): Element[] {
  let parent = list;
  for (let depth = 0; depth < 6; depth++) {
    const rows = [...(parent.shadowRoot ?? parent).children].filter(isRow);
    const [only] = rows;
    if (rows.length !== 1 || !only || isMessageLike(only)) return rows;
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

function isMessageLike(element: Element): boolean {
  return (
    element.matches('li, article, [role="article"], [role="listitem"], [data-message-id]') ||
    (messageWords.test(`${element.className} ${element.localName}`) && !hasRepeatedRows(element))
  );
}

function hasRepeatedRows(element: Element): boolean {
  const rows = [...element.children].filter(isRow);
  return mostOf(rows.map((row) => `${row.localName}.${row.classList[0] ?? ''}`)) > 1;
}

/** Climbs from the box; the best list at the first level that has one. */
function findNear(box: HTMLElement): Element | undefined {
  let inner: Element = box;
  for (let place = parentOf(box); place; place = parentOf(place)) {
    const best = bestIn(place, inner);
    if (best) return best;
    inner = place;
  }
  return undefined;
}

function bestIn(place: Element, searched: Element): Element | undefined {
  let best: { list: Element; score: number } | undefined;
  const candidates = [place, ...(place.shadowRoot ?? place).querySelectorAll('*')];
  for (const list of candidates.slice(0, searchLimit)) {
    if (list.childElementCount < 2 || searched.contains(list) || list.contains(searched)) continue;
    const score = scoreOf(list);
    if (score > (best?.score ?? 0)) best = { list, score };
  }
  return best?.list;
}

/** 0 for what is no conversation: menus, tables of links, forms. */
function scoreOf(list: Element): number {
  const rows = [...list.children].filter(isRow);
  const count = mostOf(rows.map(({ localName }) => localName));
  if (count < 2 || list.closest(elsewhere) || !list.checkVisibility()) return 0;
  const told = [list, ...rows.slice(0, 3)].map(({ className, id }) => `${className} ${id}`);
  const isTold = messageWords.test(told.join(' ')) || rows.some((row) => row.matches(signed));
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
