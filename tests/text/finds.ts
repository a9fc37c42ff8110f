// Random finds with all the ways they may be written out, told without the parser, and the slow way to find them.
import * as fc from 'fast-check';
import { reachFrom } from '../../lib/text/gap';
import type { Hit } from '../../lib/text/matcher';
import {
  createFolded,
  fold,
  foldedText,
  originalEnd,
  originalStart,
} from '../../lib/text/normalise';
import type { Folded, Reading } from '../../lib/text/normalise';

/** A find as it is written, the forms of its parts, and whether the gap behind each is a short one. */
export type Written = { source: string; parts: string[][]; near: boolean[] };
export type Rule = Written & { unless: Written[] };

const words = fc
  .array(fc.constantFrom(..."aabbccoot hé1 是是退款 '!".split(''), 'ＡB', '萬', '𠮷'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((units) => units.join(''))
  .map((source) => ({ source, forms: [source] }));

type Piece = { source: string; forms: string[] };

const { pieces } = fc.letrec<{ pieces: Piece; piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: words },
    fc.array(tie('pieces'), { minLength: 1, maxLength: 3 }).map((branches) => ({
      source: `(${branches.map(({ source }) => source).join('|')})`,
      forms: branches.flatMap(({ forms }) => forms),
    })),
    tie('pieces').map(({ source, forms }) => ({ source: `[${source}]`, forms: [...forms, ''] })),
  ),
  pieces: fc.array(tie('piece'), { minLength: 1, maxLength: 2 }).map((all) => ({
    source: all.map(({ source }) => source).join(''),
    forms: all.reduce(
      (starts, { forms }) => starts.flatMap((start) => forms.map((form) => start + form)),
      [''],
    ),
  })),
}));

export const anyFind: fc.Arbitrary<Written> = fc
  .array(fc.tuple(pieces, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((parts) => ({
    source: parts
      .map(([{ source }, near], index) =>
        index + 1 < parts.length ? source + (near ? '‥' : '…') : source,
      )
      .join(''),
    parts: parts.map(([{ forms }]) => forms),
    near: parts.map(([, near]) => near),
  }))
  .filter(({ source, parts }) => {
    const isBlank = (text: string) => text.trim() === '';
    const hasBlankBranch = /[([|…‥]\s*(?=[)\]|…‥])|^\s*[…‥]|[…‥]\s*$/.test(source);
    return !hasBlankBranch && !parts.some((forms) => forms.some(isBlank));
  });

export const anyRule: fc.Arbitrary<Rule> = fc
  .tuple(anyFind, fc.array(anyFind, { maxLength: 2 }))
  .map(([find, unless]) => ({ ...find, unless }));

type Range = { start: number; end: number };

/** The rules of the matcher, said the slow way. */
export function tryEveryPlace(text: string, rules: readonly Rule[]): Hit<number>[] {
  return rules
    .flatMap((rule, value) => {
      const contexts = rule.unless.flatMap((unless) => rangesOf(text, unless));
      const free = rangesOf(text, rule).filter(
        ({ start, end }) =>
          !contexts.some((context) => context.start <= start && end <= context.end),
      );
      return withoutOverlaps(free).map((range) => ({ ...range, value }));
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end || a.value - b.value);
}

function rangesOf(text: string, written: Written): Range[] {
  return (['twice', 'once'] as const).flatMap((reading) => rangesIn(text, written, reading));
}

function rangesIn(text: string, { parts, near }: Written, reading: Reading): Range[] {
  const folded = fold(createFolded(), text, reading);
  const places = parts.map((forms) => literalPlaces(foldedText(folded), forms));
  const first = places[0] ?? [];
  const ranges =
    parts.length === 1 ? first : first.flatMap((range) => shortest(folded, range, places, near));
  return ranges.map(({ start, end }) => ({
    start: originalStart(folded, start),
    end: originalEnd(folded, end),
  }));
}

/** Of all ways to go on from a first part, the one that ends first; of first parts at one place too. */
function shortest(
  folded: Folded,
  from: Range,
  places: readonly Range[][],
  near: readonly boolean[],
): Range[] {
  const same = (places[0] ?? []).filter(({ start }) => start === from.start);
  const ends = same.flatMap((range) => endsFrom(folded, range.end, places.slice(1), near));
  return ends.length > 0 ? [{ start: from.start, end: Math.min(...ends) }] : [];
}

function endsFrom(
  folded: Folded,
  end: number,
  places: readonly Range[][],
  near: readonly boolean[],
): number[] {
  const [next, ...rest] = places;
  if (!next) return [end];
  const reach = reachFrom(folded, end, near[0]);
  return next
    .filter(({ start }) => start >= end && start <= reach)
    .flatMap((range) => endsFrom(folded, range.end, rest, near.slice(1)));
}

function literalPlaces(text: string, forms: readonly string[]): Range[] {
  return forms.flatMap((form) => {
    const literal = foldedText(fold(createFolded(), form)).trim();
    return Array.from({ length: text.length - literal.length + 1 }, (_, start) => start)
      .filter((start) => text.startsWith(literal, start))
      .map((start) => ({ start, end: start + literal.length }))
      .filter(({ start, end }) => mayCut(text, start) && mayCut(text, end));
  });
}

export function mayCut(text: string, offset: number): boolean {
  const [before = '', after = ''] = [text[offset - 1], text[offset]];
  if (before === '' || after === '') return true;
  if (Array.from(before + after).length === 1) return false;
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  return ![before, after].every((one) => /[\p{L}\p{N}\p{M}]/u.test(one) && !unspaced.test(one));
}

/** The leftmost first, and of those that begin together the longest. */
function withoutOverlaps(ranges: readonly Range[]): Range[] {
  const chosen: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (range.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(range);
  return chosen;
}
