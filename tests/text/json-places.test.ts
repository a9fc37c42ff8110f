import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault, lineAt, placesIn } from '../../lib/text/json-places';

test.each([
  ['{"a": [1, 2,]}', 12, 'syntax'],
  ['{"a": 1, "a": 2}', 9, 'repeated-key'],
  ['{"a": {"b": 1}, "b": 2}', undefined, undefined],
  ['{"__proto__": {}}', 1, 'forbidden-key'],
  ['{"\\u005f_proto__": {}}', 1, 'forbidden-key'],
  ['{"a": "tab\there"}', 10, 'syntax'],
  ['{"a": tru}', 6, 'syntax'],
  ['[1 2]', 3, 'syntax'],
  ['{"a" 1}', 5, 'syntax'],
  ['{a: 1}', 1, 'syntax'],
  ['"never closed', 13, 'syntax'],
  ['', 0, 'syntax'],
  ['[] []', 3, 'syntax'],
])('the fault of %s', (text, at, why) => {
  const fault = findJsonFault(text);
  expect([fault?.at, fault?.why]).toEqual([at, why]);
});

test('depth and length cost no call stack', () => {
  expect(findJsonFault('['.repeat(1_000_000))?.why).toBe('too-deep');
  expect(findJsonFault(JSON.stringify('é"\\\n'.repeat(2_000_000)))).toBeUndefined();
});

test('it takes what JSON.parse takes, and refuses what it refuses', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const spoiled = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\', 'e'))
    .map(([text, at, sign]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 5 }), spoiled), (text) => {
      const fault = findJsonFault(text);
      // These JSON.parse takes as well, and loses one of two values or more.
      fc.pre(fault?.why !== 'repeated-key' && fault?.why !== 'forbidden-key');
      expect(fault === undefined, text).toBe(parses(text));
    }),
    { numRuns: 5000 },
  );
});

test('a value is found where it begins', () => {
  const text = '{\n  "a": [\n    1,\n    { "b": "x" }\n  ],\n  "c": null\n}';
  const paths = [[], ['a', 1, 'b'], ['c'], ['a', 7]];
  const places = placesIn(text, paths);
  expect([...places.values()].map((at) => text.slice(at, at + 3))).toEqual(['{\n ', '"x"', 'nul']);
  expect([...places.values()].map((at) => lineAt(text, at))).toEqual([1, 4, 6]);
});
