// What a complaint can be about, by the built-in pack of a language: for the Desk, which needs nothing else of it.
import * as z from 'zod/mini';
import { categorySchema } from '../domain/pack';
import type { Category, Language } from '../domain/pack';

const fileOf: Readonly<Record<Language, string>> = {
  en: '/packs/en.json',
  'zh-CN': '/packs/zh-cn.json',
};
const listSchema = z.object({ categories: z.optional(z.array(categorySchema)) });

/** The categories in their order; none where the file cannot be read. */
export async function loadCategories(
  read: (file: string) => Promise<unknown>,
  language: Language,
): Promise<readonly Category[]> {
  const parsed = listSchema.safeParse(await read(fileOf[language]).catch(() => undefined));
  return (parsed.success && parsed.data.categories) || [];
}
