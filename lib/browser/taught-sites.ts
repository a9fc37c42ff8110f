// What the agent has shown the panel on single sites, kept in this browser.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { taughtSchema } from '../domain/taught';
import type { Taught } from '../domain/taught';

const key = 'taught';
const listSchema = z.catch(z.array(taughtSchema), []);

/** All of them, oldest first; what cannot be read counts as none. */
export async function loadTaught(): Promise<Taught[]> {
  return listSchema.parse((await browser.storage.local.get(key))[key] ?? []);
}

/** What was shown on the site of a page's address, or is set by policy. */
export async function taughtFor(url: string): Promise<Taught | undefined> {
  const origin = originOf(url);
  const own = (await loadTaught()).find((each) => each.origin === origin);
  const { sites } = policySchema.parse((await browser.storage.local.get('policy'))['policy']);
  const set = sites.find((each) => each.origin === origin);
  if (!set) return own;
  return set.locked === true ? { ...own, ...set } : { ...set, ...own };
}

/** What the organisation's policy says of sites: lib/domain/policy.ts. */
const policySchema = z.catch(
  z.object({ sites: z.array(z.extend(taughtSchema, { locked: z.optional(z.boolean()) })) }),
  { sites: [] },
);

/** Adds to what is known of a site; what is given takes the place of what was. */
export async function saveTaught(url: string, more: Omit<Taught, 'origin'>): Promise<void> {
  const origin = originOf(url);
  const all = await loadTaught();
  const before = all.find((each) => each.origin === origin);
  const others = all.filter((each) => each !== before);
  await browser.storage.local.set({ [key]: [...others, { ...before, ...more, origin }] });
}

/** Forgets what was shown on a site; undo by saving it again. */
export async function forgetTaught(origin: string): Promise<void> {
  const all = await loadTaught();
  await browser.storage.local.set({ [key]: all.filter((each) => each.origin !== origin) });
}

/** Calls back with all of them whenever one was saved or forgotten anywhere. */
export function watchTaught(onTaught: (all: Taught[]) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes) void loadTaught().then(onTaught);
  });
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
