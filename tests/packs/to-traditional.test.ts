// The Chinese pack in Traditional characters, with the real dictionaries.
import { describe, expect, test } from 'vitest';
import { inScript } from '../../lib/domain/chinese-script';
import { openPacks } from '../../lib/domain/open-packs';
import { preparePacks } from '../../lib/domain/prepared-packs';
import { parseSlots } from '../../lib/domain/slot';
import { toTraditional } from '../../lib/packs/to-traditional';
import { builtInPacks, packIn } from '../support/built-in-packs';

const chinese = packIn('zh-CN');
const texts = { builtIn: builtInPacks.map((pack) => JSON.stringify(pack)), added: [] };
const namesIn = (text: string) =>
  parseSlots(text).map((part) => (part.kind === 'slot' ? part.name : ''));

describe.each(['tw', 'hk'] as const)('%s', (script) => {
  const convert = toTraditional(script);
  const pack = inScript(chinese, convert);

  test('every phrase is converted, with its slots, and nothing that is looked for is', () => {
    expect(pack.phrases).toHaveLength(chinese.phrases.length);
    for (const [at, { id, text, places }] of pack.phrases.entries()) {
      const before = chinese.phrases[at];
      expect([id, places]).toEqual([before?.id, before?.places]);
      expect(namesIn(text)).toEqual(namesIn(before?.text ?? ''));
    }
    const { cues, signs, tests } = pack;
    expect({ cues, signs, tests }).toEqual({
      cues: chinese.cues,
      signs: chinese.signs,
      tests: chinese.tests,
    });
    expect(pack.rewrites?.map(({ words }) => words)).toEqual(
      chinese.rewrites?.map(({ words }) => words),
    );
  });

  test('no simplified character is left: converted again, it is the same', () => {
    const said = JSON.stringify([pack.phrases, pack.refusals, pack.procedures]);
    expect(convert(said)).toBe(said);
    expect(said).not.toMatch(/[这说话单们为对门问]/u);
  });

  test('it is heard and checked as the simplified one', () => {
    const opened = openPacks(preparePacks(texts, convert), '2026-11-22');
    if (!opened.ok) throw new Error(opened.reason);
    const { ear, check } = opened.open;
    const means = ear({ side: 'agent', text: '非常抱歉，這件事讓您失望了。' }).map(
      (one) => one.means,
    );
    expect(means).toContain('apologise.regret');
    const [flag] = check('您必须提供订单号。');
    expect(flag?.rule).toBe('W3');
    expect(flag?.rewrites.map(({ text }) => text).join('')).toMatch(/[請煩]/u);
  });
});

test('a known sentence, as it is written in Taiwan and in Hong Kong', () => {
  expect(toTraditional('tw')('这里有什么我能帮您办的？')).toBe('這裡有什麼我能幫您辦的？');
  expect(toTraditional('hk')('这里有什么我能帮您办的？')).toBe('這裏有什麼我能幫您辦的？');
});

test('English packs stay as they are', () => {
  const english = packIn('en');
  expect(inScript(english, () => 'x')).toBe(english);
});
