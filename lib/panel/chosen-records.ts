// Records chosen in the table of the log, and what is done to all of them at once, with undo.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import type { Changed } from '../data/records';
import type { ComplaintFields } from '../domain/complaint';
import { states } from '../domain/complaint-choices';
import type { State } from '../domain/complaint-choices';
import { pathOf } from '../domain/complaint-life';
import type { Wanted } from '../domain/complaint-life';
import { memoryOf } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';

/** A record that stays as it is, and why; `missing`: what must be filled in first. */
export type Left = {
  number: number;
  why: 'same' | 'passed' | 'off-path' | 'missing' | 'invalid' | 'gone';
  missing?: readonly Wanted[];
};

export type Chosen = {
  numbers: ReadonlySignal<ReadonlySet<number>>;
  toggle(number: number): void;
  choose(numbers: Iterable<number>): void;
  clear(): void;
  /** Changes these fields in all chosen records; what a record's stage does not allow is left and told. */
  edit(fields: Partial<ComplaintFields>): Promise<void>;
  /** Moves all chosen records on to a later stage; those that cannot go there are left and told. */
  move(to: State): Promise<void>;
  /** Those of the last work that stay as they were. */
  left: ReadonlySignal<readonly Left[]>;
  /** How many are done while it goes on. */
  doing: ReadonlySignal<number | undefined>;
};

export type ChosenWorld = {
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  by: ReadonlySignal<string>;
  /** What is told in the end: so many changed, so many not. */
  told: (changed: number, left: number) => string;
};

/** Does it to one record; undefined when it was done. */
type Act = (records: DeskMemory['records'], id: string, number: number) => Promise<Why | undefined>;
type Why = Omit<Left, 'number'>;

export function createChosen({ memory, notices, by, told }: ChosenWorld): Chosen {
  const numbers = signal<ReadonlySet<number>>(new Set());
  const left = signal<readonly Left[]>([]);
  const doing = signal<number | undefined>();
  const choose = (next: Iterable<number>) => {
    numbers.value = new Set(next);
    left.value = [];
  };

  /** One after the other; gives those that were changed. */
  const each = async (desk: DeskMemory, all: Iterable<number>, act: Act): Promise<number[]> => {
    const changed: number[] = [];
    const stay: Left[] = [];
    doing.value = 0;
    try {
      for (const number of all) {
        const [id] = await desk.table.ids([number]);
        const why = id === undefined ? gone : await act(desk.records, id, number);
        if (why) stay.push({ number, ...why });
        else changed.push(number);
        doing.value += 1;
      }
    } finally {
      doing.value = undefined;
      left.value = stay;
    }
    return changed;
  };

  const change = async (prepare: (desk: DeskMemory) => Promise<Act>) => {
    const desk = await memoryOf(memory.value)?.desk();
    if (!desk || doing.value !== undefined) return;
    const changed = await each(desk, numbers.value, await prepare(desk));
    const undo = () => {
      if (doing.value !== undefined) return;
      notices.dismiss();
      each(desk, changed, async (records, id) => whyNot(await records.undo(id, by.value))).catch(
        (error: unknown) => console.error('Not all of it was taken back:', error),
      );
    };
    const text = told(changed.length, left.value.length);
    notices.show({ about: 'told', text, ...(changed.length > 0 && { undo }) });
  };

  return {
    numbers,
    left,
    doing,
    toggle: (number) => {
      const next = new Set(numbers.value);
      if (!next.delete(number)) next.add(number);
      choose(next);
    },
    choose,
    clear: () => choose([]),
    edit: (fields) =>
      change(async () => async (records, id) => whyNot(await records.edit(id, fields, by.value))),
    move: (to) =>
      change(async ({ table }) => {
        const rows = await table.rows([...numbers.value], ['state', 'decision']);
        const cells = new Map(rows.map((row) => [row.number, row.cells]));
        return async (records, id, number) => {
          const { state, decision } = cells.get(number) ?? {};
          return wayNot({ state, decision }, to) ?? whyNot(await records.move(id, to, by.value));
        };
      }),
  };
}

const gone: Why = { why: 'gone' };

/** Why a stage does not lie ahead of a record; undefined where it does. */
function wayNot(row: { state: unknown; decision: unknown }, to: State): Why | undefined {
  const here = states.findIndex((each) => each === row.state);
  if (states.indexOf(to) <= here) return { why: 'passed' };
  const decision = row.decision === 'unfounded' ? row.decision : undefined;
  return pathOf({ decision }).includes(to) ? undefined : { why: 'off-path' };
}

function whyNot(changed: Changed): Why | undefined {
  // Not counted as changed: to take it back would take back what was done before.
  if (changed.ok) return 'same' in changed ? { why: 'same' } : undefined;
  if ('gone' in changed) return gone;
  const { missing } = changed;
  return missing.length > 0 ? { why: 'missing', missing } : { why: 'invalid' };
}
