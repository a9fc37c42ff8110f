import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { complaintsToCsv, csvColumns } from '../../lib/export/csv';
import type { CsvColumn, CsvOptions } from '../../lib/export/csv';

// Each column's title is its name here. Object.fromEntries forgets the keys.
const titles = Object.fromEntries(csvColumns.map((column) => [column, column])) as Record<
  CsvColumn,
  string
>;
const mark = '\uFEFF';

function complaint(more: Partial<Complaint> = {}): Complaint {
  const made = newComplaint(
    { who: 'Dana Reyes', what: 'The cup was broken.', feeling: 'angry', request: 'a new one' },
    { channel: 'chat.example.com', receivedAt: Date.UTC(2026, 10, 21, 9, 30) },
    { id: 'x', number: 7, at: Date.UTC(2026, 10, 21, 9, 45) },
  );
  return { ...made, ...more };
}

async function* inPages(...pages: Complaint[][]): AsyncGenerator<Complaint[]> {
  yield* pages;
}

function write(pages: AsyncIterable<readonly Complaint[]>, options: Partial<CsvOptions> = {}) {
  const signal = new AbortController().signal;
  return complaintsToCsv(pages, { mask: false, titles, signal, onProgress: () => {}, ...options });
}

/** The file as it stands, its mark included. */
async function textOf(pages: AsyncIterable<readonly Complaint[]>, options?: Partial<CsvOptions>) {
  const { file } = await write(pages, options);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  return decoder.decode(await file.arrayBuffer());
}

async function lineOf(more: Partial<Complaint>, options?: Partial<CsvOptions>): Promise<string> {
  const text = await textOf(inPages([complaint(more)]), options);
  return text.slice(text.indexOf('\r\n') + 2);
}

async function readBack(complaints: Complaint[]): Promise<string[][]> {
  const text = await textOf(inPages(complaints));
  const parsed = Papa.parse<string[]>(text.slice(mark.length), { delimiter: ',' });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

describe('the file', () => {
  test('begins with the mark that tells spreadsheets UTF-8, then the titles', async () => {
    const first = `${mark}number,receivedAt,savedAt,channel,category,who,what,feeling,request,immediate,permanent\r\n`;
    expect(await textOf(inPages())).toBe(first);
    const { file } = await write(inPages());
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.type).toBe('text/csv;charset=utf-8');
  });

  test('bears the titles of the language', async () => {
    const text = await textOf(inPages(), { titles: { ...titles, number: '编号', who: '"人"' } });
    expect(text).toMatch(/^\uFEFF编号,.*,"""人""",what/);
  });

  test('has a line for each complaint, ended the way RFC 4180 says', async () => {
    expect(await lineOf({ category: 'delivery', immediate: 'send it' })).toBe(
      '7,2026-11-21T09:30:00.000Z,2026-11-21T09:45:00.000Z,chat.example.com,delivery,' +
        'Dana Reyes,The cup was broken.,angry,a new one,send it,\r\n',
    );
  });

  test('leaves a category empty that is not there', async () => {
    expect(await lineOf({})).toContain('chat.example.com,,Dana');
  });

  test.each([
    ['a comma', 'a,b', ',"a,b",'],
    ['a quote', 'say "no"', ',"say ""no""",'],
    ['a line break', 'one\ntwo', ',"one\ntwo",'],
    ['a line break of Windows', 'one\r\ntwo', ',"one\r\ntwo",'],
    ['Chinese', '杯子碎了，“很失望”', ',杯子碎了，“很失望”,'],
    ['blanks around', ' a ', ',"  a ",'.replace('  ', ' ')],
  ])('keeps %s', async (_, what, cell) => {
    expect(await lineOf({ what })).toContain(cell);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '=1+1\nand more',
    '=HYPERLINK("http://example.com")',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
  ])('makes no formula of %j', async (what) => {
    const rows = await readBack([complaint({ what })]);
    expect(rows[1]?.[csvColumns.indexOf('what')]).toBe(`'${what}`);
  });

  test.each(['number', 'a=b', "'=1", ' =1', '5-1'])(
    'leaves %j, which is no formula',
    async (what) => {
      const rows = await readBack([complaint({ what })]);
      expect(rows[1]?.[csvColumns.indexOf('what')]).toBe(what);
    },
  );

  test('read back, it is the log, whatever was written there', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'",\r\n\t=+-@\' ;|x好'.split(''), mark, '＝') }),
      fc.string({ unit: 'binary' }),
    );
    const any = fc
      .record({ who: hostile, what: hostile, feeling: hostile, request: hostile, channel: hostile })
      .map(complaint);
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 4 }), async (log) => {
        const rows = await readBack(log);
        expect(rows).toEqual([[...csvColumns], ...log.map(cellsOf), ['']]);
      }),
    );
  });
});

function cellsOf(each: Complaint): string[] {
  const { who, what, feeling, request, channel } = each;
  const texts = [channel, '', who, what, feeling, request, '', ''].map((text) =>
    /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text,
  );
  return ['7', '2026-11-21T09:30:00.000Z', '2026-11-21T09:45:00.000Z', ...texts];
}

describe('masking', () => {
  const told = {
    who: '陈晓明',
    what: 'Call +86 138 1234 5678',
    feeling: 'write to a@b.com',
    request: 'refund to 6222021234567890123',
    immediate: 'ring 138 1234 5678',
    permanent: 'write to b@c.com',
  };

  test('hides names and numbers in the four elements and both solutions', async () => {
    const line = await lineOf(told, { mask: true });
    expect(line).toContain(
      ',陈●●,Call ●●●●78,write to a●●●@●●●,refund to ●●●●23,ring ●●●●78,write to b●●●@●●●\r\n',
    );
  });

  test('is not done unasked', async () => {
    const line = await lineOf(told, { mask: false });
    expect(line).toContain(',陈晓明,Call +86 138 1234 5678,write to a@b.com,');
  });
});

describe('a log of several pages', () => {
  const page = (from: number) => [from, from + 1].map((number) => complaint({ number }));

  test('is written whole, in order, and tells how far it is', async () => {
    const told: number[] = [];
    const pages = inPages(page(1), page(3), [complaint({ number: 5 })]);
    const { file, rows } = await write(pages, { onProgress: (count) => told.push(count) });
    const lines = (await file.text()).trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['1', '2', '3', '4', '5']);
    expect([told, rows]).toEqual([[2, 4, 5], 5]);
  });

  test('stopped in the middle gives no file, and asks for no further page', async () => {
    const stop = new AbortController();
    let asked = 0;
    async function* endless() {
      for (;;) yield page(asked++);
    }
    const onProgress = () => (asked === 3 ? stop.abort() : undefined);
    const written = write(endless(), { signal: stop.signal, onProgress });
    await expect(written).rejects.toThrow('aborted');
    expect(asked).toBe(4);
  });

  test('stopped at the last page gives no file', async () => {
    const stop = new AbortController();
    const written = write(inPages(page(1)), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(written).rejects.toThrow('aborted');
  });

  test('stopped before it began gives no file', async () => {
    await expect(write(inPages(page(1)), { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  test('that cannot be read to the end gives no file', async () => {
    async function* broken() {
      yield page(1);
      throw new Error('The disk is gone.');
    }
    await expect(write(broken())).rejects.toThrow('The disk is gone.');
  });
});
