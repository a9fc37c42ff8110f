import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import type { Row, Table } from '../../lib/export/rows';
import { tableToXlsx } from '../../lib/export/xlsx';
import { openSpreadsheet } from '../support/spreadsheet';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* inPages(...pages: Row[][]): AsyncGenerator<Row[]> {
  yield* pages;
}
const table = (pages: AsyncIterable<readonly Row[]>): Table => ({
  titles: ['No.', 'What', '编号'],
  numbers: [true, false, false],
  pages,
});
const options = { signal: new AbortController().signal, onProgress: () => {} };

async function partsOf(file: Blob) {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  return Object.fromEntries(Object.entries(parts).map(([name, data]) => [name, strFromU8(data)]));
}

test('numbers are numbers, texts are texts, and what is empty takes no room', async () => {
  const { file } = await tableToXlsx(table(inPages([['7', '=1+1', '']])), options);
  expect(file.type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const parts = await partsOf(file);
  expect(parts['xl/worksheets/sheet1.xml']).toContain(
    '<row r="2"><c r="A2"><v>7</v></c>' +
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c></row></sheetData>',
  );
});

test('what is more than a sheet holds goes on in another one, under the same titles', async () => {
  const rows = ['1', '2', '3', '4', '5'].map((n): Row => [n, 'x', `第${n}`]);
  const pages = inPages(rows.slice(0, 3), rows.slice(3));
  const { file, rows: written } = await tableToXlsx(table(pages), options, 3);
  expect(written).toBe(5);
  const parts = await partsOf(file);
  const sheets = [1, 2, 3].map((n) => parts[`xl/worksheets/sheet${n}.xml`] ?? '');
  expect(sheets.map((sheet) => sheet.match(/<row /g)?.length)).toEqual([3, 3, 2]);
  expect(sheets.every((sheet) => sheet.includes('编号'))).toBe(true);
  expect(parts['xl/worksheets/sheet4.xml']).toBeUndefined();

  const path = join(folder, 'sheets.xlsx');
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  const seen: string[][] = [];
  for await (const cells of openSpreadsheet(path, folder)) seen.push(cells.map(({ text }) => text));
  const titles = ['No.', 'What', '编号'];
  expect(seen.filter(([first]) => first)).toEqual([
    titles,
    ...rows.slice(0, 2),
    titles,
    ...rows.slice(2, 4),
    titles,
    ...rows.slice(4),
  ]);
}, 120_000);

test('a stopped one is no file', async () => {
  const stopped = { ...options, signal: AbortSignal.abort() };
  await expect(tableToXlsx(table(inPages([['1', 'x', '']])), stopped)).rejects.toThrow('aborted');
});

test('a wide table has its columns named as sheets name them', async () => {
  const titles = Array.from({ length: 30 }, (_, n) => `t${n}`);
  const wide = { titles, numbers: titles.map(() => false), pages: inPages() };
  const { file } = await tableToXlsx(wide, options);
  const sheet = (await partsOf(file))['xl/worksheets/sheet1.xml'] ?? '';
  const names = [...sheet.matchAll(/<c r="([A-Z]+)1"/g)].map(([, name]) => name);
  expect(names.slice(24)).toEqual(['Y', 'Z', 'AA', 'AB', 'AC', 'AD']);
});
