// What a backup holds beside the log: settings, and what was shown on single sites. Never ticket systems: their
// credentials stay where they are.
import * as z from 'zod/mini';
import { settingsSchema } from '../domain/settings';
import { taughtSchema } from '../domain/taught';
import { loadSettings, saveSettings } from './settings';
import { loadTaught, saveTaught } from './taught-sites';

const extrasSchema = z.object({
  settings: z.optional(z.looseObject({})),
  taught: z.optional(z.array(taughtSchema)),
});

export const extras = {
  take: async (): Promise<unknown> => ({
    settings: await loadSettings(),
    taught: await loadTaught(),
  }),

  /** Settings that nobody has changed here, and sites that are not known here. */
  put: async (given: unknown): Promise<void> => {
    const parsed = extrasSchema.safeParse(given);
    if (!parsed.success) return;
    const here = await loadSettings();
    const untouched = settingsSchema.parse({});
    const theirs = settingsSchema.parse(parsed.data.settings ?? {});
    const names = Object.keys(untouched) as (keyof typeof untouched)[]; // Those of its schema.
    const isFree = (name: (typeof names)[number]) =>
      JSON.stringify(here[name]) === JSON.stringify(untouched[name]);
    await saveSettings(
      Object.fromEntries(names.filter(isFree).map((name) => [name, theirs[name]])),
    );
    const known = new Set((await loadTaught()).map(({ origin }) => origin));
    for (const { origin, ...more } of parsed.data.taught ?? [])
      if (!known.has(origin)) await saveTaught(origin, more);
  },
};
