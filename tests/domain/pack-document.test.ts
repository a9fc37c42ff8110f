// A pack in the form: opened and saved it is the same file, and a change touches only its own part.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aboutOf,
  applyEdit,
  editedLists,
  itemsOf,
  openDocument,
  textOfDocument,
} from '../../lib/domain/pack-document';
import type { PackDocument, PackEdit } from '../../lib/domain/pack-document';
import { packFile } from '../packs/small-pack';

const builtIn = ['en', 'zh-cn'].map((name) =>
  readFileSync(new URL(`../../public/packs/${name}.json`, import.meta.url), 'utf8'),
);

function open(text: string): PackDocument {
  const document = openDocument(text);
  if (!document) throw new Error('It does not open.');
  return document;
}

const edited = (text: string, ...edits: PackEdit[]) =>
  textOfDocument(edits.reduce(applyEdit, open(text)));

/** The lines of one that the other has not, both ways. */
function differentLines(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const rest = (from: string[], others: string[]) => {
    const left = [...others];
    return from.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return { gone: rest(old, now), come: rest(now, old) };
}

const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);

/** A value as JSON, with any space wherever JSON allows some, and letters as escapes now and then. */
const written = (value: unknown): fc.Arbitrary<string> => {
  if (Array.isArray(value))
    return fc
      .tuple(space, ...value.map((each) => around(written(each))))
      .map(([only, ...parts]) => (parts.length > 0 ? `[${parts.join(',')}]` : `[${only}]`));
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, each]) =>
      fc
        .tuple(around(fc.constant(JSON.stringify(key))), around(written(each)))
        .map((two) => two.join(':')),
    );
    return fc
      .tuple(space, ...members)
      .map(([only, ...parts]) => (parts.length > 0 ? `{${parts.join(',')}}` : `{${only}}`));
  }
  const plain = JSON.stringify(value);
  const mayEscape = typeof value === 'string' && !plain.includes('\\');
  return fc.constantFrom(plain, mayEscape ? plain.replaceAll('e', '\\u0065') : plain);
};
const around = (inner: fc.Arbitrary<string>) =>
  fc.tuple(space, inner, space).map((parts) => parts.join(''));

const item = fc.dictionary(
  fc.constantFrom('id', 'text', 'places', 'emotions', 'x'),
  fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 3 }), fc.integer()),
);
const packValue = fc
  .dictionary(
    fc.constantFrom('format', 'id', 'title', 'phrases', 'rewrites', 'houseWords', 'cues', 'tests'),
    fc.jsonValue({ maxDepth: 2 }),
  )
  .chain((rest) =>
    fc
      .record({
        phrases: fc.array(item, { maxLength: 5 }),
        rewrites: fc.array(item, { maxLength: 3 }),
      })
      .map((lists) => ({ ...rest, houseWords: [], ...lists })),
  );
const anyText = packValue.chain((value) =>
  fc.tuple(fc.constantFrom('', '\ufeff'), around(written(value))).map((parts) => parts.join('')),
);

// A key that no pack may have: the file is refused.
const packText = anyText.filter((text) => !text.includes('__proto__'));

const list = fc.constantFrom('phrases' as const, 'rewrites' as const, 'houseWords' as const);
const place = fc.nat({ max: 6 });
const edit: fc.Arbitrary<PackEdit> = fc.oneof(
  fc.record({
    is: fc.constant('about' as const),
    key: fc.constantFrom('title', 'version', 'cues'),
    value: fc.constantFrom<unknown>('New', undefined, ['a', { b: 1 }]),
  }),
  fc.record({
    is: fc.constant('set' as const),
    list,
    at: place,
    key: fc.constantFrom('id', 'text', 'emotions'),
    value: fc.constantFrom<unknown>('"New" \\', undefined, ['a'], []),
  }),
  fc.record({ is: fc.constant('insert' as const), list, at: place, value: item }),
  fc.record({
    is: fc.constant('append' as const),
    list,
    values: fc.array(item, { maxLength: 3 }),
  }),
  fc.record({ is: fc.constant('remove' as const), list, at: place }),
  fc.record({ is: fc.constant('move' as const), list, at: place, to: place }),
);

describe('a file that is opened and saved', () => {
  test.each(builtIn)('is the same, byte by byte: a built-in pack', (text) => {
    expect(textOfDocument(open(text))).toBe(text);
    expect(itemsOf(open(text), 'phrases').length).toBeGreaterThan(100);
  });

  test('is the same, however it was written', () => {
    fc.assert(
      fc.property(packText, (text) => {
        expect(textOfDocument(open(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['', 'x', '[]', '{"phrases":{}}', '{"phrases":[1]}', '{"a":1,"a":2}', '{"a":1}}'])(
    'does not open where a form could not show it: %s',
    (text) => expect(openDocument(text)).toBeUndefined(),
  );
});

test('whatever is opened, opening ends; what opens comes back as it was', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    anyText,
    fc.constantFrom(
      '{"phrases":[{"__proto__":{}}]}',
      '{"phrases":[{"text":"\\ud800 \u202e <script>alert(1)</script>"}]}',
    ),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const document = openDocument(text);
      if (document) expect(textOfDocument(document)).toBe(text);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test('megabytes and depths are opened, or not, as quickly as they are read', () => {
  for (const text of [
    `{"title":"${'a'.repeat(10_000_000)}","phrases":[]}`,
    `{"phrases":[${'{},'.repeat(50_000)}{}]}`,
  ])
    expect(textOfDocument(open(text))).toBe(text);
  expect(openDocument(`{"phrases":${'['.repeat(100_000)}`)).toBeUndefined();
});

describe('a change', () => {
  test.each(builtIn)('touches only its own line of a built-in pack', (text) => {
    const phrases = itemsOf(open(text), 'phrases');
    const at = phrases.length - 1;
    const after = edited(text, {
      is: 'set',
      list: 'phrases',
      at,
      key: 'text',
      value: 'Said anew.',
    });
    const { gone, come } = differentLines(text, after);
    expect(gone).toHaveLength(1);
    expect(come).toEqual([expect.stringContaining('"text": "Said anew."')]);
    const back = {
      is: 'set',
      list: 'phrases',
      at,
      key: 'text',
      value: phrases[at]?.value['text'],
    } as const;
    expect(textOfDocument(applyEdit(open(after), back))).toBe(text);
  });

  test.each(builtIn)(
    'of the order, or by a phrase more or less, keeps the file as JSON writes it',
    (text) => {
      const value = { id: 'mine', text: 'Mine.', places: ['greet'] };
      const edits: PackEdit[] = [
        { is: 'insert', list: 'phrases', at: 0, value },
        {
          is: 'insert',
          list: 'houseWords',
          at: 0,
          value: { words: 'RMA', plain: 'return number' },
        },
        { is: 'append', list: 'phrases', values: [value, value] },
        { is: 'append', list: 'rewrites', values: [{ id: 'r', rule: 'W2', words: ['x'], to: [] }] },
        { is: 'move', list: 'phrases', at: 0, to: 7 },
        { is: 'remove', list: 'phrases', at: 3 },
        { is: 'set', list: 'phrases', at: 2, key: 'emotions', value: ['sad', 'angry'] },
        { is: 'set', list: 'phrases', at: 2, key: 'categories', value: undefined },
        { is: 'about', key: 'authors', value: ['Kim'] },
      ];
      const after = edited(text, ...edits);
      expect(after).toBe(`${JSON.stringify(JSON.parse(after), null, 2)}\n`);
      expect(Object.keys(JSON.parse(after))).toContain('houseWords');
      expect(aboutOf(open(after), 'authors')).toEqual(['Kim']);
    },
  );

  test('that changes nothing leaves the text as it is', () => {
    const text = '{ "title" : "\\u0041", "phrases": [ {"id":"a" , "text":"\\u0041"} ] }';
    const same = edited(
      text,
      { is: 'about', key: 'title', value: 'A' },
      { is: 'set', list: 'phrases', at: 0, key: 'text', value: 'A' },
      { is: 'move', list: 'phrases', at: 0, to: 4 },
      { is: 'remove', list: 'phrases', at: 4 },
    );
    expect(same).toBe(text);
  });

  test('keeps to the way the file is written', () => {
    expect(
      edited('{"phrases":[]}', { is: 'insert', list: 'phrases', at: 0, value: { id: 'a' } }),
    ).toBe('{"phrases":[{"id":"a"}]}');
    expect(
      edited('{\n\t"title": "A",\n\t"phrases": [\n\t\t{ "id": "a" }\n\t]\n}', {
        is: 'set',
        list: 'phrases',
        at: 0,
        key: 'text',
        value: 'B',
      }),
    ).toBe('{\n\t"title": "A",\n\t"phrases": [\n\t\t{ "id": "a", "text": "B" }\n\t]\n}');
  });

  test('takes the signature away, which would not hold any more; what changes nothing does not', () => {
    const text = packFile({ signature: { key: 'k', value: 'v' } });
    expect(edited(text, { is: 'about', key: 'title', value: 'North' })).toBe(text);
    expect(edited(text, { is: 'about', key: 'title', value: 'South' })).toBe(
      packFile({ title: 'South' }),
    );
  });

  test('of any kind on any pack gives JSON, with the values that were asked for', () => {
    fc.assert(
      fc.property(packText, fc.array(edit, { maxLength: 8 }), (text, edits) => {
        let document = open(text);
        for (const each of edits) document = applyEdit(document, each);
        const again = open(textOfDocument(document));
        for (const kind of editedLists)
          expect(itemsOf(again, kind).map(({ value }) => value)).toEqual(
            JSON.parse(JSON.stringify(itemsOf(document, kind).map(({ value }) => value))),
          );
        expect(textOfDocument(again)).toBe(textOfDocument(document));
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves every other value as it was written', () => {
    fc.assert(
      fc.property(packText, fc.nat({ max: 4 }), (text, at) => {
        const before = open(text);
        fc.pre(at < itemsOf(before, 'phrases').length);
        const after = applyEdit(before, {
          is: 'set',
          list: 'phrases',
          at,
          key: 'text',
          value: '\u0001 new',
        });
        const raws = ({ lists }: PackDocument) => lists.phrases?.parts.raws ?? [];
        expect(raws(after).toSpliced(at, 1)).toEqual(raws(before).toSpliced(at, 1));
        expect(after.parts).toEqual(before.parts);
      }),
      { numRuns: 500 },
    );
  });
});
