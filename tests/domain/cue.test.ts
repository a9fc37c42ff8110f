import { describe, expect, test } from 'vitest';
import { cueSchema } from '../../lib/domain/pack';

describe('cues of any pack', () => {
  const cue = { means: 'angry', side: 'customer', words: ['angry'] };
  test.each([
    [{ ...cue, words: ['so (angry|mad', 'angry'] }, /This \( is never closed.*character 4/],
    [{ ...cue, unless: ['not … '] }, /A gap needs words/],
  ])('%j are refused with the place of the fault', (bad, reason) => {
    expect(cueSchema.safeParse(bad).error?.issues[0]?.message).toMatch(reason);
  });

  test('may use alternatives, options, gaps and contexts', () => {
    const good = {
      ...cue,
      words: ['(so|very) angry', '[太]生气', 'this … ridiculous'],
      unless: ['not angry'],
    };
    expect(cueSchema.safeParse(good).success).toBe(true);
  });
});
