// Writes compiled finds into one transferable buffer and reads them back without compiling anything.
import { codesOf } from './automaton';
import { foldingVersion } from './character';
import type { Compiled } from './compile';

export type ReadResult = { ok: true; compiled: Compiled } | { ok: false; reason: string };

// "ear" and the version of this layout; the version of the folding stands beside it.
const magic = 0x65617201;
const tableCount = 11;
const headerSize = 2 + tableCount;

type Table = Int32Array | Uint32Array | Uint16Array;

/** The order in the buffer. Four bytes an entry come first, so that everything lies where its type wants it. */
function tablesOf({ automaton, partFinds, partStarts, unless, unlessStarts, lines }: Compiled) {
  const { cells, tails, tailStarts, refs, refStarts, alphabet } = automaton;
  const wide: Table[] = [cells, tailStarts, refs, refStarts];
  const finds: Table[] = [partFinds, partStarts, unless, unlessStarts, lines];
  const narrow = [tails, alphabet];
  return [...wide, ...finds, ...narrow];
}

export function writeCompiled(compiled: Compiled): ArrayBuffer {
  const tables = tablesOf(compiled);
  const size = tables.reduce((sum, table) => sum + table.byteLength, 4 * headerSize);
  const buffer = new ArrayBuffer(size);
  new Uint32Array(buffer, 0, headerSize).set([
    magic,
    foldingVersion,
    ...tables.map((table) => table.length),
  ]);
  const bytes = new Uint8Array(buffer);
  let at = 4 * headerSize;
  for (const table of tables) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at += table.byteLength;
  }
  return buffer;
}

/** The tables are views on the buffer: nothing is copied but the codes of the alphabet. */
export function readCompiled(buffer: ArrayBuffer): ReadResult {
  const headerBytes = 4 * headerSize;
  if (buffer.byteLength < headerBytes) return notOurs;
  const [sign, version, ...lengths] = new Uint32Array(buffer, 0, headerSize);
  if (sign !== magic) return notOurs;
  if (version !== foldingVersion)
    return {
      ok: false,
      reason: 'These finds were compiled by another version; compile them again.',
    };
  const wide = lengths.slice(0, 9);
  const narrow = lengths.slice(9);
  const size = 4 * sum(wide) + 2 * sum(narrow);
  if (headerBytes + size !== buffer.byteLength) return notOurs;
  return { ok: true, compiled: viewTables(buffer, headerBytes, lengths) };
}

const notOurs: ReadResult = {
  ok: false,
  reason: 'This is not a whole list of compiled finds; compile them again.',
};

function viewTables(buffer: ArrayBuffer, from: number, lengths: readonly number[]): Compiled {
  let at = from;
  let index = 0;
  const next = <T extends Table>(
    View: new (data: ArrayBuffer, offset: number, length: number) => T,
  ) => {
    const view = new View(buffer, at, lengths[index++] ?? 0);
    at += view.byteLength;
    return view;
  };
  const cells = next(Int32Array);
  const [tailStarts, refs, refStarts] = [next(Uint32Array), next(Uint32Array), next(Uint32Array)];
  const [partFinds, partStarts] = [next(Uint32Array), next(Uint32Array)];
  const [unless, unlessStarts, lines] = [next(Uint32Array), next(Uint32Array), next(Uint32Array)];
  const [tails, alphabet] = [next(Uint16Array), next(Uint16Array)];
  return {
    automaton: { cells, tails, tailStarts, refs, refStarts, alphabet, codes: codesOf(alphabet) },
    ...{ partFinds, partStarts, unless, unlessStarts, lines },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
