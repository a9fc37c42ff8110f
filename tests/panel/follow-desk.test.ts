import { expect, test } from 'vitest';
import { newestOnly } from '../../lib/panel/follow-desk';

type Part = (part: string) => void;
const works = () => {
  const taken: string[] = [];
  const ask = newestOnly<string>((value) => taken.push(value));
  /** Begins a work; what it gives back ends it. */
  const begin = () => {
    let tells: Part = () => {};
    let ends: (how: string | Error) => void = () => {};
    ask((tell) => {
      tells = tell;
      return new Promise((resolve, reject) => {
        ends = (how) => (typeof how === 'string' ? resolve(how) : reject(how));
      });
    });
    const end = async (how: string | Error) => {
      ends(how);
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { tell: (part: string) => tells(part), end };
  };
  return { taken, begin };
};

test('what is older than what is shown is not shown', async () => {
  const { taken, begin } = works();
  const [older, newer] = [begin(), begin()];
  await newer.end('newer');
  await older.end('older');
  expect(taken).toEqual(['newer']);
});

test('asked for faster than it is answered, something is shown all the same', async () => {
  const { taken, begin } = works();
  const [first, second] = [begin(), begin()];
  await first.end('first');
  begin();
  await second.end('second');
  expect(taken).toEqual(['first', 'second']);
});

test('where the newest fails, the one before it is shown', async () => {
  const { taken, begin } = works();
  const { error } = console;
  const told: unknown[] = [];
  console.error = (...all: unknown[]) => told.push(all);
  const [sound, broken] = [begin(), begin()];
  await broken.end(new Error('No room'));
  await sound.end('sound');
  console.error = error;
  expect(taken).toEqual(['sound']);
  expect(told).toHaveLength(1);
});

test('a part is shown at once, and not over something newer', async () => {
  const { taken, begin } = works();
  const older = begin();
  older.tell('part');
  const newer = begin();
  await newer.end('newer');
  older.tell('another part');
  await older.end('older');
  expect(taken).toEqual(['part', 'newer']);
});
