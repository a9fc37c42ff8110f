// Folds a text so that only what matters is compared, and maps every place back to the text as it was written.
import {
  accentKind,
  digitKind,
  droppedKind,
  entries,
  entryOf,
  ideographKind,
  selectorKind,
  signBit,
  spaceBit,
  spaceKind,
  unitMask,
  wordBit,
  wordKind,
} from './character';

/**
 * A folded text, reused from text to text. `units` are the entries of the character table: the folded code unit and
 * its kinds. Every code unit that was left out is noted in `drops` as the folded place it would have taken; so the
 * original of place `p` is `p` plus the number of drops up to `p`, and a text without any needs no map at all.
 */
export type Folded = {
  text: string;
  units: Int32Array;
  length: number;
  /**
   * Where words begin, and runs of signs, Chinese among them, in which words may begin anywhere. Words inside of words
   * are not looked for.
   */
  starts: Int32Array;
  startCount: number;
  drops: Int32Array;
  dropCount: number;
  /** A letter stands three times or more in a row: the text has a second reading. */
  elongated: boolean;
  /** The end of the last run of letters that this reading has made one letter. */
  runEnd: number;
};

/**
 * How a letter that stands three times or more is read. "sooo" is "so" and "goood" is "good": no single reading is
 * right for both, so a text with such runs is read twice. Everything but digits keeps at most two in a row.
 */
export type Reading = 'twice' | 'once';

/** Zeros behind the text, so that a look ahead needs no question. */
const padding = 12;

export function createFolded(): Folded {
  return {
    text: '',
    units: new Int32Array(512 + padding),
    length: 0,
    starts: new Int32Array(512 + padding),
    startCount: 0,
    drops: new Int32Array(512),
    dropCount: 0,
    elongated: false,
    runEnd: -1,
  };
}

/**
 * Case, width, curly quotes, dashes, traditional characters, accents written apart, zero-width characters, repeated
 * spaces and a space between Chinese and a letter or digit ("3 天") do not matter.
 */
export function fold(folded: Folded, text: string, reading: Reading = 'twice'): Folded {
  reset(folded, text);
  for (let at = foldPlain(folded, 0); at < text.length; at = foldPlain(folded, at)) {
    // What stands behind a space tells whether it stays.
    do foldRare(folded, entryOf(text.charCodeAt(at++)), reading);
    while (at < text.length && (entryBefore(folded, 1) & spaceKind) !== 0);
  }
  for (let ahead = 0; ahead < padding; ahead++) folded.units[folded.length + ahead] = 0;
  return folded;
}

/**
 * Folds from `from` on what is simply the next character, and tells the place of the first that is more than that.
 * Kept apart from what happens there: this runs for every character of every draft.
 */
function foldPlain(folded: Folded, from: number): number {
  const { text, units, starts, runEnd } = folded;
  // Names of this function: a bundle may turn those of the file into ones that are looked up each time. One by one: to
  // take them out of an array would cost a fifth of all this.
  const table = entries;
  const rare = rareKinds;
  const gap = gapKinds;
  const size = text.length;
  let { length, startCount } = folded;
  let last = length > 0 ? (units[length - 1] ?? 0) : 0;
  let offset = from;
  for (; offset < size; offset++) {
    const unit = text.charCodeAt(offset);
    // What was never seen is learnt outside: a call in here would slow down every round.
    const entry = table[unit] ?? 0;
    if (entry === 0 || (entry & rare) !== 0 || ((entry | last) & gap) === gap) break;
    // A letter that stands twice is nothing more yet.
    if (entry === last) {
      const isThird = length < 2 || units[length - 2] === entry || length === runEnd;
      if (isThird || (entry & spaceKind) !== 0) break;
    }
    // Without a branch of its own: nobody can guess where the next word is.
    starts[startCount] = length;
    startCount += mayStart(last, entry);
    units[length++] = entry;
    last = entry;
  }
  folded.length = length;
  folded.startCount = startCount;
  return offset;
}

const rareKinds = droppedKind | accentKind;
/** One of these is a space, the other Chinese: the space may have to go. */
const gapKinds = spaceKind | ideographKind;

/** 1 where a word or a run of signs begins, and never with a space. As a number, because a guess would often miss. */
function mayStart(before: number, entry: number): number {
  const both = before & entry;
  return 1 ^ (((both >>> wordBit) | (both >>> signBit) | (entry >>> spaceBit)) & 1);
}

function reset(folded: Folded, text: string): void {
  if (folded.units.length < text.length + padding) {
    folded.units = new Int32Array(text.length * 2 + padding);
    folded.starts = new Int32Array(text.length * 2 + padding);
    folded.drops = new Int32Array(text.length * 2);
  }
  folded.text = text;
  folded.length = 0;
  folded.dropCount = 0;
  folded.startCount = 0;
  folded.elongated = false;
  folded.runEnd = -1;
}

/** Everything that is not simply the next character. */
function foldRare(folded: Folded, entry: number, reading: Reading): void {
  if ((entry & droppedKind) !== 0) return drop(folded);
  if ((entry & accentKind) !== 0) return foldAccent(folded, entry);
  const last = entryBefore(folded, 1);
  if (entry === last) return foldRepeated(folded, entry, reading);
  const before = entryBefore(folded, 2);
  const meeting = ideographKind | wordKind;
  const isMixed = ((before | entry) & meeting) === meeting && (before & entry & meeting) === 0;
  if ((last & spaceKind) !== 0 && isMixed) takeBack(folded);
  push(folded, entry);
}

function entryBefore({ units, length }: Folded, count: number): number {
  return length >= count ? (units[length - count] ?? 0) : 0;
}

function foldRepeated(folded: Folded, entry: number, reading: Reading): void {
  if ((entry & spaceKind) !== 0) return drop(folded);
  if ((entry & digitKind) !== 0) return push(folded, entry);
  if (folded.runEnd === folded.length) return drop(folded);
  if (entryBefore(folded, 2) !== entry) return push(folded, entry);
  if ((entry & wordKind) === 0) return drop(folded);
  folded.elongated = true;
  if (reading === 'once') {
    takeBack(folded);
    folded.runEnd = folded.length;
  }
  drop(folded);
}

/** An accent written apart joins its letter; one that has no letter to join stays as it is. */
function foldAccent(folded: Folded, entry: number): void {
  const last = entryBefore(folded, 1);
  const joined = String.fromCharCode(last & unitMask, entry & unitMask).normalize('NFC');
  if (folded.length === 0 || joined.length !== 1) return push(folded, entry);
  folded.units[folded.length - 1] = entryOf(joined.charCodeAt(0));
  drop(folded);
}

function push(folded: Folded, entry: number): void {
  folded.starts[folded.startCount] = folded.length;
  folded.startCount += mayStart(entryBefore(folded, 1), entry);
  folded.units[folded.length++] = entry;
}

function drop(folded: Folded): void {
  folded.drops[folded.dropCount++] = folded.length;
}

/** Leaves out what was already written last; drops noted behind it move with the end of the text. */
function takeBack(folded: Folded): void {
  const end = --folded.length;
  if (folded.startCount > 0 && (folded.starts[folded.startCount - 1] ?? 0) >= end)
    folded.startCount--;
  for (let index = folded.dropCount - 1; (folded.drops[index] ?? 0) > end; index--)
    folded.drops[index] = end;
  drop(folded);
}

/** Where the folded place begins in the text as it was written. */
export function originalStart({ drops, dropCount }: Folded, place: number): number {
  let low = 0;
  let high = dropCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drops[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return place + low;
}

/** Where words that end before the folded place end in the text as it was written: spaces behind them are not theirs. */
export function originalEnd(folded: Folded, place: number): number {
  const { text } = folded;
  const least = originalStart(folded, place - 1) + 1;
  let end = place < folded.length ? originalStart(folded, place) : text.length;
  while (end > least && isSilent(entryOf(text.charCodeAt(end - 1)))) end--;
  return end;
}

function isSilent(entry: number): boolean {
  return (entry & (spaceKind | droppedKind)) !== 0 && (entry & selectorKind) === 0;
}

/** Whether no word begins or ends between two units: inside a character, or between two letters or digits. */
// A lead is 1 << 23 and its trail 1 << 24: one shift brings both to the same bit.
export function joins(before: number, after: number): boolean {
  return ((before & after & wordKind) | ((before << 1) & after & trailBit)) !== 0;
}

const trailBit = 1 << 24;

/** The folded text, or the part of it between two folded places. */
export function foldedText(folded: Folded, start = 0, end = folded.length): string {
  let text = '';
  for (let index = start; index < end; index++)
    text += String.fromCharCode((folded.units[index] ?? 0) & unitMask);
  return text;
}
