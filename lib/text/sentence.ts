// Where the sentences of a chat message stand, and the clauses within them.
import type { Range } from './gap';

/** `asked` if it ends with a question mark. The marks at the end belong to it. */
export type Sentence = Range & { asked: boolean };

const ends = /[.!?。！？…\n;；]+["'”’)）]*/g;
const breaks = /[,，、:：()（）[\]{}~～]+|\s[-–—*|]+\s|[–—]+|\s{2,}/g;
const spaced = /(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}])/gu;

/** The sentences in their order. Chats leave points out: a line break ends one, a point inside a number does not. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of text.matchAll(ends)) {
    const stop = end.index + end[0].length;
    if (!isEnd(text, end[0], stop)) continue;
    addSentence(sentences, text, start, stop);
    start = stop;
  }
  addSentence(sentences, text, start, text.length);
  return sentences;
}

// "10.30", "e.g. this", "www.example.com" go on; three dots or a mark of any other kind end whatever stood before.
function isEnd(text: string, marks: string, stop: number): boolean {
  if (marks !== '.') return true;
  const next = text.charAt(stop);
  return (
    next === '' ||
    (/\s/.test(next) &&
      !/\b(?:\p{L}|mr|ms|mrs|dr|no|st)\.$/iu.test(text.slice(Math.max(0, stop - 5), stop)))
  );
}

function addSentence(sentences: Sentence[], text: string, start: number, stop: number): void {
  const range = trimmed(text, start, stop);
  if (range)
    sentences.push({
      ...range,
      asked: /[?？]/.test(text.slice(stop - 4 < start ? start : stop - 4, stop)),
    });
}

/** The clauses of a sentence: what stands between commas, colons, brackets and, in Chinese, spaces. */
export function clausesOf(text: string, { start, end }: Range): Range[] {
  const said = text.slice(start, end);
  const cuts = [...said.matchAll(breaks), ...said.matchAll(spaced)]
    .filter((cut) => !isInNumber(said, cut.index, cut[0].length))
    .toSorted((a, b) => a.index - b.index);
  const clauses: Range[] = [];
  let from = start;
  for (const cut of cuts) {
    const clause = trimmed(text, from, start + cut.index);
    if (clause) clauses.push(clause);
    from = start + cut.index + cut[0].length;
  }
  const last = trimmed(text, from, end);
  if (last) clauses.push(last);
  return clauses;
}

function isInNumber(text: string, at: number, size: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + size)) && size === 1;
}

function trimmed(text: string, start: number, stop: number): Range | undefined {
  const part = text.slice(start, stop);
  const kept = part.trim();
  if (kept === '') return undefined;
  const begin = start + part.indexOf(kept);
  return { start: begin, end: begin + kept.length };
}
