// What the log's bench runs in a page of a real browser: our verbs beside the browser's own.
import { Dexie } from 'dexie';
import { createDatabase } from '../../lib/data/db';
import { foldLog } from '../../lib/data/fold-log';
import { foldTerms } from '../../lib/data/fold-rows';
import { createLogTable } from '../../lib/data/log-table';
import { eachTerm, searchTextOf } from '../../lib/domain/log-search';
import type { View } from '../../lib/domain/log-view';
import { newestView } from '../../lib/domain/log-view';
import { exportsOf } from './log-files';
import { restore } from './log-restore';
import { saves } from './log-saves';
import { createRecords, makeSearches, randomNumbers } from './log-records';
import { median, medianOf, medians, timed } from './log-timing';

const db = createDatabase('bench', indexedDB);
const pageSize = 50;
const indexRounds = 5;
const shown = ['state', 'category', 'receivedAt', 'department', 'dueAt'] as const;
const { signal } = new AbortController();
const request = <T>(asked: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error));
  });

/** Fills the log behind what is there. */
async function fill(records: number, from = 0) {
  const record = createRecords(records);
  for (let at = from + 1; at <= records; at += 4_000) {
    const size = Math.min(4_000, records + 1 - at);
    await db.complaints.bulkAdd(Array.from({ length: size }, (_, index) => record(at + index)));
  }
}

async function fold(records: number) {
  const { ms } = await timed(() => foldLog(db, { lock: (work) => work(), signal }));
  let bytes = 0;
  for (let bucket = 0; bucket < 256; bucket++)
    await db.logTerms
      .where('[bucket+block]')
      .between([bucket, 0], [bucket, Infinity])
      .each((row) => (bytes += row.bytes.length + 16));
  return { bytes, perSecond: records / (ms / 1000) };
}

/**
 * Records a second into our index of words: of a block in memory, as its rival has them, the terms are gathered and
 * written; and with the block read out of the log first, as it is when nobody is waiting.
 */
async function terms() {
  const from = 1;
  const { ms: reading, value: rows } = await timed(() =>
    db.complaints
      .where('number')
      .between(from, from + 16_000)
      .toArray(),
  );
  const writing = await medianOf(indexRounds, async () => {
    const scratch = createDatabase('terms', indexedDB);
    await scratch.open();
    const { ms } = await timed(() => {
      const found = new Map(rows.map((row) => [row.number, row]));
      const block = { index: 0, changed: new Set(found.keys()), records: found };
      return scratch.logTerms.bulkPut(foldTerms(block, []));
    });
    await scratch.delete();
    return ms;
  });
  const perSecond = (ms: number) => rows.length / (ms / 1000);
  return { inMemory: perSecond(writing), read: perSecond(reading + writing) };
}

/** A review of all there is: the first, which reads its columns, and those after it. */
async function review() {
  const table = createLogTable(db);
  const now = Date.UTC(2026, 0, 1);
  const first = await timed(() => table.review('all', now));
  const later: number[] = [];
  for (let round = 0; round < 9; round++)
    later.push((await timed(() => table.review('all', now))).ms);
  return { first: first.ms, later: median(later) };
}

/** Records a second into Dexie's own index of words. */
async function multiEntry() {
  const count = 2_000;
  const record = createRecords(count);
  const rows = Array.from({ length: count }, (_, index) => record(index + 1));
  const ms = await medianOf(indexRounds, async () => {
    const rival = new Dexie('multi-entry', { chromeTransactionDurability: 'strict' });
    rival.version(1).stores({ rows: 'id, &number, *terms' });
    const added = await timed(() =>
      rival.table('rows').bulkAdd(
        rows.map((row) => {
          const held = new Set<number>();
          eachTerm(searchTextOf(row), (term) => held.add(term));
          return { ...row, terms: [...held] };
        }),
      ),
    );
    await rival.delete();
    return added.ms;
  });
  return count / (ms / 1000);
}

const views: Record<string, View> = {
  newest: newestView,
  'sorted by receipt': { ...newestView, sort: { by: 'receivedAt', down: true } },
  'sorted by stage': { ...newestView, sort: { by: 'state', down: false } },
  'one filter': { ...newestView, filters: [{ by: 'state', words: ['judged'] }] },
  'three filters': {
    ...newestView,
    filters: [
      { by: 'state', words: ['judged', 'assigned'] },
      { by: 'category', words: ['delivery'] },
      { by: 'severity', words: ['high', 'critical'] },
    ],
  },
  'one filter, sorted by due': {
    ...newestView,
    filters: [{ by: 'department', words: ['Depot 3'] }],
    sort: { by: 'dueAt', down: false },
  },
};

/** Pages from anywhere in each view, beside as many whole records that follow each other, and the same ones each by itself. */
async function pages(records: number, rounds: number) {
  const table = createLogTable(db);
  const raw = db.backendDB();
  const index = () => raw.transaction('complaints').objectStore('complaints').index('number');
  const random = randomNumbers(11);
  const times: Record<string, number[]> = {};
  const note = (name: string, ms: number) => (times[name] ??= []).push(ms);
  for (const [name, view] of Object.entries(views)) {
    const listed = await timed(() => table.list(view));
    note(`list ${name}`, listed.ms);
    const { numbers } = listed.value;
    for (let round = -3; round < rounds; round++) {
      const below = IDBKeyRange.upperBound(pageSize + random.below(records - pageSize));
      const options = { query: below, count: pageSize, direction: 'prev' } as const;
      // The newest options of getAll are not in the types yet.
      const all = await timed(() => request(index().getAll(options as unknown as IDBKeyRange)));
      const cursor = await timed(() => walk(index().openCursor(below, 'prev')));
      const at = random.below(Math.max(1, numbers.length - pageSize));
      const page = numbers.slice(at, at + pageSize);
      const ours = await timed(() => table.rows(page, shown));
      const from = index();
      const gets = await timed(() =>
        Promise.all(Array.from(page, (each) => request(from.get(each)))),
      );
      if (round < 0) continue;
      note(name, ours.ms);
      note(`${name}: gets`, gets.ms);
      note(`${name}: getAll`, all.ms);
      note(`${name}: cursor`, cursor.ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

function walk(cursor: IDBRequest<IDBCursorWithValue | null>): Promise<number> {
  let count = 0;
  return new Promise((resolve) => {
    cursor.addEventListener('success', () => {
      if (cursor.result && ++count < pageSize) cursor.result.continue();
      else resolve(count);
    });
  });
}

/** Counts by filters beside the browser's count of as many keys. */
async function counts(rounds: number) {
  const table = createLogTable(db);
  const raw = db.backendDB();
  const several = views['three filters'] ?? newestView;
  const some = views['one filter'] ?? newestView;
  const first = await timed(() => table.count(some));
  await table.count(several);
  const [ours, theirs]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours?.push((await timed(() => table.count(round % 2 ? several : some))).ms);
    const range = IDBKeyRange.bound(1, first.value);
    const index = raw.transaction('complaints').objectStore('complaints').index('number');
    if (round < 3) theirs?.push((await timed(() => request(index.count(range)))).ms);
  }
  const changed: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    await db.complaints.where('number').equals(round).modify({ severity: 'high' });
    changed.push((await timed(() => table.count(round % 2 ? several : some))).ms);
  }
  const all = { ours: ours ?? [], theirs: theirs ?? [], changed };
  return { first: first.ms, ...medians(all) };
}

/** The 50 newest that hold the words. */
async function search(rounds: number, worker: Worker) {
  const table = createLogTable(db);
  await table.newestWith('a', 1);
  const [ours, theirs, alike]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round++)
    for (const query of makeSearches()) {
      const mine = await timed(() => table.newestWith(query, pageSize));
      const rival = await ask<{ numbers: number[]; ms: number }>(worker, {
        is: 'search',
        words: query.split(' '),
        limit: pageSize,
      });
      ours?.push(mine.ms);
      theirs?.push(rival.ms);
      const both = mine.value.filter((number) => rival.numbers.includes(number)).length;
      alike?.push(mine.value.length === 0 ? 1 : both / mine.value.length);
    }
  return { ours: median(ours ?? []), theirs: median(theirs ?? []), alike: median(alike ?? []) };
}

function ask<T>(worker: Worker, question: object): Promise<T> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<T>) => resolve(data), {
      once: true,
    });
    worker.postMessage(question);
  });
}

async function sqlite(records: number, rounds: number) {
  const worker = new Worker('/sqlite.js', { type: 'module' });
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  const filled = await ask<{ bytes: number; seconds: number }>(worker, { is: 'fill', records });
  const found = await search(rounds, worker);
  worker.terminate();
  return { ...filled, ...found };
}

/** How long the Desk waits for its first fifty rows, and for all numbers with the rows out of the columns. */
async function opening(name: string) {
  const fresh = createDatabase(name, indexedDB);
  const table = createLogTable(fresh);
  const first = await timed(async () => {
    await fresh.open();
    return table.newest(pageSize, shown);
  });
  const whole = await timed(async () => {
    const { numbers } = await table.list(newestView);
    return table.rows(numbers.slice(0, pageSize), shown);
  });
  fresh.close();
  return { first: first.ms, whole: whole.ms };
}

Object.assign(globalThis, {
  bench: {
    fill,
    fold,
    terms,
    review,
    multiEntry,
    pages,
    counts,
    saves: (records: number, rounds: number) => saves(db, records, rounds),
    sqlite,
    opening,
    restore: (records: number) => restore(db, records),
    exportsOf: (count: number) => exportsOf(db, count),
  },
});
