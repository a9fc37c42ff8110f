import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { usualColumns } from '../../lib/domain/export-column';
import { tableToCsv } from '../../lib/export/csv';
import { complaintTable } from '../../lib/export/rows';
import type { TitledColumn, WriteOptions } from '../../lib/export/rows';

type Options = WriteOptions & { mask: boolean; mark: boolean; columns: readonly TitledColumn[] };

const columns: readonly TitledColumn[] = usualColumns.map((column) => ({ column, title: column }));
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

function write(pages: AsyncIterable<readonly Complaint[]>, asked: Partial<Options> = {}) {
  const usual = { mask: false, mark: true, columns, onProgress: () => {} };
  const options: Options = { ...usual, signal: new AbortController().signal, ...asked };
  return tableToCsv(complaintTable(pages, options.columns, options.mask), options);
}

/** The file as it stands, its mark included. */
async function textOf(pages: AsyncIterable<readonly Complaint[]>, options?: Partial<Options>) {
  const { file } = await write(pages, options);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  return decoder.decode(await file.arrayBuffer());
}

async function lineOf(more: Partial<Complaint>, options?: Partial<Options>): Promise<string> {
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

  test('has the columns that were chosen, in their order, and begins without the mark if so wished', async () => {
    const chosen: TitledColumn[] = [
      { column: 'dueAt', title: 'Due' },
      { column: 'tags', title: 'Labels' },
      { column: 'number', title: 'Ref' },
      { column: 'satisfaction', title: 'Stars' },
      { column: 'ticket', title: 'Case' },
      { column: 'closedAt', title: 'Closed' },
    ];
    const full = complaint({
      dueAt: Date.UTC(2026, 10, 30),
      tags: ['typical', 'vip'],
      satisfaction: 4,
      ticket: { connection: 'c', id: '7', url: 'https://desk.example/7' },
    });
    const linkless = complaint({ ticket: { connection: 'c', id: '8', url: '' } });
    expect(await textOf(inPages([full, linkless]), { columns: chosen, mark: false })).toBe(
      'Due,Labels,Ref,Stars,Case,Closed\r\n' +
        '2026-11-30T00:00:00.000Z,"typical, vip",7,4,https://desk.example/7,\r\n' +
        ',,7,,8,\r\n',
    );
  });

  test('bears the titles it is given', async () => {
    const titled: TitledColumn[] = [
      { column: 'number', title: '编号' },
      { column: 'who', title: '"人"' },
      { column: 'what', title: '=what' },
    ];
    expect(await textOf(inPages(), { columns: titled })).toBe(`${mark}编号,"""人""","'=what"\r\n`);
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
    '\u0000=1+1',
    '\u0000\u0001＝1',
    '\u0085-1',
  ])('makes no formula of %j', async (what) => {
    const rows = await readBack([complaint({ what })]);
    expect(rows[1]?.[usualColumns.indexOf('what')]).toBe(`'${what}`);
  });

  test.each(['number', 'a=b', "'=1", ' =1', '5-1'])(
    'leaves %j, which is no formula',
    async (what) => {
      const rows = await readBack([complaint({ what })]);
      expect(rows[1]?.[usualColumns.indexOf('what')]).toBe(what);
    },
  );

  test('read back, it is the log, whatever was written there', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'",\r\n\t\u0000=+-@\' ;|x好'.split(''), mark, '＝') }),
      fc.string({ unit: 'binary' }),
    );
    const any = fc
      .record({ who: hostile, what: hostile, feeling: hostile, request: hostile, channel: hostile })
      .map(complaint);
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 4 }), async (log) => {
        const rows = await readBack(log);
        expect(rows).toEqual([[...usualColumns], ...log.map(cellsOf), ['']]);
      }),
    );
  });
});

function cellsOf(each: Complaint): string[] {
  const { who, what, feeling, request, channel } = each;
  const texts = [channel, '', who, what, feeling, request, '', ''].map((text) =>
    /^\p{Cc}*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text,
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
