// How the table of the log was left, and the views that were given a name: kept in this browser.
import * as z from 'zod/mini';
import { columnIds } from './log-column';
import type { ColumnId } from './log-column';

const namedSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  /** As `viewToQuery` writes it. */
  query: z.string(),
});

export const keptViewsSchema = z.object({
  format: z.literal(1),
  columns: z.array(z.enum(columnIds)),
  views: z.array(namedSchema),
});
export type KeptViews = z.infer<typeof keptViewsSchema>;

const firstColumns: readonly ColumnId[] = [
  'receivedAt',
  'state',
  'category',
  'severity',
  'department',
  'dueAt',
];
export const firstViews: KeptViews = { format: 1, columns: [...firstColumns], views: [] };

/** With the view under this name, in the place of one that had it. */
export function withNamed(kept: KeptViews, name: string, query: string): KeptViews {
  const named = namedSchema.safeParse({ name, query });
  if (!named.success) return kept;
  const others = kept.views.filter((each) => each.name !== named.data.name);
  return { ...kept, views: [...others, named.data] };
}

/** With a column shown or hidden; those that are shown stand in the order of the list. */
export function withColumn(kept: KeptViews, column: ColumnId, isShown: boolean): KeptViews {
  const shown = new Set(kept.columns);
  if (isShown) shown.add(column);
  else shown.delete(column);
  return { ...kept, columns: columnIds.filter((each) => shown.has(each)) };
}
