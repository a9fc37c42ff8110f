// Reads a conversation on a page without a description, and says how sure it is.
import type { Side } from '../domain/conversation';
import { findList, isRow, rowsOf } from './find-list';
import { plainText } from './plain-text';
import type { Reader, Row } from './reader';
import { parentOf } from './roots';
import { edgeOf, isSystemText, sideByWords, type Edge } from './row-side';

const nameSelector =
  '[class*="author" i], [class*="sender" i], [class*="username" i], [class*="user-name" i], [class*="display-name" i], [class~="name" i], [itemprop="author"], [class*="title" i]';
const timeSelector =
  'time, [class~="time" i], [class*="timestamp" i], [class*="-time" i], [class*="_time" i], [class~="date" i]';
const idAttributes = ['data-message-id', 'data-msgid', 'data-id', 'data-transaction-id', 'id'];
const agentNames = /^(?:you|me|i|我|您|自己)$/i;
// Enough to see which way the page draws; more would measure for nothing.
const sampled = 30;

export function readGeneric(document: Document, box: HTMLElement | undefined): Reader | undefined {
  const found = findList(document, box);
  if (!found) return undefined;
  const { list, isLog } = found;
  let isTwoEdged = false;
  let isUntold = false;
  let isNewestFirst = false;
  let place: Node = list;
  const told = new Set<Side>();

  const rows = () => {
    const elements = rowsOf(list);
    place = elements[0]?.parentNode ?? list;
    isNewestFirst = isReversed(elements.slice(-sampled), list);
    return isNewestFirst ? elements.toReversed() : elements;
  };
  const rowsAt = (element: Element) => {
    let row: Element | null = element;
    while (row && row.parentNode !== place && row !== list) row = parentOf(row);
    if (!row || row === list) return undefined;
    return isRow(row) ? [row] : [];
  };
  const read = (row: Element): Row => {
    const content = readRow(row);
    const edge = () => (isTwoEdged ? edgeOf(row, list) : undefined);
    const side = sideOf(row, content, edge);
    isUntold ||= side === 'unknown';
    told.add(side);
    return { ...content, side };
  };
  // Measuring is dear, and needed only where no word tells who it was.
  const edition = (some: readonly Element[]) => {
    if (isUntold && !isTwoEdged) {
      const edges = new Set(some.slice(-sampled).map((row) => edgeOf(row, list)));
      isTwoEdged = edges.has('left') && edges.has('right');
    }
    return Number(isTwoEdged);
  };
  if (rows().length === 0 && !isLog) return undefined;
  return {
    id: 'generic',
    list,
    rows,
    rowsAt,
    isNewestFirst: () => isNewestFirst,
    read,
    sure: () => sureness({ isLog, isTwoSided: told.has('agent') && told.has('customer') }),
    edition,
    conversation: () => document.location.href,
    customer: () => undefined,
  };
}

function sureness({ isLog, isTwoSided }: { isLog: boolean; isTwoSided: boolean }): number {
  return (2 + (isLog ? 3 : 1) + (isTwoSided ? 3 : 0)) / 10;
}

function sideOf(row: Element, { text, name }: Row, edgeOfRow: () => Edge): Side {
  const words = sideByWords(row);
  if (words) return words;
  if (name !== undefined && agentNames.test(name)) return 'agent';
  if (name === undefined && isSystemText(text)) return 'system';
  const edge = edgeOfRow();
  // Chat pages put what the person at the keyboard wrote on the right.
  if (edge) return edge === 'right' ? 'agent' : 'customer';
  return 'unknown';
}

function readRow(row: Element): Row {
  const all = plainText(row).trim();
  const name = nameIn(row, all);
  const timed = row.querySelector(timeSelector);
  const at = Date.parse(timed?.getAttribute('datetime') ?? '');
  const stamp = timed && labelText(timed);
  const key = idAttributes.map((attribute) => row.getAttribute(attribute)).find(Boolean);
  return {
    side: 'unknown',
    text: without(all, [name, stamp ?? '']),
    ...(name && { name }),
    ...(!Number.isNaN(at) && { at }),
    ...(key && { key }),
  };
}

/** Most labels are one piece of text, which needs no look at how it is drawn. */
function labelText(element: Element): string {
  if (element.firstElementChild || element.shadowRoot) return plainText(element).trim();
  return element.textContent.trim().replaceAll(/\s+/g, ' ');
}

/** A label before or behind the text; longer ones are rather a part of it. */
function nameIn(row: Element, all: string): string {
  const named = row.querySelector(nameSelector);
  const name = (named && labelText(named)) ?? '';
  // Some pages hide the name and still have it in the row.
  const isLabel =
    name !== all && (all.startsWith(name) || all.endsWith(name) || !all.includes(name));
  return isLabel && name.length <= 60 ? name : '';
}

/** The text less the name and the time that the row shows before or behind it. */
function without(text: string, labels: string[]): string {
  let rest = text;
  for (let pass = 0; pass < 2; pass++)
    for (const label of labels.filter(Boolean)) {
      if (rest.startsWith(label)) rest = rest.slice(label.length).replace(/^[\s:·,|-]+/, '');
      if (rest.endsWith(label)) rest = rest.slice(0, -label.length).replace(/[\s·,|]+$/, '');
    }
  return rest;
}

/** By the times that the rows tell; without them by the way the page stacks them. */
function isReversed(rows: Element[], list: Element): boolean {
  const times = rows
    .map((row) => Date.parse(row.querySelector('time')?.getAttribute('datetime') ?? ''))
    .filter((time) => !Number.isNaN(time));
  const [first] = times;
  const last = times.at(-1);
  if (first !== undefined && last !== undefined && first !== last) return first > last;
  const style = (rows[0]?.parentElement ?? list).ownerDocument.defaultView?.getComputedStyle(
    rows[0]?.parentElement ?? list,
  );
  return style?.flexDirection === 'column-reverse';
}
