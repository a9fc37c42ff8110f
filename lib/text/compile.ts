// Turns a list of finds into one automaton and the tables that lead from its literals back to the finds.
import { spaceKind, unitMask } from './character';
import { codesOf } from './automaton';
import type { Automaton } from './automaton';
import { createFilter } from './filter';
import { parseFind } from './find';
import type { FindFaultWhy, ParsedFind } from './find';
import { createFolded, fold } from './normalise';
import { buildTrie } from './trie';

export type Line = { words: string; unless?: readonly string[] };
/** A line that is no find, or for which there is no room left. */
export type Refusal = { line: number; words: string; reason: FindFaultWhy | 'too-much' };

/**
 * Finds come first, the contexts of `unless` behind them; both are the same to the automaton. A ref of the automaton
 * is a part; `partFinds` leads from it to its find and tells in `nearBit` of a short gap before it, `partStarts` from a find to its first part. `unless` holds the
 * contexts of find `f` from `unlessStarts[f]` on. `lines` are the lines the finds were made of.
 */
export type Compiled = {
  automaton: Automaton;
  partFinds: Uint32Array;
  partStarts: Uint32Array;
  unless: Uint32Array;
  unlessStarts: Uint32Array;
  lines: Uint32Array;
};

export const nearBit = 0x8000_0000;
export const findMask = 0x7fff_ffff;

/**
 * What alternatives may add to what was written. The built-in packs take a third of it: a team may lay a whole set of
 * its own over them, and all of it is still compiled within a second or two.
 */
const mostAdded = 3_000_000;

type Draft = {
  /** The folded literals, one after the other. */
  units: Uint16Array;
  size: number;
  starts: number[];
  literalParts: number[];
  partFinds: number[];
  partStarts: number[];
  lines: number[];
  unless: number[];
  unlessStarts: number[];
  contexts: ParsedFind[];
  contextIds: Map<string, number>;
  written: number;
  added: number;
  refusals: Refusal[];
};

export function compileFinds(lines: readonly Line[]): {
  compiled: Compiled;
  refusals: readonly Refusal[];
} {
  const draft = startDraft();
  lines.forEach((line, index) => addLine(draft, line, index));
  const found = draft.lines.length;
  for (const context of draft.contexts) addFind(draft, context);
  draft.starts.push(draft.size);
  draft.partStarts.push(draft.partFinds.length);
  return {
    compiled: {
      automaton: buildAutomaton(draft),
      partFinds: Uint32Array.from(draft.partFinds),
      partStarts: Uint32Array.from(draft.partStarts),
      unless: Uint32Array.from(draft.unless, (context) => found + context),
      unlessStarts: Uint32Array.from(draft.unlessStarts),
      lines: Uint32Array.from(draft.lines),
    },
    refusals: draft.refusals,
  };
}

function startDraft(): Draft {
  return {
    units: new Uint16Array(1 << 12),
    size: 0,
    starts: [],
    literalParts: [],
    partFinds: [],
    partStarts: [],
    lines: [],
    unless: [],
    unlessStarts: [0],
    contexts: [],
    contextIds: new Map(),
    written: 0,
    added: 0,
    refusals: [],
  };
}

/** A line whose words or contexts are no finds is refused whole: half a line would find what nobody meant. */
function addLine(draft: Draft, { words, unless = [] }: Line, line: number): void {
  const own = readFind(words);
  if (typeof own === 'string') return refuse(draft, { line, words, reason: own });
  let written = words.length;
  let added = sizeOf(own) - written;
  const fresh: [string, ParsedFind][] = [];
  for (const context of unless) {
    if (draft.contextIds.has(context)) continue;
    const read = readFind(context);
    if (typeof read === 'string') return refuse(draft, { line, words: context, reason: read });
    fresh.push([context, read]);
    written += context.length;
    added += sizeOf(read) - context.length;
  }
  if (draft.added + added > mostAdded + draft.written)
    return refuse(draft, { line, words, reason: 'too-much' });
  draft.written += written;
  draft.added += added;
  for (const [context, read] of fresh) {
    if (draft.contextIds.has(context)) continue;
    draft.contextIds.set(context, draft.contexts.length);
    draft.contexts.push(read);
  }
  draft.lines.push(line);
  addFind(draft, own);
  for (const context of unless) draft.unless.push(draft.contextIds.get(context) ?? 0);
  draft.unlessStarts.push(draft.unless.length);
}

function refuse(draft: Draft, refusal: Refusal): void {
  draft.refusals.push(refusal);
}

function readFind(words: string): ParsedFind | FindFaultWhy {
  const result = parseFind(words);
  return result.ok ? result.find : result.fault.why;
}

function sizeOf({ parts }: ParsedFind): number {
  let size = 0;
  for (const forms of parts) for (const form of forms) size += form.length;
  return size;
}

function addFind(draft: Draft, { parts, near }: ParsedFind): void {
  draft.partStarts.push(draft.partFinds.length);
  parts.forEach((forms, index) => {
    for (const form of forms) addLiteral(draft, form);
    draft.partFinds.push(draft.partStarts.length - 1 + (near[index] ? nearBit : 0));
  });
}

const folded = createFolded();

/** Spaces around words never matter; what lies between parts is the gap's. */
function addLiteral(draft: Draft, form: string): void {
  const { units, length } = fold(folded, form);
  const from = length > 0 && isSpace(units[0]) ? 1 : 0;
  const to = length > from && isSpace(units[length - 1]) ? length - 1 : length;
  reserve(draft, to - from);
  draft.starts.push(draft.size);
  draft.literalParts.push(draft.partFinds.length);
  for (let place = from; place < to; place++)
    draft.units[draft.size++] = (units[place] ?? 0) & unitMask;
}

function isSpace(entry: number | undefined): boolean {
  return entry !== undefined && (entry & spaceKind) !== 0;
}

function reserve(draft: Draft, more: number): void {
  if (draft.size + more <= draft.units.length) return;
  const units = new Uint16Array(2 * draft.units.length + more);
  units.set(draft.units);
  draft.units = units;
}

/** The commonest units get the smallest codes: families of children lie closer then. */
function buildAutomaton(draft: Draft): Automaton {
  const counts = new Uint32Array(0x10000);
  const units = draft.units.subarray(0, draft.size);
  for (const unit of units) counts[unit] = (counts[unit] ?? 0) + 1;
  const used: number[] = [];
  counts.forEach((count, unit) => {
    if (count > 0) used.push(unit);
  });
  used.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const alphabet = Uint16Array.from(used);
  const codes = codesOf(alphabet);
  const starts = Uint32Array.from(draft.starts);
  const filter = createFilter(units, starts);
  const trie = buildTrie({ ...stepsOf(units, starts, codes), alphabet });
  trie.refs.forEach((literal, index) => {
    trie.refs[index] = draft.literalParts[literal] ?? 0;
  });
  return { ...trie, filter, codes };
}

function stepsOf(units: Uint16Array, from: Uint32Array, codes: Uint16Array) {
  const steps = new Uint8Array(2 * units.length);
  const starts = new Uint32Array(from.length);
  let size = 0;
  for (let literal = 0; literal + 1 < from.length; literal++) {
    for (let at = from[literal] ?? 0; at < (from[literal + 1] ?? 0); at++) {
      const code = codes[units[at] ?? 0] ?? 0;
      steps[size++] = code & 0xff;
      if (code > 0xff) steps[size++] = code >> 8;
    }
    starts[literal + 1] = size;
  }
  return { steps, starts };
}
