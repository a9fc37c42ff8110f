// Finds the words in a draft that are better said another way, each with what could be said instead.
import { parseFind } from '../text/find';
import { createMatcher } from '../text/matcher';
import type { Find, Hit, Match, Matcher } from '../text/matcher';
import { sentenceAround } from '../text/sentence';
import { grammarOf } from './grammar';
import type { Grammar } from './grammar';
import { rewritesOf } from './house-words';
import type { Pack, Rewrite } from './pack';
import { fitWording } from './rewrite';
import type { Place, Replacement } from './rewrite';
import type { SubStepId } from './step';

/** UTF-16 offsets, end exclusive. `rewrites` may reach beyond the flagged words, up to the end of the sentence. */
export type Flag = {
  start: number;
  end: number;
  /** Of the doctrine, such as `W3`. */
  rule: string;
  /** Of the rewrite, with its pack: `built-in.en:must`. */
  id: string;
  words: string;
  reason: string | undefined;
  rewrites: readonly Replacement[];
  /** Once this is done, the words may be said: a fault may be admitted when the facts are known (B2). */
  until?: SubStepId | undefined;
};
/** All flags of a draft, the worst first. */
export type DraftCheck = (text: string) => Flag[];

type Words = Pick<Pack, 'id' | 'language' | 'rewrites' | 'houseWords' | 'names'>;
/** One find of a rewrite. */
export type Entry = {
  rewrite: Rewrite;
  id: string;
  order: number;
  words: string;
  grammar: Grammar;
};

const mostRewrites = 3;
// More is no draft; the rest is told when these are mended.
const mostHits = 200;

// What hurts the customer comes before what fails them, and that before what is only unclear.
const worstFirst = [
  'R7',
  'W7',
  'B2',
  'B1',
  'R6',
  'S2',
  'W6',
  'T1',
  'W3',
  'W2',
  'W8',
  'R5',
  'H1',
  'L5',
  'P1',
  'W9',
  'W1',
  'W5',
];

/** What the rewrites of these packs look for. */
export function findsOfRewrites(packs: readonly Words[]): Find<Entry>[] {
  return packs.flatMap(entriesOf).map((entry, order) => ({
    words: entry.words,
    value: { ...entry, order },
    unless: entry.rewrite.unless ?? [],
  }));
}

/**
 * A check for the rewrites of these packs; a draft takes less than a millisecond. Words in a condition ("if you need
 * to") and those within a name of the house are never flagged; of flags that overlap, the longest is told.
 * @param match finds the words of these rewrites; if not given, they are compiled here, which takes its time
 */
export function createDraftCheck(
  packs: readonly Words[],
  match: Match<Entry> = createMatcher(findsOfRewrites(packs)),
): DraftCheck {
  const gaps = new Map<string, GapReader>();
  const names = packs.flatMap((pack) => pack.names ?? []).map(({ name }) => name);
  let findNames: Matcher<null> | undefined;
  return (text) => {
    const hits = match(text);
    if (hits.length === 0) return [];
    // Most packs name nothing.
    if (names.length > 0) findNames ??= literalMatcher(names);
    const named = findNames?.(text) ?? [];
    const meant = hits
      .slice(0, mostHits)
      .filter((hit) => !named.some((name) => name.start <= hit.start && hit.end <= name.end))
      .filter((hit) => isMeant(text, hit));
    return withoutOverlaps(meant)
      .map((hit) => flagOf(text, hit, gaps))
      .toSorted(compareFlags);
  };
}

function entriesOf(pack: Words): Entry[] {
  const { id, language } = pack;
  const grammar = grammarOf(language);
  return rewritesOf(pack).flatMap((rewrite) =>
    rewrite.words.map((words) => ({
      rewrite,
      id: `${id}:${rewrite.id}`,
      order: 0,
      words,
      grammar,
    })),
  );
}

function withoutOverlaps(hits: readonly Hit<Entry>[]): Hit<Entry>[] {
  const longestFirst = hits.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || a.value.order - b.value.order,
  );
  const chosen: Hit<Entry>[] = [];
  for (const hit of longestFirst)
    if (chosen.every(({ start, end }) => hit.end <= start || end <= hit.start)) chosen.push(hit);
  return chosen;
}

function isMeant(text: string, { start, end, value }: Hit<Entry>): boolean {
  const { rewrite, grammar } = value;
  const sentence = sentenceAround(text, start, end);
  const before = text.slice(sentence.start, start);
  const behind = text.slice(end, Math.max(end, sentence.end));
  if (rewrite.alone) return grammar.address.test(before) && grammar.address.test(behind);
  const clause = before.split(grammar.clauseCut).at(-1) ?? '';
  if (grammar.condition.test(clause) || grammar.conditionBehind.test(behind)) return false;
  if (!rewrite.stated) return true;
  if (grammar.embedded.test(clause)) return false;
  const asks = /^\s*[?？]/.test(text.slice(sentence.end, sentence.close));
  return !asks && !grammar.question.test(text.slice(sentence.start, Math.max(end, sentence.end)));
}

function flagOf(
  text: string,
  { start, end, value }: Hit<Entry>,
  gaps: Map<string, GapReader>,
): Flag {
  const { rewrite, id, words, grammar } = value;
  const flagged = text.slice(start, end);
  const gap = words.includes('…') ? readGap(words, flagged, gaps) : undefined;
  const place: Place = { text, start, end, sentence: sentenceAround(text, start, end), gap };
  const fitting = rewrite.to.flatMap((wording) => fitWording(place, wording, grammar) ?? []);
  const rewrites = fitting
    .filter((one, index) => fitting.findIndex((other) => other.text === one.text) === index)
    .slice(0, mostRewrites);
  const { rule, reason, until } = rewrite;
  return { start, end, rule, id, words: flagged, reason, rewrites, ...(until && { until }) };
}

/** The worst first, of equals the first. */
export function compareFlags(a: Flag, b: Flag): number {
  return badness(a) - badness(b) || a.start - b.start;
}

function badness({ rule }: Flag): number {
  const at = worstFirst.indexOf(rule);
  return at < 0 ? worstFirst.length : at;
}

/** The ends of a find with a gap, each with a matcher of its own; made when first needed. */
type GapReader = { first: Matcher<null>; last: Matcher<null> };

function readGap(
  words: string,
  flagged: string,
  known: Map<string, GapReader>,
): string | undefined {
  const reader = known.get(words) ?? gapReaderOf(words);
  if (!reader) return undefined;
  known.set(words, reader);
  const begins = reader.first(flagged).find(({ start }) => start === 0);
  const ends = reader.last(flagged).findLast(({ end }) => end === flagged.length);
  return begins && ends && begins.end <= ends.start
    ? flagged.slice(begins.end, ends.start)
    : undefined;
}

function gapReaderOf(words: string): GapReader | undefined {
  const parsed = parseFind(words);
  if (!parsed.ok || parsed.find.parts.length !== 2) return undefined;
  const [first = [], last = []] = parsed.find.parts;
  return { first: literalMatcher(first), last: literalMatcher(last) };
}

function literalMatcher(forms: readonly string[]): Matcher<null> {
  const escape = (form: string) => form.replaceAll(/[()[\]|…‥（）［］｜\\.]/g, '\\$&');
  return createMatcher(forms.map((form) => ({ words: escape(form), value: null })));
}
