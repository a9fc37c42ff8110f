import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../lib/text/language';

describe('the language of a text', () => {
  test.each([
    ['我的包裹还没到', 'zh-CN'],
    ['Where is my parcel?', 'en'],
    ['我的 iPhone 屏幕碎了', 'zh-CN'],
    ['OK 好的', 'zh-CN'],
    ['My order 你好 has not arrived yet and I am waiting', 'en'],
    ['好abcd', 'zh-CN'],
    ['好abcde', 'en'],
    ['Où est mon colis ?', 'en'],
    ['对', 'zh-CN'],
  ])('%s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  test.each(['', '   ', '12345', '￥99.00', '!!! ???', '👍👍', '。，！', '\ud800'])(
    '%j tells no language',
    (text) => {
      expect(languageOf(text)).toBeUndefined();
    },
  );

  test('digits, marks and emoji change nothing', () => {
    const silent = fc.string({ unit: fc.constantFrom(...'0123 .,!?。，￥'.split(''), '👍', '\n') });
    fc.assert(
      fc.property(fc.constantFrom('parcel', '包裹', 'x 好', ''), silent, (text, noise) => {
        expect(languageOf(noise + text + noise)).toBe(languageOf(text));
      }),
    );
  });
});
