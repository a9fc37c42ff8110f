// The table of the log in the Desk: a view of any size, the rows that are looked at, and what is chosen among them.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import type { LogRow, Listed } from '../data/log-table';
import type { ColumnId, WordColumnId } from '../domain/log-column';
import type { KeptViews } from '../domain/kept-views';
import type { View } from '../domain/log-view';
import { followTable, newestOnly } from './follow-desk';
import type { MemoryState } from './live';

export type { LogRow } from '../data/log-table';

export type LogTableStore = {
  /** Undefined until it was read once. */
  listed: ReadonlySignal<ListedNow | undefined>;
  /** The rows from `from` on that were asked for last, whole; they stay until the next ones are there. */
  shown: ReadonlySignal<Shown>;
  /** Looks at the rows from an index on. */
  look(from: number, count: number): void;
  /** How many records a view holds now. */
  count(view: View): Promise<number>;
  /** The words of a column and how many records hold each. */
  words(column: WordColumnId): Promise<{ word: string; count: number }[]>;
};
/** `isPart`: the first of a search, while the others are looked for. */
type ListedNow = Listed & { isPart?: boolean };
type Shown = { from: number; rows: readonly LogRow[] };

export type LogTableWorld = {
  memory: ReadonlySignal<MemoryState>;
  view: ReadonlySignal<View>;
  kept: ReadonlySignal<KeptViews>;
  /** Has the log folded where it keeps nobody waiting; resolves when that is done. */
  fold: () => Promise<void>;
};

/** As many as a high screen shows. */
const firstShown = 60;

const isNewestFirst = ({ filters, sort }: View) =>
  filters.length === 0 && sort.by === 'number' && sort.down;

/** So many changed records are taken as they are: more of them are folded first. */
const foldAbove = 200;

/** @param ended when nobody looks at it any more */
export function createLogTable(world: LogTableWorld, ended: AbortSignal): LogTableStore {
  const desk = signal<DeskMemory | undefined>();
  const listed = signal<ListedNow | undefined>();
  const shown = signal<Shown>({ from: 0, rows: [] });
  const tick = signal('');
  const range = { from: 0, count: 0 };

  followTable(world.memory, desk, tick, ended);
  const stops = [
    effect(() => {
      const { table } = desk.value ?? {};
      const { value: view } = world.view;
      void tick.value;
      if (!table) return;
      lists(async (tell) => {
        // What is opened or typed is answered at once; what follows takes longer the more there is.
        const first = isNewestFirst(view) ? await newestOf(table, view.search) : [];
        const numbers = Uint32Array.from(first);
        if (numbers.length > 0) tell({ numbers, unfolded: 0, missing: 0, isPart: true });
        return table.list(view);
      });
    }),
    effect(() => {
      void [listed.value, world.kept.value];
      void read();
    }),
  ];
  ended.addEventListener('abort', () => stops.forEach((stop) => stop()));

  const lists = newestOnly<ListedNow>((value) => {
    listed.value = value;
    if (value.isPart) return;
    // What was removed is to go out of the derived rows as well, at the latest when the log is looked at again.
    const most = isFirst ? 0 : foldAbove;
    isFirst = false;
    if (value.unfolded > most) void foldOnce();
  });
  const shows = newestOnly<Shown>((value) => {
    shown.value = value;
  });
  /** The first numbers of a view, if they can be had before the others; and at opening their rows as well. */
  const newestOf = async (table: DeskMemory['table'], search: string) => {
    if (search !== '') return table.newestWith(search, firstShown);
    if (listed.peek()) return [];
    const rows = await table.newest(firstShown, world.kept.peek().columns);
    shows(() => Promise.resolve({ from: 0, rows }));
    return rows.map(({ number }) => number);
  };
  let isFirst = true;
  let folding: Promise<void> | undefined;
  const foldOnce = () => (folding ??= world.fold().finally(() => (folding = undefined)));

  async function read() {
    const { table } = desk.peek() ?? {};
    const { numbers } = listed.peek() ?? {};
    if (!table || !numbers) return;
    const from = Math.max(0, Math.min(range.from, numbers.length - range.count));
    const asked = numbers.slice(from, from + range.count);
    const columns: readonly ColumnId[] = world.kept.peek().columns;
    shows(async () => ({ from, rows: await table.rows(asked, columns) }));
  }

  /** What is asked before the log is there is answered once it is. */
  const opened = () =>
    new Promise<DeskMemory>((resolve) => {
      const stop = desk.subscribe((there) => {
        if (!there) return;
        resolve(there);
        // Told at once where it is there already, before there is anything to stop.
        queueMicrotask(() => stop());
      });
      ended.addEventListener('abort', () => stop());
    });

  return {
    listed,
    shown,
    look: (from, count) => {
      if (range.from === from && range.count === count) return;
      Object.assign(range, { from, count });
      void read();
    },
    count: async (view) => (await opened()).table.count(view),
    words: async (column) => (await opened()).table.words(column),
  };
}
