// Follows the parts of a page as they come and go, but for what happens inside the message list.
import { isElement, rootsBelow, type Root } from './roots';

type RootWatch = {
  /** Called once for each root, also for those that come later. Attaching again must be harmless. */
  onRoot: (root: Root) => void;
  /** Elements came or went somewhere. */
  onChange: () => void;
  signal: AbortSignal;
};

export type Roots = {
  /** Those that are in the page, the document first. */
  all: () => Root[];
  /** Looks for late ones: a shadow root attached long after its host. */
  lookAgain: () => void;
  /** Looks into elements that came into the list. */
  enter: (elements: readonly Element[]) => void;
  /** Leaves this list to its own observer: a busy chat must not be paid for twice. */
  leaveOut: (list: Element | undefined) => void;
};

const whole = { childList: true, subtree: true };

export function watchRoots(document: Document, { onRoot, onChange, signal }: RootWatch): Roots {
  const known = new Set<Root>();
  let list: Element | undefined;

  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const node of addedNodes) {
        if (!isElement(node)) continue;
        enter(rootsBelow(node));
        // Around the list each part is watched by itself, and a new one has to be added.
        if (list && target.contains(list) && !node.contains(list)) observer.observe(node, whole);
      }
    onChange();
  });
  const observe = (root: Root) => {
    if (root === list?.shadowRoot) return;
    if (list && root === list.getRootNode()) watchAround(observer, list);
    else observer.observe(root, whole);
  };
  // A frame's document is replaced as it loads, and `document.open` drops every listener in it.
  const onLoad = (event: Event) => {
    if (isElement(event.target)) enter(rootsBelow(event.target));
  };
  const enter = (roots: Root[]) => {
    for (const root of roots) {
      known.add(root);
      observe(root);
      root.addEventListener('load', onLoad, { capture: true, signal });
      onRoot(root);
    }
  };
  const all = () => {
    for (const root of known) if (!isInPage(root)) known.delete(root);
    return [...known];
  };
  const lookAgain = () => enter([document, ...rootsBelow(document)]);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  lookAgain();
  return {
    all,
    lookAgain,
    enter: (elements) => {
      for (const element of elements) enter(rootsBelow(element));
    },
    leaveOut: (next) => {
      if (next === list) return;
      list = next;
      observer.disconnect();
      for (const root of all()) observe(root);
    },
  };
}

/** Everything in a tree, or in an element, but one part of it: each element that lies in, and whole what else lies there. */
export function watchAround(
  observer: MutationObserver,
  part: Node,
  { within, how = whole }: { within?: Node; how?: MutationObserverInit } = {},
) {
  let inner = part;
  for (let place = inner.parentNode; place && inner !== within; place = inner.parentNode) {
    observer.observe(place, { childList: true });
    for (const child of place.children) if (child !== inner) observer.observe(child, how);
    inner = place;
  }
}

function isInPage(root: Root): boolean {
  return 'host' in root ? root.host.isConnected : root.defaultView !== null;
}
