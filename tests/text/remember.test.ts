import { expect, test } from 'vitest';
import { remember } from '../../lib/text/remember';

test('looks into a text once, also where nothing is in it', () => {
  const looked: string[] = [];
  const find = remember((text) => {
    looked.push(text);
    return text === 'none' ? undefined : text.length;
  });
  expect([find('one'), find('none'), find('one'), find('none')]).toEqual([
    3,
    undefined,
    3,
    undefined,
  ]);
  expect(looked).toEqual(['one', 'none']);
});
