// Tells from the look of a message row who said it: words in classes and attributes first, then which edge it keeps to.
import type { Side } from '../domain/conversation';
import { readText } from './plain-text';
import { parentOf } from './roots';
import { isClipped, longestOf } from './row-labels';
import type { Vocabulary } from './vocabulary';

/** By the words of its tags and of some inside it; undefined when they do not tell, or tell both. */
export function sideByWords(row: Element, told: Vocabulary): Side | undefined {
  let said = 0;
  const inside = row.querySelectorAll(told.sideIn);
  for (const element of [row, ...inside].slice(0, 12))
    for (const name of element.getAttributeNames()) {
      if (!told.telling.test(name)) continue;
      const value = element.getAttribute(name) ?? '';
      // What a label says is the message's own text; only its name part counts.
      said |= told.sidesIn(name === 'aria-label' ? value.replace(/:.*/s, '') : value);
    }
  if ((said & 3) % 3 !== 0) return said & 1 ? 'agent' : 'customer';
  return said & 4 || row.matches(told.systemRow) ? 'system' : undefined;
}

/** Short lines such as "Dana joined", that nobody said. */
export function isSystemText(text: string, { systemText }: Vocabulary): boolean {
  return text.length < 80 && systemText.test(text);
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
