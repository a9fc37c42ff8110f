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

test('forgets them all once there are too many, and goes on', () => {
  let looks = 0;
  const find = remember((text) => {
    looks++;
    return text;
  });
  for (let text = 0; text < 20_000; text++) find(`${text}`);
  find('0');
  expect(looks).toBe(20_000);
  find('one more');
  expect(find('0')).toBe('0');
  expect(looks).toBe(20_002);
});
