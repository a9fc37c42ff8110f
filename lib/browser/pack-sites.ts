// Descriptions of pages that the packs in use bring: kept in this browser, so that a page is read by them from the first.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { siteSchema } from '../domain/site';
import { understoodSites } from '../domain/site-selectors';
import type { Site } from '../domain/site';
import { isSelector } from './is-selector';

const key = 'packSites';
const listSchema = z.catch(z.array(siteSchema), []);

/** Those of the highest pack first; what cannot be read counts as none. */
export async function loadPackSites(): Promise<Site[]> {
  return listSchema.parse((await browser.storage.local.get(key))[key] ?? []);
}

/**
 * Keeps those of the packs in use instead of those before. One that this browser does not understand is left out: it
 * would end the reading of the page.
 */
export async function keepPackSites(ofPacks: readonly Site[]): Promise<void> {
  const sites = understoodSites(ofPacks, isSelector);
  if (JSON.stringify(sites) === JSON.stringify(await loadPackSites())) return;
  if (sites.length === 0) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: sites });
}

/** Calls back with all of them whenever other packs came into use. */
export function watchPackSites(onSites: (sites: Site[]) => void, signal: AbortSignal): void {
  const listen = (changes: object) => {
    if (key in changes) void loadPackSites().then(onSites);
  };
  browser.storage.local.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listen));
}
