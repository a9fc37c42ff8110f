import { describe, expect, test } from 'vitest';
import type { Frame, FrameUse, Language } from '../../lib/domain/pack';
import { emptyPlan, noOption } from '../../lib/domain/plan';
import type { Plan, PlanOption } from '../../lib/domain/plan';
import { composeProposal } from '../../lib/domain/proposal';

const framesOf = (texts: readonly (readonly [FrameUse, string])[]): Frame[] =>
  texts.map(([use, text], at) => ({ id: `f${at}`, for: use, text }));
const frames: Readonly<Record<Language, readonly Frame[]>> = {
  en: framesOf([
    ['basis', 'The reason is that {basis}.'],
    ['option', 'I can {what} {by}, because {reason}.'],
    ['option', 'I can {what} {by}.'],
    ['option', 'I can {what}, because {reason}.'],
    ['option', 'I can {what}.'],
    ['first', 'One: {option}'],
    ['second', 'Two: {option}'],
    ['third', 'Three: {option}'],
    ['immediate', 'Now I {immediate}.'],
    ['permanent', 'Later we {permanent}.'],
    ['choice', 'Which one?'],
    ['agree', 'Shall I?'],
  ]),
  'zh-CN': framesOf([
    ['basis', '原因是{basis}。'],
    ['option', '我可以{what}，{by}办好，因为{reason}。'],
    ['option', '我可以{what}，{by}办好。'],
    ['option', '我可以{what}，因为{reason}。'],
    ['option', '我可以{what}。'],
    ['first', '一：{option}'],
    ['second', '二：{option}'],
    ['immediate', '现在{immediate}。'],
    ['permanent', '以后{permanent}。'],
    ['choice', '选哪个？'],
    ['agree', '可以吗？'],
  ]),
};
const compose = (language: Language, more: Partial<Plan>) =>
  composeProposal({ ...emptyPlan, ...more }, { language, frames: frames[language] });
const way = (what: string, more: Partial<PlanOption> = {}): PlanOption => ({
  ...noOption,
  what,
  ...more,
});

describe('the parts of a proposal', () => {
  test('stand in their order: conclusion, basis, ways, now, later, and a question', () => {
    expect(
      compose('en', {
        conclusion: 'you were right',
        basis: 'it broke',
        options: [way('send one')],
        immediate: 'look',
        permanent: 'pack better',
      }),
    ).toBe(
      'You were right. The reason is that it broke. I can send one. Now I look. Later we pack better. Shall I?',
    );
    expect(
      compose('zh-CN', {
        conclusion: '您说得对',
        basis: '路上碰坏了',
        options: [way('补发'), way('退款')],
        immediate: '登记',
        permanent: '换箱子',
      }),
    ).toBe(
      '您说得对。原因是路上碰坏了。一：我可以补发。二：我可以退款。现在登记。以后换箱子。选哪个？',
    );
  });

  test('that are not written leave nothing behind', () => {
    expect(compose('en', { conclusion: 'you were right' })).toBe('You were right.');
    expect(compose('en', { options: [way('send one')] })).toBe('I can send one. Shall I?');
  });

  test('are not said while there is neither a conclusion nor a way', () => {
    const more = { basis: 'it broke', immediate: 'look', permanent: 'pack better' };
    expect(compose('en', { ...more, conclusion: ' \n' })).toBe('');
    expect(compose('zh-CN', { ...more, options: [way(' ', { reason: 'r', by: 'b' })] })).toBe('');
    expect(compose('en', { ...more, conclusion: 'Yes' })).not.toBe('');
  });

  test('three ways are told apart and asked for; a blank one between them is none', () => {
    expect(compose('en', { options: [way('a b'), way(' '), way('c d'), way('e f')] })).toBe(
      'One: I can a b. Two: I can c d. Three: I can e f. Which one?',
    );
    expect(compose('en', { options: [way(''), way('c d')] })).toBe('I can c d. Shall I?');
  });

  test('a fourth way is told like the third', () => {
    const ways = ['a b', 'c d', 'e f', 'g h'].map((what) => way(what));
    expect(compose('en', { options: ways })).toContain('Three: I can e f. Three: I can g h.');
  });

  test('a part that no frame says is left out', () => {
    const few = frames.en.filter((frame) => frame.for !== 'agree' && frame.for !== 'basis');
    const plan = { ...emptyPlan, basis: 'it broke', options: [way('send one')] };
    expect(composeProposal(plan, { language: 'en', frames: few })).toBe('I can send one.');
  });
});

describe('a way', () => {
  test.each<[Language, Partial<PlanOption>, string]>([
    ['en', {}, 'I can send one. Shall I?'],
    ['en', { by: 'Friday' }, 'I can send one by Friday. Shall I?'],
    ['en', { reason: 'we have it' }, 'I can send one, because we have it. Shall I?'],
    [
      'en',
      { by: '6 pm', reason: 'it is here' },
      'I can send one by 6 pm, because it is here. Shall I?',
    ],
    ['zh-CN', {}, '我可以send one。可以吗？'],
    ['zh-CN', { by: '周五' }, '我可以send one，周五办好。可以吗？'],
    ['zh-CN', { reason: '有货' }, '我可以send one，因为有货。可以吗？'],
  ])('in %s says with %j what is known of it', (language, more, text) => {
    expect(compose(language, { options: [way('send one', more)] })).toBe(text);
  });

  test.each([
    ['noon', 'by noon'],
    ['Friday', 'by Friday'],
    ['March 5', 'by March 5'],
    ['The end of the day.', 'by the end of the day'],
    ['the end of the day!', 'by the end of the day'],
    ['Within two days', 'within two days'],
    ['on Monday', 'on Monday'],
    ['no later than 5 pm', 'no later than 5 pm'],
    ['Tomorrow morning', 'tomorrow morning'],
    ['inventory day', 'by inventory day'],
    ['as soon as it is back', 'as soon as it is back'],
    ['As quickly as possible', 'as quickly as possible'],
    ['as of today', 'as of today'],
    ['right away', 'right away'],
    ['after the weekend', 'after the weekend'],
    ['ASAP', 'ASAP'],
    ['shortly', 'shortly'],
    ['now', 'now'],
    ['once it is back', 'once it is back'],
    ['when it is back', 'when it is back'],
    ['soon', 'soon'],
  ])('to be done “%s” is done %s', (by, said) => {
    expect(compose('en', { options: [way('send one', { by })] })).toBe(
      `I can send one ${said}. Shall I?`,
    );
  });

  test.each([
    ['明天18点前', '明天18点前'],
    ['明天18点前办好。', '明天18点前'],
    ['周五完成', '周五'],
    ['两天内搞定！', '两天内'],
    ['完成质检后', '完成质检后'],
  ])('in Chinese, 「%s」 is said as 「%s」', (by, said) => {
    expect(compose('zh-CN', { options: [way('补发', { by })] })).toBe(
      `我可以补发，${said}办好。可以吗？`,
    );
  });
});

describe('words stand in mid-sentence, however the agent began and ended them', () => {
  test.each([
    ['I can send one', 'send one'],
    ['We could send one.', 'send one'],
    ["I'll send one!", 'send one'],
    ['we’re going to send one', 'send one'],
    ['I’m going to send one;', 'send one'],
    ['we are going to send one', 'send one'],
    ['To send one,', 'send one'],
    [' Send one...  ', 'send one'],
    ['The one I have here', 'the one I have here'],
    ['tomorrow send one', 'tomorrow send one'],
    ['USB cables go out', 'USB cables go out'],
    ['Monday’s parcel again', 'Monday’s parcel again'],
    ['A new one', 'a new one'],
    ['I have one sent', 'I have one sent'],
  ])('“%s” is “%s”', (what, said) => {
    expect(compose('en', { options: [way(what)] })).toBe(`I can ${said}. Shall I?`);
  });

  test.each([
    ['Because it broke', 'it broke'],
    ['since it broke.', 'it broke'],
    ['As it broke', 'it broke'],
    ['that it broke', 'it broke'],
    ['It’s broken', 'it’s broken'],
    ['I’ve seen it', 'I’ve seen it'],
    ['the label broke because it rained', 'the label broke because it rained'],
    ['Assembly took long', 'assembly took long'],
    ['Thunder broke it', 'thunder broke it'],
  ])('the basis “%s” is “%s”', (basis, said) => {
    expect(compose('en', { conclusion: 'Yes', basis })).toBe(`Yes. The reason is that ${said}.`);
  });

  test.each([
    ['我可以补发', '补发'],
    ['我们会补发。', '补发'],
    ['我这边能补发；', '补发'],
    ['我现在就补发，', '补发'],
    ['现在就补发！', '补发'],
    ['将补发', '补发'],
    ['因为补发', '补发'],
    ['由于补发', '补发'],
    ['原因是补发', '补发'],
    ['为您补发', '为您补发'],
    ['补发后我们会回电', '补发后我们会回电'],
    ['会', '会'],
    ['Visa 卡退款', 'Visa 卡退款'],
  ])('in Chinese 「%s」 is 「%s」', (what, said) => {
    expect(compose('zh-CN', { options: [way(what)] })).toBe(`我可以${said}。可以吗？`);
  });
});
