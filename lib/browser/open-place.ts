// Goes to the tab where a conversation is, or opens its page anew.
import { browser } from 'wxt/browser';

/** Numbers of tabs begin anew with the browser: they hold only in the same `run` of it. */
export type Place = { url: string; tabId: number; run: string };

const runKey = 'run';

/** A mark of this run of the browser, the same in all pages and the worker. */
export async function browserRun(): Promise<string> {
  const { session } = browser.storage;
  const known = (await session.get(runKey))[runKey];
  if (typeof known === 'string') return known;
  await session.set({ [runKey]: crypto.randomUUID() });
  // Of two that begin at once the last one's is read back; a tab noted under the other is looked for by its address.
  const stored = (await session.get(runKey))[runKey];
  return typeof stored === 'string' ? stored : '';
}

/** Brings the tab to the front, with its window; false if there is neither the tab nor an address to open. */
export async function openPlace({ url, tabId, run }: Place): Promise<boolean> {
  const tab = (await browserRun()) === run ? await tabThere(tabId, url) : undefined;
  const found = tab ?? (await tabThat(url));
  if (found?.id !== undefined) {
    await browser.tabs.update(found.id, { active: true });
    await browser.windows.update(found.windowId, { focused: true });
    return true;
  }
  if (!/^https?:/.test(url)) return false;
  await browser.tabs.create({ url });
  return true;
}

/** The tab, unless it can be seen to show another site by now. */
async function tabThere(tabId: number, url: string) {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const moved = tab?.url !== undefined && originOf(tab.url) !== originOf(url);
  return moved ? undefined : tab;
}

/** Addresses of tabs can be seen on allowed sites alone. */
async function tabThat(url: string) {
  const tabs = await browser.tabs.query({});
  return tabs.find((tab) => tab.url === url);
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
