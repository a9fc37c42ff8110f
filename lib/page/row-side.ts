// Tells from the look of a message row who said it: words in classes and attributes first, then which edge it keeps to.
import type { Side } from '../domain/conversation';
import { readText } from './plain-text';
import { parentOf } from './roots';
import { isClipped, longestOf } from './row-labels';
import type { Vocabulary } from './vocabulary';

const systemRoles = '[role="separator"], [role="status"], hr';
const telling = /^(?:class|id|aria-label|data-(?!id$|key$|test|index).*)$/;

/** By words alone; undefined when they do not tell, or tell both. */
export function sideByWords(row: Element, told: Vocabulary): Side | undefined {
  const words = wordsOf(row);
  const isAgent = words.some((word) => told.agent.has(word));
  const isCustomer = words.some((word) => told.customer.has(word));
  if (isAgent !== isCustomer) return isAgent ? 'agent' : 'customer';
  if (row.matches(systemRoles) || words.some((word) => told.system.has(word))) return 'system';
  return undefined;
}

/** Short lines such as "Dana joined", that nobody said. */
export function isSystemText(text: string, { systemText }: Vocabulary): boolean {
  return text.length < 80 && systemText.test(text);
}

/** The words of the row and of what stands in it, as far as their tags go: `msg--from-me` → msg, from, me. */
function wordsOf(row: Element): string[] {
  const elements = [row, ...row.querySelectorAll('[class], [data-from], [data-author]')].slice(
    0,
    12,
  );
  const values = elements.flatMap((element) =>
    [...element.attributes]
      .filter(({ name }) => telling.test(name))
      .flatMap(({ name, value }) =>
        // What a label says is the message's own text; only its name part counts.
        name === 'aria-label' ? [value.split(':')[0] ?? ''] : [value],
      ),
  );
  return values
    .join(' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

export type Edge = 'left' | 'right' | undefined;

/** The edge of the list that the row's text keeps to; undefined when it is in the middle or as wide as the list. */
export function edgeOf(row: Element, list: Element): Edge {
  const outer = list.getBoundingClientRect();
  const inner = textRect(row);
  if (!inner || outer.width === 0) return undefined;
  const lead = (inner.left - outer.left - (outer.right - inner.right)) / outer.width;
  if (Math.abs(lead) < 0.1) return undefined;
  return lead > 0 ? 'right' : 'left';
}

/** Where the words are: the longest text in the row stands inside its bubble. */
function textRect(row: Element): DOMRect | undefined {
  const seen = readText(row).runs.filter(({ node }) => !isClipped(row, parentOf(node) ?? row));
  const longest = longestOf(seen);
  if (!longest) return undefined;
  const range = row.ownerDocument.createRange();
  range.selectNode(longest.node);
  const drawn = range.getBoundingClientRect();
  return drawn.width > 0 ? drawn : undefined;
}
