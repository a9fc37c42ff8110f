// The phrase search of lib/text against the libraries that others would take, over many canned phrases.
import uFuzzy from '@leeoniya/ufuzzy';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { median, percentile } from './percentile.mjs';
import { canned, searches } from './text-material.mjs';

const count = 100_000;
const limit = 10;
const rounds = 3;
/** Nothing that is measured may be left out by the engine as unused. */
export let sink = 0;

/**
 * 95th percentiles over all kinds of searches, and building. Pinyin and typing errors are asked of ours alone: the
 * others know no pinyin, and not all of them forgive errors. No engine keeps anything from query to query.
 * @param {typeof import('./text-engine')} text @returns {Promise<import('./bench.mjs').Measure[]>}
 */
export async function measureSearch(text) {
  const phrases = canned(count);
  const { plain, harder } = searches(phrases, 60);
  const all = [...plain, ...harder];
  const engines = /** @type {const} */ ([
    ['ours', () => ours(text, phrases), all],
    ['minisearch', () => miniSearch(phrases), plain],
    ['flexsearch', () => flexSearch(phrases), plain],
    ['uFuzzy', () => uFuzzySearch(phrases), plain],
  ]).map(([name, create, queries]) => {
    const from = performance.now();
    const search = create();
    return {
      name,
      search,
      queries,
      build: performance.now() - from,
      p95s: /** @type {number[]} */ ([]),
    };
  });
  // Engine after engine in every round: what else the machine does meets all alike. The first one warms up.
  for (let round = 0; round <= rounds; round++)
    for (const { search, queries, p95s } of engines) p95s.push(p95(search, queries));
  const measured = Object.fromEntries(
    engines.map(({ name, build, p95s }) => [name, { build, p95: median(p95s.slice(1)) }]),
  );
  /** @param {string} rival @param {'p95' | 'build'} what @param {number} goal */
  const line = (rival, what, goal) => ({
    name: what === 'p95' ? `search in ${count} phrases, p95` : `search index of ${count} phrases`,
    unit: 'ms',
    ours: measured['ours']?.[what] ?? NaN,
    theirs: measured[rival]?.[what] ?? NaN,
    rival,
    goal,
  });
  return [
    line('minisearch', 'p95', 1 / 50),
    line('flexsearch', 'p95', 1 / 4),
    line('uFuzzy', 'p95', 1 / 15),
    line('minisearch', 'build', 1 / 10),
  ];
}

/** @typedef {(query: string) => number} SearchRun how many were found, ten at most */

/** @param {SearchRun} search @param {readonly string[]} queries */
function p95(search, queries) {
  const times = queries.map((query) => {
    const from = performance.now();
    sink += search(query);
    return performance.now() - from;
  });
  return percentile(times, 0.95);
}

/** @param {typeof import('./text-engine')} text @param {readonly string[]} phrases @returns {SearchRun} */
function ours(text, phrases) {
  const search = text.createSearch(phrases.map((one) => ({ text: one })));
  return (query) => search(query, { limit }).length;
}

/** @param {readonly string[]} phrases @returns {SearchRun} */
function miniSearch(phrases) {
  const index = new MiniSearch({ fields: ['text'], tokenize: bigrams });
  index.addAll(phrases.map((text, id) => ({ id, text })));
  const options = { prefix: true, fuzzy: 0.2, combineWith: 'AND' };
  return (query) => index.search(query, options).slice(0, limit).length;
}

/** @param {readonly string[]} phrases @returns {SearchRun} */
function flexSearch(phrases) {
  const index = new Index({ tokenize: 'forward', encode: bigrams });
  phrases.forEach((text, id) => index.add(id, text));
  return (query) => index.search(query, { limit }).length;
}

/** @param {readonly string[]} phrases @returns {SearchRun} */
function uFuzzySearch(phrases) {
  const engine = new uFuzzy({
    unicode: true,
    interSplit: String.raw`[^\p{L}\d']+`,
    intraSplit: String.raw`\p{Ll}\p{Lu}`,
    intraBound: String.raw`\p{L}\d|\d\p{L}|\p{Ll}\p{Lu}`,
    intraChars: String.raw`[\p{L}\d']`,
    intraContr: String.raw`'\p{L}{1,2}\b`,
  });
  const list = [...phrases];
  return (query) => {
    const [found, info, order] = engine.search(list, query, 1);
    return (order ?? info?.idx ?? found ?? []).slice(0, limit).length;
  };
}

/** What the others need to find anything inside Chinese: its pairs of characters. @param {string} text */
function bigrams(text) {
  return (text.toLowerCase().match(/[a-z0-9']+|\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    /^[a-z0-9']/.test(run) || run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
}
