// What LibreOffice makes of a file: it opens it as a user would, and its cells are read from what it saves.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { findProgram } from './browsers.mjs';

/** A cell with its text, and its formula if it has one. */
export type Cell = { text: string; formula: string | undefined };

/** CSV as UTF-8 with commas: what its dialog proposes for a file with our mark, which it does not show here. */
const asCsv = '--infilter=CSV:44,34,UTF8,1';

/** The rows of the first sheet as LibreOffice understands a file (.csv, .xlsx) in a folder of its own. */
export async function* openSpreadsheet(file: string, folder: string): AsyncGenerator<Cell[]> {
  const program = findProgram('soffice');
  if (!program) throw new Error('There is no LibreOffice: install libreoffice-calc-nogui.');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const filter = extname(file) === '.csv' ? [asCsv] : [];
  const to = ['--headless', ...filter, '--convert-to', 'fods', '--outdir', folder, file];
  await run(program, [profile, ...to]);
  yield* readFlat(join(folder, basename(file).replace(extname(file), '.fods')));
}

function run(program: string, args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${program}: ${code}`))));
  });
}

/** A flat OpenDocument sheet, row by row: hundreds of megabytes never lie in memory at once. */
async function* readFlat(file: string): AsyncGenerator<Cell[]> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const rows = `${rest}${chunk}`.split('</table:table-row>');
    rest = rows.pop() ?? '';
    for (const row of rows) yield cellsOf(row.slice(row.indexOf('<table:table-row')));
  }
}

const cellPattern = /<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs;

function cellsOf(row: string): Cell[] {
  return [...row.matchAll(cellPattern)].flatMap(([, attributes = '', content = '']) => {
    const formula = /table:formula="([^"]*)"/.exec(attributes)?.[1];
    const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    const cell = { text: textOf(content), formula };
    // The empty rest of a row stands for all columns that a sheet can have.
    return cell.text === '' && times > 100 ? [] : Array.from({ length: times }, () => cell);
  });
}

function textOf(content: string): string {
  const lines = content.match(/<text:p\/>|<text:p>.*?<\/text:p>/gs) ?? [];
  return lines
    .map((line) =>
      line
        .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) =>
          ' '.repeat(Number(count ?? 1)),
        )
        .replaceAll('<text:tab/>', '\t')
        .replaceAll('<text:line-break/>', '\n')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        )
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    )
    .join('\n');
}
