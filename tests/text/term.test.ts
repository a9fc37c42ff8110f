import { expect, test } from 'vitest';
import { eachTerm, rangesOf } from '../../lib/text/term';

const isFound = (query: string, text: string) => {
  const terms: number[] = [];
  eachTerm(text, (term) => terms.push(term));
  return rangesOf(query).every(({ from, to }) => terms.some((term) => term >= from && term <= to));
};

test.each([
  ['dont', "They don't answer."],
  ['don’t', 'They dont answer.'],
  ["l'eau", "Il y a de l'eau."],
  ['eau', "Il y a de l'eau."],
  ['answ', "They don't answer."],
  ['退款', '请您退款吧'],
  ['款', '请您退款吧'],
])('%o is found in %o', (query, text) => expect(isFound(query, text)).toBe(true));

test.each([
  ['do', "They don't answer."],
  ['nt', "They don't answer."],
  ['款退', '请您退款吧'],
])('%o is not found in %o', (query, text) => expect(isFound(query, text)).toBe(false));
