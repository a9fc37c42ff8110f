// How the table of the log was left, kept in this browser.
import { browser } from 'wxt/browser';
import { firstViews, keptViewsSchema } from '../domain/kept-views';
import type { KeptViews } from '../domain/kept-views';

const key = 'logViews';

/** As it was left; as at first where that cannot be read. */
export async function loadLogViews(): Promise<KeptViews> {
  const parsed = keptViewsSchema.safeParse((await browser.storage.local.get(key))[key]);
  return parsed.success ? parsed.data : firstViews;
}

export async function saveLogViews(kept: KeptViews): Promise<void> {
  await browser.storage.local.set({ [key]: kept });
}
