// A pack being written: its text taken apart, so that a change touches only its own part and all else stays byte by byte.
import { findJsonFault } from '../text/json-places';
import {
  lineStart,
  putTogether,
  takeApart,
  withAppended,
  withInserted,
  withMoved,
  withRaw,
  withRemoved,
  writeJson,
} from '../text/json-parts';
import type { JsonParts } from '../text/json-parts';
import { packSchema, phraseSchema, rewriteSchema, houseWordSchema } from './pack';
import { fragmentSchema } from './pack-house';
import { withoutMark } from './read-pack';

/** What a form edits item by item. */
export const editedLists = ['phrases', 'fragments', 'rewrites', 'houseWords'] as const;
export type EditedList = (typeof editedLists)[number];

/** One phrase, fragment, rewrite or word as it stands in the text; its values may be wrong as yet. */
export type PackItem = {
  /** The same through all changes and undoing; of this document alone. */
  key: number;
  value: Readonly<Record<string, unknown>>;
};

/** `items` stand for the raw values of `parts`, one by one. */
type ItemList = { parts: JsonParts; items: readonly PackItem[] };

export type PackDocument = {
  before: string;
  after: string;
  /** The lists that are edited stand in it as they came: `lists` go instead. */
  parts: JsonParts;
  lists: Readonly<Partial<Record<EditedList, ItemList>>>;
  nextKey: number;
};

export type PackEdit =
  /** Undefined takes the key out. */
  | { is: 'about'; key: string; value: unknown }
  | { is: 'set'; list: EditedList; at: number; key: string; value: unknown }
  | { is: 'insert'; list: EditedList; at: number; value: Readonly<Record<string, unknown>> }
  | { is: 'append'; list: EditedList; values: readonly Readonly<Record<string, unknown>>[] }
  | { is: 'remove'; list: EditedList; at: number }
  | { is: 'move'; list: EditedList; at: number; to: number };

const itemKeys: Readonly<Record<EditedList, readonly string[]>> = {
  phrases: Object.keys(phraseSchema.shape),
  fragments: Object.keys(fragmentSchema.shape),
  rewrites: Object.keys(rewriteSchema.shape),
  houseWords: Object.keys(houseWordSchema.shape),
};
const packKeys = Object.keys(packSchema.shape);

/** Undefined where the text is no JSON object, or a list of it is something else: what a form cannot show. */
export function openDocument(text: string): PackDocument | undefined {
  const bare = withoutMark(text);
  const begins = bare.search(/[^ \t\n\r]/);
  if (findJsonFault(bare) || bare.charAt(begins) !== '{') return undefined;
  const { parts, end } = takeApart(bare, begins);
  const lists: Partial<Record<EditedList, ItemList>> = {};
  let nextKey = 1;
  for (const list of editedLists) {
    const raw = parts.raws[parts.keys.indexOf(list)];
    if (raw === undefined) continue;
    const values: unknown = JSON.parse(raw);
    if (!Array.isArray(values) || !values.every(isRecord)) return undefined;
    const items = values.map((value) => ({ key: nextKey++, value }));
    lists[list] = { parts: takeApart(raw).parts, items };
  }
  const before = text.slice(0, text.length - bare.length + begins);
  return { before, after: bare.slice(end), parts, lists, nextKey };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text: the very one that was opened, but for what was edited. */
export function textOfDocument({ before, after, parts, lists }: PackDocument): string {
  const raws = parts.raws.map((raw, place) => {
    const list = listNamed(lists, parts.keys[place]);
    return list ? putTogether(list.parts) : raw;
  });
  return before + putTogether({ ...parts, raws }) + after;
}

function listNamed(lists: PackDocument['lists'], key: string | undefined): ItemList | undefined {
  const list = editedLists.find((each) => each === key);
  return list && lists[list];
}

/** A value beside the lists: title, version, … */
export function aboutOf({ parts }: PackDocument, key: string): unknown {
  const raw = parts.raws[parts.keys.indexOf(key)];
  return raw === undefined ? undefined : JSON.parse(raw);
}

export function itemsOf({ lists }: PackDocument, list: EditedList): readonly PackItem[] {
  return lists[list]?.items ?? [];
}

/** A value that is text; anything else, which a form cannot show, is empty. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** With one change. What changes nothing leaves all as it is; what changes something takes the signature away. */
export function applyEdit(before: PackDocument, edit: PackEdit): PackDocument {
  const after =
    edit.is === 'about' ? setAbout(before, edit.key, edit.value) : editList(before, edit);
  if (after === before || !after.parts.keys.includes('signature')) return after;
  return setAbout(after, 'signature', undefined);
}

function setAbout(document: PackDocument, key: string, value: unknown): PackDocument {
  const indent = { line: '', step: stepOf(document) };
  const parts = setMember(document.parts, { key, value, order: packKeys, indent });
  return parts === document.parts ? document : { ...document, parts };
}

/** The space that each level adds; undefined in a text that is one line. */
function stepOf({ parts }: PackDocument): string | undefined {
  return parts.leads.length === 0 ? '  ' : lineStart(parts.leads[0] ?? '');
}

type Member = {
  key: string;
  value: unknown;
  /** Where a key that is not there yet is put. */
  order: readonly string[];
  indent: { line: string; step: string | undefined };
};

function setMember(parts: JsonParts, { key, value, order, indent }: Member): JsonParts {
  const { line, step } = indent;
  const place = parts.keys.indexOf(key);
  if (value === undefined) return place < 0 ? parts : withRemoved(parts, place);
  const inner = step === undefined ? undefined : { line: line + step, step };
  const old = parts.raws[place];
  if (old !== undefined && JSON.stringify(JSON.parse(old)) === JSON.stringify(value)) return parts;
  const raw = writeJson(value, inner);
  if (old !== undefined) return withRaw(parts, place, raw);
  const later = new Set(order.slice(order.indexOf(key) + 1));
  const next = parts.keys.findIndex((each) => later.has(each));
  const alone = inner
    ? { lead: `\n${inner.line}`, tail: `\n${line}`, colon: ': ' }
    : { lead: '', tail: '', colon: ':' };
  return withInserted(parts, next < 0 ? parts.raws.length : next, { key, raw }, alone);
}

type ListEdit = Exclude<PackEdit, { is: 'about' }>;

function editList(document: PackDocument, edit: ListEdit): PackDocument {
  const { list: name } = edit;
  const list = document.lists[name];
  if (!list) {
    // The first of its kind: an empty list, and then as any other.
    const empty = setAbout(document, name, []);
    const lists = { ...empty.lists, [name]: { parts: takeApart('[]').parts, items: [] } };
    const adds = edit.is === 'insert' || edit.is === 'append';
    return adds ? editList({ ...empty, lists }, edit) : document;
  }
  const { next, nextKey } = changeList(document, list, edit);
  return next === list
    ? document
    : { ...document, nextKey, lists: { ...document.lists, [name]: next } };
}

type Changed = { next: ItemList; nextKey: number };

function changeList(document: PackDocument, list: ItemList, edit: ListEdit): Changed {
  const { parts, items } = list;
  const { nextKey } = document;
  if (edit.is === 'append') return appendItems(document, list, edit.values);
  const at = edit.is === 'insert' ? Math.min(edit.at, items.length) : edit.at;
  const item = items[at];
  if (edit.is === 'insert') return insertItem(document, list, at, edit.value);
  if (!item) return { next: list, nextKey };
  switch (edit.is) {
    case 'set':
      return { next: setInItem(document, list, edit), nextKey };
    case 'remove':
      return { next: { parts: withRemoved(parts, at), items: items.toSpliced(at, 1) }, nextKey };
    case 'move': {
      const to = Math.max(0, Math.min(edit.to, items.length - 1));
      if (to === at) return { next: list, nextKey };
      const moved = items.toSpliced(at, 1).toSpliced(to, 0, item);
      return { next: { parts: withMoved(parts, at, to), items: moved }, nextKey };
    }
  }
}

/** How new items of a list are set, and what stands around one that is alone. */
function layoutOf(document: PackDocument, { parts }: ItemList) {
  const step = stepOf(document);
  const line = lineStart(parts.leads[0] ?? (step === undefined ? '' : `\n${step}${step}`));
  const indent = line === undefined || step === undefined ? undefined : { line, step };
  const alone = indent
    ? { lead: `\n${line}`, tail: `\n${step}`, colon: ': ' }
    : { lead: '', tail: '', colon: ':' };
  return { indent, alone };
}

function insertItem(
  document: PackDocument,
  list: ItemList,
  at: number,
  value: PackItem['value'],
): Changed {
  const { indent, alone } = layoutOf(document, list);
  const parts = withInserted(list.parts, at, { raw: writeJson(value, indent) }, alone);
  const items = list.items.toSpliced(at, 0, { key: document.nextKey, value });
  return { next: { parts, items }, nextKey: document.nextKey + 1 };
}

function appendItems(
  document: PackDocument,
  list: ItemList,
  values: readonly PackItem['value'][],
): Changed {
  const { indent, alone } = layoutOf(document, list);
  const raws = values.map((value) => writeJson(value, indent));
  const added = values.map((value, at) => ({ key: document.nextKey + at, value }));
  return {
    next: { parts: withAppended(list.parts, raws, alone), items: [...list.items, ...added] },
    nextKey: document.nextKey + values.length,
  };
}

type SetEdit = Extract<PackEdit, { is: 'set' }>;

function setInItem(document: PackDocument, list: ItemList, edit: SetEdit): ItemList {
  const { at, key, value } = edit;
  const [item, raw = '{}'] = [list.items[at], list.parts.raws[at]];
  if (!item) return list;
  const { parts } = takeApart(raw);
  const inner = lineStart(parts.leads[0] ?? '');
  const line = lineStart(list.parts.leads[0] ?? '') ?? '';
  // An item that is one line stays one.
  const step = parts.leads.length === 0 ? stepOf(document) : inner?.slice(line.length);
  const order = itemKeys[edit.list];
  const changed = setMember(parts, { key, value, order, indent: { line, step } });
  if (changed === parts) return list;
  const { [key]: _, ...rest } = item.value;
  const values = value === undefined ? rest : { ...item.value, [key]: value };
  return {
    parts: withRaw(list.parts, at, putTogether(changed)),
    items: list.items.with(at, { key: item.key, value: values }),
  };
}
