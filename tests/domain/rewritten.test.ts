import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { builtInPacks } from '../support/built-in-packs';
import { rewrittenChinese } from './rewritten-chinese';
import { rewrittenEnglish } from './rewritten-english';

const check = createDraftCheck(builtInPacks);

describe.each([
  ['built-in.en', rewrittenEnglish],
  ['built-in.zh-cn', rewrittenChinese],
])('%s', (pack, rows) => {
  test.each(rows)('%s: %j', (id, draft, reworded) => {
    const flags = check(draft);
    expect(flags.map((flag) => flag.id)).toEqual([`${pack}:${id}`]);
    const [wording] = flags.flatMap(({ rewrites }) => rewrites);
    const said = wording && draft.slice(0, wording.start) + wording.text + draft.slice(wording.end);
    expect(said).toBe(reworded);
  });

  test.each(rows)('%s, reworded, is not pointed at again', (_, __, reworded = '') => {
    expect(check(reworded)).toEqual([]);
  });
});
