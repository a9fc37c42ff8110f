// The log at a million records in real Chromium, beside the browser's own means, Dexie's and SQLite's.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'puppeteer-core';
import { build as bundle } from 'vite';
import { findBrowser } from '../support/browsers.mjs';

const usual = 1_000_000;
/** More of them in one array than this, and the page would end. */
const mostInArray = 100_000;

/**
 * @param {{ records?: number }} options
 * @returns {Promise<import('./bench.mjs').Measure[]>}
 */
export async function measure({ records = usual }) {
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
    return await measureAll(ask, records);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {(verb: string, ...details: unknown[]) => Promise<any>} ask any: see there @param {number} records */
async function measureAll(ask, records) {
  /** @type {import('./bench.mjs').Measure[]} */
  const rows = [];
  /** @param {string} name @param {string} unit @param {number} ours @param {string} rival @param {number} theirs @param {number} goal */
  const note = (name, unit, ours, rival, theirs, goal) =>
    rows.push({ name: `${name}, ${records} records`, ours, unit, rival, theirs, goal });
  const small = 1_000;
  await ask('fill', small);
  const few = median(await several(9, () => ask('opening', 'bench')));
  await ask('fill', records, small);
  const multiEntry = await ask('multiEntry');
  const folded = await ask('fold', records);
  // Rates the other way round: less is better in every line.
  const rate = await ask('terms');
  const rival = "Dexie's multiEntry";
  note('full-text index of a record', 'ms', 1000 / rate, rival, 1000 / multiEntry, 1 / 20);
  note(
    'all that is derived of a record',
    'ms',
    1000 / folded.perSecond,
    rival,
    1000 / multiEntry,
    1,
  );
  const pages = await ask('pages', records, 40);
  for (const name of Object.keys(pages).filter((each) => !/^list |: /.test(each))) {
    note(`page of 50, ${name}`, 'ms', pages[name], 'getAll', pages[`${name}: getAll`], 1.2);
    note(`page of 50, ${name}`, 'ms', pages[name], 'cursor', pages[`${name}: cursor`], 0.6);
  }
  const counts = await ask('counts', 20);
  note('count of a filter', 'ms', counts.ours, "IndexedDB's count", counts.theirs, 1 / 100);
  note(
    'count of a filter, nothing read yet',
    'ms',
    counts.first,
    "IndexedDB's count",
    counts.theirs,
    1 / 10,
  );
  const many = median(await several(9, () => ask('opening', 'bench')));
  note('the newest 50 at opening', 'ms', many, `of ${small} records`, few, 1.3);
  const saves = await ask('saves', records, 60);
  note('saving a complaint', 'ms', saves.ours, 'raw strict put', saves.theirs, 1.5);
  const sqlite = await ask('sqlite', records, 5);
  note('full-text search, p50', 'ms', sqlite.ours, 'SQLite FTS5', sqlite.theirs, 3);
  note('full-text index', 'MB', folded.bytes / 1e6, 'SQLite FTS5', sqlite.bytes / 1e6, 1 / 2);
  const review = await ask('review');
  note('review, the first time', 'ms', review.first, 'the limit', 1000, 1);
  note('review, again', 'ms', review.later, 'the limit', 1000, 1);
  const files = await ask('exportsOf', Math.min(records, mostInArray));
  const { seconds } = files;
  note('export, JSON Lines', 's', seconds.jsonl, 'row by row', seconds.rowsJsonl, 1 / 6);
  note(
    'export, JSON Lines masked',
    's',
    seconds.maskedJsonl,
    'row by row',
    seconds.rowsJsonl,
    1 / 6,
  );
  note('export, CSV masked', 's', seconds.csv, 'row by row, unmasked', seconds.rowsCsv, 1 / 1.4);
  const inArray = `${Math.min(records, mostInArray)} in an array`;
  note('export, peak heap', 'MB', files.heap / 1e6, inArray, files.array / 1e6, 1 / 4);
  note('export, peak heap', 'MB', files.heap / 1e6, 'the limit', 100, 1);
  return rows;
}

/** @param {number} times @param {() => Promise<number>} work */
async function several(times, work) {
  const all = [];
  for (let time = 0; time < times; time++) all.push(await work());
  return all;
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

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
