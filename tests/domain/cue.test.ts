import { describe, expect, test } from 'vitest';
import { cueSchema } from '../../lib/domain/pack';

describe('cues of any pack', () => {
  const cue = { means: 'angry', side: 'customer', words: ['angry'] };
  test.each([
    [{ ...cue, words: ['so (angry|mad', 'angry'] }, 'find-never-closed', ['(', ')', '4']],
    [{ ...cue, unless: ['not … '] }, 'find-bare-gap', ['6']],
  ])('%j are refused with the place of the fault', (bad, why, what) => {
    expect(cueSchema.safeParse(bad).error?.issues[0]).toMatchObject({ params: { why, what } });
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
