// Phrases that come from somewhere else: as they were read, and as they would stand in a pack, with what is wrong by line.
import { phraseSchema, placeSchema } from './pack';
import type { Phrase, Place } from './pack';
import { findSlotFault } from './slot';

export const bringFormats = [
  'csv',
  'chatwoot',
  'zammad',
  'live-helper-chat',
  'zendesk',
  'espanso',
] as const;
export type BringFormat = (typeof bringFormats)[number];

/** What a column of a table can be. */
export const bringFields = ['text', 'shortcut', 'note', 'place'] as const;
export type BringField = (typeof bringFields)[number];
/** Places of the columns, counted from 0; a field without one is not taken. */
export type BringColumns = Readonly<Partial<Record<BringField, number>>>;

/** One entry as it was read; `line` counts from 1. */
export type BroughtRow = { line: number; text: string } & Partial<
  Record<'shortcut' | 'note' | 'place', string>
>;
type BringWhy =
  /** The whole file is something else. */
  | 'not-this'
  | 'empty'
  | 'too-long'
  | 'hidden'
  | 'brace'
  | 'twice'
  /** The phrase comes without its shortcut. */
  | 'shortcut'
  /** It comes for the moment that was chosen for all. */
  | 'place'
  /** It is switched off there, or does something else than say a text. */
  | 'left-out';
export type BringProblem = { line: number; why: BringWhy; what: string };
export type Brought = { rows: readonly BroughtRow[]; problems: readonly BringProblem[] };

/** A table before its columns are chosen. */
export type BringTable = { header: readonly string[]; columns: BringColumns };
export type BroughtFile = Brought & { format: BringFormat; table?: BringTable };

type Already = {
  /** For those that say none themselves. */
  place: Place;
  /** Phrases that are in the pack. */
  phrases: readonly Readonly<Record<string, unknown>>[];
  /** What new ids begin with. */
  stem: string;
};

/** As phrases of a pack; what cannot be one is told with its line, and left out. */
export function phrasesOf(
  rows: readonly BroughtRow[],
  { place, phrases, stem }: Already,
): { phrases: Phrase[]; problems: BringProblem[] } {
  const taken = (key: string) => new Set(phrases.map((phrase) => phrase[key]));
  const [ids, texts, shortcuts] = [taken('id'), taken('text'), taken('shortcut')];
  const problems: BringProblem[] = [];
  const made: Phrase[] = [];
  let n = phrases.length;
  for (const row of rows) {
    const tell = (why: BringWhy, what = row.text) =>
      problems.push({ line: row.line, why, what: what.slice(0, 80) });
    const text = row.text.replaceAll('\r\n', '\n').trim();
    const why = faultOf(text) ?? (texts.has(text) ? 'twice' : undefined);
    if (why) {
      tell(why, text);
      continue;
    }
    const shortcut = shortcutOf(row.shortcut);
    const isFree = shortcut !== undefined && !shortcuts.has(shortcut);
    if (row.shortcut && !isFree) tell('shortcut', row.shortcut);
    const own = placeSchema.safeParse(row.place?.trim());
    if (row.place?.trim() && !own.success) tell('place', row.place);
    do n += 1;
    while (ids.has(`${stem}.${n}`));
    const note = phraseSchema.shape.note.safeParse(row.note?.trim() || undefined);
    texts.add(text);
    if (isFree) shortcuts.add(shortcut);
    made.push({
      id: `${stem}.${n}`,
      text,
      places: [own.success ? own.data : place],
      ...(isFree && { shortcut }),
      ...(note.success && note.data !== undefined && { note: note.data }),
    });
  }
  return { phrases: made, problems };
}

function faultOf(text: string): BringWhy | undefined {
  if (text === '') return 'empty';
  if (text.length > 2000) return 'too-long';
  if (findSlotFault(text)) return 'brace';
  return phraseSchema.shape.text.safeParse(text).success ? undefined : 'hidden';
}

/** Small letters and digits with hyphens between; undefined where nothing of it is left. */
function shortcutOf(given = ''): string | undefined {
  const plain = given
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' || plain.length > 100 ? undefined : plain;
}
