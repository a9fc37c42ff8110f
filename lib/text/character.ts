// What each UTF-16 code unit folds to and which kind of character it is, learnt once and kept in one table.
import { simplified, traditionalSteps } from './simplified';

/** Stored text engines of another folding are worthless; a test fails when the folding changes without this. */
export const foldingVersion = 2;

// An entry holds the folded unit in its low 16 bits and its kinds above them.
export const unitMask = 0xffff;
const known = 1 << 16;
/** A letter or digit of a script that puts spaces between words. */
export const wordBit = 17;
export const wordKind = 1 << wordBit;
/** A character of a script without spaces: Han, kana, Thai and its neighbours. */
export const ideographKind = 1 << 18;
export const digitKind = 1 << 19;
export const spaceBit = 20;
export const spaceKind = 1 << spaceBit;
/** Invisible: zero-width, direction marks, soft hyphens, variation selectors. */
export const droppedKind = 1 << 21;
/** An accent that may melt into the letter before it. */
export const accentKind = 1 << 22;
const leadKind = 1 << 23;
const trailKind = 1 << 24;
/** Belongs to the sign before it although it is dropped: the colour of a heart. */
export const selectorKind = 1 << 25;
/** Neither part of a word nor a space: Chinese, marks, halves of pairs. */
export const signBit = 26;
export const signKind = 1 << signBit;

const entries = new Int32Array(0x10000);

export function entryOf(unit: number): number {
  return entries[unit] || learn(unit);
}

/** For inner loops: 0 is what `entryOf` has yet to learn. */
export { entries };

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f/;
const sameSigns: readonly (readonly [RegExp, string])[] = [
  [/[‘’‛ʼ′]/, "'"],
  [/[“”„‟″「」『』]/, '"'],
  [/[‐‑‒–—―−]/, '-'],
  [/〜/, '~'],
  [/｡/, '。'],
  [/､/, '、'],
  [/[\s\u0085]/, ' '],
];

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = foldCharacter(character);
  const entry = folded.charCodeAt(0) | known | kindsOf(character, folded);
  entries[unit] = entry;
  return entry;
}

function foldCharacter(character: string): string {
  const narrow = narrowOf(character);
  const same = sameSigns.find(([signs]) => signs.test(narrow))?.[1] ?? narrow;
  const lower = same.toLowerCase();
  // A few capitals grow in lower case (İ); those keep their form.
  const small = lower.length === 1 ? lower : same;
  return simplifiedOf(small);
}

/** Full-width signs stand in the same order as ASCII. */
function narrowOf(character: string): string {
  const isWide = character >= '！' && character <= '～';
  return isWide ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character;
}

let simplifiedByTraditional: ReadonlyMap<string, string> | undefined;

function simplifiedOf(character: string): string {
  if (character < '㐀' || character > '鿿') return character;
  simplifiedByTraditional ??= readSimplified();
  return simplifiedByTraditional.get(character) ?? character;
}

function readSimplified(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  let unit = 0;
  for (let index = 0; index < simplified.length; index++) {
    unit += traditionalSteps.charCodeAt(index) - 32;
    pairs.set(String.fromCharCode(unit), simplified.charAt(index));
  }
  return pairs;
}

function kindsOf(character: string, folded: string): number {
  if (character >= '\ufe00' && character <= '\ufe0f') return droppedKind | selectorKind;
  if (invisible.test(character)) return droppedKind;
  if (folded === ' ') return spaceKind;
  if (character >= '\ud800' && character <= '\udbff') return leadKind | signKind;
  if (character >= '\udc00' && character <= '\udfff') return trailKind | signKind;
  if (unspaced.test(folded)) return ideographKind | signKind;
  if (character >= '\u0300' && character <= '\u036f') return accentKind | wordKind;
  if (/\p{N}/u.test(folded)) return wordKind | digitKind;
  return /[\p{L}\p{M}]/u.test(folded) ? wordKind : signKind;
}
