import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { follow, soonOpened, whenOpened } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import { createFakeMemory } from '../support/fake-memory';
import { settled } from '../support/settled';

const { opened } = createFakeMemory(() => 1000);
const blocked: MemoryState = { is: 'opening', isBlocked: true };
const refused: MemoryState = { is: 'opened', ok: false, reason: 'storage-broken' };
const verbs = opened.memory;

/** What comes of waiting while the log goes through these states; 'waiting' if nothing does. */
async function wait(
  waits: typeof whenOpened,
  ...[first, ...later]: [MemoryState, ...MemoryState[]]
) {
  const memory = signal(first);
  let came: unknown = 'waiting';
  void waits(memory).then((verbsOrNot) => (came = verbsOrNot));
  for (const state of later) {
    await settled();
    memory.value = state;
  }
  await settled();
  return came;
}

describe.each([
  ['whenOpened', whenOpened, 'waiting', verbs],
  ['soonOpened', soonOpened, undefined, undefined],
] as const)('%s', (_, waits, whileBlocked, afterBlocked) => {
  test.each<[string, [MemoryState, ...MemoryState[]], unknown]>([
    ['open', [opened], verbs],
    ['refused', [refused], undefined],
    ['still opening', [{ is: 'opening' }], 'waiting'],
    ['opened later', [{ is: 'opening' }, opened], verbs],
    ['refused later', [{ is: 'opening' }, refused], undefined],
    ['kept by another window', [blocked], whileBlocked],
    ['kept by another window, then opened', [blocked, opened], afterBlocked],
    ['found to be kept by another window', [{ is: 'opening' }, blocked], whileBlocked],
  ])('%s', async (_case, states, expected) => {
    expect(await wait(waits, ...states)).toBe(expected);
  });
});

test('a query that fails leaves what was told, or what is to stand there instead', () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const query = (...told: string[][]) => ({
    subscribe: (next: (rows: string[] | undefined) => void, fail: (error: unknown) => void) => {
      for (const rows of told) next(rows);
      fail(new Error('No room.'));
      return { unsubscribe: () => {} };
    },
  });
  const [untold, told, open] = [signal<string[]>(), signal<string[]>(), signal<string[]>()];
  follow(query(), untold, []);
  follow(query(['a']), told, []);
  follow(query(), open);
  expect([untold.value, told.value, open.value]).toEqual([[], ['a'], undefined]);
  expect(errors).toHaveBeenCalledTimes(3);
  errors.mockRestore();
});
