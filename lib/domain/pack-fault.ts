// What is wrong with a file that wants to be a pack: where it stands, what it is, and the way out, in words.
import type { FindFaultWhy } from '../text/find';
import { lineAt, pathKey, placesIn } from '../text/json-places';
import type { JsonPath } from '../text/json-places';
import type { TextKey } from './texts';

/** Each has a text, `packFault_…`, that names the thing and the way out. */
export type FaultWhy =
  | 'too-big'
  | 'web-page'
  | 'not-json'
  | 'too-deep'
  | 'repeated-key'
  | 'not-a-pack'
  | 'format'
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'not-one-of'
  | 'empty'
  | 'too-long'
  | 'out-of-range'
  | 'id'
  | 'version'
  | 'rule'
  | 'day'
  | 'base64'
  | 'no-slots'
  | 'hidden'
  | `find-${FindFaultWhy}`
  | 'slot'
  | 'no-fragment'
  | 'fragment-circle'
  | 'fragment-deep'
  | 'own-language'
  | 'not-own'
  | 'selector'
  | 'twice'
  | 'reserved'
  | 'too-much'
  | 'own-words'
  | 'must-flag'
  | 'must-not-flag'
  | 'must-mean'
  | 'must-not-mean';

export type PackFault = {
  /** From the outermost value inwards; empty for the file as a whole. */
  path: JsonPath;
  /** In the file, counted from 1. */
  line: number;
  why: FaultWhy;
  /** What the text names, in its order. */
  what: readonly string[];
};
/** A fault before its line is known. */
export type UnplacedFault = Omit<PackFault, 'line'>;

/** Finds the lines, of the value itself or of what should hold it, and puts the faults in their order. */
export function placeFaults(text: string, faults: readonly UnplacedFault[]): PackFault[] {
  const outwards = (path: JsonPath) =>
    Array.from({ length: path.length + 1 }, (_, up) => path.slice(0, path.length - up));
  const places = placesIn(
    text,
    faults.flatMap(({ path }) => outwards(path)),
  );
  return faults
    .map((fault) => {
      const known = outwards(fault.path).find((path) => places.has(pathKey(path))) ?? [];
      return { ...fault, line: lineAt(text, places.get(pathKey(known)) ?? 0) };
    })
    .toSorted((a, b) => a.line - b.line);
}

type Say = (key: TextKey, ...slots: string[]) => string;

/** What is wrong and the way out, where its place is seen. */
export function faultText({ why, what }: Pick<PackFault, 'why' | 'what'>, say: Say): string {
  return say(`packFault_${why.replaceAll('-', '_')}` as TextKey, ...what); // Each has one: tested.
}

/** One line for a person: `line 12, phrases[3].text: …`. */
export function faultLine(fault: PackFault, say: Say): string {
  const { path, line } = fault;
  const told = faultText(fault, say);
  if (path.length === 0) return say('packFaultLine', String(line), told);
  return say('packFaultPlace', String(line), placeOf(path), told);
}

function placeOf(path: JsonPath): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part.slice(0, 80)}`,
    )
    .join('');
}
