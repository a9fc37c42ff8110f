// Writes compiled finds into one transferable buffer and reads them back without compiling anything.
import { codesOf } from './automaton';
import { foldingVersion } from './character';
import type { Compiled } from './compile';

export type ReadResult = { ok: true; compiled: Compiled } | { ok: false; reason: string };

// "ear" and the version of this layout; the version of the folding stands beside it.
const magic = 0x65617203;

/** Bytes an entry, table by table. Wide ones come first, so that everything lies where its type wants it. */
const widths = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 1];
const headerLength = 5 + widths.length;
/** Of 32 bits: the sign, and the sum of all that stands behind itself. */
const [signAt, sumAt, versionAt] = [0, 1, 2] as const;

function tablesOf({ automaton, ...finds }: Compiled) {
  const { cells, tailStarts, refs, refStarts, filter, alphabet, tails } = automaton;
  const { partFinds, partStarts, unless, unlessStarts, lines } = finds;
  const trie = [cells, tailStarts, refs, refStarts, filter.words, filter.deep];
  return [...trie, partFinds, partStarts, unless, unlessStarts, lines, alphabet, tails];
}

export function writeCompiled(compiled: Compiled): ArrayBuffer {
  const { shift, hasOnes } = compiled.automaton.filter;
  const tables = tablesOf(compiled);
  const lengths = tables.map((table) => table.length);
  const header = [magic, 0, foldingVersion, shift, Number(hasOnes), ...lengths];
  const bytes = new Uint8Array(sizeOf(lengths));
  bytes.set(new Uint8Array(Uint32Array.from(header).buffer));
  let at = 4 * headerLength;
  for (const table of tables) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at += table.byteLength;
  }
  new Uint32Array(bytes.buffer, 0, headerLength)[sumAt] = sumOf(bytes.buffer);
  return bytes.buffer;
}

function sizeOf(lengths: readonly number[]): number {
  return lengths.reduce(
    (sum, length, index) => sum + length * (widths[index] ?? 0),
    4 * headerLength,
  );
}

/** A checksum: one changed word always changes it, more than one nearly always. */
function sumOf(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer, 0, buffer.byteLength >> 2);
  let sum = 0;
  for (let at = versionAt; at < words.length; at++) sum = mix(sum, words[at] ?? 0);
  for (const byte of new Uint8Array(buffer, words.byteLength)) sum = mix(sum, byte);
  return sum >>> 0;
}

function mix(sum: number, word: number): number {
  return Math.imul(sum ^ word, 0x01000193);
}

/**
 * The tables are views on the buffer: nothing is copied but the codes of the alphabet. A buffer that is not whole, was
 * written by another version or holds a changed byte is refused with the reason.
 */
export function readCompiled(buffer: ArrayBuffer): ReadResult {
  if (buffer.byteLength < 4 * headerLength) return notOurs;
  const header = [...new Uint32Array(buffer, 0, headerLength)];
  if (header[signAt] !== magic || sizeOf(header.slice(5)) !== buffer.byteLength) return notOurs;
  if (header[versionAt] !== foldingVersion) return tooOld;
  if (header[sumAt] !== sumOf(buffer)) return notOurs;
  return { ok: true, compiled: viewTables(buffer, header) };
}

const notOurs: ReadResult = {
  ok: false,
  reason: 'This is not a whole list of compiled finds; compile them again.',
};
const tooOld: ReadResult = {
  ok: false,
  reason: 'These finds were compiled by another version; compile them again.',
};

type View<T> = new (buffer: ArrayBuffer, offset: number, length: number) => T;

function viewTables(buffer: ArrayBuffer, header: readonly number[]): Compiled {
  const [, , , shift = 0, ones = 0, ...lengths] = header;
  let at = 4 * headerLength;
  let index = 0;
  const next = <T extends ArrayBufferView>(Table: View<T>) => {
    const view = new Table(buffer, at, lengths[index++] ?? 0);
    at += view.byteLength;
    return view;
  };
  const cells = next(Int32Array);
  const [tailStarts, refs, refStarts] = [next(Uint32Array), next(Uint32Array), next(Uint32Array)];
  const [words, deep] = [next(Int32Array), next(Int32Array)];
  const filter = { words, deep, shift, hasOnes: ones === 1 };
  const [partFinds, partStarts] = [next(Uint32Array), next(Uint32Array)];
  const [unless, unlessStarts, lines] = [next(Uint32Array), next(Uint32Array), next(Uint32Array)];
  const [alphabet, tails] = [next(Uint16Array), next(Uint8Array)];
  const trie = { cells, tailStarts, refs, refStarts, alphabet, tails };
  const automaton = { ...trie, filter, codes: codesOf(alphabet) };
  return { automaton, partFinds, partStarts, unless, unlessStarts, lines };
}
