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

/** The watchers of this page, and how many saves it has begun and ended. */
const watchers = new Set<{ hold(change: Partial<Settings>): void; follow(): Promise<void> }>();
const saves = { begun: 0, ended: 0 };

/** Saves some settings. In this page they hold at once; every other open page and the worker hear of it. */
export async function saveSettings(change: Partial<Settings>): Promise<void> {
  saves.begun++;
  for (const { hold } of watchers) hold(change);
  try {
    await browser.storage.local.set(change);
  } finally {
    saves.ended++;
    if (saves.ended === saves.begun) for (const { follow } of watchers) void follow();
  }
}

/**
 * Calls back with all settings whenever one was saved anywhere. What this page has not saved to its end is
 * never overtaken by an older answer: in a field it would stand for the letters typed since.
 * @param held what the page has by now; without it, what it saves itself comes back once it is stored
 */
export function watchSettings(onSettings: (settings: Settings) => void, held?: Settings): void {
  const tell = (next: Settings) => {
    held = next;
    onSettings(next);
  };
  const follow = async () => {
    const { begun } = saves;
    const loaded = await loadSettings();
    if (saves.begun === begun && saves.ended === begun) tell(loaded);
  };
  watchers.add({ follow, hold: (change) => held && tell({ ...held, ...change }) });
  browser.storage.local.onChanged.addListener(() => void follow());
}
