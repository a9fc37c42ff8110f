import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPhrase, findSlotFault, parseSlots } from '../../lib/domain/slot';

const nameArbitrary = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const plainArbitrary = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[{}]/g, ''));
const spokenArbitrary = plainArbitrary.filter((text) => text.trim() !== '');
const slotArbitrary = fc
  .tuple(nameArbitrary, fc.option(spokenArbitrary, { nil: undefined }))
  .map(([name, fallback]) => (fallback === undefined ? `{${name}}` : `{${name}:${fallback}}`));
const phraseArbitrary = fc
  .array(fc.oneof(plainArbitrary, slotArbitrary))
  .map((pieces) => pieces.join(''));
const anyTextArbitrary = fc.oneof(
  phraseArbitrary,
  fc.string({ unit: fc.constantFrom('{', '}', ':', 'a', '-', ' ', '您') }),
);
const valuesArbitrary = fc.dictionary(nameArbitrary, plainArbitrary);

describe('finding slots', () => {
  test('a text is cut into slots and what stands between them', () => {
    expect(parseSlots('Hello {customer}, back in {minutes:5} minutes.')).toEqual([
      { kind: 'text', raw: 'Hello ' },
      { kind: 'slot', raw: '{customer}', name: 'customer' },
      { kind: 'text', raw: ', back in ' },
      { kind: 'slot', raw: '{minutes:5}', name: 'minutes', fallback: '5' },
      { kind: 'text', raw: ' minutes.' },
    ]);
  });

  test('a default may hold spaces, colons and Chinese, and loses the spaces around it', () => {
    const fallbacks = parseSlots('{time: 6:30 pm today }{time:今天18点前}').map((part) =>
      part.kind === 'slot' ? part.fallback : part.raw,
    );
    expect(fallbacks).toEqual(['6:30 pm today', '今天18点前']);
  });

  test('the parts of any text, joined in order, are the text', () => {
    fc.assert(
      fc.property(anyTextArbitrary, (text) => {
        const joined = parseSlots(text).map((part) => part.raw);
        expect(joined.join('')).toBe(text);
      }),
    );
  });

  test('two texts never stand side by side, and no part is empty', () => {
    fc.assert(
      fc.property(anyTextArbitrary, (text) => {
        const parts = parseSlots(text);
        expect(parts.every((part) => part.raw.length > 0)).toBe(true);
        const pairs = parts.slice(1).map((part, index) => [parts[index]?.kind, part.kind]);
        expect(pairs).not.toContainEqual(['text', 'text']);
      }),
    );
  });
});

describe('filling slots', () => {
  test('a value goes before the default, the default before nothing', () => {
    const text = '{customer}: {minutes:5}, {time:noon}';
    expect(fillPhrase(text, { customer: 'Ms Li', minutes: '20' })).toEqual({
      text: 'Ms Li: 20, noon',
      missing: [],
    });
  });

  test('a missing slot stays visible and is named once', () => {
    expect(fillPhrase('{order} and {order}, {agent}', {})).toEqual({
      text: '{order} and {order}, {agent}',
      missing: ['order', 'agent'],
    });
  });

  test.each(['', '   ', '\n', undefined])('the blank value %j fills nothing', (order) => {
    expect(fillPhrase('Order {order}', { order })).toEqual({
      text: 'Order {order}',
      missing: ['order'],
    });
  });

  test('a slot named like a built-in property is missing, not filled with code', () => {
    expect(fillPhrase('{constructor}', {})).toEqual({
      text: '{constructor}',
      missing: ['constructor'],
    });
  });

  test('a slot inside a value is not filled again', () => {
    expect(fillPhrase('{customer}', { customer: '{agent}', agent: 'Noor' }).text).toBe('{agent}');
  });

  test('a filled text fills to itself, with any values', () => {
    fc.assert(
      fc.property(phraseArbitrary, valuesArbitrary, valuesArbitrary, (phrase, values, others) => {
        const filled = fillPhrase(phrase, values);
        fc.pre(filled.missing.length === 0);
        expect(fillPhrase(filled.text, others)).toEqual(filled);
      }),
    );
  });

  test('filling twice with the same values changes nothing more, missing slots included', () => {
    fc.assert(
      fc.property(phraseArbitrary, valuesArbitrary, (phrase, values) => {
        const filled = fillPhrase(phrase, values);
        expect(fillPhrase(filled.text, values)).toEqual(filled);
      }),
    );
  });

  test('what is missing is exactly what still stands as a slot', () => {
    fc.assert(
      fc.property(phraseArbitrary, valuesArbitrary, (phrase, values) => {
        const { text, missing } = fillPhrase(phrase, values);
        const open = parseSlots(text).flatMap((part) => (part.kind === 'slot' ? [part.name] : []));
        expect(missing).toEqual([...new Set(open)]);
      }),
    );
  });
});

describe('braces that form no slot', () => {
  test.each([
    ['Hello {customer', { at: 6, reason: 'unclosed' }],
    ['Hello customer}', { at: 14, reason: 'unopened' }],
    ['{agent} and {Customer}', { at: 12, reason: 'malformed' }],
    ['{2nd}', { at: 0, reason: 'malformed' }],
    ['{minutes:}', { at: 0, reason: 'malformed' }],
    ['{minutes: }', { at: 0, reason: 'malformed' }],
    ['{minutes：5}', { at: 0, reason: 'malformed' }],
    ['{}', { at: 0, reason: 'malformed' }],
    ['{{customer}}', { at: 0, reason: 'unclosed' }],
    ['{customer}}', { at: 10, reason: 'unopened' }],
  ])('%s is refused, and the place is named', (text, fault) => {
    expect(findSlotFault(text)).toEqual(fault);
  });

  test('a brace that forms no slot is left in the text as it is', () => {
    expect(fillPhrase('{{agent}}', { agent: 'Noor' })).toEqual({ text: '{Noor}', missing: [] });
  });

  test('a text has a fault exactly when a brace stands outside its slots', () => {
    fc.assert(
      fc.property(anyTextArbitrary, (text) => {
        const outside = parseSlots(text).some(
          (part) => part.kind === 'text' && /[{}]/.test(part.raw),
        );
        expect(findSlotFault(text) !== undefined).toBe(outside);
      }),
    );
  });
});
