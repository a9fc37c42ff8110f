// A table as an Excel workbook (ECMA-376), row by row: texts are texts and numbers numbers, nothing is a formula.
import { Zip, ZipDeflate } from 'fflate';
import { createLargeFile } from './large-file';
import type { Row, Table, WriteOptions } from './rows';

/** What a sheet can hold, its titles included; what is more goes into another one. */
const mostRows = 1_048_576;
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The file and its number of rows. Rejects when aborted.
 * @param rowsOfSheet after so many rows, the titles included, another sheet begins
 */
export async function tableToXlsx(
  { titles, numbers, pages }: Table,
  { signal, onProgress }: WriteOptions,
  rowsOfSheet = mostRows,
): Promise<{ file: Blob; rows: number }> {
  const book = createBook();
  const sheets = createSheets(book, { titles, numbers, rowsOfSheet });
  let rows = 0;
  for await (const page of pages) {
    signal.throwIfAborted();
    sheets.add(page);
    rows += page.length;
    onProgress(rows);
  }
  signal.throwIfAborted();
  sheets.end();
  return { file: book.finish(), rows };
}

type Shape = Pick<Table, 'titles' | 'numbers'> & { rowsOfSheet: number };

/** Puts rows into sheets, each of which begins with the titles. */
function createSheets(book: Book, { titles, numbers, rowsOfSheet }: Shape) {
  const texts = titles.map(() => false);
  let inSheet = 0;
  const put = (row: Row, isNumber: readonly boolean[]) => rowText(row, isNumber, (inSheet += 1));
  const begin = () => {
    inSheet = 0;
    const sheet = book.sheet();
    sheet.push(put(titles, texts));
    return sheet;
  };
  let sheet = begin();
  return {
    add(rows: readonly Row[]): void {
      let text = '';
      for (const row of rows) {
        if (inSheet === rowsOfSheet) {
          sheet.push(text);
          sheet.end();
          sheet = begin();
          text = '';
        }
        text += put(row, numbers);
      }
      sheet.push(text);
    },
    end: () => sheet.end(),
  };
}

type Book = ReturnType<typeof createBook>;

/** The package around the sheets: a zip whose parts are packed as they come. */
function createBook() {
  const file = createLargeFile(type);
  const encoder = new TextEncoder();
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    file.push(new Uint8Array(chunk));
  });
  const part = (name: string) => {
    const entry = new ZipDeflate(name, { level: 4 });
    // The same rows are the same file: what a zip says of time is its own beginning.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    return (text: string, isLast: boolean) => entry.push(encoder.encode(text), isLast);
  };
  let sheets = 0;
  return {
    sheet() {
      sheets++;
      const write = part(`xl/worksheets/sheet${sheets}.xml`);
      write(sheetStart, false);
      return {
        push: (rows: string) => write(rows, false),
        end: () => write('</sheetData></worksheet>', true),
      };
    },
    finish(): Blob {
      for (const [name, text] of bookParts(sheets)) part(name)(text, true);
      zip.end();
      return file.finish();
    },
  };
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packed = 'http://schemas.openxmlformats.org/package/2006';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// The titles stay when the rows are scrolled.
const sheetStart = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;

function bookParts(sheets: number): [name: string, text: string][] {
  const all = Array.from({ length: sheets }, (_, index) => index + 1);
  const each = (write: (n: number) => string) => all.map(write).join('');
  const sheetTypes = each(
    (n) =>
      `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${content}.worksheet+xml"/>`,
  );
  const relations = each(
    (n) =>
      `<Relationship Id="r${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const named = each((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="r${n}"/>`);
  return [
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="${packed}/relationships">${relations}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>${sheetTypes}</Types>`,
    ],
  ];
}

function rowText(row: Row, isNumber: readonly boolean[], n: number): string {
  let text = `<row r="${n}">`;
  for (const [index, cell] of row.entries()) {
    if (cell === '') continue;
    const at = columnName(index) + n;
    text += isNumber[index]
      ? `<c r="${at}"><v>${Number(cell)}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  }
  return `${text}</row>`;
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// What XML cannot hold is written `_x0000_`, and what looks like that as well (ECMA-376 part 1, 22.9.2.19).
// oxlint-disable-next-line no-control-regex -- It is these that XML cannot hold.
const special = /[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

function escape(cell: string): string {
  // Within a cell a line ends with LF alone.
  return cell
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(
      special,
      (sign) =>
        entities[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
