// Opens the database and gives its verbs, or says why it cannot.
import { createComplaints } from './complaints';
import type { Complaints } from './complaints';
import { createDatabase, isNewerThanKnown, usualName } from './db';
import type { DeskMemory } from './desk-memory';
import { createDue } from './due';
import type { Due } from './due';
import { createHints } from './hints';
import type { Hints } from './hints';
import { createHolds } from './holds';
import type { Holds } from './holds';
import { createLedger } from './ledger';
import type { Ledger } from './ledger';
import { createOutbox } from './outbox';
import type { Outbox } from './outbox';
import { createPacks } from './packs';
import type { Packs } from './packs';
import { createPromises } from './promises';
import type { Promises } from './promises';
import { createBroken } from './sound';
import type { Broken } from './sound';
import { createUses } from './uses';
import type { Uses } from './uses';

export type Memory = {
  ledger: Ledger;
  holds: Holds;
  promises: Promises;
  /** Over holds and promises. */
  due: Due;
  complaints: Complaints;
  uses: Uses;
  hints: Hints;
  outbox: Outbox;
  packs: Packs;
  /** Loaded when the Desk needs it. */
  desk: () => Promise<DeskMemory>;
  broken: Pick<Broken, 'watch'>;
};
export type MemoryRefusal =
  'taken-over' | 'storage-blocked' | 'storage-full' | 'newer-data' | 'storage-broken';
export type OpenedMemory = { ok: true; memory: Memory } | { ok: false; reason: MemoryRefusal };

export type MemoryWorld = {
  now: () => number;
  createId: () => string;
  /** The browser's databases. */
  indexedDB: IDBFactory;
  name?: string;
  /** Another window holds an older version of the log open: opening waits until it is closed. */
  onBlocked?: () => void;
  /** A newer version of the extension took the log over: what is written from now on is refused. */
  onTakenOver?: () => void;
};

/** Opens the memory of this profile. A refusal is a value: the panel goes on without it and says so. */
export async function openMemory(world: MemoryWorld): Promise<OpenedMemory> {
  const { now, createId, indexedDB, name = usualName } = world;
  const db = createDatabase(name, indexedDB);
  const broken = createBroken();
  db.on('blocked', () => world.onBlocked?.());
  db.on('versionchange', () => {
    // Dexie would open it again at the next question, whatever is in it by then.
    db.close({ disableAutoOpen: true });
    world.onTakenOver?.();
  });
  try {
    if (await isNewerThanKnown(name, indexedDB)) return { ok: false, reason: 'newer-data' };
    await db.open();
  } catch (error) {
    return { ok: false, reason: refusalOf(error) };
  }
  const ledger = createLedger(db, now, createId, broken);
  const holds = createHolds(db, now, createId, broken);
  const promises = createPromises(db, now, createId, broken);
  return {
    ok: true,
    memory: {
      ledger,
      holds,
      promises,
      due: createDue(holds, promises, ledger),
      complaints: createComplaints(db, now, createId, broken),
      uses: createUses(db),
      hints: createHints(db),
      outbox: createOutbox(db, now, Math.random, broken),
      packs: createPacks(db, now, broken),
      desk: async () => (await import('./desk-memory')).createDeskMemory(db, now, broken),
      broken,
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
