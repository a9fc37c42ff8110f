// Collects what the editors' tests saw, and writes it as a table into `.output/editors.md`.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { browserNames, type BrowserName } from '../driver/browser';
import { cells, operations, operationsFor, type Place } from './matrix';

type Mark = 'green' | 'refused' | 'no undo';
type Note = { browserName: BrowserName; name: string; place: Place; what: string; mark: Mark };

const signs: Record<Mark, string> = { green: '✓', refused: 'R', 'no undo': 'U' };
const file = fileURLToPath(new URL('../../../.output/editors.md', import.meta.url));

export function startTable() {
  const marks = new Map<string, Mark>();
  return {
    note: (note: Note) => {
      marks.set(keyOf(note), note.mark);
    },
    write: async () => {
      await mkdir(fileURLToPath(new URL('../../../.output/', import.meta.url)), {
        recursive: true,
      });
      await writeFile(file, tableOf(marks));
    },
  };
}

function keyOf({ browserName, name, place, what }: Omit<Note, 'mark'>): string {
  return [browserName, name, place, what].join('\n');
}

function tableOf(marks: ReadonlyMap<string, Mark>): string {
  const heads = ['editor', 'place', ...operations.map(({ what }) => what)];
  const rows = cells.map((cell) => {
    const tried = new Set(operationsFor(cell, cell.place).map(({ what }) => what));
    const signsOf = operations.map(({ what }) =>
      tried.has(what)
        ? browserNames.map((browserName) => signOf(marks, { ...cell, browserName, what })).join(' ')
        : '',
    );
    return [cell.title, cell.place, ...signsOf];
  });
  return [
    '# Editors',
    '',
    `In each cell: ${browserNames.join(', ')}.`,
    'In all places: the text is in the editor’s own model, the page saw the change, nothing was sent, the next letter',
    'stands behind it, one undo takes it back.',
    '✓ all of that · R the editor refuses, and the result says so · U all but undo, which does not take back what is',
    'typed by hand there either · ✗ not seen to work in this run · empty: not tried.',
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map(line),
    '',
    ...browserNames.map((browserName) => countOf(marks, browserName)),
    '',
  ].join('\n');
}

function signOf(marks: ReadonlyMap<string, Mark>, place: Omit<Note, 'mark'>): string {
  const mark = marks.get(keyOf(place));
  return mark ? signs[mark] : '✗';
}

function countOf(marks: ReadonlyMap<string, Mark>, browserName: BrowserName): string {
  const own = [...marks].filter(([key]) => key.startsWith(`${browserName}\n`));
  const all = cells.flatMap((cell) => operationsFor(cell, cell.place)).length;
  const green = own.filter(([, mark]) => mark === 'green').length;
  return `- ${browserName}: ${green} of ${all} cells ✓, ${own.length - green} R or U`;
}

function line(columns: readonly string[]): string {
  return `| ${columns.join(' | ')} |`;
}
