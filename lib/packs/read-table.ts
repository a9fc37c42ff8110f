// Reads a table from CSV, whatever its delimiter, with the line that each row begins in.
import Papa from 'papaparse';

export type TableRow = { line: number; cells: readonly string[] };
export type Table = { header: readonly string[]; rows: readonly TableRow[] };

/** The first row is the header. Quotes that are never closed end with the file. */
export function readTable(text: string): Table {
  const bare = text.replace(/^\ufeff/, '');
  const all: TableRow[] = [];
  let [line, from] = [1, 0];
  Papa.parse<string[]>(bare, {
    step: ({ data, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) all.push({ line, cells: data });
      line += bare.slice(from, meta.cursor).split('\n').length - 1;
      from = meta.cursor;
    },
  });
  const [head, ...rows] = all;
  return { header: head?.cells.map((name) => name.trim()) ?? [], rows };
}

/** What stands in the column of this name; empty where there is none. */
export function cellOf({ header }: Table, { cells }: TableRow, name: string): string {
  const at = header.findIndex((each) => each.toLowerCase() === name);
  return cells[at]?.trim() ?? '';
}
