import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAlikeRows } from '../../lib/page/alike-rows';
import type { Row } from '../../lib/page/reader';

type Said = {
  text: string;
  key?: string;
  name?: string;
  user?: string;
  at?: number;
  inside?: string;
};

let made = 0;

function rowOf({ text, key = `row-${made++}`, name = 'Dana', user = '4', at, inside }: Said) {
  const row = document.createElement('div');
  row.className = 'message';
  row.id = key;
  row.dataset['user'] = user;
  const author = document.createElement('b');
  author.textContent = name;
  const said = document.createElement('p');
  said.textContent = text;
  row.append(author, said);
  if (at !== undefined) {
    const time = document.createElement('time');
    time.dateTime = new Date(at).toISOString();
    time.textContent = time.dateTime.slice(11, 16);
    row.insertBefore(time, said);
  }
  if (inside !== undefined) row.append(document.createElement(inside));
  return row;
}

/** Reads rows as slowly and surely as can be, and counts how often. */
function startReader() {
  let count = 0;
  const read = (row: Element): Row => {
    count++;
    const time = row.querySelector('time');
    return {
      side: (row as HTMLElement).dataset['user'] === '17' ? 'agent' : 'customer',
      text: (row.querySelector('p')?.textContent ?? '')
        .replaceAll('\u00a0', ' ')
        .replaceAll(/[ \t\n\r\f]+/g, ' ')
        .trim(),
      name: row.querySelector('b')?.textContent ?? '',
      ...(time && { at: Date.parse(time.dateTime) }),
      key: row.id,
    };
  };
  const alike = createAlikeRows({ read, isTelling: (text) => text === 'has joined us here' });
  return {
    read,
    count: () => count,
    alike,
    tell: (row: Element) => alike.guess(row) ?? alike.read(row),
  };
}

const talk = (n: number) => `My parcel ${n} is still not here`;

test('after four of a kind the words alone are taken, until one is to be compared: ever later', () => {
  const { tell, count, alike } = startReader();
  for (let n = 0; n < 4; n++) tell(rowOf({ text: talk(n), at: n * 1000 }));
  expect(count()).toBe(4);
  const row = rowOf({ text: 'A & B < C > "D" 没人回电话', at: 7_654_321_000 });
  expect(tell(row)).toEqual({
    side: 'customer',
    text: 'A & B < C > "D" 没人回电话',
    name: 'Dana',
    at: 7_654_321_000,
    key: row.id,
  });
  expect(count()).toBe(4);
  const told = new Map<Element, Row>();
  let guessed = 1;
  for (const [checks, due] of [100, 200, 400, 800, 1600, 1600].entries()) {
    for (; guessed < due; guessed++) {
      expect(alike.isDue()).toBe(false);
      const next = rowOf({ text: talk(guessed), at: 0 });
      document.body.append(next);
      told.set(next, tell(next));
    }
    expect([alike.isDue(), count()]).toEqual([true, 4 + checks]);
    alike.check((each) => told.get(each));
    guessed = 0;
  }
});

test('where none is compared, the words alone are taken twice as often and no more', () => {
  const { tell, count } = startReader();
  for (let n = 0; n < 204; n++) tell(rowOf({ text: talk(n) }));
  expect(count()).toBe(4);
  tell(rowOf({ text: talk(204) }));
  expect(count()).toBe(5);
});

test.each([
  ['shorter than a label', { text: 'no' }],
  ['of words that tell more', { text: 'has joined us here' }],
  ['with blanks that a page may keep', { text: 'two  blanks and a\nline' }],
  ['by another sender', { text: talk(1), name: 'Mara' }],
  ['by another user of the same name', { text: talk(1), user: '17' }],
  ['with an element of its own', { text: talk(1), inside: 'order-card' }],
])('a row %s is looked at', (_, said) => {
  const { tell, read, count, alike } = startReader();
  for (let n = 0; n < 10; n++) tell(rowOf({ text: talk(n) }));
  const before = count();
  const row = rowOf(said);
  expect(alike.guess(row)).toBeUndefined();
  expect(tell(row)).toEqual(read(row));
  expect(count()).toBe(before + 2);
});

test.each(['script', 'style', 'iframe', 'order-card', 'template'])(
  'rows with a %s are always looked at',
  (inside) => {
    const { tell, count } = startReader();
    for (let n = 0; n < 10; n++) tell(rowOf({ text: talk(n), inside }));
    expect(count()).toBe(10);
  },
);

test('rows that hold a shadow root are always looked at', () => {
  const { tell, count } = startReader();
  for (let n = 0; n < 10; n++) {
    const row = rowOf({ text: talk(n), inside: 'section' });
    row.lastElementChild?.attachShadow({ mode: 'open' });
    tell(row);
  }
  expect(count()).toBe(10);
});

test('what was told by a kind that proves wrong is to be read again, and the kind never told by again', () => {
  const { read } = startReader();
  let isEdited = false;
  const alike = createAlikeRows({
    read: (row) => ({ ...read(row), text: `${read(row).text}${isEdited ? ' (edited)' : ''}` }),
    isTelling: () => false,
  });
  const told = Array.from({ length: 204 }, (_, n) => rowOf({ text: talk(n) }));
  for (const row of told) expect((alike.guess(row) ?? alike.read(row)).key).toBe(row.id);
  isEdited = true;
  expect(alike.guess(rowOf({ text: talk(204) }))).toBeUndefined();
  expect(alike.read(rowOf({ text: talk(204) })).text).toBe(`${talk(204)} (edited)`);
  expect(alike.takeDoubted()).toEqual(told.slice(4));
  expect(alike.takeDoubted()).toEqual([]);
  for (let n = 0; n < 5; n++) alike.read(rowOf({ text: talk(n) }));
  expect(alike.guess(rowOf({ text: talk(5) }))).toBeUndefined();
});

test('the last guess of each kind is compared when that is asked for', () => {
  const { read } = startReader();
  let name = 'Dana';
  const alike = createAlikeRows({
    read: (row) => ({ ...read(row), name }),
    isTelling: () => false,
  });
  const told = new Map<Element, Row>();
  for (let n = 0; n < 10; n++) {
    const row = rowOf({ text: talk(n) });
    document.body.append(row);
    told.set(row, alike.guess(row) ?? alike.read(row));
  }
  const check = () => {
    alike.check((row) => told.get(row));
    return alike.takeDoubted();
  };
  expect(check()).toEqual([]);
  const later = [10, 11].map((n) => rowOf({ text: talk(n) }));
  document.body.append(...later);
  for (const row of later) told.set(row, alike.guess(row) ?? alike.read(row));
  name = 'Mara';
  expect(check()).toEqual(later);
});

test('property: what is told is what reading tells', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('<b>', '-->', '"id="x"', '&amp;', ' Dana', 'Dana: hello', talk(1), '\u00a0x '),
    fc
      .tuple(fc.lorem(), fc.constantFrom('<', '>', '"', '&', '&lt;', "'"))
      .map((all) => all.join('')),
  );
  const rows = fc.record(
    {
      text: texts,
      key: fc.oneof(
        fc.uuid(),
        fc.nat().map((n) => `m${n}`),
        texts,
      ),
      name: fc.constantFrom('Dana', 'Mara', 'Agent 1', 'Agent 2', 'a"b'),
      user: fc.constantFrom('4', '17', '71'),
      at: fc.nat({ max: 2_000_000_000 }).map((seconds) => seconds * 1000),
    },
    { requiredKeys: ['text'] },
  );
  const mostly = fc.record({ text: texts, key: fc.uuid() });
  const all = fc.oneof({ weight: 4, arbitrary: mostly }, { weight: 1, arbitrary: rows });
  fc.assert(
    fc.property(fc.array(all, { minLength: 10, maxLength: 60 }), (said) => {
      const { tell, read } = startReader();
      for (const each of said) {
        const row = rowOf(each);
        expect(tell(row)).toEqual(read(row));
      }
    }),
    { numRuns: 500 },
  );
});
