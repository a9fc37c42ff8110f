// Everything to one file and back: into an empty profile, or beside what is there. Whole or not at all.
import { parseJson, readHeader, backupVersion } from '../domain/backup-format';
import type { BackupRefusal } from '../domain/backup-format';
import { createKey, openKey, readBackup, writeBackup, WrongKey } from './backup-stream';
import type { Key } from './backup-stream';
import { keptTables, readRow } from './backup-tables';
import { schemaVersion } from './db';
import type { Database } from './db';
import { createMerge } from './merge';
import type { Merge, Merged } from './merge';
import { walk } from './walk';
import type { Watch } from './walk';

export type BackupWorld = { now: () => number; crypto: Crypto };
export type WriteOptions = Watch & {
  /** Without one the file can be read by whoever has it. */
  passphrase?: string | undefined;
  /** What lies outside the log, such as settings; given back by the restore as it was. */
  extras?: unknown;
  /** Rounds that a passphrase costs; fewer in tests. */
  iterations?: number;
};
export type RestoreOptions = Watch & { passphrase?: string | undefined };
export type Restored =
  | { ok: true; rows: number; merged: Merged; madeAt: number; extras: unknown }
  | { ok: false; refusal: BackupRefusal };

/** As OWASP advises for PBKDF2 with SHA-256 (cheatsheetseries.owasp.org, seen 2026-11-22). */
const slowIterations = 600_000;
/** A header is a line of a few hundred signs. */
const longestHeader = 4096;
// So many rows are put aside as one: a row each would cost what it costs to put it in.
const batch = 2000;

export function createBackup(db: Database, { now, crypto }: BackupWorld) {
  return {
    /** The file as a stream; it fails when aborted. */
    async write(options: WriteOptions): Promise<ReadableStream<Uint8Array>> {
      const { passphrase, iterations = slowIterations } = options;
      const key = passphrase ? await createKey(passphrase, iterations, crypto) : undefined;
      const format = { format: 'composure-backup', version: backupVersion } as const;
      const header = { ...format, schema: schemaVersion, madeAt: now() };
      const sealed = key ? { ...header, sealed: key.seal } : header;
      return writeBackup(sealed, linesOf(db, options), key, crypto);
    },

    /**
     * Reads a file beside the log first and checks all of it; then puts it in with one transaction: each row is told
     * to `onRows` twice. Whatever goes wrong before, the log is as it was.
     */
    async restore(file: Blob, options: RestoreOptions): Promise<Restored> {
      const opened = await openFile(file, options.passphrase, crypto);
      if (!opened.ok) return opened;
      const progress: Place = { bytes: opened.start, rows: 0, pieces: 0, extras: undefined };
      // Rows of a restore that was cut off are nobody's.
      await db.incoming.clear();
      try {
        const lines = readBackup(opened.body, opened.first, opened.key, progress, crypto);
        const isWhole = await stage(db, lines, progress, options);
        if (!isWhole) return refuse(progress);
        const merged = await commit(db, progress.pieces, now(), options);
        const { rows, extras } = progress;
        return { ok: true, rows, merged, madeAt: opened.madeAt, extras };
      } catch (error) {
        return { ok: false, refusal: refusalOf(error, progress, options.signal) };
      } finally {
        await db.incoming.clear().catch(() => undefined);
      }
    },

    /** Takes away what a restore that was cut off has left. */
    tidy: (): Promise<void> => db.incoming.clear(),
  };
}

/** How far the reading of a file is; `pieces` were put aside. */
type Place = { bytes: number; rows: number; pieces: number; extras: unknown };

async function* linesOf(db: Database, watch: WriteOptions): AsyncGenerator<string> {
  let rows = 0;
  if (watch.extras !== undefined) yield `${JSON.stringify(['extras', watch.extras])}\n`;
  for (const table of keptTables)
    // Records in the order of their numbers: where they are put in, those that follow each other are one note of change.
    for await (const page of walk<unknown>(
      db,
      table,
      watch,
      table === 'complaints' ? 'number' : ':id',
    )) {
      rows += page.length;
      yield page.map(({ row }) => `${JSON.stringify([table, row])}\n`).join('');
    }
  yield `${JSON.stringify(['end', { rows }])}\n`;
}

type Opened =
  | {
      ok: true;
      body: ReadableStream<Uint8Array<ArrayBuffer>>;
      first: Uint8Array;
      start: number;
      key: Key | undefined;
      madeAt: number;
    }
  | { ok: false; refusal: BackupRefusal };

async function openFile(
  file: Blob,
  passphrase: string | undefined,
  crypto: Crypto,
): Promise<Opened> {
  const head = new Uint8Array(await file.slice(0, longestHeader).arrayBuffer());
  const end = head.indexOf('\n'.charCodeAt(0)) + 1;
  const first = head.slice(0, end);
  const read = readHeader(new TextDecoder().decode(first), schemaVersion);
  if (!read.ok) return read;
  const { sealed, madeAt } = read.header;
  if (sealed && !passphrase) return { ok: false, refusal: { reason: 'passphrase-missing' } };
  const key = sealed && passphrase ? await openKey(passphrase, sealed, crypto) : undefined;
  return { ok: true, body: file.slice(end).stream(), first, start: end, key, madeAt };
}

/** Puts all rows aside; false where one is no row, or the file ends too soon. */
async function stage(
  db: Database,
  lines: AsyncIterable<string>,
  progress: Place,
  { signal, onRows }: Watch,
): Promise<boolean> {
  let waiting: string[] = [];
  let said: unknown;
  const flush = async () => {
    if (waiting.length > 0) await db.incoming.add({ lines: waiting.join('\n') });
    if (waiting.length > 0) progress.pieces++;
    onRows(waiting.length);
    waiting = [];
  };
  for await (const line of lines) {
    signal.throwIfAborted();
    if (said !== undefined) return false;
    const parsed = parseJson(line);
    said = endOf(parsed);
    if (said !== undefined) continue;
    if (Array.isArray(parsed) && parsed[0] === 'extras') {
      progress.extras = parsed[1];
      continue;
    }
    if (!readRow(parsed)) return false;
    waiting.push(line);
    progress.rows++;
    if (waiting.length >= batch) await flush();
  }
  await flush();
  return said === progress.rows;
}

/** How many rows there were to be, if this is the last line. */
function endOf(line: unknown): unknown {
  if (!Array.isArray(line) || line[0] !== 'end') return undefined;
  const end: unknown = line[1];
  return end !== null && typeof end === 'object' && 'rows' in end ? end.rows : 'none';
}

function commit(
  db: Database,
  pieces: number,
  now: number,
  { signal, onRows }: Watch,
): Promise<Merged> {
  const tables = [...keptTables, 'incoming'];
  return db.transaction('rw', tables, async () => {
    // Another window may have begun a restore meanwhile, and cleared the rows of this one.
    const ids = await db.incoming.toCollection().primaryKeys();
    if (ids.length !== pieces)
      throw new Error(`${ids.length} of ${pieces} pieces are still there.`);
    const merge = createMerge(db, now);
    for (const id of ids) {
      // Thrown inside, it takes everything back.
      signal.throwIfAborted();
      const piece = await db.incoming.get(id);
      onRows(await takeAll(merge, piece?.lines.split('\n') ?? []));
    }
    signal.throwIfAborted();
    return merge.finish();
  });
}

/** The lines of a piece, which were read once already, into their tables; resolves to how many. */
async function takeAll(merge: Merge, lines: readonly string[]): Promise<number> {
  const rows = lines.flatMap((line) => readRow(parseJson(line)) ?? []);
  for (const table of keptTables) {
    const own = rows.flatMap((each) => (each.table === table ? [each.row] : []));
    if (own.length > 0) await merge.take(table, own);
  }
  return rows.length;
}

function refuse({ bytes, rows }: Place): Restored {
  return { ok: false, refusal: { reason: 'damaged', byte: bytes, row: rows } };
}

function refusalOf(error: unknown, { bytes, rows }: Place, signal: AbortSignal): BackupRefusal {
  if (error instanceof WrongKey) return { reason: 'passphrase-wrong' };
  const name = error instanceof Error ? error.name : String(error);
  // What gzip, the seal and the decoder say of bytes that are not theirs.
  const isDamage = ['TypeError', 'OperationError', 'EncodingError'].includes(name);
  if (!signal.aborted && (isDamage || isCut(error)))
    return { reason: 'damaged', byte: bytes, row: rows };
  return { reason: 'interrupted', why: error instanceof Error ? error.message : name };
}

function isCut(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('A chunk ');
}
