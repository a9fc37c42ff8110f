import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { guardDraft } from '../../lib/domain/guard';
import type { Guarded } from '../../lib/domain/guard';
import { emptyGuide } from '../../lib/domain/guide-state';
import { createEar } from '../../lib/domain/hear';
import { cuesOf } from '../../lib/domain/heard-cue';
import { packSchema } from '../../lib/domain/pack';
import type { SubStepId } from '../../lib/domain/step';
import { createLineMemory } from '../../lib/text/same-line';

const packs = ['en', 'zh-cn'].map((name) => {
  const url = new URL(`../../public/packs/${name}.json`, import.meta.url);
  return packSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
});
const ear = createEar(cuesOf(packs));

type World = { said?: string[]; customer?: string; done?: SubStepId[]; hold?: 'given' };

function guarded(text: string, world: World = {}, more: Partial<Guarded> = {}) {
  const { said = [], customer, done = [], hold } = world;
  const before = customer === undefined ? [] : [{ side: 'customer' as const, text: customer }];
  const ticks = done.map((id) => [id, { done: true, by: 'hand' }]);
  const subSteps = { ...emptyGuide.subSteps, ...Object.fromEntries(ticks) };
  return guardDraft(text, {
    found: ear({ side: 'agent', text }, before),
    guide: { subSteps, hold },
    again: createLineMemory()(said),
    askToHold: undefined,
    askIfRight: undefined,
    ...more,
  });
}
const rulesIn = (...args: Parameters<typeof guarded>) => guarded(...args).map(({ rule }) => rule);

describe('the same line twice (R5)', () => {
  const line = {
    en: 'I completely see why this upsets you so much.',
    zh: '我完全理解您现在的心情。',
  };
  test.each(Object.values(line))('%s', (text) => {
    expect(rulesIn(text, { said: [text] })).toContain('R5');
    expect(rulesIn(text)).not.toContain('R5');
  });
});

describe('a hold without consent (H1)', () => {
  test.each(['Please hold for two minutes.', 'One moment please.', '请您稍等一下。'])(
    '%s',
    (text) => {
      expect(rulesIn(text)).toContain('H1');
      expect(rulesIn(text, { hold: 'given' })).not.toContain('H1');
    },
  );

  test.each([
    'May I ask you to hold for two minutes?',
    '请您稍等两分钟，可以吗？',
    '我正在帮您查询。',
  ])('%s is none', (text) => {
    expect(rulesIn(text)).not.toContain('H1');
  });

  test('is reworded as the question of the pack', () => {
    const [flag] = guarded('I see. Please hold.', {}, { askToHold: 'May I ask you to hold?' });
    const [rewrite] = flag?.rewrites ?? [];
    expect(rewrite).toEqual({ start: 7, end: 19, text: 'May I ask you to hold?' });
  });
});

describe('said back without asking (L5)', () => {
  const [text, customer] = [
    'So your parcel never arrived at your house.',
    'My parcel never arrived at my house',
  ];

  test('where the sentence stands without a question', () => {
    expect(rulesIn(text, { customer })).toContain('L5');
  });

  test.each<[string, string, World]>([
    ['is asked', `${text} Is that right?`, { customer }],
    ['is still being typed', 'So your parcel never arrived at your house', { customer }],
    ['was confirmed before', text, { customer, done: ['restate.confirm'] }],
    ['regrets it', "I'm sorry that your parcel hasn't arrived at your house.", { customer }],
  ])('is none where it %s', (_, draft, world) => {
    expect(rulesIn(draft, world)).not.toContain('L5');
  });

  test('gets its question behind it', () => {
    const flags = guarded(text, { customer }, { askIfRight: 'Is that right?' });
    const [rewrite] = flags.find(({ rule }) => rule === 'L5')?.rewrites ?? [];
    expect(rewrite?.text).toBe(`${text} Is that right?`);
  });
});

describe('what we do without a time (P1)', () => {
  test.each(['I will send you a new one.', 'We can send you a new one.', '我帮您补发一件。'])(
    '%s',
    (text) => {
      expect(rulesIn(text)).toContain('P1');
    },
  );

  test.each([
    'I will send you a new one by Friday.',
    'I will send you a new one today at 5 pm.',
    'Shall I send you a new one?',
    'You can restart the router.',
    'I will send you a new one', // Still being typed.
    '我今天18点前帮您补发一件。',
  ])('%s is none', (text) => {
    expect(rulesIn(text)).not.toContain('P1');
  });

  test('is none once a time was given', () => {
    expect(rulesIn('I will send you a new one.', { done: ['propose.when'] })).not.toContain('P1');
  });
});

describe('passed on without a word (T1)', () => {
  test.each(['I am transferring you to billing.', '我帮您转接财务部门。'])('%s', (text) => {
    expect(rulesIn(text)).toContain('T1');
  });

  test('is none where it is asked', () => {
    expect(rulesIn('May I put you through to Ana in billing, who can see it?')).not.toContain('T1');
  });
});

describe('a guard', () => {
  test('marks words of the draft', () => {
    const text = 'Hello there. Please hold.';
    for (const { start, end, words } of guarded(text)) expect(text.slice(start, end)).toBe(words);
    expect(guarded(text)).not.toEqual([]);
  });

  test('finds nothing in an empty draft', () => {
    expect(guarded('')).toEqual([]);
    expect(guarded(' ')).toEqual([]);
  });
});

// A phrase that we offer ourselves is pointed out only where it names no time, which the agent is to add.
test.each(packs.map(({ id, phrases }) => [id, phrases] as const))(
  'the guards leave the phrases of %s alone',
  (_, phrases) => {
    const flagged = phrases.flatMap(({ id, text }) =>
      rulesIn(text)
        .filter((rule) => rule !== 'P1' && rule !== 'L5')
        .map((rule) => `${id}: ${rule}`),
    );
    expect(flagged).toEqual([]);
  },
);
