// A worker of the log's bench: SQLite with FTS5 in the origin private file system.
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { searchTextOf } from '../../lib/domain/log-search';
import { createRecords } from './log-records';

type Ask =
  { is: 'fill'; records: number } | { is: 'search'; words: readonly string[]; limit: number };

const sqlite3 = await sqlite3InitModule();
const pool = await sqlite3.installOpfsSAHPoolVfs({ clearOnInit: true });
const db = new pool.OpfsSAHPoolDb('/log.db');

/** Records first, so that the size of the index is what comes on top. */
function fill(records: number): { bytes: number; seconds: number } {
  const record = createRecords(records);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;');
  db.exec('CREATE TABLE complaints (number INTEGER PRIMARY KEY, text TEXT)');
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO complaints VALUES (?, ?)');
  for (let number = 1; number <= records; number++)
    insert.bind([number, searchTextOf(record(number))]).stepReset();
  insert.finalize();
  db.exec('COMMIT');
  const before = size();
  const started = performance.now();
  db.exec(
    `CREATE VIRTUAL TABLE found USING fts5(text, content='complaints', content_rowid='number',
       tokenize='trigram', detail='none');
     INSERT INTO found (found) VALUES ('rebuild');`,
  );
  const seconds = (performance.now() - started) / 1000;
  return { bytes: size() - before, seconds };
}

function size(): number {
  return Number(db.selectValue('PRAGMA page_count')) * Number(db.selectValue('PRAGMA page_size'));
}

function search(words: readonly string[], limit: number): { numbers: number[]; ms: number } {
  const where = words.map(() => 'text LIKE ?').join(' AND ');
  const started = performance.now();
  const numbers = db.selectValues(
    `SELECT rowid FROM found WHERE ${where} ORDER BY rowid DESC LIMIT ${limit}`,
    words.map((word) => `%${word}%`),
  );
  return { numbers: numbers.map(Number), ms: performance.now() - started };
}

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  self.postMessage(data.is === 'fill' ? fill(data.records) : search(data.words, data.limit));
});
self.postMessage('ready');
