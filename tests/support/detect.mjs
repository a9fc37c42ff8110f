// `npm run -s detect < rows.jsonl > predictions.jsonl`: what the built-in packs find in messages, one row a line.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadEngine } from './engine.mjs';

/**
 * @typedef {{ speaker?: string, text: string }} Turn
 * @typedef {{ id: string, lang: string, text: string, context: Turn[] }} Row
 * @typedef {{ start: number, end: number, rule: string, rewrites: string[] }} Flag
 */

const root = path.join(import.meta.dirname, '..', '..');

/** The steps that a meaning counts as where conversations are labelled by step. @type {Record<string, string[]>} */
const stepsOfMeaning = {
  greet: ['greet'],
  'listen.acknowledge': ['listen'],
  'apologise.regret': ['apologise'],
  'restate.say-back': ['restate'],
  'probe.open': ['probe'],
  'probe.check': ['probe'],
  'propose.option': ['propose'],
  'propose.when': ['promise'],
  promise: ['promise'],
  transfer: ['propose'],
  'hold.ask': ['hold'],
  'hold.check-in': ['hold'],
  refuse: ['refuse'],
  'close.else': ['close'],
  'close.thanks': ['close'],
  'close.note': ['close'],
};
/** @type {Record<string, string>} */
const threats = {
  'threat.self-harm': 'self_harm',
  'threat.violence': 'violence',
  'threat.legal': 'legal_press',
};
const emotions = new Set(['angry', 'anxious', 'disappointed', 'sad', 'positive']);

/** What was masked in a row reads as such a thing again, of the same length, so that places stay. @param {string} text */
function unmasked(text) {
  return text
    .replaceAll('[link]', 'a.bc/d')
    .replaceAll('[email]', 'a@b.com')
    .replace(/\[[^\]\s]{1,10}[xX]?\]/g, (mask) =>
      /数字|number/.test(mask) ? '2'.padEnd(mask.length) : mask,
    );
}

/**
 * What the draft check marks in a text, as if the agent were about to send it.
 * @param {string} text @param {import('./detect-engine').DraftCheck} check @returns {Flag[]}
 */
function flagsIn(text, check) {
  return check(text).map(({ start, end, rule, rewrites }) => ({
    start,
    end,
    rule,
    rewrites: rewrites.map((rewrite) => rewrite.text),
  }));
}

/** @param {string} line @param {number} number @returns {Row} */
function readRow(line, number) {
  /** @param {string} why @returns {never} */
  const refuse = (why) => {
    console.error(`Line ${number} of the rows ${why}.`);
    process.exit(2);
  };
  /** @type {any} The line may hold anything. */
  let row;
  try {
    row = JSON.parse(line);
  } catch {
    refuse('is not JSON');
  }
  if (row === null || typeof row !== 'object') refuse('is not an object');
  if (typeof row.id !== 'string') refuse('has no id');
  if (typeof row.text !== 'string') refuse('has no text');
  const context = row.context ?? [];
  if (!Array.isArray(context) || context.some((turn) => typeof turn?.text !== 'string'))
    refuse('has a context that is no list of turns with a text');
  return { ...row, context };
}

/** @param {string} name @returns {import('../../lib/domain/pack').Pack} */
function packOf(name) {
  return JSON.parse(readFileSync(path.join(root, 'public', 'packs', `${name}.json`), 'utf8'));
}

/** @param {string} speaker @returns {'agent' | 'customer' | 'unknown'} */
function sideOf(speaker) {
  return speaker === 'agent' || speaker === 'customer' ? speaker : 'unknown';
}

/** @param {{ means: string, words: string }} found */
function stepsOf({ means, words }) {
  // A thank-you for the patience values what the customer did; "I am back" does not.
  if (means === 'hold.return') return /thank|appreciate|谢/i.test(words) ? ['listen'] : [];
  return stepsOfMeaning[means] ?? [];
}

/**
 * @param {Row} row @param {import('./detect-engine').Ear} ear
 * @param {import('./detect-engine').DraftCheck} check
 */
function predict({ id, text, context }, ear, check) {
  const before = context.map((turn) => ({
    side: sideOf(turn.speaker ?? ''),
    text: unmasked(turn.text),
  }));
  const plain = unmasked(text);
  const said = ear({ side: 'agent', text: plain }, before);
  const felt = ear({ side: 'customer', text: plain }, before);
  return {
    id,
    steps: [...new Set(said.flatMap(stepsOf))],
    flags: flagsIn(plain, check),
    emotion: felt.find(({ means }) => emotions.has(means))?.means ?? 'neutral',
    threat: felt.flatMap(({ means }) => threats[means] ?? [])[0] ?? 'none',
  };
}

// All rows are read before the first is answered: half an answer helps nobody.
const lines = readFileSync(0, 'utf8').split('\n');
const rows = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, index + 1)]));
/** @type {any} What the file exports. */
const loaded = await loadEngine(path.join(import.meta.dirname, 'detect-engine.ts'));
/** @type {typeof import('./detect-engine')} */
const { createDraftCheck, createEar, cuesOf } = loaded;
const packs = ['en', 'zh-cn'].map(packOf);
const ear = createEar(cuesOf(packs));
const check = createDraftCheck(packs);
for (const row of rows) process.stdout.write(`${JSON.stringify(predict(row, ear, check))}\n`);
