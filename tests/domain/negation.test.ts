import { describe, expect, test } from 'vitest';
import { clausesIn } from '../../lib/domain/negation';
import type { Language } from '../../lib/domain/pack';

/** Each clause with its sentence; `-` before what says no, `~` before what regrets. */
function marked(text: string, language: Language): string[] {
  return clausesIn(text, language).map(
    ({ words, sentence, negative, downbeat }) =>
      `${sentence} ${negative ? '-' : ''}${downbeat ? '~' : ''}${words}`,
  );
}

describe('clauses', () => {
  test.each<[string, Language, string[]]>([
    ['', 'en', []],
    ['?! …', 'en', []],
    ['We can’t do it...  And then? 7!', 'en', ['0 -We can’t do it', '1 And then', '2 7']],
    [
      'I am sorry,  we cannot and they do not.',
      'en',
      ['0 ~I am sorry', '0 -we cannot', '0 -they do not'],
    ],
    ['No problem, it is not late.', 'en', ['0 No problem', '0 -it is not late']],
    ['Sand or anders', 'en', ['0 Sand', '0 anders']],
    ['很抱歉，不能退，但是可以换。', 'zh-CN', ['0 ~很抱歉', '0 -不能退', '0 可以换']],
    ['没问题！不行，，', 'zh-CN', ['0 没问题', '1 -不行']],
  ])('of %j', (text, language, clauses) => {
    expect(marked(text, language)).toEqual(clauses);
  });
});
