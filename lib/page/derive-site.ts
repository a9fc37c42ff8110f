// Makes a site description of what the agent pointed at: a customer's message, one of their own, the reply box.
import type { Site } from '../domain/site';
import { selectorOf, tokensOf } from './stable-selector';

export type Pointed = { customer: Element; agent: Element; replyBox: Element };
export type Derived =
  { ok: true; site: Site } | { ok: false; reason: 'same-message' | 'same-look' };

const keyAttributes = ['data-message-id', 'data-msgid', 'data-id', 'id'];
// What of a row's inside may tell its side; deeper it is rather a part of what was said.
const looked = 40;

/**
 * The rows are the children of what holds both messages; the sides differ by a class or attribute.
 * `same-message`: both lie in one row; `same-look`: nothing tells the two rows apart.
 */
export function deriveSite({ customer, agent, replyBox }: Pointed, seen: string): Derived {
  const list = commonOf(customer, agent);
  const [theirs, ours] = [rowIn(list, customer), rowIn(list, agent)];
  if (!list || !theirs || !ours || theirs === ours) return { ok: false, reason: 'same-message' };
  const place = selectorOf(list);
  const row = `${place} > ${theirs.localName === ours.localName ? theirs.localName : '*'}${sharedBy(theirs, ours)}`;
  const [theirMark, ourMark] = [markOf(theirs, ours), markOf(ours, theirs)];
  if (theirMark === undefined && ourMark === undefined) return { ok: false, reason: 'same-look' };
  const without = (mark: string | undefined) => `${row}:not(${mark}):not(:has(${mark}))`;
  const text = textOf(customer, agent, { theirs, ours });
  const key = keyAttributes.find((name) => differs(name, theirs, ours));
  return {
    ok: true,
    site: {
      id: 'personal',
      title: list.ownerDocument.location.host,
      seen,
      marks: place,
      list: place,
      row,
      ...(text !== undefined && { text }),
      customer: theirMark ?? without(ourMark),
      agent: ourMark ?? without(theirMark),
      ...(key !== undefined && { keyAttribute: key }),
      replyBox: selectorOf(replyBox),
    },
  };
}

function commonOf(a: Element, b: Element): Element | undefined {
  for (let place = a.parentElement; place; place = place.parentElement)
    if (place.contains(b) && place !== b) return place;
  return undefined;
}

function rowIn(list: Element | undefined, element: Element): Element | undefined {
  let row: Element | null = element;
  while (row && row.parentElement !== list) row = row.parentElement;
  return row ?? undefined;
}

/** The class or attribute that all rows seem to have; none where the two share none. */
function sharedBy(a: Element, b: Element): string {
  const others = new Set(tokensOf(b));
  return tokensOf(a).find((token) => others.has(token)) ?? '';
}

/** What one row, or something in it, has and the other has nowhere. */
function markOf(row: Element, other: Element): string | undefined {
  const elements = [row, ...row.querySelectorAll('*')].slice(0, looked);
  const isAbsent = (token: string) => !other.matches(token) && !other.querySelector(token);
  return elements.flatMap(tokensOf).find(isAbsent);
}

/** What both elements that were pointed at have in common, if it finds each of them first in its row. */
function textOf(a: Element, b: Element, rows: { theirs: Element; ours: Element }) {
  if (a === rows.theirs || b === rows.ours) return undefined;
  const tag = a.localName === b.localName ? [a.localName] : [];
  const shared = sharedBy(a, b);
  return [...(shared === '' ? [] : [shared]), ...tag].find(
    (selector) =>
      rows.theirs.querySelector(selector) === a && rows.ours.querySelector(selector) === b,
  );
}

function differs(attribute: string, a: Element, b: Element): boolean {
  const [first, second] = [a.getAttribute(attribute), b.getAttribute(attribute)];
  return Boolean(first) && Boolean(second) && first !== second;
}
