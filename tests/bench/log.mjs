// The log at a million records in real Chromium, beside the browser's own means, Dexie's and SQLite's.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'puppeteer-core';
import { build as bundle } from 'vite';
import { findBrowser } from '../support/browsers.mjs';
import { median } from './percentile.mjs';

const usual = 1_000_000;
/** More of them in one array than this, and the page would end. */
const mostInArray = 100_000;

/**
 * @param {{ records?: number, only?: readonly string[] }} options `only`: these parts of it
 * @returns {AsyncGenerator<import('./bench.mjs').Measure>} of a part as soon as it is done: all of them take most of an hour
 */
export async function* measure({ records = usual, only = [] }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'composure-bench-'));
  await writePages(folder);
  const server = await serve(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    page.setDefaultTimeout(0);
    await page.goto(server.url);
    await page.waitForFunction('globalThis.bench');
    /** @param {string} verb @param {unknown[]} details @returns {Promise<any>} any: what the verbs of log-page.ts give */
    const ask = (verb, ...details) =>
      page.evaluate(
        (name, all) => /** @type {any} any: see log-page.ts */ (globalThis).bench[name](...all),
        verb,
        details,
      );
    yield* measureAll(ask, records, only);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What a part of the bench is given, and gives a line with.
 * @typedef {{
 *   ask: (verb: string, ...details: unknown[]) => Promise<any>, // any: what the verbs of log-page.ts give
 *   records: number,
 *   note: (name: string, unit: string, ours: number, rival: string, theirs: number, goal: number) => void,
 *   known: { few: { first: number, whole: number }, folded: { bytes: number, perSecond: number } },
 * }} Part
 */

/** @type {Record<string, (part: Part) => Promise<void>>} */
const parts = {
  index: async ({ ask, note, known }) => {
    const rival = "Dexie's multiEntry";
    const theirs = 1000 / (await ask('multiEntry'));
    // Rates the other way round: less is better in every line.
    const { inMemory, read } = await ask('terms');
    note('full-text index of a record', 'ms', 1000 / inMemory, rival, theirs, 1 / 20);
    note('full-text index of a record, read first', 'ms', 1000 / read, rival, theirs, 1 / 10);
    const ours = 1000 / known.folded.perSecond;
    note('all that is derived of a record', 'ms', ours, rival, theirs, 1);
  },
  pages: async ({ ask, records, note }) => {
    const pages = await ask('pages', records, 40);
    for (const name of Object.keys(pages).filter((each) => !/^list |: /.test(each))) {
      note(`page of 50, ${name}`, 'ms', pages[name], 'getAll', pages[`${name}: getAll`], 1.2);
      note(`page of 50, ${name}`, 'ms', pages[name], 'cursor', pages[`${name}: cursor`], 0.6);
      // What a browser takes for these very records, which seldom follow each other.
      note(`page of 50, ${name}`, 'ms', pages[name], 'a get for each', pages[`${name}: gets`], 0.6);
    }
  },
  counts: async ({ ask, note }) => {
    const { ours, first, changed, theirs } = await ask('counts', 20);
    const rival = "IndexedDB's count";
    note('count of a filter', 'ms', ours, rival, theirs, 1 / 100);
    note('count of a filter, a record changed before each', 'ms', changed, rival, theirs, 1 / 100);
    note('count of a filter, nothing read yet', 'ms', first, rival, theirs, 1 / 10);
  },
  opening: async ({ ask, note, known: { few } }) => {
    const many = await opened(ask);
    const rival = `of ${small} records`;
    note('the newest 50 at opening', 'ms', many.first, rival, few.first, 1.3);
    note('all of them in order at opening', 'ms', many.whole, 'the limit', 250, 1);
  },
  saves: async ({ ask, records, note }) => {
    const { ours, logged, theirs, four } = await ask('saves', records, 60);
    note('saving a complaint', 'ms', ours, 'raw strict put', theirs, 1.5);
    note('saving one of a conversation', 'ms', logged, 'raw strict put of its 4 rows', four, 1.5);
  },
  search: async ({ ask, records, note, known }) => {
    const sqlite = await ask('sqlite', records, 5);
    note('full-text search, p50', 'ms', sqlite.ours, 'SQLite FTS5', sqlite.theirs, 3);
    const [ours, theirs] = [known.folded.bytes / 1e6, sqlite.bytes / 1e6];
    note('full-text index', 'MB', ours, 'SQLite FTS5', theirs, 1 / 2);
  },
  review: async ({ ask, note }) => {
    const review = await ask('review');
    note('review, the first time', 'ms', review.first, 'the limit', 1000, 1);
    note('review, again', 'ms', review.later, 'the limit', 1000, 1);
  },
  files: async ({ ask, records, note }) => {
    const arrayOf = Math.min(records, mostInArray);
    const { seconds, heap, array } = await ask('exportsOf', arrayOf);
    const { jsonl, maskedJsonl, rowsJsonl } = seconds;
    note('export, JSON Lines', 's', jsonl, 'row by row', rowsJsonl, 1 / 6);
    note('export, JSON Lines masked', 's', maskedJsonl, 'row by row', rowsJsonl, 1 / 6);
    note('export, CSV masked', 's', seconds.csv, 'row by row, unmasked', seconds.rowsCsv, 1 / 1.4);
    note('export, peak heap', 'MB', heap / 1e6, `${arrayOf} in an array`, array / 1e6, 1 / 4);
    note('export, peak heap', 'MB', heap / 1e6, 'the limit', 100, 1);
  },
  restore: async ({ ask, records, note }) => {
    const { seconds, heap, bytes } = await ask('restore', records);
    const { write, restore, fill } = seconds;
    const size = `${(bytes / 1e6).toFixed()} MB`;
    note(`backup of ${size}`, 's', write, 'putting the records in', fill, 1);
    note(
      `restore of ${size}, beside other records`,
      's',
      restore,
      'putting the records in',
      fill,
      3,
    );
    note('backup and restore, peak heap', 'MB', heap / 1e6, 'the limit', 100, 1);
  },
};

/** So many records are there when it is first opened. */
const small = 1_000;

/**
 * @param {Part['ask']} ask @param {number} records @param {readonly string[]} only the parts, all of them if empty
 * @returns {AsyncGenerator<import('./bench.mjs').Measure>}
 */
async function* measureAll(ask, records, only) {
  /** @type {import('./bench.mjs').Measure[]} */
  const rows = [];
  /** @type {Part['note']} */
  const note = (name, unit, ours, rival, theirs, goal) =>
    rows.push({ name: `${name}, ${records} records`, ours, unit, rival, theirs, goal });
  await ask('fill', small);
  await ask('fold', small);
  const few = await opened(ask);
  await ask('fill', records, small);
  const folded = await ask('fold', records);
  for (const [name, measurePart] of Object.entries(parts)) {
    if (only.length > 0 && !only.includes(name)) continue;
    await measurePart({ ask, records, note, known: { few, folded } });
    yield* rows.splice(0);
  }
}

/** The Desk's log, opened anew nine times. @param {Part['ask']} ask */
async function opened(ask) {
  /** @type {{ first: number, whole: number }[]} */
  const all = [];
  for (let time = 0; time < 9; time++) all.push(await ask('opening', 'bench'));
  return {
    first: median(all.map(({ first }) => first)),
    whole: median(all.map(({ whole }) => whole)),
  };
}

function launchBrowser() {
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new Error('No Chrome, Edge or Chromium is installed; CHROME_PATH may name one.');
  return launch({
    executablePath,
    headless: true,
    pipe: true,
    protocolTimeout: 0,
    args: [
      '--enable-precise-memory-info',
      '--js-flags=--expose-gc',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/** @param {string} folder */
async function writePages(folder) {
  const input = ['log-page', 'log-sqlite'].map((name) =>
    path.join(import.meta.dirname, `${name}.ts`),
  );
  await bundle({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // SQLite looks for its wasm beside itself.
    assetsInclude: ['**/*.wasm'],
    build: {
      outDir: folder,
      target: 'esnext',
      minify: false,
      rolldownOptions: {
        input: { page: input[0] ?? '', sqlite: input[1] ?? '' },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
}

/** @param {string} folder */
async function serve(folder) {
  const kinds = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
  const server = createServer(({ url = '/' }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === '/') {
      answer.setHeader('content-type', 'text/html');
      return answer.end(
        '<!doctype html><title>Log</title><script type="module" src="/page.js"></script>',
      );
    }
    try {
      const kind = Object.entries(kinds).find(([ending]) => pathname.endsWith(ending));
      answer.setHeader('content-type', kind?.[1] ?? 'text/plain');
      answer.end(readFileSync(path.join(folder, path.normalize(pathname))));
    } catch {
      answer.statusCode = 404;
      answer.end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was free.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
