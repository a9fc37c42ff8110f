// Puts focus and caret back into a box before something is written there.
import { hintSelector, readBox, selectionIn } from './box-text';
import { isField, isFocused, rangeIn, selectionAt } from './editable';
import { tellFocus } from './gestures';
import { offsetsOf, textRange } from './plain-text';
import { isHtml } from './roots';
import { nextTask } from './wait';

export type Place = {
  signal: AbortSignal;
  /** Where the caret last stood in a rich-text box; without it the end. */
  caret?: Range | undefined;
  /** False where the agent has not been in the box yet: then its own selection means nothing. */
  isVisited?: boolean;
};

// Editors with a model of their own follow the page's selection later; Slate looks at it ten times a second at most
// and would write at the old place (Slate 0.146, seen 2026-11-22).
const selectionMs = 130;

/**
 * Focuses the box with the caret where the agent left it; at the end where they have not been yet. False where the
 * editor puts its own caret back: some know none of the page's in a shadow root, and would write at the beginning.
 */
export async function returnToCaret(
  box: HTMLElement,
  { caret, isVisited = true, signal }: Place,
): Promise<boolean> {
  const own = rangeIn(box)?.cloneRange();
  const wasFocused = isFocused(box);
  box.focus({ preventScroll: true });
  if (box.matches(hintSelector)) tellFocus(box);
  if (isField(box)) {
    if (!isVisited) box.setSelectionRange(box.value.length, box.value.length);
    return true;
  }
  const isInside = (range: Range | undefined) =>
    range !== undefined && box.contains(range.startContainer) && box.contains(range.endContainer);
  if (wasFocused && own && isVisited) return true;
  const remembered = [caret, isVisited ? own : undefined].find(isInside);
  // In an empty box the browser finds the place that the editor means.
  if (!remembered && readBox(box) === '') {
    await nextTask(signal, selectionMs);
    return true;
  }
  const range = remembered ?? endOf(box);
  const wanted = offsetsOf(box, range);
  const isThere = () => {
    const { start, end } = selectionIn(box);
    return start === wanted.start && end === wanted.end;
  };
  await select(box, range, signal);
  // On a busy machine an editor may have drawn its old caret once more before it noticed the new one.
  if (!isThere()) await select(box, textRange(box, wanted.start, wanted.end), signal);
  return isThere();
}

/** Selects, and gives the editor time to notice. */
export async function select(box: HTMLElement, range: Range, signal: AbortSignal) {
  const selection = selectionAt(box);
  selection?.removeAllRanges();
  selection?.addRange(range);
  await nextTask(signal, selectionMs);
}

/** Behind the last character, inside the innermost line. */
function endOf(box: HTMLElement): Range {
  const range = box.ownerDocument.createRange();
  let node: Node = box;
  for (let last = lastEditable(node); last; last = lastEditable(node)) node = last;
  if (node.nodeName === 'BR') range.setStartBefore(node);
  else range.selectNodeContents(node);
  range.collapse(node.nodeName === 'BR');
  return range;
}

function lastEditable(node: Node): Node | undefined {
  return [...node.childNodes].findLast((child) => !isHtml(child) || child.isContentEditable);
}
