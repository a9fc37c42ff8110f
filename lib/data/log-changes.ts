// Notes every change of the log in the transaction that makes it: what is derived from records follows these notes.
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import type { Complaint } from '../domain/complaint';

/** Records from the one number to the other may differ from what was derived of them. `seq`: the order of changes. */
export type ChangeRow = { seq: number; from: number; to: number };

export const allNumbers = { from: 1, to: 2 ** 24 - 1 };

/** The note of one record that is written without Dexie. */
export const noteOf = (number: number): Omit<ChangeRow, 'seq'> => ({ from: number, to: number });

/**
 * Whoever writes a record by Dexie, whichever way, cannot forget the note. Upgrades of the database write none: the version
 * that changes records sees to it itself.
 */
export const noteChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'log-changes',
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) =>
      core.transaction(withChanges(tables, mode), mode, options),
    table: (name) => (name === 'complaints' ? noting(core, core.table(name)) : core.table(name)),
  }),
};

function withChanges(tables: string[], mode: 'readonly' | 'readwrite'): string[] {
  const isNoted = mode === 'readonly' || !tables.includes('complaints');
  return isNoted || tables.includes('logChanges') ? tables : [...tables, 'logChanges'];
}

function noting(core: DBCore, table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: async (request) => {
      const { trans } = request;
      // Dexie hands on the browser's own transaction.
      if ((trans as IDBTransaction).mode === 'versionchange') return table.mutate(request);
      const note = (numbers: readonly number[]) =>
        core.table('logChanges').mutate({ type: 'add', trans, values: rangesIn(numbers) });
      if (request.type === 'add' || request.type === 'put') {
        // Dexie knows no types here.
        const values = request.values as readonly Complaint[];
        const [result] = await Promise.all([
          table.mutate(request),
          note(values.map(({ number }) => number)),
        ]);
        return result;
      }
      await note(await numbersGone(table, request));
      return table.mutate(request);
    },
  };
}

type Deletion = Extract<DBCoreMutateRequest, { type: 'delete' | 'deleteRange' }>;

async function numbersGone(table: DBCoreTable, request: Deletion): Promise<number[]> {
  const { trans } = request;
  const index = table.schema.primaryKey;
  const rows: readonly (Complaint | undefined)[] =
    request.type === 'delete'
      ? await table.getMany({ trans, keys: request.keys })
      : (await table.query({ trans, values: true, query: { index, range: request.range } })).result;
  return rows.flatMap((row) => row?.number ?? []);
}

/** The numbers as ranges: a million records that follow each other are one note. */
function rangesIn(numbers: readonly number[]): Omit<ChangeRow, 'seq'>[] {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number <= last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges;
}
