import { describe, expect, test } from 'vitest';
import { cleanAddress, isOpenOnTheWay, keyOf, markOf } from '../../lib/domain/ticket';
import {
  asLine,
  idOf,
  jsonOf,
  listAt,
  retryAfterMs,
  textsIn,
  valueAt,
  withoutSecrets,
} from '../../lib/domain/ticket-answer';

describe('what a server says', () => {
  test('is one line of text, without marks and scripts, and not too long', () => {
    expect(asLine('<h1>Bad\u0000</h1>\n<script>x()</script> request')).toBe('Bad request');
    expect(asLine('<style\n>p { }</style\t>Bad<br>luck')).toBe('Bad luck');
    expect(Array.from(asLine('水'.repeat(1000)))).toHaveLength(300);
    expect(asLine('水'.repeat(300))).toBe('水'.repeat(300));
    expect(asLine('水'.repeat(301))).toBe(`${'水'.repeat(299)}…`);
  });

  test('is read as JSON where it is, and as nothing where it is a page', () => {
    expect(jsonOf('{"id":7}')).toEqual({ id: 7 });
    expect(jsonOf('<html>')).toBeUndefined();
  });

  test('tells all its texts, however deep', () => {
    expect(textsIn('no')).toBe('no');
    expect(textsIn({ a: 'one', b: { c: ['two', 3, null, ''] }, d: {} })).toBe('one · two');
    expect(textsIn(null)).toBe('');
    expect(textsIn(7)).toBe('');
  });

  test('has lists only where it has them', () => {
    expect(listAt({ a: { b: [1] } }, 'a', 'b')).toEqual([1]);
    expect(listAt({ a: { length: 1 } }, 'a')).toBeUndefined();
    expect(listAt({ a: null }, 'a', 'b')).toBeUndefined();
  });

  test('holds no secret, even where the server repeats it', () => {
    expect(withoutSecrets('token abcd1234 is wrong', { token: 'abcd1234' })).toBe(
      'token ●●●● is wrong',
    );
    expect(withoutSecrets('key k123, abc', { key: 'k123', user: 'abc' })).toBe('key ●●●●, abc');
    expect(withoutSecrets('as it was', { token: '' })).toBe('as it was');
  });

  test.each([
    ['120', 120_000],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 59_000],
    [' 5 ', 5000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['1234567890', undefined],
    ['2 days', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('Retry-After %s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, 1000)).toBe(ms);
  });

  test.each([
    [7, '7'],
    ['KEY-1', 'KEY-1'],
    ['../x', undefined],
    ['x/..', undefined],
    ['k'.repeat(64), 'k'.repeat(64)],
    ['k'.repeat(65), undefined],
    [[7], undefined],
    [{}, undefined],
    ['', undefined],
  ])('an id %j becomes %j', (value, id) => {
    expect(idOf(value)).toBe(id);
  });

  test('is looked into without reaching what it does not hold itself', () => {
    expect(valueAt({ a: [{ b: 1 }] }, 'a', 0, 'b')).toBe(1);
    expect(valueAt({}, 'constructor', 'name')).toBeUndefined();
  });
});

describe('an address', () => {
  test.each([
    [' https://rt.example/helpdesk/ ', 'https://rt.example/helpdesk'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://rt.example//', 'https://rt.example'],
    ['https://rt.example/a?b=c#d', 'https://rt.example/a'],
    ['https://user:pass@rt.example', undefined],
    ['javascript:alert(1)', undefined],
    ['rt.example', undefined],
  ])('%s is kept as %s', (typed, kept) => {
    expect(cleanAddress(typed)).toBe(kept);
  });

  test('is open on its way over http, but for this machine', () => {
    expect(isOpenOnTheWay('http://rt.example')).toBe(true);
    expect(isOpenOnTheWay('http://127.0.0.1:8080')).toBe(false);
    expect(isOpenOnTheWay('http://localhost')).toBe(false);
    expect(isOpenOnTheWay('http://[::1]:8080/x')).toBe(false);
    expect(isOpenOnTheWay('https://rt.example')).toBe(false);
  });
});

test('a mark holds letters and digits alone, so that it may stand in any query', () => {
  const mark = markOf("0F1E2D3C-4b5a-6978')--");
  expect(mark).toBe('cmp-0f1e2d3c4b5a');
  expect(keyOf(mark)).toBe('0f1e2d3c4b5a');
});
