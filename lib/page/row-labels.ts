// Tells what stands around a message from the message itself: who, when, initials, what screen readers alone are told.
import type { TextRun } from './plain-text';
import { parentOf } from './roots';
import type { Vocabulary } from './vocabulary';

const initials = /^\p{Lu}{1,3}$/u;
const longest = 40;
// Names are few; what is seen once and never again needs no place.
const mostSeen = 500;

type Run = {
  text: string;
  element: Element;
  shape: string;
  key: string;
  isForReaders: boolean;
};

export type Labels = ReturnType<typeof createLabels>;
type Found = { texts: string[]; name?: string };

/** Learns of each list what it writes around its messages. */
export function createLabels(words: Vocabulary) {
  /** What was said where a label was seen first. */
  const seen = new Map<string, string>();
  const learned = new Set<string>();
  const hidden = new Map<string, boolean>();

  /** The same words in the same place of another message are no part of what was said. */
  const isRecurring = (key: string, said: string): boolean => {
    const before = seen.get(key);
    if (before !== undefined && before !== said) learned.add(key);
    else if (seen.size < mostSeen) seen.set(key, said);
    return learned.has(key);
  };
  const isTime = (text: string) => text.length <= longest && text.replaceAll(words.time, '') === '';
  /** What stands around messages wherever it is found. */
  const isAside = (text: string) => isTime(text) || words.state.test(text);
  const isLabel = (run: Run) => run.isForReaders || isAside(run.text) || learned.has(run.key);
  const runOf = (row: Element, { text, node }: TextRun): Run => {
    const element = parentOf(node) ?? row;
    const shape = `${element.localName}.${element.className}`;
    const isForReaders = hidden.get(shape) ?? isClipped(row, element);
    hidden.set(shape, isForReaders);
    return { text, element, shape, key: `${shape} ${text}`, isForReaders };
  };

  const labelsIn = (row: Element, texts: readonly TextRun[]): Found => {
    if (texts.length < 2) return { texts: [] };
    const runs = texts.map((text) => runOf(row, text));
    const body = longestOf(runs.filter((run) => !isLabel(run))) ?? longestOf(runs);
    if (!body) return { texts: [] };
    const isBody = ({ element, shape }: Run) =>
      shape === body.shape || element.contains(body.element) || body.element.contains(element);
    const start = runs.slice(0, runs.findIndex(isBody));
    const names = start.filter(
      (run) =>
        (run.isForReaders || (isShort(run.text) && !isTime(run.text))) &&
        isRecurring(run.key, body.text),
    );
    const others = [...start, ...runs.slice(runs.findLastIndex(isBody) + 1)].filter(isLabel);
    const name = names
      .map(({ text }) => text.replaceAll(words.aroundName, ''))
      .find((text) => isShort(text) && !initials.test(text));
    return { texts: others.map(({ text }) => text), ...(name && { name }) };
  };
  return { labelsIn, isAside, edition: () => learned.size };
}

/** The text of a row that a person sees first: the longest. */
export function longestOf<Text extends Pick<TextRun, 'text'>>(
  runs: readonly Text[],
): Text | undefined {
  return runs.reduce<Text | undefined>(
    (best, run) => (run.text.length > (best?.text.length ?? 0) ? run : best),
    undefined,
  );
}

/** A name is short, and no sentence. */
function isShort(text: string): boolean {
  return text.length <= longest && !/[.!?,:;。！？，；：]$/.test(text);
}

/** Whether an element of the row is drawn in a spot too small to see, as texts for screen readers are. */
export function isClipped(row: Element, element: Element): boolean {
  for (let place: Element | null = element; place && place !== row; place = parentOf(place)) {
    const style = place.ownerDocument.defaultView?.getComputedStyle(place);
    if (style?.position !== 'absolute') continue;
    if (style.clip !== 'auto' || style.clipPath !== 'none' || parseFloat(style.width) <= 1)
      return true;
  }
  return false;
}
