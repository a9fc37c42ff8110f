import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RefusalBlock } from '../../lib/domain/pack';
import { composeRefusal, layers, rankBlocks } from '../../lib/domain/refusal';

const compose = (affirm: string, explain: string, offer: string, language: 'en' | 'zh-CN' = 'en') =>
  composeRefusal({ affirm, explain, offer }, language);

describe('three layers as one text', () => {
  test.each([
    ['sentences are joined as they are', ['One.', 'Two!', 'Three?'], 'One. Two! Three?'],
    ['a sentence without an end gets one', ['one', 'two', 'three'], 'One. Two. Three.'],
    ['a loose mark at the end gives way', ['one,', 'two;', 'three -'], 'One. Two. Three.'],
    [
      'quotes and brackets may stand behind the end',
      ['“One.”', '(two.)', 'three'],
      '“One.” (Two.) Three.',
    ],
    ['names keep their small letter', ['iPhone it is', '', ''], 'iPhone it is.'],
    ['a picture ends a sentence too', ['Sure 🙂', 'two', ''], 'Sure 🙂 Two.'],
    ['an empty layer leaves nothing behind', ['One.', ' \n', 'Three.'], 'One. Three.'],
    ['a layer of marks says nothing', ['One.', '...', 'Three.'], 'One. Three.'],
    ['more sentences in a layer stay as written', ['One. two.', 'Three', ''], 'One. two. Three.'],
  ] as const)('%s', (_, [affirm, explain, offer], text) => {
    expect(compose(affirm, explain, offer)).toBe(text);
  });

  test.each([
    ['Chinese needs no space', ['一。', '二！', '三？'], '一。二！三？'],
    ['a sentence without an end gets one', ['您好', '车走了', '明天送'], '您好。车走了。明天送。'],
    [
      'half-width marks become wide',
      ['您好,我懂', '为什么呢?', '好的!'],
      '您好，我懂。为什么呢？好的！',
    ],
    ['a half-width point too', ['您好.', '我懂. 真的', ''], '您好。我懂。真的。'],
    ['a loose mark gives way', ['您好，', '车走了；', '明天送：'], '您好。车走了。明天送。'],
    ['times and numbers stay', ['订单 3.5 元', '10:30 前', ''], '订单 3.5 元。10:30 前。'],
    ['an English word may end a sentence', ['单号是 A1.', 'OK', ''], '单号是 A1。OK。'],
  ] as const)('in Chinese: %s', (_, [affirm, explain, offer], text) => {
    expect(compose(affirm, explain, offer, 'zh-CN')).toBe(text);
  });

  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const words = fc.string({
    unit: fc.constantFrom('a', 'B', '您', '好', ' ', ',', '，', '.', '。', '!', '\n'),
  });

  test.each(['en', 'zh-CN'] as const)(
    'in %s no letter is lost or moved, and composing again changes nothing',
    (language) => {
      fc.assert(
        fc.property(words, words, words, (affirm, explain, offer) => {
          const text = compose(affirm, explain, offer, language);
          expect(letters(text)).toBe(letters(affirm + explain + offer));
          expect(compose(text, '', '', language)).toBe(text);
          if (text !== '') expect(text).toMatch(/[.!?…。！？]$/);
        }),
      );
    },
  );
});

describe('the blocks of a layer', () => {
  const block = (id: string, categories?: string[], layer: RefusalBlock['layer'] = 'offer') => ({
    id,
    layer,
    text: id,
    ...(categories && { categories }),
  });
  const blocks = [
    block('billing', ['billing']),
    block('any'),
    block('delivery', ['delivery']),
    block('other layer', undefined, 'affirm'),
    block('any too'),
  ];
  const ranked = (category: string | undefined, ...used: string[]) =>
    rankBlocks(blocks, 'offer', { category, used: new Set(used) }).map(({ id }) => id);

  test('those for the category come first, then those for any, then the rest', () => {
    expect(ranked('delivery')).toEqual(['delivery', 'any', 'any too', 'billing']);
  });

  test('while no category is known, those for any come first', () => {
    expect(ranked(undefined)).toEqual(['any', 'any too', 'billing', 'delivery']);
  });

  test('what was said here before comes last (R5)', () => {
    expect(ranked('delivery', 'delivery', 'any')).toEqual([
      'any too',
      'billing',
      'delivery',
      'any',
    ]);
  });

  test('the layers stand in the order of the doctrine', () => {
    expect(layers).toEqual(['affirm', 'explain', 'offer']);
  });
});
