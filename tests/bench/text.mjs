// The matcher of lib/text against the linters and matchers that others would take, and against a bare pass.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import writeGood from 'write-good';
import { loadEngine } from '../support/engine.mjs';
import { median } from './percentile.mjs';
import { measureSearch } from './search.mjs';
import { chineseDrafts, drafts, freshDrafts, hostileLines, phrases } from './text-material.mjs';

/** @typedef {import('./bench.mjs').Measure} Measure */
/** @typedef {(texts: readonly string[]) => unknown} Engine */

/** Many short rounds: what else the machine does then meets all alike. What takes a second has fewer. */
const rounds = 45;
const fewRounds = 9;
setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc');
/** Nothing that is measured may be left out by the engine as unused. */
export let sink = 0;

/** @returns {Promise<Measure[]>} */
export async function measure() {
  const text = await bundle();
  const kept = memory(text);
  const finds = phrases(10_000).map((words) => ({ words, value: words }));
  const matcher = text.createMatcher(finds);
  checkSameHits(matcher, finds);
  const linting = lines(await inRounds(await linters(matcher), fewRounds));
  const line = lines(await inRounds(rivals(text, finds)));
  const growing = await growth(text);
  const loading = await loads(text, finds);
  return [
    linting('400 characters, 10k finds, en', 'ours', 'harper', 'harper.js', 1 / 1000),
    linting('400 characters, 10k finds, en', 'ours', 'writeGood', 'write-good', 1 / 100),
    // It folds nothing and knows no words: like for like is a text that is folded already.
    line('folded already, 10k finds, en', 'places', 'aho', '@monyone/aho-corasick/fast', 1 / 3),
    line('folded already, 10k finds, zh', 'placesZh', 'ahoZh', '@monyone/aho-corasick/fast', 1 / 8),
    line('folded already, en', 'places', 'pass', 'a bare charCodeAt pass', 4),
    line('folded already, zh', 'placesZh', 'passZh', 'a bare charCodeAt pass', 4),
    line('folding and matching, en', 'ours', 'pass', 'a bare charCodeAt pass', 8),
    line('folding and matching, zh', 'oursZh', 'passZh', 'a bare charCodeAt pass', 8),
    ...growing,
    ...loading,
    kept,
    await hostile(text),
    ...(await measureSearch(text)),
  ];
}

/** @returns {Promise<typeof import('./text-engine')>} */
async function bundle() {
  /** @type {any} What the file exports. */
  const text = await loadEngine(path.join(import.meta.dirname, 'text-engine.ts'));
  return text;
}

/** Apart from the rest: they take so long, and so much memory, that nothing is warm after them. @param {(text: string) => unknown[]} matcher */
async function linters(matcher) {
  // Harper remembers every sentence it has seen; a draft is new with each key that is struck.
  let fresh = 0;
  const harper = new LocalLinter({ binary: binaryInlined });
  await harper.setup();
  return {
    harper: {
      run: () => lintAll(harper, freshDrafts(6, (fresh += 1))),
      texts: drafts(6),
      repeat: 1,
    },
    writeGood: { run: each((one) => writeGood(one).length), texts: drafts(16), repeat: 4 },
    ours: { run: each((one) => matcher(one).length), texts: drafts(16), repeat: 240 },
  };
}

/** @param {Awaited<ReturnType<typeof bundle>>} text @param {{ words: string, value: string }[]} finds */
function rivals(text, finds) {
  const matcher = text.createMatcher(finds);
  const theirs = new AhoCorasick(finds.map(({ words }) => words));
  const { automaton } = text.compileFinds(finds).compiled;
  const places = text.createPlaces();
  const ours = each((one) => matcher(one).length);
  const aho = each((one) => theirs.matchInText(one).length);
  /** @param {string[]} texts */
  const folded = (texts) => {
    const all = texts.map((one) => text.fold(text.createFolded(), one));
    return () => {
      for (const one of all) {
        text.findPlaces(automaton, one, places);
        sink += places.count;
      }
    };
  };
  const [en, zh] = [drafts(64), chineseDrafts(64)];
  return {
    aho: { run: aho, texts: en, repeat: 4 },
    ours: { run: ours, texts: en, repeat: 12 },
    places: { run: folded(en), texts: en, repeat: 12 },
    pass: { run: each(barePass), texts: en, repeat: 12 },
    ahoZh: { run: aho, texts: zh, repeat: 4 },
    oursZh: { run: ours, texts: zh, repeat: 12 },
    placesZh: { run: folded(zh), texts: zh, repeat: 12 },
    passZh: { run: each(barePass), texts: zh, repeat: 12 },
  };
}

/** @param {(text: string) => number} run @returns {Engine} */
function each(run) {
  return (texts) => {
    for (const text of texts) sink += run(text);
  };
}

/** @param {string} text */
function barePass(text) {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

/** @param {LocalLinter} harper @param {readonly string[]} texts */
async function lintAll(harper, texts) {
  for (const text of texts) sink += (await harper.lint(text, { language: 'plaintext' })).length;
}

/**
 * Medians in µs per text, engine after engine in every round; the first two rounds warm up and do not count.
 * @template {string} Name
 * @param {Record<Name, { run: Engine, texts: readonly string[], repeat: number }>} engines
 * @param {number} [count] of rounds
 * @returns {Promise<Record<Name, number>>}
 */
async function inRounds(engines, count = rounds) {
  const names = /** @type {Name[]} */ (Object.keys(engines));
  /** @type {Map<Name, number[]>} */
  const times = new Map(names.map((name) => [name, []]));
  for (let round = -2; round < count; round++) {
    for (const name of names) {
      const { run, texts, repeat } = engines[name];
      const from = performance.now();
      for (let again = 0; again < repeat; again++) await run(texts);
      const time = ((performance.now() - from) * 1000) / (repeat * texts.length);
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])]);
  return Object.fromEntries(medians);
}

/** @param {Record<string, number>} medians */
function lines(medians) {
  /** @param {string} name @param {string} own @param {string} their @param {string} rival @param {number} goal @returns {Measure} */
  return (name, own, their, rival, goal) => ({
    name,
    unit: 'µs',
    rival,
    goal,
    ours: medians[own] ?? NaN,
    theirs: medians[their] ?? NaN,
  });
}

/** @param {Awaited<ReturnType<typeof bundle>>} text @returns {Promise<Measure[]>} */
async function growth(text) {
  const texts = [...drafts(32), ...chineseDrafts(32)];
  const engines = [1000, 10_000, 100_000].map((count) => {
    const matcher = text.createMatcher(phrases(count, 4).map((words) => ({ words, value: words })));
    return { run: each((one) => matcher(one).length), texts, repeat: 12 };
  });
  const [small, middle, large] = engines;
  if (!small || !middle || !large) return [];
  const line = lines(await inRounds({ small, middle, large }));
  return [
    line('en and zh, 10k finds', 'middle', 'small', '1k finds', 1.5),
    line('en and zh, 100k finds', 'large', 'middle', '10k finds', 1.5),
  ];
}

/** @param {Awaited<ReturnType<typeof bundle>>} text @param {{ words: string, value: string }[]} finds @returns {Promise<Measure[]>} */
async function loads(text, finds) {
  const buffer = text.writeCompiled(text.compileFinds(finds).compiled);
  const read = () => {
    sink += Number(text.readCompiled(buffer).ok);
  };
  const compile = () => {
    sink += text.compileFinds(finds).refusals.length;
  };
  const words = finds.map((find) => find.words);
  const theirs = () => {
    sink += Number(new AhoCorasick(words).hasKeywordInText('x'));
  };
  const one = { texts: ['all'], repeat: 1 };
  const line = lines(
    await inRounds({ read: { run: read, ...one, repeat: 4 }, compile: { run: compile, ...one } }),
  );
  const from = performance.now();
  theirs();
  const built = performance.now() - from;
  const began = performance.now();
  compile();
  const ours = performance.now() - began;
  return [
    line('10k finds from a buffer', 'read', 'compile', 'compiling them', 1 / 8),
    {
      name: '10k finds compiled',
      ours,
      unit: 'ms',
      rival: '@monyone/aho-corasick/fast',
      theirs: built,
      goal: 1 / 3,
    },
  ];
}

/** What a matcher of 100k finds keeps, the finds' own words not counted. @param {Awaited<ReturnType<typeof bundle>>} text @returns {Measure} */
function memory(text) {
  const finds = phrases(100_000).map((words) => ({ words, value: words }));
  const before = inUse();
  const matcher = text.createMatcher(finds);
  const ours = (inUse() - before) / 2 ** 20;
  sink += matcher('x').length;
  return {
    name: '100k finds in memory',
    ours,
    unit: 'MB',
    rival: 'the limit',
    theirs: 40,
    goal: 1,
  };
}

function inUse() {
  // Buffers are let go by the second.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The slowest megabyte of finds that we could think of. @param {Awaited<ReturnType<typeof bundle>>} text @returns {Promise<Measure>} */
async function hostile(text) {
  /** @type {Record<string, { run: Engine, texts: readonly string[], repeat: number }>} */
  const engines = {};
  for (const [name, words] of Object.entries(hostileLines(1_000_000))) {
    const lists = words.map((one) => ({ words: one }));
    const run = () => {
      sink += text.compileFinds(lists).refusals.length;
    };
    engines[name] = { run, texts: ['all'], repeat: 1 };
  }
  const times = Object.entries(await inRounds(engines, fewRounds)).toSorted(
    ([, a], [, b]) => b - a,
  );
  const [name = '', time = NaN] = times[0] ?? [];
  return {
    name: `1 MB of finds: ${name}`,
    ours: time / 1000,
    unit: 'ms',
    rival: 'the limit',
    theirs: 1000,
    goal: 1,
  };
}

/**
 * Both must find the same for the comparison to mean anything; theirs knows no word boundaries.
 * @param {(text: string) => { start: number, end: number, value: string }[]} matcher @param {{ words: string }[]} finds
 */
function checkSameHits(matcher, finds) {
  const theirs = new AhoCorasick(finds.map(({ words }) => words));
  for (const text of chineseDrafts(8)) {
    const found = new Set(matcher(text).map(({ value }) => value));
    const missed = theirs.matchInText(text).filter(({ keyword }) => !found.has(keyword));
    if (missed.length > 0) throw new Error(`The matcher missed ${missed[0]?.keyword} in ${text}`);
  }
}
