// Picks the reply box among the editables of a page that has no description: big, low, near the messages.
import { isField, shownAs } from './editable';
import { plainText } from './plain-text';
import type { Vocabulary } from './vocabulary';

/** Undefined if there is none. The one after the list wins over one before it, words over size. */
export function likeliest(
  boxes: HTMLElement[],
  list: Element | undefined,
  words: Vocabulary | undefined,
): HTMLElement | undefined {
  const scored = boxes.map((box) => ({ box, score: scoreOf(box, list, words) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.box;
}

function scoreOf(
  box: HTMLElement,
  list: Element | undefined,
  told: Vocabulary | undefined,
): number {
  const { width, height, bottom } = shownAs(box).getBoundingClientRect();
  const size = Math.min((width * height) / 1000, 60);
  const low = Math.max(0, Math.min(bottom / 20, 40));
  const field = isField(box) ? box : undefined;
  const named = [box.id, box.className, box.ariaLabel, field?.name, field?.placeholder].join(' ');
  const words = (told?.replyBox.test(named) ? 60 : 0) - (told?.otherBox.test(named) ? 80 : 0);
  const line = box.localName === 'input' ? -40 : 0;
  // A long text that stands there already is rather the customer's own than a draft.
  const filled = (field ? field.value : plainText(box)).length > 400 ? -40 : 0;
  return size + low + words + line + filled + (list ? nearness(box, list) : 0);
}

function nearness(box: HTMLElement, list: Element): number {
  if (box.ownerDocument !== list.ownerDocument) return 0;
  const isAfter = (list.compareDocumentPosition(box) & 4) !== 0; // Node.DOCUMENT_POSITION_FOLLOWING
  return isAfter ? 20 : 0;
}
