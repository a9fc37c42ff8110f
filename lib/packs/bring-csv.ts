// Any table with a column of texts: the agent says which column is what; names that tell it are taken for the first guess.
import { bringFields } from '../domain/brought';
import type { BringColumns, BringTable, Brought } from '../domain/brought';
import { readTable } from './read-table';

const names: Readonly<Record<(typeof bringFields)[number], RegExp>> = {
  text: /^(text|phrase|content|body|message|msg|reply|response|snippet|话术|内容|文本|回复|正文)$/i,
  shortcut: /^(shortcut|short ?code|abbreviation|trigger|keyword|快捷词|快捷键|缩写|简码)$/i,
  note: /^(note|description|explain|comment|备注|说明)$/i,
  place: /^(place|step|moment|步骤|环节)$/i,
};

/** Its columns, with what they seem to be. */
export function readCsvTable(text: string): BringTable {
  const { header, rows } = readTable(text);
  const found = bringFields.flatMap((field) => {
    const at = header.findIndex((name) => names[field].test(name));
    return at < 0 ? [] : [[field, at] as const];
  });
  const columns: BringColumns = Object.fromEntries(found);
  // The longest words are what is said.
  const lengths = header.map((_, at) =>
    rows.slice(0, 50).reduce((sum, { cells }) => sum + (cells[at]?.length ?? 0), 0),
  );
  const longest = lengths.indexOf(Math.max(...lengths));
  return { header, columns: columns.text === undefined ? { ...columns, text: longest } : columns };
}

export function bringCsv(text: string, columns: BringColumns): Brought {
  const { header, rows } = readTable(text);
  if (header.length === 0)
    return { rows: [], problems: [{ line: 1, why: 'not-this', what: 'CSV' }] };
  const brought = rows.map(({ line, cells }) => ({
    line,
    ...Object.fromEntries(
      Object.entries(columns).map(([field, at]) => [field, cells[at]?.trim() ?? '']),
    ),
  }));
  return { rows: brought.map((row) => ({ text: '', ...row })), problems: [] };
}
