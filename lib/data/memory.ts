// Opens the database and gives its verbs, or says why it cannot.
import { createComplaints } from './complaints';
import type { Complaints } from './complaints';
import { createDatabase, isNewerThanKnown } from './db';
import { createHints } from './hints';
import type { Hints } from './hints';
import { createHolds } from './holds';
import type { Holds } from './holds';
import { createLedger } from './ledger';
import type { Ledger } from './ledger';
import { createOutbox } from './outbox';
import type { Outbox } from './outbox';
import { createUses } from './uses';
import type { Uses } from './uses';

export type Memory = {
  ledger: Ledger;
  holds: Holds;
  complaints: Complaints;
  uses: Uses;
  hints: Hints;
  outbox: Outbox;
};
export type MemoryRefusal = 'storage-blocked' | 'storage-full' | 'newer-data' | 'storage-broken';
export type OpenedMemory = { ok: true; memory: Memory } | { ok: false; reason: MemoryRefusal };

export type MemoryWorld = {
  now: () => number;
  createId: () => string;
  /** The browser's databases. */
  indexedDB: IDBFactory;
  name?: string;
};

/** Opens the memory of this profile. A refusal is a value: the panel goes on without it and says so. */
export async function openMemory(world: MemoryWorld): Promise<OpenedMemory> {
  const { now, createId, indexedDB, name = 'composure' } = world;
  const db = createDatabase(name, indexedDB);
  try {
    if (await isNewerThanKnown(name, indexedDB)) return { ok: false, reason: 'newer-data' };
    await db.open();
  } catch (error) {
    return { ok: false, reason: refusalOf(error) };
  }
  return {
    ok: true,
    memory: {
      ledger: createLedger(db, now, createId),
      holds: createHolds(db, now, createId),
      complaints: createComplaints(db, now, createId),
      uses: createUses(db),
      hints: createHints(db),
      outbox: createOutbox(db, now, Math.random),
    },
  };
}

// The names that Dexie gives: https://dexie.org/docs/DexieErrors/DexieError (seen 2026-11-21).
function refusalOf(error: unknown): MemoryRefusal {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'storage-full';
  const blocked = ['MissingAPIError', 'InvalidStateError', 'SecurityError', 'NotAllowedError'];
  return blocked.includes(name) ? 'storage-blocked' : 'storage-broken';
}
