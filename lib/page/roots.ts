// Every part of a page its script may look into: the document, same-origin frames in it, open shadow roots.

export type Root = Document | ShadowRoot;

/** A frame's objects belong to another window: `instanceof` against ours would say no. */
export function isElement(node: Node | EventTarget | null): node is Element {
  return node !== null && 'nodeType' in node && node.nodeType === 1;
}

export function isHtml(node: Node | EventTarget | null): node is HTMLElement {
  return isElement(node) && 'isContentEditable' in node;
}

/** What an element opens: its shadow root or the document of a same-origin frame. */
function innerRoot(element: Element): Root | null {
  if (element.shadowRoot) return element.shadowRoot;
  return element.localName === 'iframe' && 'contentDocument' in element
    ? (element.contentDocument as Document | null) // The DOM's own type, lost by the tag check.
    : null;
}

/** The roots opened below a node, outermost first. */
export function rootsBelow(node: Root | Element): Root[] {
  const own = isElement(node) ? innerRoot(node) : null;
  const roots: Root[] = own ? [own, ...rootsBelow(own)] : [];
  for (const element of node.querySelectorAll('*')) {
    const inner = innerRoot(element);
    if (inner) roots.push(inner, ...rootsBelow(inner));
  }
  return roots;
}

export function queryDeepAll(root: Root, selector: string): Element[] {
  return [root, ...rootsBelow(root)].flatMap((inner) => [...inner.querySelectorAll(selector)]);
}

export function queryDeep(root: Root, selector: string): Element | undefined {
  return root.querySelector(selector) ?? queryDeepAll(root, selector)[0];
}

/** The focused element, looked for through frames and shadow roots. */
export function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  while (active) {
    const inner: Element | null = innerRoot(active)?.activeElement ?? null;
    if (!inner) return active;
    active = inner;
  }
  return active;
}

/** The element around a node, also across the edge of a shadow root or a frame. */
export function parentOf(node: Node): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  if ('host' in root) return root.host as Element; // Only shadow roots have a host among roots.
  return node.ownerDocument?.defaultView?.frameElement ?? null;
}
