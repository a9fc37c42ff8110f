import { describe, expect, test } from 'vitest';
import { inScript } from '../../lib/domain/chinese-script';
import type { Pack } from '../../lib/domain/pack';
import { smallPack } from '../packs/small-pack';

/** Marks what it was given, so that nothing else can look converted. */
const convert = (text: string) => `繁${text}`;
const converted = (more: Partial<Pack>) =>
  inScript(smallPack({ language: 'zh-CN', ...more }), convert);

describe('what people read is converted, and what is looked for or named is not', () => {
  test('in a phrase: its text, its note and what is asked for its slots', () => {
    const slots = [{ name: 'order', prompt: '订单号是多少？' }];
    const phrase: Pack['phrases'][number] = {
      id: 'a',
      text: '您好。',
      places: ['greet'],
      emotions: ['angry'],
      categories: ['delivery'],
      shortcut: 'nihao',
      note: '先问候。',
      slots,
      asks: 'what',
      rules: ['L5'],
      from: '2026-11-01',
      until: '2026-11-30',
      replaces: ['b'],
    };
    expect(converted({ phrases: [phrase] }).phrases).toEqual([
      {
        ...phrase,
        text: '繁您好。',
        note: '繁先问候。',
        slots: [{ name: 'order', prompt: '繁订单号是多少？' }],
      },
    ]);
  });

  test('in a rewrite: the reason and the better words', () => {
    const rewrite = { id: 'a', rule: 'W3', words: ['必须'], unless: ['不必须'], stated: true };
    const to = [{ text: '请', where: 'clause' as const }, { text: '麻烦您' }];
    expect(converted({ rewrites: [{ ...rewrite, reason: '太硬。', to }] }).rewrites).toEqual([
      {
        ...rewrite,
        reason: '繁太硬。',
        to: [{ text: '繁请', where: 'clause' }, { text: '繁麻烦您' }],
      },
    ]);
  });

  test('in a procedure: its title, its steps, how somebody is reached and what is said, not the name', () => {
    const procedure = {
      id: 'a',
      threat: 'threat.legal' as const,
      title: '提到了法院',
      steps: ['留在会话里。', '叫来主管。'],
      contacts: [{ name: '张主管', how: '转接 12' }],
      say: '我马上请主管来。',
    };
    expect(converted({ procedures: [procedure] }).procedures).toEqual([
      {
        ...procedure,
        title: '繁提到了法院',
        steps: ['繁留在会话里。', '繁叫来主管。'],
        contacts: [{ name: '张主管', how: '繁转接 12' }],
        say: '繁我马上请主管来。',
      },
    ]);
  });

  test('in categories, house words, refusals, frames and pick lists', () => {
    const pack = converted({
      categories: [{ id: 'delivery', title: '配送', finds: ['快递'] }],
      houseWords: [{ words: '退单', plain: '退货' }],
      refusals: [{ id: 'r', layer: 'offer', text: '明天可以送。', categories: ['delivery'] }],
      frames: [{ id: 'f', for: 'agree', text: '可以吗？' }],
      lists: [{ for: 'cause', options: ['地址错', '破损'] }],
    });
    expect(pack).toMatchObject({
      categories: [{ id: 'delivery', title: '繁配送', finds: ['快递'] }],
      houseWords: [{ words: '退单', plain: '繁退货' }],
      refusals: [{ id: 'r', layer: 'offer', text: '繁明天可以送。', categories: ['delivery'] }],
      frames: [{ id: 'f', for: 'agree', text: '繁可以吗？' }],
      lists: [{ for: 'cause', options: ['繁地址错', '繁破损'] }],
    });
  });

  test('cues, signs and tests stay as they were written', () => {
    const kept: Partial<Pack> = {
      cues: [{ means: 'angry', side: 'customer', words: ['气死'] }],
      signs: [{ is: 'happened', words: ['碎了'] }],
      tests: { drafts: [{ text: '您必须等。', flagged: ['W3'] }] },
    };
    expect(converted(kept)).toMatchObject(kept);
  });
});

test('a pack that has only phrases gets no other part by it', () => {
  const pack = smallPack({ language: 'zh-CN' });
  expect(Object.keys(inScript(pack, convert))).toEqual(Object.keys(pack));
});

test('a pack in another language is the same pack', () => {
  const english = smallPack();
  expect(inScript(english, convert)).toBe(english);
});
