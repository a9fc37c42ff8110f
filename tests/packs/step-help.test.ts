import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { factsIn } from '../../lib/domain/fact';
import type { Note } from '../../lib/domain/note';
import { emptyPlan, noOption } from '../../lib/domain/plan';
import type { Plan } from '../../lib/domain/plan';
import { frameUseSchema, interrogativeSchema } from '../../lib/domain/pack';
import type { Language } from '../../lib/domain/pack';
import { questionsFor } from '../../lib/domain/probe';
import { composeProposal } from '../../lib/domain/proposal';
import { restate } from '../../lib/domain/restate';
import { findSlotFault } from '../../lib/domain/slot';
import { answeredIn, createSigns, tellNotes } from '../../lib/domain/told';
import { builtInPacks, packIn } from '../support/built-in-packs';

const signs = createSigns(builtInPacks);
const framesIn = (language: Language) => packIn(language).frames ?? [];
const said = (...texts: string[]) => texts.map((text, index) => ({ key: `m${index}`, text }));
const kinds = (...texts: string[]) =>
  tellNotes(said(...texts), signs).map(({ is, text }) => [is, text]);

describe('what the customer tells is proposed as notes, in their own words', () => {
  test('in English', () => {
    expect(
      kinds(
        'Hi! My order A-10442 arrived broken on Monday. I think nobody packed it properly.',
        'Your colleague promised me a refund within three days. Can you help?',
      ),
    ).toEqual([
      ['fact', 'My order A-10442 arrived broken on Monday.'],
      ['opinion', 'I think nobody packed it properly.'],
      ['promised', 'Your colleague promised me a refund within three days.'],
    ]);
  });

  test('in Chinese', () => {
    expect(
      kinds(
        '你好。我上周三买的杯子收到就是碎的。我觉得你们根本没检查。',
        '客服答应我三天内退款。能退吗？',
      ),
    ).toEqual([
      ['fact', '我上周三买的杯子收到就是碎的。'],
      ['opinion', '我觉得你们根本没检查。'],
      ['promised', '客服答应我三天内退款。'],
    ]);
  });

  test('small talk and questions are none', () => {
    expect(kinds('Hello, how are you?', 'Thanks!', '好的', '在吗？')).toEqual([]);
  });
});

describe('a restatement', () => {
  const restated = (
    language: Language,
    messages: readonly string[],
    used: readonly string[] = [],
  ) => {
    const notes = tellNotes(said(...messages), signs);
    const means = { language, frames: framesIn(language), used: new Set(used) };
    return restate(notes, factsIn(messages), means)?.text;
  };

  test.each<[Language, string[], string]>([
    [
      'en',
      [
        'My parcel was promised for Monday. I stayed at home three times. The order number is A-10442.',
      ],
      'Let me make sure we have the same picture. You stayed at home three times. The order number is A-10442. Your parcel was promised for Monday. Have I got that right?',
    ],
    [
      'en',
      ['You charged me $49.90 twice.', 'It is about booking 77812345, I think it is a joke.'],
      'Let me make sure we have the same picture. We charged you $49.90 twice. It is about booking 77812345, you think it is a joke. Have I got that right?',
    ],
    [
      'zh-CN',
      ['我上周三买的杯子收到就是碎的。', '你们客服答应我三天内退款。订单号20260311A'],
      '我跟您对一下情况：您上周三买的杯子收到就是碎的。订单号20260311A。我们客服答应您三天内退款。我理解得对吗？',
    ],
  ])('in %s: %s', (language, messages, text) => {
    expect(restated(language, messages)).toBe(text);
  });

  test('says another frame when the first was said, and nothing when nothing is known', () => {
    const first = restated('en', ['It arrived broken.']);
    const next = restated('en', ['It arrived broken.'], ['restate.one-picture']);
    expect(next).not.toBe(first);
    expect(restated('en', ['Hello'])).toBeUndefined();
  });

  test('names a detail that no sentence holds, leaves opinions out, and quotes what cannot be turned round', () => {
    const notes: Note[] = [
      { id: 'a', is: 'opinion', text: 'They are lazy' },
      { id: 'b', is: 'fact', text: 'Refund me, it is broken' },
      { id: 'c', is: 'fact', text: 'Customer waited three hours' },
      { id: 'd', is: 'fact', text: '杯子碎了' },
    ];
    const means = { language: 'en' as const, frames: framesIn('en'), used: new Set<string>() };
    expect(restate(notes, { order: 'A-1', amount: '$5' }, means)?.text).toBe(
      'Let me make sure we have the same picture. You wrote: “Refund me, it is broken”. You waited three hours. This is about order A-1. The amount is $5. Have I got that right?',
    );
  });
});

describe('what is still to be asked', () => {
  const open = (language: Language, texts: string[], used: string[] = []) =>
    questionsFor(packIn(language).phrases, {
      answered: answeredIn(texts, signs),
      facts: factsIn(texts),
      used: new Set(used),
    });

  test('there is a question for every interrogative, in both languages', () => {
    for (const { language } of builtInPacks)
      expect(open(language, []).open.map(({ asks }) => asks)).toEqual(interrogativeSchema.options);
  });

  test.each<[Language, string[], string[]]>([
    ['en', ['It arrived broken on Monday.'], ['where', 'who', 'how', 'why']],
    ['en', ['I restarted it yesterday and it failed because of the update.'], ['where', 'who']],
    ['zh-CN', ['昨天快递员放在门口，没收到'], ['how', 'why']],
  ])('in %s: %s', (language, texts, asked) => {
    expect(open(language, texts).open.map(({ asks }) => asks)).toEqual(asked);
  });

  test('what was asked is not asked again, and facts are made sure of', () => {
    const { open: questions, closed } = open('en', ['order A-10442'], ['probe.what-exactly']);
    expect(questions.map(({ asks }) => asks)).not.toContain('what');
    expect(closed.map(({ id }) => id)).toContain('check.order-number');
    expect(open('en', []).closed.map(({ id }) => id)).not.toContain('check.order-number');
  });
});

describe('a proposal', () => {
  const plan = (more: Partial<Plan>): Plan => ({ ...emptyPlan, ...more });
  const compose = (language: Language, more: Partial<Plan>) =>
    composeProposal(plan(more), { language, frames: framesIn(language) });

  test.each<[Language, Partial<Plan>, string]>([
    ['en', {}, ''],
    [
      'en',
      {
        options: [
          { what: 'I can send a new one', reason: 'It is the quickest way.', by: 'noon tomorrow' },
          noOption,
        ],
      },
      'I can send a new one by noon tomorrow, because it is the quickest way. Shall I go ahead with that?',
    ],
    [
      'en',
      {
        conclusion: 'you get your money back',
        basis: 'because the lamp broke on the way',
        options: [
          { what: 'Refund it to your card', reason: '', by: 'within two days' },
          { what: 'send a new one', reason: 'we have it here', by: 'Friday' },
        ],
        immediate: "I'm going to book the pick-up.",
        permanent: 'We will pack these lamps in a stronger box',
      },
      "You get your money back. The reason is that the lamp broke on the way. One way: I can refund it to your card within two days. Another way: I can send a new one by Friday, because we have it here. What I'm doing right now: book the pick-up. And so that it stays solved, we will pack these lamps in a stronger box. Which of these suits you best?",
    ],
    [
      'zh-CN',
      {
        conclusion: '钱可以全退给您',
        basis: '因为灯是路上碰坏的',
        options: [
          { what: '我可以原路退款', reason: '最省事', by: '明天18点前' },
          { what: '补发一盏新的', reason: '', by: '' },
        ],
        immediate: '我现在就登记退款',
        permanent: '我们会换更结实的箱子',
      },
      '钱可以全退给您。原因是灯是路上碰坏的。办法一：我可以原路退款，明天18点前办好，因为最省事。办法二：我可以补发一盏新的。我现在就登记退款。为了往后不再碰上，我们会换更结实的箱子。您看哪一种更合适？',
    ],
  ])('in %s: %j', (language, more, text) => {
    expect(compose(language, more)).toBe(text);
  });

  test('is what the draft check would say as well', () => {
    const check = createDraftCheck(builtInPacks);
    const option = { what: 'send a new one', reason: 'we have it here', by: 'Friday' };
    const full = compose('en', {
      basis: 'it broke',
      options: [option, option, option],
      immediate: 'look',
      permanent: 'look',
    });
    expect(check(full)).toEqual([]);
    for (const { frames = [] } of builtInPacks)
      for (const { text } of frames) expect(check(text)).toEqual([]);
  });
});

test.each(builtInPacks)(
  '$id has a frame for every use, with slots of its own',
  ({ frames = [] }) => {
    expect(new Set(frames.map((frame) => frame.for))).toEqual(new Set(frameUseSchema.options));
    expect(frames.filter(({ text }) => findSlotFault(text))).toEqual([]);
    const ids = frames.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);
