// Records chosen in the table of the log, and what is done to all of them at once, with undo.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import type { ComplaintFields } from '../domain/complaint';
import { memoryOf } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';

export type Chosen = {
  numbers: ReadonlySignal<ReadonlySet<number>>;
  toggle(number: number): void;
  choose(numbers: Iterable<number>): void;
  clear(): void;
  /** Changes these fields in all chosen records; what a record's stage does not allow is left and told. */
  edit(fields: Partial<ComplaintFields>): Promise<void>;
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

export function createChosen({ memory, notices, by, told }: ChosenWorld): Chosen {
  const numbers = signal<ReadonlySet<number>>(new Set());
  const doing = signal<number | undefined>();

  const each = async (
    ids: readonly string[],
    act: (records: DeskMemory['records'], id: string) => Promise<boolean>,
  ) => {
    const opened = memoryOf(memory.value);
    if (!opened || doing.value !== undefined) return [];
    const { records } = await opened.desk();
    const changed: string[] = [];
    doing.value = 0;
    try {
      for (const id of ids) {
        if (await act(records, id)) changed.push(id);
        doing.value += 1;
      }
    } finally {
      doing.value = undefined;
    }
    return changed;
  };

  return {
    numbers,
    doing,
    toggle: (number) => {
      const next = new Set(numbers.value);
      if (!next.delete(number)) next.add(number);
      numbers.value = next;
    },
    choose: (all) => {
      numbers.value = new Set(all);
    },
    clear: () => {
      numbers.value = new Set();
    },
    edit: async (fields) => {
      const opened = memoryOf(memory.value);
      const ids = (await (await opened?.desk())?.table.ids([...numbers.value])) ?? [];
      const changed = await each(ids, async (records, id) => {
        const result = await records.edit(id, fields, by.value);
        return result.ok;
      });
      const undo = () => {
        notices.dismiss();
        each(changed, async (records, id) => (await records.undo(id, by.value)).ok).catch(
          (error: unknown) => console.error('Not all of it was taken back:', error),
        );
      };
      const text = told(changed.length, ids.length - changed.length);
      notices.show({ about: 'told', text, ...(changed.length > 0 && { undo }) });
    },
  };
}
