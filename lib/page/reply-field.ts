// Finds the reply box and remembers where the caret stood in it, also after the focus went elsewhere.
import type { Site } from '../domain/site';
import {
  boxOf,
  editableSelector,
  isField,
  isFocused,
  isVisible,
  isWritable,
  rangeIn,
} from './editable';
import { likeliest } from './likely-box';
import { deepActive, isHtml, type Root } from './roots';
import type { Vocabulary } from './vocabulary';

type Found =
  { box: HTMLElement; focusedAt: number } | { box?: never; reason: 'no-reply-box' | 'read-only' };

export type ReplyField = {
  /** `typedIn`: where a letter just came; a box that takes one needs no further look. */
  find: (typedIn?: EventTarget | null) => Found;
  /** The caret that a rich-text box last had. */
  caretIn: (box: HTMLElement) => Range | undefined;
  /** Takes the box that was guessed for a guess again. */
  searchAgain: () => void;
  attach: (root: Root) => void;
};

type Options = {
  document: Document;
  now: () => number;
  site: () => Site | undefined;
  list: () => Element | undefined;
  roots: () => Root[];
  /** Selector of the box that the agent chose on this site. */
  chosen: () => string | undefined;
  words: () => Vocabulary | undefined;
  onFocus: () => void;
  signal: AbortSignal;
};

export function watchReplyField(options: Options): ReplyField {
  const { document, now, site, list, roots, chosen, words, onFocus, signal } = options;
  const carets = new WeakMap<HTMLElement, Range>();
  const focusTimes = new WeakMap<HTMLElement, number>();
  let last: HTMLElement | undefined;
  let guess: HTMLElement | undefined;

  const remember = (event?: Event) => {
    // At each key: a field keeps its caret itself.
    if (last && (last === event?.target || last === document.activeElement) && isField(last))
      return;
    const box = boxOf(deepActive(document));
    if (!box || (box !== last && isDecoy(box, site()))) return;
    const caret = isField(box) ? undefined : rangeIn(box);
    if (caret) carets.set(box, caret.cloneRange());
    if (box === last) return;
    last = box;
    focusTimes.set(box, now());
    onFocus();
  };
  const onFocusIn = (event: Event) => {
    // Focus that moves within a shadow root is not seen outside it.
    for (const target of event.composedPath()) if (isShadowRoot(target)) attach(target);
    remember();
    if (last && boxOf(deepActive(document)) === last) focusTimes.set(last, now());
  };
  const attach = (root: Root) => {
    root.addEventListener('focusin', onFocusIn, { capture: true, signal });
    root.addEventListener('selectionchange', remember, { capture: true, signal });
    remember();
  };

  const find = (typedIn?: EventTarget | null): Found => {
    if (last && last === typedIn && chosen() === undefined) return found(last);
    const isCandidate = (box: HTMLElement) => box.isConnected && !isDecoy(box, site());
    const own = chosenBox();
    if (own) return found(own);
    // A box with the focus can be seen; measuring it would cost the page a layout at each key.
    if (last && isFocused(last) && isWritable(last)) return found(last);
    for (const known of [last, guess])
      if (known && isCandidate(known) && isWritable(known)) return found(known);
    const named = site()?.replyBox;
    const theirs = named ? boxesIn(roots(), named).filter(isCandidate) : [];
    // A description that names its box is believed also when the box is not there.
    const boxes = named ? theirs : boxesIn(roots(), editableSelector).filter(isCandidate);
    guess = theirs.find(isWritable) ?? likeliest(boxes.filter(isWritable), list(), words());
    if (guess) return found(guess);
    return { reason: boxes.some(looksLikeBox) ? 'read-only' : 'no-reply-box' };
  };
  const chosenBox = (): HTMLElement | undefined => {
    const selector = chosen();
    if (selector === undefined) return undefined;
    return boxesIn(roots(), selector).find((box) => isVisible(box) && isWritable(box));
  };
  const found = (box: HTMLElement) => ({ box, focusedAt: focusTimes.get(box) ?? 0 });

  const searchAgain = () => {
    guess = undefined;
  };
  return { find, caretIn: (box) => carets.get(box), searchAgain, attach };
}

function isShadowRoot(target: EventTarget): target is ShadowRoot {
  return 'host' in target && 'nodeType' in target && target.nodeType === 11;
}

/** Boxes by selector; an editable inside a box counts as its box. Those that take no input are kept as they are. */
function boxesIn(roots: Root[], selector: string): HTMLElement[] {
  const matching = (wanted: string) =>
    roots.flatMap((root) => [...root.querySelectorAll(wanted)]).filter(isHtml);
  const elements = matching(selector);
  const edited = matching('body').filter((body) => body.ownerDocument.designMode === 'on');
  return [...new Set([...elements, ...edited].map((element) => boxOf(element) ?? element))];
}

/** A locked box is worth naming only if it is one to reply in, not any greyed-out field of a form. */
function looksLikeBox(box: HTMLElement): boolean {
  return !isWritable(box) && (box.localName !== 'input' || box.role === 'textbox');
}

const searchWords = /search|filter|find|查找|搜索|搜尋|筛选/i;

function isDecoy(box: HTMLElement, site: Site | undefined): boolean {
  if (!isVisible(box)) return true;
  if (site?.decoys && box.closest(site.decoys)) return true;
  if (box.closest('[role="search"], [role="searchbox"], [role="combobox"]')) return true;
  if (!isField(box) || box.localName !== 'input') return false;
  const { name, id, placeholder, className, ariaLabel } = box;
  return searchWords.test([name, id, placeholder, className, ariaLabel].join(' '));
}
