import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asHtml, basic, getJson, numberedApart, sendJson } from '../../lib/domain/ticket-request';

const url = 'https://tickets.example/api';

describe('a request', () => {
  test('that asks wants JSON, and says who asks', () => {
    expect(getJson(url, { 'X-Key': 'k' })).toEqual({
      method: 'GET',
      url,
      headers: { Accept: 'application/json', 'X-Key': 'k' },
    });
  });

  test.each(['POST', 'PUT', 'PATCH'] as const)('by %s sends JSON and wants JSON', (method) => {
    expect(sendJson(method, url, { 'X-Key': 'k' }, { subject: '壶坏了', to: [7] })).toEqual({
      method,
      url,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Key': 'k' },
      body: '{"subject":"壶坏了","to":[7]}',
    });
  });

  test('takes the word of a system that wants other types', () => {
    const headers = { Accept: 'application/vnd.x+json', 'Content-Type': 'application/vnd.x+json' };
    expect(getJson(url, headers).headers).toMatchObject({ Accept: 'application/vnd.x+json' });
    expect(sendJson('POST', url, headers, {}).headers).toEqual(headers);
  });
});

test('a name and a password of any letters are sent as UTF-8 (RFC 7617)', () => {
  // Of the RFC: the user “test” with the password “123£”.
  expect(basic('test', '123£')).toEqual({ Authorization: 'Basic dGVzdDoxMjPCow==' });
  expect(basic('客服', '密码')).toEqual({ Authorization: 'Basic 5a6i5pyNOuWvhueggQ==' });
});

describe('plain text as HTML', () => {
  test('shows marks of HTML as they were written, and lines as lines', () => {
    expect(asHtml('if a < b & b > c:\n壶坏了\n\n&amp;')).toBe(
      'if a &lt; b &amp; b &gt; c:<br>壶坏了<br><br>&amp;amp;',
    );
  });

  test('brings no element but line breaks, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '>', '&', '\n', 'b', ';', '壶') });
    fc.assert(
      fc.property(text, (told) => {
        expect(asHtml(told).replaceAll('<br>', '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
  });
});

describe('the agent’s own fields', () => {
  test('are the system’s numbered ones where the whole name is a number', () => {
    expect(
      numberedApart({ '360': 'high', due_date: '2026-12-01', '7th': 'x', cf_12: 'y', '007': [1] }),
    ).toEqual({
      named: { due_date: '2026-12-01', '7th': 'x', cf_12: 'y' },
      numbered: [
        { id: 360, value: 'high' },
        { id: 7, value: [1] },
      ],
    });
  });

  test('are none where none were set', () => {
    expect(numberedApart()).toEqual({ named: {}, numbered: [] });
  });
});
