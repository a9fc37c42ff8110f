// Lets the agent point at something on the page: an outline follows the pointer or the keys, until a click or Escape.
import { boxOf, isVisible, isWritable, shownAs } from './editable';
import { isElement, isHtml, queryDeepAll, rootsBelow, type Root } from './roots';

type Wanted = 'reply-box' | 'message';

type Options = { document: Document; wanted: Wanted; signal: AbortSignal };

// What belongs to the click that picks must not reach the page: it could send, navigate or close.
const swallowed = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];

/** The element, or undefined when the agent pressed Escape or the signal ended it. */
export function pick({ document, wanted, signal }: Options): Promise<Element | undefined> {
  const life = new AbortController();
  const over = AbortSignal.any([life.signal, signal]);
  const outline = openOutline(document, over);
  return new Promise((resolve) => {
    let current: Element | undefined;
    const end = (picked: Element | undefined) => {
      life.abort();
      resolve(picked);
    };
    const show = (element: Element | undefined) => {
      current = element;
      outline.show(element);
    };
    const onPointer = (event: Event) => show(meant(event.composedPath()[0] ?? null, wanted));
    const onClick = (event: Event) => {
      swallow(event);
      const element = meant(event.composedPath()[0] ?? null, wanted);
      if (event.type === 'click' && element) end(element);
    };
    const onKey = (event: Event) => {
      const { key, shiftKey } = event as KeyboardEvent; // Listened to by that name.
      if (!['Escape', 'Enter', 'Tab', 'ArrowUp'].includes(key)) return;
      swallow(event);
      if (key === 'Escape') end(undefined);
      else if (key === 'Enter' && current) end(current);
      else if (key === 'Tab') show(next(candidates(document, wanted), current, shiftKey ? -1 : 1));
      else if (key === 'ArrowUp') show(current?.parentElement ?? current);
    };
    for (const root of documentsIn(document)) {
      root.addEventListener('pointermove', onPointer, { capture: true, signal: over });
      root.addEventListener('keydown', onKey, { capture: true, signal: over });
      for (const type of swallowed)
        root.addEventListener(type, onClick, { capture: true, signal: over });
    }
    signal.addEventListener('abort', () => end(undefined), { once: true, signal: life.signal });
  });
}

function documentsIn(document: Document): Root[] {
  return [document, ...rootsBelow(document).filter((root) => !('host' in root))];
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What pointing at a place means: a box is meant whole, a message by the words that were pointed at. */
function meant(target: EventTarget | null, wanted: Wanted): Element | undefined {
  if (!isElement(target)) return undefined;
  if (wanted === 'message') return target;
  const box = boxOf(target);
  return box && isWritable(box) ? box : undefined;
}

/** What the Tab key goes through. */
function candidates(document: Document, wanted: Wanted): Element[] {
  if (wanted === 'reply-box') {
    const all = queryDeepAll(document, 'textarea, input, [contenteditable], body');
    const boxes = all.flatMap((each) => boxOf(each) ?? []);
    return [...new Set(boxes)].filter((box) => isWritable(box) && isVisible(box));
  }
  const texts = [...document.querySelectorAll('p, div, span, li')];
  return texts.filter(
    (each) => !each.firstElementChild && each.textContent.trim() !== '' && each.checkVisibility(),
  );
}

function next(all: Element[], current: Element | undefined, by: number): Element | undefined {
  const at = current ? all.indexOf(current) : -1;
  const first = by > 0 ? 0 : all.length - 1;
  return all[at < 0 ? first : (at + by + all.length) % all.length];
}

/** Drawn above the page in a closed shadow root, and gone with the signal; the page itself is left as it is. */
function openOutline(document: Document, signal: AbortSignal) {
  const host = document.createElement('composure-outline');
  const frame = document.createElement('div');
  const fixed = { position: 'fixed', pointerEvents: 'none', boxSizing: 'border-box' };
  Object.assign(host.style, fixed, { inset: '0', zIndex: '2147483647' });
  Object.assign(frame.style, fixed, {
    display: 'none',
    border: '2px solid #1f7a63',
    borderRadius: '4px',
    boxShadow: '0 0 0 2px #fff, inset 0 0 0 1px #fff',
  });
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return {
    show: (element: Element | undefined) => {
      frame.style.display = element ? 'block' : 'none';
      if (!element) return;
      const { left, top, width, height } = rectOf(element, document);
      const px = (value: number) => `${value}px`;
      Object.assign(frame.style, {
        left: px(left - 3),
        top: px(top - 3),
        width: px(width + 6),
        height: px(height + 6),
      });
    },
  };
}

/** Where an element is drawn in the outermost document. */
function rectOf(element: Element, document: Document): DOMRect {
  const shown = isHtml(element) ? shownAs(element) : element;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const frame = shown.ownerDocument.defaultView?.frameElement;
  if (!frame || shown.ownerDocument === document) return new DOMRect(left, top, width, height);
  const outer = rectOf(frame, document);
  return new DOMRect(outer.left + left, outer.top + top, width, height);
}
