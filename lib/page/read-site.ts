// Reads a conversation by a site description.
import type { Side } from '../domain/conversation';
import type { Site } from '../domain/site';
import { plainText } from './plain-text';
import type { Reader, Row } from './reader';
import { parentOf, queryDeep, queryDeepAll } from './roots';

/** Undefined where the page is another product, or shows no conversation. */
export function readSite(site: Site, document: Document): Reader | undefined {
  if (!queryDeep(document, site.marks)) return undefined;
  const lists = queryDeepAll(document, site.list);
  // Closed conversations may stay in the page, hidden.
  const list = lists.find((element) => element.checkVisibility()) ?? lists[0];
  if (!list) return undefined;
  const near = rememberNearest(list);
  let isNewestFirst = false;
  return {
    id: site.id,
    description: site,
    sure: () => 1,
    list,
    rows: () => {
      const rows = [...(list.shadowRoot ?? list).querySelectorAll(site.row)];
      isNewestFirst = site.order ? site.order === 'newest-first' : isReversed(site, rows);
      return isNewestFirst ? rows.toReversed() : rows;
    },
    rowsAt: (element) => {
      const around = element.closest(site.row);
      return around ? [around] : [...element.querySelectorAll(site.row)];
    },
    isNewestFirst: () => isNewestFirst,
    read: (row) => readRow(site, row),
    isTelling: () => false,
    edition: () => 0,
    conversation: () => conversationOf(site, list, near),
    customer: () => textAt(site.customerName && near(site.customerName)),
  };
}

/** Some products let each agent choose the order; the times of the rows tell it. */
function isReversed({ timeAttribute }: Site, rows: readonly Element[]): boolean {
  const timeOf = (row: Element | undefined) =>
    Date.parse((row && attributeAt(row, timeAttribute)) ?? '');
  return timeOf(rows[0]) > timeOf(rows.at(-1));
}

function readRow(site: Site, row: Element): Row {
  const name = textAt(site.name && within(row, site.name));
  const at = Date.parse(attributeAt(row, site.timeAttribute) ?? '');
  const key = attributeAt(row, site.keyAttribute);
  return {
    side: sideOf(site, row),
    text: plainTextAt(row, site.text),
    ...(name && { name }),
    ...(!Number.isNaN(at) && { at }),
    ...(key && { key }),
  };
}

function sideOf(site: Site, row: Element): Side {
  if (fits(row, site.system)) return 'system';
  if (site.customerIs && isCustomers(row, site.customerIs)) return 'customer';
  if (fits(row, site.agent)) return 'agent';
  return fits(row, site.customer) ? 'customer' : 'unknown';
}

function fits(row: Element, selector: string | undefined): boolean {
  return selector !== undefined && within(row, selector) !== undefined;
}

type CustomerIs = NonNullable<Site['customerIs']>;

function isCustomers(row: Element, { on, inRow, attribute }: CustomerIs): boolean {
  const who = within(row, inRow)?.getAttribute(attribute);
  const people = row.ownerDocument.querySelectorAll(on);
  return [...people].some((each) => who !== undefined && each.getAttribute(attribute) === who);
}

/** The row itself, or the first match in it. */
function within(row: Element, selector: string): Element | undefined {
  if (row.matches(selector)) return row;
  return row.querySelector(selector) ?? row.shadowRoot?.querySelector(selector) ?? undefined;
}

function plainTextAt(row: Element, selector: string | undefined): string {
  const element = selector === undefined ? row : within(row, selector);
  return element ? plainText(element).trim() : '';
}

function attributeAt(row: Element, attribute: string | undefined): string | undefined {
  if (attribute === undefined) return undefined;
  return within(row, `[${attribute}]`)?.getAttribute(attribute) ?? undefined;
}

function textAt(element: Element | undefined | ''): string | undefined {
  return (element && plainText(element).trim()) || undefined;
}

type Near = (selector: string) => Element | undefined;

/** Looking for the nearest passes through the whole list; what was found is good while it is there. */
function rememberNearest(list: Element): Near {
  const found = new Map<string, Element>();
  return (selector) => {
    const known = found.get(selector);
    if (known?.isConnected && known.matches(selector)) return known;
    const element = nearest(list, selector);
    if (element) found.set(selector, element);
    return element;
  };
}

function conversationOf({ conversation }: Site, list: Element, near: Near): string {
  const element = conversation && near(conversation.selector);
  const told =
    element && conversation.attribute !== undefined
      ? element.getAttribute(conversation.attribute)
      : textAt(element);
  return told ?? list.ownerDocument.location.href;
}

/** With several conversations on a page, the match that shares the closest ancestor with the list is its own. */
function nearest(list: Element, selector: string): Element | undefined {
  for (let place: Element | null = list; place; place = parentOf(place)) {
    const match = within(place, selector);
    if (match) return match;
  }
  return undefined;
}
