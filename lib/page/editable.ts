// What on a page can be written into: text fields and rich-text boxes, whichever window they belong to.
import { isHtml } from './roots';

export type Field = HTMLTextAreaElement | HTMLInputElement;

const fieldSelector = 'textarea, input:not([type]), input[type="text"], input[type=""]';
/** Finds what may be a box; a rich one by its outermost editable element. */
export const editableSelector = `${fieldSelector}, [contenteditable]:not([contenteditable="false"]), [role="textbox"]`;

export function isField(box: Element): box is Field {
  // Asked at each key, of a textarea mostly.
  return box.localName === 'textarea' || box.matches(fieldSelector);
}

/** The box that an element is, or lies in. */
export function boxOf(element: Element | null): HTMLElement | undefined {
  if (!isHtml(element)) return undefined;
  if (isField(element)) return element;
  if (element.ownerDocument.designMode === 'on') return element.ownerDocument.body;
  if (!element.isContentEditable) return undefined;
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

export function isWritable(box: HTMLElement): boolean {
  if (box.matches(':disabled, [aria-disabled="true"], [aria-readonly="true"]')) return false;
  return isField(box) ? !box.readOnly : boxOf(box) === box;
}

/** The element whose place on the screen is the box's: for the body of a frame, the frame. */
export function shownAs(box: HTMLElement): Element {
  const isWholeFrame = box === box.ownerDocument.body;
  return (isWholeFrame && box.ownerDocument.defaultView?.frameElement) || box;
}

/** Mirrors that editors keep for themselves are hidden, tiny or marked as not for people. */
export function isVisible(box: HTMLElement): boolean {
  const shown = shownAs(box);
  const { width, height } = shown.getBoundingClientRect();
  if (width < 40 || height < 10) return false;
  return (
    shown.checkVisibility({ visibilityProperty: true }) && !box.closest('[aria-hidden="true"]')
  );
}

/** The selection that holds for an element: Chromium keeps one for each shadow root. */
export function selectionAt(element: Element): Selection | null {
  const root = element.getRootNode();
  if ('getSelection' in root && typeof root.getSelection === 'function')
    return root.getSelection() as Selection | null; // Not in the DOM's types, since only Chromium has it.
  return element.ownerDocument.getSelection();
}

/** The selected range if it lies within the box. */
export function rangeIn(box: HTMLElement): Range | undefined {
  const selection = selectionAt(box);
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return box.contains(range.startContainer) && box.contains(range.endContainer) ? range : undefined;
}

export function isFocused(box: HTMLElement): boolean {
  const root = box.getRootNode();
  const active = 'activeElement' in root ? (root.activeElement as Element | null) : null; // Documents and shadow roots.
  return active !== null && (active === box || box.contains(active));
}
