// `npm run -s replay -- DIR`: whole conversations through ear, guide, suggestions and guards; what was ticked, how quick.
// DIR holds *.jsonl or *.jsonl.gz, a conversation a line: {"lang":"en","turns":[{"speaker":"customer","text":"…"}]}.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { loadEngine } from './engine.mjs';

/**
 * @typedef {{ speaker: string, text: string }} Turn
 * @typedef {{ lang: 'en' | 'zh', turns: Turn[] }} Talk
 * @typedef {import('../../lib/domain/event').LedgerEvent} LedgerEvent
 * @typedef {import('../../lib/domain/guide-state').Guide} Guide
 * @typedef {import('../../lib/domain/pack').Pack} Pack
 */

const root = path.join(import.meta.dirname, '..', '..');
/** As in the panel: lib/panel/hearing.ts, lib/panel/guide.ts. */
const mostBefore = 4;
const rememberedLines = 60;
const longTalk = 5000;

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.jsonl(?:\.gz)?$/.test(name))
    .toSorted()
    .map((name) => path.join(folder, name));
}

/** @param {string} file @returns {Talk[]} */
function talksIn(file) {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.flatMap((line) => {
    if (line.trim() === '') return [];
    const { lang, turns } = JSON.parse(line);
    return Array.isArray(turns) ? [{ lang: lang === 'zh' ? 'zh' : 'en', turns }] : [];
  });
}

/** @param {string} name @returns {Pack} */
function packOf(name) {
  return JSON.parse(readFileSync(path.join(root, 'public', 'packs', `${name}.json`), 'utf8'));
}

/** @param {number[]} times @param {number} share */
function atShare(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {string} speaker @returns {'agent' | 'customer' | 'unknown'} */
function sideOf(speaker) {
  return speaker === 'agent' || speaker === 'customer' ? speaker : 'unknown';
}

/** @type {any} What the file exports. */
const loaded = await loadEngine(path.join(import.meta.dirname, 'replay-engine.ts'));
/** @type {typeof import('./replay-engine')} */
const engine = loaded;
const packs = { en: packOf('en'), zh: packOf('zh-cn') };
const ear = engine.createEar(engine.cuesOf(Object.values(packs)));
const check = engine.createDraftCheck(Object.values(packs));

/**
 * One conversation as the panel would live through it: each message heard, the guide folded, phrases ranked; what the
 * agent says is checked as a draft first. @param {Talk} talk @param {number[]} times
 */
function replay({ lang, turns }, times) {
  const fold = engine.createGuideFold();
  const linesOf = engine.createLineMemory();
  /** @type {LedgerEvent[]} */
  const events = [];
  /** @type {{ side: 'agent' | 'customer' | 'unknown', text: string }[]} */
  const said = [];
  /** @type {string[]} */
  const lines = [];
  /** @type {Map<string, number>} */
  const rules = new Map();
  // A list of its own: the fold keeps what it was given.
  let guide = fold([]);
  let theirs = '';
  for (const [index, turn] of turns.entries()) {
    const message = { side: sideOf(turn.speaker), text: turn.text };
    const before = said.slice(-mostBefore);
    const start = performance.now();
    const found = ear(message, before);
    const again = linesOf(lines.slice(-rememberedLines));
    if (message.side === 'agent') {
      const asked = { found, guide, again, askToHold: undefined, askIfRight: undefined };
      const flags = [...check(message.text), ...engine.guardDraft(message.text, asked)];
      for (const { rule } of flags) rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
    events.push({ kind: 'said', at: index, messageKey: String(index), side: message.side, found });
    guide = fold(events.slice());
    if (message.side === 'customer') theirs = message.text;
    engine.suggestPhrases(packs[lang].phrases, {
      place: engine.nextPlace(guide, guide.current ?? 'close', new Set()),
      emotion: guide.emotion?.is,
      category: guide.category,
      used: guide.used,
      slots: {},
      said: engine.contentOf(theirs),
      isSaid: (text) => again(text) !== undefined,
    });
    times.push(performance.now() - start);
    said.push(message);
    if (message.side === 'agent') lines.push(message.text);
  }
  return { guide, rules };
}

/** @param {Map<string, number>} counts @param {string} name @param {number} [by] */
function count(counts, name, by = 1) {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** @param {'en' | 'zh'} lang @param {Talk[]} talks */
function report(lang, talks) {
  /** @type {number[]} */
  const times = [];
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {Map<string, number>} */
  const hints = new Map();
  let failed = 0;
  for (const talk of talks) {
    try {
      const { guide, rules } = replay(talk, times);
      const matters = [...guide.earlier, guide];
      for (const each of matters) countMatter(counts, each);
      if (matters.length > 1) count(counts, 'another matter');
      for (const [rule, n] of rules) count(hints, rule, n);
    } catch (error) {
      failed += 1;
      console.error(error);
    }
  }
  const share = (/** @type {number} */ n) => `${((100 * n) / talks.length).toFixed(1)} %`;
  console.log(
    `\n${lang}: ${talks.length} conversations, ${times.length} messages, ${failed} failed`,
  );
  for (const [name, n] of [...counts].toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${name.padEnd(28)} ${String(n).padStart(6)}  ${share(n).padStart(7)}`);
  const byRule = [...hints].toSorted(([, a], [, b]) => b - a).map(([rule, n]) => `${rule} ${n}`);
  console.log(`  hints on what agents wrote: ${byRule.join(', ')}`);
  console.log(timing(times));
  return failed;
}

/** @param {Map<string, number>} counts @param {import('../../lib/domain/guide-state').Round} round */
function countMatter(counts, round) {
  count(counts, `path: ${round.path}`);
  if (round.news) count(counts, `news open: ${round.news.is}`);
  if (round.refused) count(counts, 'refused, nothing agreed');
  if (round.category !== undefined) count(counts, `about: ${round.category}`);
  for (const step of engine.stepsOfPath[round.path]) {
    if (round.steps[step] === 'done') count(counts, `step ${step}`);
    for (const id of engine.subStepsNow(round, step))
      if (round.subSteps[id].done) count(counts, `tick ${id}`);
  }
}

/** @param {number[]} times ms */
function timing(times) {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => atShare(times, share).toFixed(3));
  return `  ms per message: p50 ${p50}, p95 ${p95}, p99 ${p99}, most ${atShare(times, 1).toFixed(1)}`;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    'Which folder? npm run -s replay -- DIR, with conversations as *.jsonl or *.jsonl.gz.',
  );
  process.exit(2);
}
const talks = filesIn(folder).flatMap(talksIn);
if (talks.length === 0) {
  console.error(`No conversations in ${folder}.`);
  process.exit(2);
}
let failed = 0;
for (const lang of /** @type {const} */ (['en', 'zh'])) {
  const own = talks.filter((talk) => talk.lang === lang);
  if (own.length === 0) continue;
  failed += report(lang, own);
  // All of them as one conversation: what a message costs may not grow with what was said before it.
  const turns = own.flatMap((talk) => talk.turns).slice(0, longTalk);
  /** @type {number[]} */
  const inOne = [];
  replay({ lang, turns }, inOne);
  console.log(`  as one conversation of ${turns.length}: first thousand, last thousand`);
  console.log(timing(inOne.slice(0, 1000)));
  console.log(timing(inOne.slice(-1000)));
}
process.exitCode = failed > 0 ? 1 : 0;
