import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingSchema, spliceSchema } from '../../lib/domain/conversation';
import type { Message, Reading } from '../../lib/domain/conversation';
import { applySplice, diffMessages } from '../../lib/domain/splice';

function message(key: string, text = key): Message {
  return { key, side: 'customer', text };
}
function messages(keys: string): Message[] {
  return keys.split('').map((key) => message(key));
}
function reading(list: readonly Message[]): Reading {
  return { site: 'generic', key: 'talk', messages: [...list], sure: 1 };
}

const messageArbitrary: fc.Arbitrary<Message> = fc.record(
  {
    key: fc.constantFrom('a', 'b', 'c'),
    side: fc.constantFrom('customer', 'agent', 'system', 'unknown'),
    text: fc.constantFrom('', 'x', '好'),
    name: fc.constantFrom('Li', 'Noor'),
    at: fc.constantFrom(0, 1000),
  },
  { requiredKeys: ['key', 'side', 'text'] },
);
const listArbitrary = fc.array(messageArbitrary, { maxLength: 8 });

describe('the change between two lists of messages', () => {
  test.each([
    ['a message more', 'abc', 'abcd', { at: 3, removed: 0, messages: 'd' }],
    ['an older message above', 'bc', 'abc', { at: 0, removed: 0, messages: 'a' }],
    ['one in between', 'ac', 'abc', { at: 1, removed: 0, messages: 'b' }],
    ['a message gone', 'abc', 'ac', { at: 1, removed: 1, messages: '' }],
    ['one gives way to another', 'abc', 'axc', { at: 1, removed: 1, messages: 'x' }],
    ['the first one', '', 'a', { at: 0, removed: 0, messages: 'a' }],
    ['all gone', 'ab', '', { at: 0, removed: 2, messages: '' }],
    ['one of two alike gone', 'aa', 'a', { at: 1, removed: 1, messages: '' }],
  ])('%s: %j to %j', (_, before, after, change) => {
    expect(diffMessages('talk', messages(before), messages(after))).toEqual({
      key: 'talk',
      ...change,
      messages: messages(change.messages),
    });
  });

  test.each<[string, Partial<Message>]>([
    ['text', { text: 'edited' }],
    ['side', { side: 'agent' }],
    ['name', { name: 'Li' }],
    ['time', { at: 5 }],
    ['key', { key: 'other' }],
  ])('another %s is a change', (_, change) => {
    const after = { ...message('a'), ...change };
    expect(diffMessages('talk', [message('a')], [after])).toEqual({
      key: 'talk',
      at: 0,
      removed: 1,
      messages: [after],
    });
  });

  test('there is none between equal lists', () => {
    fc.assert(
      fc.property(listArbitrary, (list) => {
        expect(diffMessages('talk', list, structuredClone(list))).toBeUndefined();
      }),
    );
  });

  test('applied to the list before, it gives the list after', () => {
    fc.assert(
      fc.property(listArbitrary, listArbitrary, (before, after) => {
        const change = diffMessages('talk', before, after);
        const result = change ? applySplice(reading(before), change) : reading(before);
        expect(result?.messages).toEqual(after);
      }),
    );
  });

  test('no smaller one would do', () => {
    fc.assert(
      fc.property(listArbitrary, listArbitrary, (before, after) => {
        const change = diffMessages('talk', before, after);
        expect(change ? change.removed + change.messages.length : 0).toBe(
          smallestChange(before, after),
        );
      }),
    );
  });
});

describe('applying a change', () => {
  const before = reading(messages('abc'));

  test('leaves the reading before as it was, and the rest of it too', () => {
    const named = { ...before, customer: 'Li' };
    const after = applySplice(named, { key: 'talk', at: 0, removed: 3, messages: [] });
    expect(after).toEqual({ ...named, messages: [] });
    expect(named.messages).toEqual(messages('abc'));
  });

  test.each([
    ['of another conversation', { key: 'other', at: 0, removed: 0 }],
    ['beyond the end', { key: 'talk', at: 4, removed: 0 }],
    ['that removes more than there is', { key: 'talk', at: 2, removed: 2 }],
  ])('one %s is refused', (_, change) => {
    expect(applySplice(before, { ...change, messages: messages('x') })).toBeUndefined();
  });

  test.each([
    ['before the beginning', { at: -1, removed: 0 }],
    ['of less than nothing', { at: 1, removed: -1 }],
    ['between two places', { at: 0.5, removed: 0 }],
  ])('one %s does not even parse', (_, change) => {
    const splice = { key: 'talk', messages: [], ...change };
    expect(spliceSchema.safeParse(splice).success).toBe(false);
    expect(spliceSchema.safeParse({ ...splice, at: 1, removed: 1 }).success).toBe(true);
  });
});

describe('how sure a reading is', () => {
  test.each([
    [0, true],
    [1, true],
    [-0.1, false],
    [1.1, false],
    [Number.NaN, false],
  ])('%d parses: %s', (sure, parses) => {
    expect(readingSchema.safeParse({ ...reading([]), sure }).success).toBe(parses);
  });
});

/** The least that one splice must remove and add, found by trying all. */
function smallestChange(before: readonly Message[], after: readonly Message[]): number {
  const [own, other] = [before, after].map((list) =>
    list.map((each) => JSON.stringify(sorted(each))),
  );
  if (!own || !other || own.join() === other.join()) return 0;
  let smallest = own.length + other.length;
  for (let head = 0; head <= own.length && head <= other.length; head++) {
    if (own.slice(0, head).join() !== other.slice(0, head).join()) break;
    for (let tail = 0; head + tail <= Math.min(own.length, other.length); tail++) {
      if (own.slice(own.length - tail).join() !== other.slice(other.length - tail).join()) continue;
      smallest = Math.min(smallest, own.length + other.length - 2 * (head + tail));
    }
  }
  return smallest;
}

function sorted({ key, side, text, name, at }: Message) {
  return { key, side, text, name, at };
}
