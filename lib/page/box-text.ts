// The text that a box holds and where its selection stands in it, the same way for fields and rich text.
import { isField, rangeIn } from './editable';
import { offsetsOf, plainText } from './plain-text';

/**
 * CKEditor 4 writes its hint into an empty box, and takes it out when it is told of the focus; beside the panel the
 * page has none, and the editor would later clear hint and insertion (Request Tracker 5.0.3, seen 2026-11-22).
 */
export const hintSelector = '.cke_editable.placeholder';

export function readBox(box: HTMLElement): string {
  if (isField(box)) return box.value;
  return box.matches(hintSelector) ? '' : plainText(box);
}

/** Offsets of the selection in the box's text. */
export function selectionIn(box: HTMLElement): { start: number; end: number } {
  if (isField(box)) {
    const end = box.value.length;
    return { start: box.selectionStart ?? end, end: box.selectionEnd ?? end };
  }
  const range = rangeIn(box);
  return range ? offsetsOf(box, range) : { start: 0, end: 0 };
}

/** What an insertion should make of a box: `text` in place of `removed`, between `head` and `tail`. */
export type Intent = { head: string; removed: string; tail: string; text: string };

export function intend(box: HTMLElement, text: string): Intent {
  const before = readBox(box);
  const { start, end } = selectionIn(box);
  return {
    head: before.slice(0, start),
    removed: before.slice(start, end),
    tail: before.slice(end),
    text,
  };
}

export function beforeOf({ head, removed, tail }: Intent): string {
  return head + removed + tail;
}

export function expectedOf({ head, text, tail }: Intent): string {
  return head + text + tail;
}

/**
 * Did it land? Editors lay out lines in their own way, and some mend what stands around the caret, so it is enough
 * that the text is there with its lines, exactly once more than without it, and what it replaces once less.
 */
export function hasLanded(intent: Intent, now: string): boolean {
  if (now === expectedOf(intent)) return true;
  if (now === beforeOf(intent)) return false;
  const [head, text, tail] = [even(intent.head), even(intent.text), even(intent.tail)];
  const found = even(now);
  if (text === '')
    return gaps(intent.head, intent.tail, false).some((gap) => head + gap + tail === found);
  const hasLines = text.includes('\n');
  const between = gaps(intent.head, intent.text, hasLines);
  const behind = gaps(intent.text, intent.tail, hasLines);
  const whole = (one: string) => behind.map((other) => head + one + text + other + tail);
  if (between.flatMap(whole).includes(found)) return true;
  if (isMisplaced(intent, bare(now))) return false;
  const gone = bare(intent.removed);
  const isReplaced =
    gone === '' || count(bare(now), gone) === count(bare(expectedOf(intent)), gone);
  const apart = between.map((gap) => gap + text);
  return (
    isReplaced &&
    count(found, text) === count(head, text) + count(tail, text) + 1 &&
    apart.some((part) => found.includes(part))
  );
}

/** What may stand between two texts: the blank that is between them; a new line where lines are paragraphs. */
function gaps(left: string, right: string, hasLines: boolean): string[] {
  const [end = '', start = ''] = [/\s*$/.exec(left)?.[0], /^\s*/.exec(right)?.[0]];
  if (end === left || start === right) return [''];
  const gap = end + start;
  if (gap.includes('\n')) return ['\n'];
  return [gap === '' ? '' : ' ', ...(hasLines ? ['\n'] : [])];
}

/** Blanks as one, lines as one break each, nothing at the ends. */
function even(text: string): string {
  const seen = text.replaceAll(/[\u200b\u2060\ufeff]+/g, '').trim();
  return seen.replaceAll(/\s+/g, (blank) => (blank.includes('\n') ? '\n' : ' '));
}

/** Whole, but not where it should be: the editor kept a selection of its own and wrote there. */
function isMisplaced({ head, text, tail }: Intent, now: string): boolean {
  const [rest, part] = [bare(head + tail), bare(text)];
  for (let at = now.indexOf(part); at >= 0; at = now.indexOf(part, at + 1))
    if (now.slice(0, at) + now.slice(at + part.length) === rest) return true;
  return false;
}

function bare(text: string): string {
  return text.replaceAll(/[\s\u200b\u2060\ufeff]+/g, '');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
