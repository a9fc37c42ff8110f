// The find language of the packs: words, (one|other), [optional], a gap (…) and a short one (..), read without regular expressions.
import { droppedKind, entryOf, spaceKind } from './character';

/**
 * The parts of a find stand in the text one after the other, with a gap between them; `near` tells of each whether
 * the gap before it is a short one. A part is all the ways in which it may be written out.
 */
export type ParsedFind = { parts: string[][]; near: boolean[] };
/** Why words are no find; whoever shows it has a sentence for each. */
export type FindFaultWhy =
  | 'too-long'
  | 'no-words'
  | 'never-closed'
  | 'gap-inside'
  | 'too-deep'
  | 'bare-choice'
  | 'nothing-open'
  | 'empty-choice'
  | 'bare-gap'
  | 'too-many-gaps'
  | 'too-many-forms'
  | 'all-optional';
/** `at` is the place in the find, counted from 0 in UTF-16 units; `what` are signs and numbers of the sentence. */
export type FindFault = { at: number; why: FindFaultWhy; what?: readonly string[] };
export type FindResult = { ok: true; find: ParsedFind } | { ok: false; fault: FindFault };

// Far above what a person writes, far below what could keep a machine busy.
const mostCharacters = 500;
const mostDepth = 8;
const mostParts = 8;
const mostForms = 256;
const mostFormCharacters = 8000;

type Node = { kind: 'words'; words: string } | { kind: 'choice'; branches: Node[][] };

/** Wide signs are what a Chinese keyboard writes. */
const signs = new Map<string, string>([
  ...['(', ')', '[', ']', '|', '…', '‥'].map((sign) => [sign, sign] as const),
  ['（', '('],
  ['）', ')'],
  ['［', '['],
  ['］', ']'],
  ['｜', '|'],
]);
const anySign = /[()[\]|…‥（）［］｜\\]|\.\./;
const nextAnySign = new RegExp(anySign, 'g');

/** Why this is no find; undefined if it is one. Many times quicker than parseFind, which writes all forms out. */
export function findFault(words: string): FindFault | undefined {
  const parts = readParts(words);
  return 'why' in parts ? parts : undefined;
}

export function parseFind(words: string): FindResult {
  const parts = readParts(words);
  if ('why' in parts) return { ok: false, fault: parts };
  const forms = parts.map(({ nodes }) => distinctForms(nodes));
  return { ok: true, find: { parts: forms, near: parts.map(({ near }) => near) } };
}

function readParts(words: string): Part[] | FindFault {
  if (words.length > mostCharacters)
    return { at: mostCharacters, why: 'too-long', what: [String(mostCharacters)] };
  if (isBlankText(words)) return { at: 0, why: 'no-words' };
  if (!anySign.test(words)) return [{ nodes: [{ kind: 'words', words }], at: 0, near: false }];
  const parts = new Parser(words).parse();
  return 'why' in parts ? parts : (partsFault(parts) ?? parts);
}

type Part = { nodes: Node[]; at: number; near: boolean };
type Open = { at: number; sign: '(' | '['; branches: Node[][]; outside: Node[] };

/** Reads the signs from left to right; what is open waits on a stack, so that depth costs no call stack. */
class Parser {
  readonly #words: string;
  readonly #parts: Part[] = [];
  readonly #open: Open[] = [];
  #nodes: Node[] = [];
  #partAt = 0;
  #near = false;

  constructor(words: string) {
    this.#words = words;
  }

  parse(): Part[] | FindFault {
    for (let at = 0; at < this.#words.length;) {
      // Most of a find is words: those up to the next sign are taken in one piece.
      const next = nextSign(this.#words, at);
      if (next > at) {
        this.#say(this.#words.slice(at, next));
        at = next;
        continue;
      }
      const { sign, size, literal } = readSign(this.#words, at);
      const fault = literal === undefined ? this.#take(sign, at) : this.#say(literal);
      if (fault) return fault;
      at += size;
    }
    const open = this.#open.at(-1);
    if (open) return { at: open.at, why: 'never-closed', what: [open.sign, closing[open.sign]] };
    return this.#endPart(this.#words.length) ?? this.#parts;
  }

  #say(literal: string): undefined {
    const last = this.#nodes.at(-1);
    if (last?.kind === 'words') last.words += literal;
    else this.#nodes.push({ kind: 'words', words: literal });
  }

  #take(sign: string, at: number): FindFault | undefined {
    if (sign === '(' || sign === '[') return this.#begin(sign, at);
    if (sign === '|') return this.#next(at);
    if (sign === ')' || sign === ']') return this.#close(sign, at);
    if (this.#open.length > 0) return { at, why: 'gap-inside' };
    return this.#endPart(at, sign === '‥');
  }

  #begin(sign: '(' | '[', at: number): FindFault | undefined {
    if (this.#open.length >= mostDepth) return { at, why: 'too-deep', what: [String(mostDepth)] };
    this.#open.push({ at, sign, branches: [], outside: this.#nodes });
    this.#nodes = [];
  }

  #next(at: number): FindFault | undefined {
    const open = this.#open.at(-1);
    if (!open) return { at, why: 'bare-choice' };
    if (isBlank(this.#nodes)) return emptyBranch(at);
    open.branches.push(this.#nodes);
    this.#nodes = [];
  }

  #close(sign: ')' | ']', at: number): FindFault | undefined {
    const open = this.#open.pop();
    if (!open || closing[open.sign] !== sign) return { at, why: 'nothing-open', what: [sign] };
    if (isBlank(this.#nodes)) return emptyBranch(at);
    const branches = [...open.branches, this.#nodes];
    if (open.sign === '[') branches.push([]);
    this.#nodes = open.outside;
    this.#nodes.push({ kind: 'choice', branches });
  }

  #endPart(at: number, nextIsNear = false): FindFault | undefined {
    if (isBlank(this.#nodes)) return { at, why: 'bare-gap' };
    this.#parts.push({ nodes: this.#nodes, at: this.#partAt, near: this.#near });
    this.#near = nextIsNear;
    this.#nodes = [];
    this.#partAt = at;
    if (this.#parts.length > mostParts)
      return { at, why: 'too-many-gaps', what: [String(mostParts - 1)] };
  }
}

const closing = { '(': ')', '[': ']' } as const;

function emptyBranch(at: number): FindFault {
  return { at, why: 'empty-choice' };
}

/** Nothing is left of it when it is folded. */
function isBlankText(text: string): boolean {
  for (let at = 0; at < text.length; at++)
    if ((entryOf(text.charCodeAt(at)) & (spaceKind | droppedKind)) === 0) return false;
  return true;
}

function isBlank(nodes: readonly Node[]): boolean {
  return nodes.every((node) => node.kind === 'words' && isBlankText(node.words));
}

function nextSign(words: string, from: number): number {
  nextAnySign.lastIndex = from;
  return nextAnySign.exec(words)?.index ?? words.length;
}

type Sign = { sign: string; size: number; literal?: string };

/** A backslash before a sign means the sign itself; three dots are a gap, two between spaces are a short one. */
function readSign(words: string, at: number): Sign {
  const character = words.charAt(at);
  if (character === '\\') {
    const next = words.charAt(at + 1);
    const isEscape = signs.has(next) || next === '\\' || next === '.';
    return isEscape
      ? { sign: '', size: 2, literal: next }
      : { sign: '', size: 1, literal: character };
  }
  if (words.startsWith('...', at)) return { sign: '…', size: dotsAt(words, at, '.') };
  if (words.startsWith(' .. ', at - 1)) return { sign: '‥', size: 2 };
  const sign = signs.get(character);
  if (sign === undefined) return { sign: '', size: 1, literal: character };
  return { sign, size: sign === '…' ? dotsAt(words, at, '…') : 1 };
}

/** A Chinese ellipsis is two signs long, and nobody counts dots. */
function dotsAt(words: string, at: number, dot: string): number {
  let end = at;
  while (words.charAt(end) === dot) end++;
  return end - at;
}

/** Counts what would be written: alternatives of alternatives grow faster than anything can hold. */
function partsFault(parts: readonly Part[]): FindFault | undefined {
  const sizes = parts.map(({ nodes }) => sizeOf(nodes));
  const forms = sizes.reduce((sum, size) => sum + size.forms, 0);
  const characters = sizes.reduce((sum, size) => sum + size.characters, 0);
  if (forms > mostForms || characters > mostFormCharacters)
    return { at: 0, why: 'too-many-forms', what: [String(mostForms)] };
  const blank = parts.find(({ nodes }) => nodes.every(mayBeBlank));
  if (blank) return { at: blank.at, why: 'all-optional' };
}

/** Words that vanish when folded, or an alternative of nothing else. */
function mayBeBlank(node: Node): boolean {
  if (node.kind === 'words') return isBlankText(node.words);
  return node.branches.some((branch) => branch.every(mayBeBlank));
}

type Size = { forms: number; characters: number };

/** How many forms, and how many characters they have together. */
function sizeOf(nodes: readonly Node[]): Size {
  return nodes.reduce(
    (all, node) => {
      const one = sizeOfNode(node);
      return {
        forms: all.forms * one.forms,
        characters: all.characters * one.forms + one.characters * all.forms,
      };
    },
    { forms: 1, characters: 0 },
  );
}

function sizeOfNode(node: Node): Size {
  if (node.kind === 'words') return { forms: 1, characters: node.words.length };
  const sizes = node.branches.map(sizeOf);
  return {
    forms: sizes.reduce((sum, size) => sum + size.forms, 0),
    characters: sizes.reduce((sum, size) => sum + size.characters, 0),
  };
}

/** Most finds are words and nothing else. */
function distinctForms(nodes: readonly Node[]): string[] {
  const [first] = nodes;
  if (nodes.length === 1 && first?.kind === 'words') return [first.words];
  return [...new Set(formsOf(nodes))];
}

function formsOf(nodes: readonly Node[]): string[] {
  return nodes.reduce<string[]>(
    (before, node) => {
      const own = node.kind === 'words' ? [node.words] : node.branches.flatMap(formsOf);
      return before.flatMap((start) => own.map((form) => start + form));
    },
    [''],
  );
}
