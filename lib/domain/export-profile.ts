// A file as somewhere else wants it: which columns, under which titles, in which order; kept under a name.
import * as z from 'zod/mini';

const columnSchema = z.object({
  /** One of `exportColumns`; one that a later version knows is kept and not written. */
  column: z.string(),
  /** Empty for the title in the language of the interface. */
  title: z.string().check(z.maxLength(80)),
});

export const exportProfileSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  columns: z.readonly(z.array(columnSchema).check(z.minLength(1), z.maxLength(100))),
  /** Whether a CSV begins with the mark by which spreadsheets know UTF-8; some programs stumble over it. */
  mark: z.boolean(),
});
export type ProfileColumn = z.infer<typeof columnSchema>;
export type ExportProfile = z.infer<typeof exportProfileSchema>;

/** The kinds of a file of the whole log. */
export type FileKind = 'csv' | 'xlsx' | 'jsonl' | 'followUps';
/** A file as it was asked for; without a profile it has the usual columns. */
export type FilePlan = { kind: FileKind; mask: boolean; profile?: ExportProfile | undefined };

/**
 * With this profile, in the place of the one that is changed (`was`) or else of one that has its name; the same where
 * it is none: without a name, or without a column.
 */
export function withProfile(
  profiles: readonly ExportProfile[],
  profile: ExportProfile,
  was?: string,
): readonly ExportProfile[] {
  const parsed = exportProfileSchema.safeParse(profile);
  if (!parsed.success) return profiles;
  const { data } = parsed;
  const place = was ?? data.name;
  const others = profiles.filter(({ name }) => name === place || name !== data.name);
  const at = others.findIndex(({ name }) => name === place);
  return at < 0 ? [...others, data] : others.with(at, data);
}

/** The columns with the one at a place moved by so many places; the same where there is no such place. */
export function moveColumn(
  columns: readonly ProfileColumn[],
  from: number,
  by: number,
): readonly ProfileColumn[] {
  const moved = columns[from];
  const to = from + by;
  if (!moved || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, moved);
}
