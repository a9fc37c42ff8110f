// One complaint of the log, opened in the Desk: what is kept of it, and what can be done with it.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import type { Changed, KeptRecord } from '../data/records';
import type { ComplaintFields } from '../domain/complaint';
import type { State } from '../domain/complaint-choices';
import { followDesk } from './follow-desk';
import { follow } from './live';
import type { MemoryState } from './live';

export type { Changed, KeptRecord } from '../data/records';

/** `none`: there is no complaint with this number. */
type RecordState = { is: 'opening' } | { is: 'none' } | ({ is: 'kept' } & KeptRecord);

export type RecordStore = {
  state: ReadonlySignal<RecordState>;
  edit(fields: Partial<ComplaintFields>): Promise<Changed>;
  move(to: State): Promise<Changed>;
  reopen(): Promise<Changed>;
  /** Takes the last change back. */
  undo(): Promise<Changed>;
};

export type RecordWorld = {
  memory: ReadonlySignal<MemoryState>;
  /** Who changes it, as they sign. */
  by: ReadonlySignal<string>;
};

/** @param ended when nobody looks at it any more */
export function openRecord(
  { memory, by }: RecordWorld,
  number: number,
  ended: AbortSignal,
): RecordStore {
  const desk = signal<DeskMemory | undefined>();
  const kept = signal<KeptRecord | undefined | 'opening'>('opening');
  const followRecord = (loaded: DeskMemory) => {
    desk.value = loaded;
    return follow(loaded.records.watch(number), kept);
  };
  followDesk(memory, followRecord, ended);

  const change = (
    act: (records: DeskMemory['records'], id: string) => Promise<Changed>,
  ): Promise<Changed> => {
    const { records } = desk.value ?? {};
    const record = kept.value;
    if (!records || record === undefined || record === 'opening')
      return Promise.resolve({ ok: false, gone: true });
    return act(records, record.complaint.id);
  };
  return {
    state: computed(() => {
      if (kept.value === 'opening') return { is: 'opening' };
      return kept.value ? { is: 'kept', ...kept.value } : { is: 'none' };
    }),
    edit: (fields) => change((records, id) => records.edit(id, fields, by.value)),
    move: (to) => change((records, id) => records.move(id, to, by.value)),
    reopen: () => change((records, id) => records.reopen(id, by.value)),
    undo: () => change((records, id) => records.undo(id, by.value)),
  };
}
