import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { createEar } from '../../lib/domain/hear';
import type { Pack } from '../../lib/domain/pack';
import { failedTests } from '../../lib/domain/pack-trial';
import { smallPack } from '../packs/small-pack';

type Tests = NonNullable<Pack['tests']>;
const pack = smallPack({
  rewrites: [
    { id: 'must', rule: 'W3', words: ['must', '必须'], to: [] },
    { id: 'lamp', rule: 'W5', words: ['lamp 7'], to: [] },
  ],
  cues: [
    { means: 'promise', side: 'agent', words: ['i will call', '我会回电'] },
    { means: 'angry', side: 'customer', words: ['furious', '气死'] },
    { means: 'agrees', side: 'customer', words: ['all right'] },
  ],
});
const open = { ear: createEar(pack.cues ?? []), check: createDraftCheck([pack]) };
const failed = (tests: Tests) => failedTests({ tests }, open);
const draft = (text: string, ...flagged: string[]) => ({ text, flagged });
const heard = (text: string, ...means: NonNullable<Tests['messages']>[number]['means']) => ({
  text,
  side: 'customer' as const,
  means,
});

test('a pack without tests fails none', () => {
  expect(failedTests({}, open)).toEqual([]);
  expect(failed({})).toEqual([]);
});

describe('drafts', () => {
  test('pass where each rule that is named is found, and others may be as well', () => {
    const drafts = [
      draft('You must take lamp 7.', 'W3', 'W5'),
      draft('You must take lamp 7.', 'W5'),
      draft('您必须等。', 'W3'),
      draft('Take a lamp.'),
    ];
    expect(failed({ drafts })).toEqual([]);
  });

  test('fail with the rules that were missed, all of them and no others', () => {
    const drafts = [draft('Fine.'), draft('You must wait.', 'W5', 'W3', 'B1')];
    expect(failed({ drafts })).toEqual([
      { path: ['tests', 'drafts', 1], why: 'must-flag', what: ['You must wait.', 'W5, B1'] },
    ]);
  });

  test('fail with what was found where nothing may be, each rule once', () => {
    const drafts = [draft('You must take lamp 7, you must.')];
    expect(failed({ drafts })).toEqual([
      {
        path: ['tests', 'drafts', 0],
        why: 'must-not-flag',
        what: ['You must take lamp 7, you must.', 'W3, W5'],
      },
    ]);
  });
});

describe('messages', () => {
  test('are heard as said by the side that they name', () => {
    const messages: Tests['messages'] = [
      heard('I am furious.', 'angry'),
      heard('气死我了', 'angry'),
      heard('I will call my lawyer.'),
      { text: '我会回电。', side: 'agent', means: ['promise'] },
      { text: 'The manager is furious.', side: 'agent', means: [] },
    ];
    expect(failed({ messages })).toEqual([]);
  });

  test('fail with the meanings that were missed', () => {
    const messages = [heard('All right.', 'agrees', 'angry')];
    expect(failed({ messages })).toEqual([
      { path: ['tests', 'messages', 0], why: 'must-mean', what: ['All right.', 'angry'] },
    ]);
  });

  test('fail with what was heard where nothing may be', () => {
    const messages = [heard('Fine.'), heard('All right, I am furious.')];
    expect(failed({ messages })).toEqual([
      {
        path: ['tests', 'messages', 1],
        why: 'must-not-mean',
        what: ['All right, I am furious.', 'agrees, angry'],
      },
    ]);
  });
});

test('drafts are told before messages, all that fail', () => {
  const tests = {
    drafts: [draft('Fine.', 'W3'), draft('Good.', 'W3')],
    messages: [heard('Fine.', 'angry')],
  };
  expect(failed(tests).map(({ path }) => path.slice(1))).toEqual([
    ['drafts', 0],
    ['drafts', 1],
    ['messages', 0],
  ]);
});

test('of a text of more than 80 signs the first 79 are told', () => {
  const told = (text: string) => failed({ drafts: [draft(text, 'W3')] })[0]?.what[0];
  const longest = `${'好'.repeat(79)}。`;
  expect(told(longest)).toBe(longest);
  expect(told(`${longest}。`)).toBe(`${'好'.repeat(79)}…`);
});
