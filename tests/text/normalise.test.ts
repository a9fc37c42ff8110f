import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signKind, unitMask } from '../../lib/text/character';
import {
  createFolded,
  fold,
  foldedText,
  originalEnd,
  originalStart,
} from '../../lib/text/normalise';
import type { Folded, Reading } from '../../lib/text/normalise';
import { mayCut } from './finds';

function folded(text: string, reading: Reading = 'twice'): string {
  return foldedText(fold(createFolded(), text, reading));
}

describe('what is folded', () => {
  test.each([
    ['case', 'SoRRy ÀÉ ДА', 'sorry àé да'],
    ['capitals that would grow keep their form', 'İ', 'İ'],
    ['curly quotes', '‘a’ “b” ʼ', "'a' \"b\" '"],
    ['corner brackets', '「好」', '"好"'],
    ['dashes', 'a–b—c‑d', 'a-b-c-d'],
    ['full width', 'ＡＢ１２（），！？', 'ab12(),!?'],
    ['half-width stop', '好｡', '好。'],
    ['traditional characters', '萬國退貨嗎，後麵', '万国退货吗,后面'],
    ['spaces', 'a \u00a0\u3000\t\n b', 'a b'],
    ['a space between Chinese and a letter or digit', '等了 3 天 OK 吧', '等了3天ok吧'],
    ['a space between Chinese stays', '很 好', '很 好'],
    ['zero-width characters', 'so\u200brry\ufeff\u00ad', 'sorry'],
    ['variation selectors', '❤️', '❤'],
    ['accents written apart', 'cafe\u0301', 'café'],
    ['an accent that joins nothing', 'x\u0301', 'x\u0301'],
    ['letters three times', 'sooo goooood', 'soo good'],
    ['letters twice', 'good', 'good'],
    ['signs three times', '！！！！', '!!'],
    ['Chinese three times', '哈哈哈哈', '哈哈'],
    ['digits stay', '10000', '10000'],
    ['halves of pairs stay', '\udc00\ud800', '\udc00\ud800'],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test.each([
    ['sooo goooood', 'so god'],
    ['nooo, 哈哈哈 !!! 1000', 'no, 哈哈 !! 1000'],
    ['ooo', 'o'],
  ])('%s is read a second time as %s', (text, expected) => {
    expect(fold(createFolded(), text).elongated).toBe(true);
    expect(folded(text, 'once')).toBe(expected);
  });

  test('what no letter repeats is read once', () => {
    expect(fold(createFolded(), 'good！！！哈哈哈 1000   x').elongated).toBe(false);
  });
});

// Everything that folding leaves out, often; whole Unicode, seldom.
const unit = fc.constantFrom(
  ...'aAéoo  1１是萬!！\u200b\u0301\u00a0\u3000\n’İ\ud83d\udc00'.split(''),
  'ooo',
  '❤️',
  '👍',
  '3 天',
);
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit, maxLength: 30 }) },
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const anyReading = fc.constantFrom('twice' as const, 'once' as const);

/** Whether the place is the middle of a pair; those are left for later. */
function isPair(text: string, place: number): boolean {
  return place > 0 && Array.from(text.slice(place - 1, place + 1)).length === 1;
}

function isSign({ units }: Folded, place: number): boolean {
  return place >= 0 && ((units[place] ?? 0) & signKind) !== 0;
}

describe('for any text, broken Unicode included', () => {
  test('every folded place leads back to a piece of the text that folds to it', () => {
    fc.assert(
      fc.property(anyText, anyReading, (text, reading) => {
        const all = fold(createFolded(), text, reading);
        for (let place = 0; place < all.length; place++) {
          const start = originalStart(all, place);
          const end = originalEnd(all, place + 1);
          expect(start).toBeLessThan(end);
          const first = String.fromCharCode((all.units[place] ?? 0) & unitMask);
          expect(folded(text.slice(start, end), reading)).toContain(first);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('places stay in order and within the text', () => {
    fc.assert(
      fc.property(anyText, anyReading, (text, reading) => {
        const all = fold(createFolded(), text, reading);
        const starts = Array.from({ length: all.length }, (_, place) => originalStart(all, place));
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(new Set(starts).size).toBe(starts.length);
        if (all.length > 0) expect(originalEnd(all, all.length)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('words may start at every boundary and nowhere else, among signs from the first on', () => {
    fc.assert(
      fc.property(anyText, anyReading, (text, reading) => {
        const all = fold(createFolded(), text, reading);
        const plain = foldedText(all);
        const starts = Array.from({ length: plain.length }, (_, place) => place).filter(
          (place) =>
            plain[place] !== ' ' &&
            (mayCut(plain, place) || isPair(plain, place)) &&
            !(isSign(all, place - 1) && isSign(all, place)),
        );
        expect([...all.starts.subarray(0, all.startCount)]).toEqual(starts);
      }),
    );
  });

  test('a folded text that was used before folds like a new one', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const used = createFolded();
        for (const text of texts) expect(foldedText(fold(used, text))).toBe(folded(text));
      }),
    );
  });
});
