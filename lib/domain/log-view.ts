// A view of the log: which records, in which order. As data, so that it can be kept, shared as an address and counted.
import * as z from 'zod/mini';
import { columnIds, isMomentColumn, isWordColumn, momentColumnIds } from './log-column';
import { wordColumnIds } from './log-column';

const wordFilterSchema = z.object({
  by: z.enum(wordColumnIds),
  /** One of these; the empty word stands for "none". */
  words: z.array(z.string()).check(z.minLength(1)),
});
/** From the one moment on and before the other, epoch ms; what has no such moment is left out. */
const momentFilterSchema = z.object({
  by: z.enum(momentColumnIds),
  from: z.optional(z.number()),
  before: z.optional(z.number()),
});
const filterSchema = z.union([wordFilterSchema, momentFilterSchema]);
export type Filter = z.infer<typeof filterSchema>;
export type WordFilter = z.infer<typeof wordFilterSchema>;
export type MomentFilter = z.infer<typeof momentFilterSchema>;

export const sortKeys = ['number', ...columnIds] as const;
export type SortKey = (typeof sortKeys)[number];

const viewSchema = z.object({
  /** All of them hold. */
  filters: z.array(filterSchema),
  sort: z.object({ by: z.enum(sortKeys), down: z.boolean() }),
  /** Words to be found anywhere in the record. */
  search: z.string().check(z.maxLength(400)),
});
export type View = z.infer<typeof viewSchema>;

/** All records, the newest first. */
export const newestView: View = { filters: [], sort: { by: 'number', down: true }, search: '' };

export function isWordFilter(filter: Filter): filter is WordFilter {
  return 'words' in filter;
}

/** A filter's moments as minutes since 1970. */
export function minutesOf({ from = 0, before = Infinity }: MomentFilter) {
  // A record without the moment has the minute 0.
  return { from: Math.max(1, Math.ceil(from / 60_000)), before: Math.ceil(before / 60_000) };
}

/** The view with this filter in the place of any other by the same column; without one where it asks for nothing. */
export function withFilter(view: View, filter: Filter): View {
  const others = view.filters.filter(({ by }) => by !== filter.by);
  const asks = isWordFilter(filter)
    ? filter.words.length > 0
    : filter.from !== undefined || filter.before !== undefined;
  return { ...view, filters: asks ? [...others, filter] : others };
}

/** The view as the part of an address behind `#log?`; empty for all records, the newest first. */
export function viewToQuery({ filters, sort, search }: View): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('q', search);
  if (sort.by !== 'number' || !sort.down) query.set('sort', `${sort.down ? '-' : ''}${sort.by}`);
  for (const filter of filters) {
    if (isWordFilter(filter)) for (const word of filter.words) query.append(filter.by, word);
    else query.set(filter.by, `${filter.from ?? ''}..${filter.before ?? ''}`);
  }
  return query.toString();
}

/** The view of an address; what cannot be understood in it is passed over. */
export function viewOfQuery(text: string): View {
  const query = new URLSearchParams(text);
  const asked = query.get('sort') ?? '-number';
  const by = sortKeys.find((key) => key === asked.replace(/^-/, ''));
  const keys = [...new Set(query.keys())];
  return {
    search: (query.get('q') ?? '').slice(0, 400),
    sort: by ? { by, down: asked.startsWith('-') } : newestView.sort,
    filters: keys.flatMap((key) => filterOf(key, query.getAll(key))),
  };
}

function filterOf(by: string, values: readonly string[]): Filter[] {
  if (isWordColumn(by)) return [{ by, words: [...values] }];
  const [, from = '', before = ''] = /^(\d*)\.\.(\d*)$/.exec(values[0] ?? '') ?? [];
  if (!isMomentColumn(by) || (from === '' && before === '')) return [];
  return [
    {
      by,
      ...(from !== '' && { from: Number(from) }),
      ...(before !== '' && { before: Number(before) }),
    },
  ];
}
