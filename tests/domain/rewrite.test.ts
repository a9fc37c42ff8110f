// Whether a wording fits into the sentence around the flagged words, and what the sentence becomes.
import { describe, expect, test } from 'vitest';
import type { Rewrite } from '../../lib/domain/pack';
import { checkFor } from '../support/check-for';

describe('a wording', () => {
  const becomes = (rewrite: Partial<Rewrite>, draft: string) => {
    const replacement = checkFor(rewrite)(draft)[0]?.rewrites[0];
    return (
      replacement &&
      draft.slice(0, replacement.start) + replacement.text + draft.slice(replacement.end)
    );
  };
  test.each<[string, Partial<Rewrite>, string, string | undefined]>([
    [
      'without an end mark replaces the words alone',
      { to: [{ text: 'please' }] },
      'You must pay it, soon.',
      'Please pay it, soon.',
    ],
    [
      'keeps its small letter in mid-sentence',
      { to: [{ text: 'please' }] },
      'Hi Ann, you must pay.',
      'Hi Ann, please pay.',
    ],
    [
      'with an end mark brings it along',
      { to: [{ text: 'could you …?' }] },
      'You must pay!',
      'Could you pay?',
    ],
    [
      'with an end mark ends a sentence that has none yet',
      { to: [{ text: 'could you …?' }] },
      'You must pay',
      'Could you pay?',
    ],
    [
      'does not carry two thoughts',
      { to: [{ text: 'could you …?' }] },
      'You must pay, or else.',
      undefined,
    ],
    [
      'does not go into a quotation',
      { to: [{ text: 'please' }] },
      'They wrote “you must pay”.',
      undefined,
    ],
    [
      'does not open a clause in the middle of one',
      { to: [{ text: 'please' }] },
      'I hear you must pay.',
      undefined,
    ],
    [
      'may stand anywhere if it says so',
      { to: [{ text: 'you can', where: 'anywhere' }] },
      'I hear you must pay.',
      'I hear you can pay.',
    ],
    [
      'that opens a sentence does not stand behind a condition',
      { to: [{ text: 'let me see.', where: 'start' }] },
      'When it is late, you must pay.',
      undefined,
    ],
    [
      'that needs a verb does not stand before a comma',
      { to: [{ text: 'please', follows: 'verb' }] },
      'You must, sadly, pay.',
      undefined,
    ],
    [
      'that needs a verb does not stand before “not”',
      { to: [{ text: 'please', follows: 'verb' }] },
      'You must not pay.',
      undefined,
    ],
    [
      'keeps the person of the words',
      { words: ['(I|we) refuse'], to: [{ text: '{I|we} see' }] },
      'So we refuse it.',
      'So we see it.',
    ],
    [
      'takes the words of the gap',
      { words: ['(I|we) refuse … until'], to: [{ text: '{I|we} do … once' }] },
      'We refuse to pay until it is May.',
      'We do to pay once it is May.',
    ],
    [
      'leaves a question a question',
      { to: [{ text: 'let me see.' }] },
      'And you must pay now?',
      undefined,
    ],
    [
      'leaves out what a sentence asks with its mark, and goes as a question',
      { to: [{ text: 'could you …?' }] },
      'You must pay now ?',
      'Could you pay now?',
    ],
    [
      'that states takes the place of a question only as a whole',
      { to: [{ text: 'let me see.' }] },
      'And you must?',
      'And let me see.',
    ],
    [
      'with a gap is not there where nothing stands in the gap',
      { words: ['you must'], to: [{ text: 'please … soon' }] },
      'You must pay.',
      undefined,
    ],
    [
      'takes no part of a longer word for a person',
      { words: ['they were sure'], to: [{ text: '{I|we} see' }] },
      'They were sure.',
      'I see.',
    ],
    [
      'takes the first person where the words have none',
      { words: ['nobody saw'], to: [{ text: '{I|we} see', where: 'anywhere' }] },
      'Well, nobody saw it.',
      'Well, I see it.',
    ],
    [
      'does not carry more than a sentence holds',
      { to: [{ text: 'could you …?' }] },
      `You must pay ${'very '.repeat(70)}soon.`,
      undefined,
    ],
  ])('%s', (_, rewrite, draft, expected) => {
    expect(becomes(rewrite, draft)).toBe(expected);
  });

  test.each([
    'They wrote "as you must pay"',
    'They wrote “as you must pay” to us',
    'They wrote 「as you must pay」 to us',
    'They wrote «as you must pay» to us',
    'They wrote (as you must pay) to us',
    'They wrote （as you must pay） to us',
    'They wrote (as you must pay, and soon) to us',
    'They wrote “so you must” pay to us',
  ])('that may stand anywhere does not go into %j', (draft) => {
    expect(becomes({ to: [{ text: 'you can', where: 'anywhere' }] }, draft)).toBeUndefined();
  });

  test.each([
    'They wrote “this”, and as you must pay, we wait.',
    'They wrote "this" as you must pay "that".',
    '(So) as you must pay (now).',
  ])('stands beside what is quoted in %j', (draft) => {
    const said = draft.replace('you must', 'you can');
    expect(becomes({ to: [{ text: 'you can', where: 'anywhere' }] }, draft)).toBe(said);
  });
});
