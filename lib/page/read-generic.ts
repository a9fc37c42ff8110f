// Reads a conversation on a page without a description, and says how sure it is.
import type { Side } from '../domain/conversation';
import { findList, isRow, rowsOf } from './find-list';
import { plainText, readText, type TextRun } from './plain-text';
import type { Reader, Row } from './reader';
import { parentOf } from './roots';
import { createLabels, type Labels } from './row-labels';
import type { Vocabulary } from './vocabulary';
import { edgeOf, isSystemText, sideByWords, type Edge } from './row-side';

// Enough to see which way the page draws; more would measure for nothing.
const sampled = 30;

export function readGeneric(
  document: Document,
  box: HTMLElement | undefined,
  words: Vocabulary,
): Reader | undefined {
  const found = findList(document, box, words);
  if (!found) return undefined;
  const { list, isLog } = found;
  const labels = createLabels(words);
  let isTwoEdged = false;
  let isMirrored = false;
  let isUntold = false;
  let isNewestFirst = false;
  let place: Node = list;
  const sides = new Set<Side>();

  const rows = () => {
    const elements = rowsOf(list, words);
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
    const content = readRow(row, labels, words);
    const told = sideByWords(row, words);
    const isAsked = isMirrored && told === 'customer';
    const edge = () => (isTwoEdged ? edgeOf(row, list) : undefined);
    const side = (isAsked ? undefined : told) ?? sideOf(content, edge, words);
    isUntold ||= side === 'unknown';
    sides.add(side);
    return { ...content, side };
  };
  // Measuring is dear, and needed only where no word tells who it was.
  const edition = (some: readonly Element[]) => {
    if (isUntold && !isTwoEdged) {
      const drawn = some.slice(-sampled).map((row) => ({ row, edge: edgeOf(row, list) }));
      const at = (edge: Edge) => drawn.filter((each) => each.edge === edge);
      isTwoEdged = at('left').length > 0 && at('right').length > 0;
      const isCustomers = ({ row }: { row: Element }) => sideByWords(row, words) === 'customer';
      // A widget made for the customer's side calls whoever sits at the keyboard its client.
      isMirrored = isTwoEdged && at('right').some(isCustomers) && !at('left').some(isCustomers);
    }
    return labels.edition() * 2 + Number(isTwoEdged);
  };
  if (rows().length === 0 && !isLog) return undefined;
  return {
    id: 'generic',
    list,
    rows,
    rowsAt,
    isNewestFirst: () => isNewestFirst,
    read,
    isTelling: (text) => isSystemText(text, words) || labels.isAside(text),
    sure: () => sureness({ isLog, isTwoSided: sides.has('agent') && sides.has('customer') }),
    edition,
    conversation: () => document.location.href,
    customer: () => undefined,
  };
}

function sureness({ isLog, isTwoSided }: { isLog: boolean; isTwoSided: boolean }): number {
  return (2 + (isLog ? 3 : 1) + (isTwoSided ? 3 : 0)) / 10;
}

function sideOf({ text, name }: Row, edgeOfRow: () => Edge, words: Vocabulary): Side {
  if (name !== undefined && words.self.test(name)) return 'agent';
  if (name === undefined && isSystemText(text, words)) return 'system';
  const edge = edgeOfRow();
  // Chat pages put what the person at the keyboard wrote on the right.
  if (edge) return edge === 'right' ? 'agent' : 'customer';
  return 'unknown';
}

function readRow(row: Element, { labelsIn }: Labels, { nameIn, timeIn, keyIn }: Vocabulary): Row {
  const { text, runs } = readText(row);
  const all = text.trim();
  const labels = labelsIn(row, runs);
  const named = row.querySelector(nameIn);
  const own = ownName(named, all);
  const name = own || labels.name;
  const timed = row.querySelector(timeIn);
  const at = Date.parse(timed?.getAttribute('datetime') ?? '');
  const stamp = timed && labelText(timed);
  const texts = [own, stamp ?? '', ...labels.texts].filter(Boolean);
  const isLabel = ({ node, text: each }: TextRun) =>
    (own && named?.contains(node)) ||
    timed?.contains(node) ||
    texts.includes(each) ||
    /^[\s:：·,|-]*$/.test(each);
  const said = runs.filter((run) => !isLabel(run));
  const key = keyIn.map((attribute) => row.getAttribute(attribute)).find(Boolean);
  return {
    side: 'unknown',
    text: without(text, texts, said[0]?.start, said.at(-1)?.end),
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
function ownName(named: Element | null, all: string): string {
  const name = (named && labelText(named)) ?? '';
  // Some pages hide the name and still have it in the row.
  const isLabel =
    name !== all && (all.startsWith(name) || all.endsWith(name) || !all.includes(name));
  return isLabel && name.length <= 60 ? name : '';
}

/**
 * The text less the names and times that the row shows before `from` and behind `to`, where its own words begin and
 * end: whatever labels they may repeat, these were said.
 */
function without(text: string, labels: readonly string[], from = text.length, to = from): string {
  const start = text.slice(0, from).trimStart();
  const end = text.slice(to).trimEnd();
  const before = withoutBefore(start, labels);
  const behind = withoutBehind(end, labels);
  let said = text.slice(from, to);
  // What parts a name from the words on its line is no part of them.
  if (start && !before && !start.endsWith('\n'))
    said = said.replace(/^\s*(?:[:：·,|]|-(?=\s))?\s*/, '');
  if (end && !behind && !end.startsWith('\n')) said = said.replace(/\s*[·,|]?\s*$/, '');
  return `${before}${said}${behind}`.trim();
}

function withoutBefore(text: string, labels: readonly string[]): string {
  const label = labels.find((each) => text.startsWith(each));
  if (label === undefined) return text;
  return withoutBefore(text.slice(label.length).replace(/^[\s:·,|-]+/, ''), labels);
}

function withoutBehind(text: string, labels: readonly string[]): string {
  const label = labels.find((each) => text.endsWith(each));
  if (label === undefined) return text;
  return withoutBehind(text.slice(0, -label.length).replace(/[\s·,|]+$/, ''), labels);
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
