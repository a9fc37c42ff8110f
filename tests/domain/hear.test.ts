import { describe, expect, test } from 'vitest';
import { createEar } from '../../lib/domain/hear';
import type { Cue } from '../../lib/domain/pack';

const cues: Cue[] = [
  { means: 'apologise.regret', side: 'agent', words: ['sorry for', '抱歉'] },
  { means: 'probe.open', side: 'agent', words: ['when did'] },
  { means: 'angry', side: 'customer', words: ['ridiculous', 'angry', '气死'] },
  { means: 'agrees', side: 'customer', words: ['that is right'] },
  { means: 'refuses', side: 'customer', words: ['not right'] },
];
const ear = createEar(cues);

describe('an ear', () => {
  test('hears the steps of the agent, with the words as they were written', () => {
    expect(ear({ side: 'agent', text: 'I am SORRY FOR this. When did it break?' })).toEqual([
      { means: 'apologise.regret', words: 'SORRY FOR' },
      { means: 'probe.open', words: 'When did' },
    ]);
  });

  test('hears Chinese within a sentence', () => {
    expect(ear({ side: 'agent', text: '非常抱歉，让您久等了' })).toEqual([
      { means: 'apologise.regret', words: '抱歉' },
    ]);
  });

  test('tells each meaning once, with its first words', () => {
    expect(ear({ side: 'customer', text: 'I am angry, this is ridiculous. 气死了' })).toEqual([
      { means: 'angry', words: 'angry' },
    ]);
  });

  test('tells a yes and a no in the same message', () => {
    const heard = ear({ side: 'customer', text: 'No, not right. Well, that is right.' });
    expect(heard.map(({ means }) => means)).toEqual(['refuses', 'agrees']);
  });

  test.each([
    ['the customer', { side: 'customer', text: 'sorry for asking' }],
    ['the agent', { side: 'agent', text: 'you are angry' }],
    ['the system', { side: 'system', text: 'angry, sorry for' }],
    ['a side that is not known', { side: 'unknown', text: 'angry, sorry for' }],
  ] as const)('takes nothing from %s that belongs to the other side', (_, message) => {
    expect(ear(message)).toEqual([]);
  });

  test('hears finds with alternatives, and not what a context takes back', () => {
    const worried = createEar([
      {
        means: 'anxious',
        side: 'customer',
        words: ['(so|very) worried', 'worry'],
        unless: ["don't … worry"],
      },
    ]);
    expect(worried({ side: 'customer', text: 'I am very worried' })).toEqual([
      { means: 'anxious', words: 'very worried' },
    ]);
    expect(worried({ side: 'customer', text: 'Please don’t you worry' })).toEqual([]);
  });

  test('without cues hears nothing', () => {
    expect(createEar([])({ side: 'agent', text: 'sorry for' })).toEqual([]);
  });
});
