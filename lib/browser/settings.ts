// The few settings of this browser, in the extension's own storage.
import { browser } from 'wxt/browser';
import { settingsSchema } from '../domain/settings';
import type { Settings } from '../domain/settings';

/** The settings; a value that was never set or cannot be read is its default. */
export async function loadSettings(): Promise<Settings> {
  return settingsSchema.parse(await browser.storage.local.get(Object.keys(settingsSchema.shape)));
}

/** Saves some settings. Every open page and the worker hear of it. */
export function saveSettings(change: Partial<Settings>): Promise<void> {
  return browser.storage.local.set(change);
}

/** Calls back with all settings whenever one was saved anywhere. */
export function watchSettings(onSettings: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener(() => void loadSettings().then(onSettings));
}
