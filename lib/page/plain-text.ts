// The text of an element as a person reads it, with line breaks, and the way back from offsets to places in it.
import { isElement } from './roots';

type Point = { node: Node; offset: number };
/** What a text node has of a text, and from where to where it stands there. */
export type TextRun = { text: string; node: Node; start: number; end: number };

/** A stretch of the text: `inText` ones run along one text node, the others stand for an element or a line break. */
type Chunk = { start: number; text: string; before: Point; after: Point; inText: boolean };

// At the end, decoration for the eye alone: icon fonts, and the hint that Slate writes into an empty box.
const skipped =
  'script, style, template, textarea, input, button, select, svg, [hidden], [aria-hidden="true"], [data-slate-placeholder]';
// Words with single spaces between them; zero-width characters that editors use as anchors are left out.
const words = /[^ \t\n\r\f\u200b\u2060\ufeff]+(?: [^ \t\n\r\f\u200b\u2060\ufeff]+)*/g;
// A text of nothing else reads the same whether its blanks are kept or not, and nobody needs to ask.
const wordsAlone = new RegExp(`^${words.source}$`);

/** Whether a text reads as it stands: words with single spaces between them. */
export function isPlain(text: string): boolean {
  return wordsAlone.test(text);
}

export function plainText(element: Element): string {
  return readText(element).text;
}

/** The text, and what each text node has of it, in order. */
export function readText(element: Element): { text: string; runs: TextRun[] } {
  const runs: TextRun[] = [];
  let all = '';
  for (const { text, start, before, inText } of chunksOf(element)) {
    all += text;
    const last = runs.at(-1);
    if (!inText) continue;
    const end = start + text.length;
    if (last?.node === before.node) Object.assign(last, { text: last.text + text, end });
    else if (text !== ' ') runs.push({ text, node: before.node, start, end });
  }
  return { text: all, runs };
}

/** The place of an element's text from one offset to another. */
export function textRange(element: Element, start: number, end: number): Range {
  const chunks = chunksOf(element);
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const first = chunks.find((chunk) => start < chunk.start + chunk.text.length);
  const last = chunks.findLast((chunk) => end > chunk.start);
  const from = first && pointIn(first, start, first.before);
  const to = last && pointIn(last, end, last.after);
  // Behind the last character there is none to begin with.
  const begin = from ?? (start > 0 ? to : undefined);
  if (begin) range.setStart(begin.node, begin.offset);
  if (to && end > start) range.setEnd(to.node, to.offset);
  else range.collapse(true);
  return range;
}

function pointIn(chunk: Chunk, offset: number, whole: Point): Point {
  if (!chunk.inText) return whole;
  return { node: chunk.before.node, offset: chunk.before.offset + offset - chunk.start };
}

/** The offsets of a range within an element's text. */
export function offsetsOf(element: Element, range: Range): { start: number; end: number } {
  const chunks = chunksOf(element);
  const start = offsetAt(chunks, { node: range.startContainer, offset: range.startOffset });
  const end = offsetAt(chunks, { node: range.endContainer, offset: range.endOffset });
  return { start, end };
}

function offsetAt(chunks: Chunk[], point: Point): number {
  const here = point.node.ownerDocument?.createRange();
  if (!here) return 0;
  here.setStart(point.node, point.offset);
  here.collapse(true);
  const chunk = chunks.findLast(
    ({ before }) => here.comparePoint(before.node, before.offset) === -1,
  );
  if (!chunk) return 0;
  const whole = chunk.start + chunk.text.length;
  if (!chunk.inText || point.node !== chunk.before.node) return whole;
  return Math.min(whole, chunk.start + point.offset - chunk.before.offset);
}

function chunksOf(element: Element): Chunk[] {
  const chunks: Chunk[] = [];
  let length = 0;
  let last: Point = { node: element, offset: 0 };
  let space: Point | undefined;
  // A break is only due once something follows it: the last `<br>` of a block makes no line.
  let isBreakDue = false;

  const put = (text: string, before: Point, after: Point, inText: boolean) => {
    chunks.push({ start: length, text, before, after, inText });
    length += text.length;
    last = after;
  };
  const flush = (at: Point) => {
    if (isBreakDue) put('\n', last, at, false);
    else if (space && length > 0)
      put(' ', space, { node: space.node, offset: space.offset + 1 }, true);
    isBreakDue = false;
    space = undefined;
  };
  const endLine = (at: Point) => {
    space = undefined;
    flush(at);
    isBreakDue = true;
  };
  const putText = (node: Node, text: string, offset: number) => {
    const before = { node, offset };
    flush(before);
    put(text.replaceAll('\u00a0', ' '), before, { node, offset: offset + text.length }, true);
  };

  const readNode = (node: Node, data: string, parent: Element) => {
    if (wordsAlone.test(data)) return putText(node, data, 0);
    const isPreserved = /^(?:pre|break-spaces)/.test(styleOf(parent)?.whiteSpace ?? '');
    let at = 0;
    for (const match of data.matchAll(isPreserved ? /\n|[^\n\u200b\u2060\ufeff]+/g : words)) {
      if (match[0] === '\n') endLine({ node, offset: match.index });
      else {
        if (!isPreserved) noteSpace(node, data, at, match.index);
        putText(node, match[0], match.index);
      }
      at = match.index + match[0].length;
    }
    if (!isPreserved) noteSpace(node, data, at, data.length);
  };
  const noteSpace = (node: Node, data: string, from: number, to: number) => {
    const gap = data.slice(from, to).search(/[ \t\n\r\f]/);
    if (gap >= 0 && !isBreakDue) space ??= { node, offset: from + gap };
  };

  const readElement = (child: Element) => {
    if (child.localName === 'br') return endLine(placeOf(child).before);
    if (child.localName === 'img') {
      const alt = child.getAttribute('alt')?.trim();
      if (!alt) return;
      const { before, after } = placeOf(child);
      flush(before);
      return put(alt, before, after, false);
    }
    if (child.matches(skipped)) return;
    const display = styleOf(child)?.display ?? 'block';
    if (display === 'none') return;
    const isBlock = !/^(?:inline|contents|ruby)/.test(display);
    if (isBlock && length > 0) isBreakDue = true;
    readChildren(child);
    if (isBlock && length > 0) isBreakDue = true;
  };
  const readChildren = (parent: Element) => {
    for (let child = (parent.shadowRoot ?? parent).firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) readNode(child, child.nodeValue ?? '', parent);
      else if (isElement(child)) readElement(child);
    }
  };
  readChildren(element);
  return chunks;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

function placeOf(element: Element): { before: Point; after: Point } {
  const node = element.parentNode ?? element;
  const offset = [...node.childNodes].indexOf(element);
  return { before: { node, offset }, after: { node, offset: offset + 1 } };
}
