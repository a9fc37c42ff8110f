import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lineStart,
  putTogether,
  takeApart,
  withAppended,
  withInserted,
  withMoved,
  withRaw,
  withRemoved,
  writeJson,
} from '../../lib/text/json-parts';

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('a "b" \\', '\\', '}]', '{[', ',:', '', -1.5e3, null, [], {}, [[]]),
);
const list = fc.array(value, { maxLength: 6 });
const object = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('"', '\\"', '}')), value, {
  maxKeys: 6,
});
const step = fc.constantFrom('  ', '\t');

/** As `JSON.stringify` sets it, with the space around the only value of a list or object. */
const set = (all: unknown, by: string) => JSON.stringify(all, null, by);
const alone = (by: string) => ({ lead: `\n${by}`, tail: '\n', colon: ': ' });
const partsOf = (all: unknown, by: string) => takeApart(set(all, by)).parts;
const rawOf = (each: unknown, by: string) => writeJson(each, { line: by, step: by });

describe('taken apart', () => {
  test('and put together it is the same text, wherever it stands and however it is set', () => {
    const space = fc.constantFrom('', ' ', '\n  ', '\t\r\n');
    fc.assert(
      fc.property(fc.oneof(list, object), step, space, fc.string(), (all, by, blank, before) => {
        const written = [JSON.stringify(all), set(all, by), `[${blank}]`, `{${blank}}`];
        if (Array.isArray(all))
          written.push(`[${all.map((each) => `${blank}${JSON.stringify(each)}${blank}`).join()}]`);
        for (const text of written) {
          const { parts, end } = takeApart(`${before}${text}, "more"`, before.length);
          expect(putTogether(parts)).toBe(text);
          expect(end).toBe(before.length + text.length);
        }
      }),
    );
  });

  test('it has the keys and the values as they are written', () => {
    fc.assert(
      fc.property(fc.oneof(list, object), step, (all, by) => {
        for (const text of [JSON.stringify(all), set(all, by)]) {
          const { isList, keys, raws } = takeApart(text).parts;
          expect(isList).toBe(Array.isArray(all));
          expect(keys).toEqual(isList ? [] : Object.keys(all));
          // What is parsed again has no -0.
          expect(raws.map((raw) => JSON.stringify(JSON.parse(raw)))).toEqual(
            Object.values(all).map((each) => JSON.stringify(each)),
          );
        }
      }),
    );
  });

  test('an empty one keeps what stands in it until something else does', () => {
    const { parts } = takeApart('[ \n ]');
    expect(parts).toMatchObject({ raws: [], inside: ' \n ' });
    const one = withInserted(parts, 0, { raw: '1' }, { lead: '', tail: '', colon: ':' });
    expect(putTogether(one)).toBe('[1]');
    expect(putTogether(withRemoved(one, 0))).toBe('[]');
  });
});

describe('changed, it is set as its neighbours are', () => {
  const change = fc.tuple(list, value, fc.nat(), fc.nat(), step);

  test('a list with a value more, less, changed or moved', () => {
    fc.assert(
      fc.property(change, ([all, more, one, other, by]) => {
        const parts = partsOf(all, by);
        const place = one % (all.length + 1);
        const raw = rawOf(more, by);
        const inserted = withInserted(parts, place, { raw }, alone(by));
        expect(putTogether(inserted)).toBe(set(all.toSpliced(place, 0, more), by));
        if (place === all.length) return;
        expect(putTogether(withRaw(parts, place, raw))).toBe(set(all.with(place, more), by));
        expect(putTogether(withRemoved(parts, place))).toBe(set(all.toSpliced(place, 1), by));
        const to = other % all.length;
        const moved = all.toSpliced(place, 1).toSpliced(to, 0, all[place] ?? null);
        expect(putTogether(withMoved(parts, place, to))).toBe(set(moved, by));
      }),
    );
  });

  test('a list with several more', () => {
    fc.assert(
      fc.property(list, list, step, (all, more, by) => {
        const raws = more.map((each) => rawOf(each, by));
        const text = putTogether(withAppended(partsOf(all, by), raws, alone(by)));
        expect(text).toBe(set([...all, ...more], by));
      }),
    );
  });

  test('an object with a key more or less', () => {
    fc.assert(
      fc.property(object, value, fc.nat(), step, (all, more, at, by) => {
        const place = at % (Object.keys(all).length + 1);
        const raw = rawOf(more, by);
        const key = 'a "new" key';
        const inserted = withInserted(partsOf(all, by), place, { raw, key }, alone(by));
        const keys = Object.keys(all).toSpliced(place, 0, key);
        expect(inserted.keys).toEqual(keys);
        const written = takeApart(putTogether(inserted)).parts;
        expect(written.keys).toEqual(keys);
        expect(written.raws[place]).toBe(raw);
        expect(new Set([...written.leads, ...written.tails.slice(-1)])).toEqual(
          new Set([alone(by).lead, alone(by).tail]),
        );
        expect(putTogether(withRemoved(inserted, place))).toBe(set(all, by));
        expect(withRemoved(inserted, place).keys).toEqual(Object.keys(all));
      }),
    );
  });

  test.each([
    ['[1, 2]', 0, '[9, 1, 2]'],
    ['[1, 2]', 1, '[1, 9, 2]'],
    ['[ 1, 2 ]', 2, '[ 1, 2, 9 ]'],
    ['[1]', 1, '[1,9]'],
    ['[\n\t1\n]', 0, '[\n\t9,\n\t1\n]'],
  ])('%j with one more at %i', (text, place, wanted) => {
    const more = withInserted(takeApart(text).parts, place, { raw: '9' }, alone('  '));
    expect(putTogether(more)).toBe(wanted);
  });

  test.each([
    ['{"a" : 1}', '{"a" : 1,"b" : 9}'],
    ['{ "a":1, "c":2 }', '{ "a":1, "b":9, "c":2 }'],
    ['{}', '{\n  "b": 9\n}'],
  ])('%j with one more key', (text, wanted) => {
    const { parts } = takeApart(text);
    const more = withInserted(
      parts,
      Math.min(1, parts.raws.length),
      { raw: '9', key: 'b' },
      alone('  '),
    );
    expect(putTogether(more)).toBe(wanted);
  });

  test.each([
    ['[ 1, 2 ]', 1, '[ 1 ]'],
    ['[ 1, 2 ]', 0, '[ 2 ]'],
    ['[ 1 ]', 0, '[]'],
    ['{"a": 1, "b": 2}', 0, '{"b": 2}'],
  ])('%j without the one at %i', (text, place, wanted) =>
    expect(putTogether(withRemoved(takeApart(text).parts, place))).toBe(wanted),
  );

  test('nothing is moved from where nothing is', () => {
    const { parts } = takeApart('[1, 2]');
    expect(withMoved(parts, 2, 0)).toBe(parts);
  });
});

test('a value is written in one line, or in lines that stand under their own', () => {
  expect(writeJson({ a: [1] }, undefined)).toBe('{"a":[1]}');
  expect(writeJson({ a: [1] }, { line: '    ', step: '  ' })).toBe(
    '{\n      "a": [\n        1\n      ]\n    }',
  );
});

test.each([
  ['\n  ', '  '],
  ['\n\n\t', '\t'],
  ['\r\n', ''],
  ['  ', undefined],
  ['', undefined],
])('the line that %j breaks begins with %j', (lead, start) => expect(lineStart(lead)).toBe(start));
