// The few settings of this browser, in the extension's own storage.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { settingsSchema } from '../domain/settings';
import type { Settings } from '../domain/settings';

/** The settings; a value that was never set or cannot be read is its default. */
export async function loadSettings(): Promise<Settings> {
  const { policy, ...own } = await browser.storage.local.get([
    ...Object.keys(settingsSchema.shape),
    'policy',
  ]);
  const { settings, locked } = overlaySchema.parse(policy);
  const fixed = locked.map((name) => [name, settings[name]] as const);
  return settingsSchema.parse({ ...settings, ...own, ...Object.fromEntries(fixed) });
}

/** What the organisation's policy sets (lib/domain/policy.ts), and what of it the agent cannot change. */
const overlaySchema = z.catch(
  z.object({ settings: z.record(z.string(), z.unknown()), locked: z.array(z.string()) }),
  { settings: {}, locked: [] },
);

/** Saves some settings. Every open page and the worker hear of it. */
export function saveSettings(change: Partial<Settings>): Promise<void> {
  return browser.storage.local.set(change);
}

/** Calls back with all settings whenever one was saved anywhere. */
export function watchSettings(onSettings: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener(() => void loadSettings().then(onSettings));
}
