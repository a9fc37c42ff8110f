// The panel's place in the browser: Chromium's side panel, Firefox's sidebar, or a window of its own.
import { browser } from 'wxt/browser';
import type { Language } from '../domain/pack';

// Firefox only, and not in the shared types: developer.mozilla.org, sidebarAction (seen 2026-11-22).
type SidebarAction = {
  open(): Promise<void>;
  isOpen(details: { windowId: number | undefined }): Promise<boolean>;
  setPanel(details: { panel: string }): Promise<void>;
};
const firefox = () => (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction; // See SidebarAction.

/**
 * Opens the panel when the icon is clicked. The click also lends access to that tab (activeTab); Chromium's
 * `openPanelOnActionClick` would not, so the panel is opened by hand, first thing in the listener.
 */
export function openPanelOnClick(): void {
  browser.action.onClicked.addListener((tab) => {
    const opened = firefox()?.open() ?? browser.sidePanel.open({ windowId: tab.windowId });
    opened.catch((error: unknown) => console.error('The panel did not open:', error));
  });
}

/**
 * The panel's first paint will speak this language. An open panel is left as it is: in Chromium only what follows the
 * # of its address changes; Firefox would load it anew, so there it waits until the sidebar is closed.
 */
export async function paintPanelIn(language: Language): Promise<void> {
  const path = `sidepanel.html#${language}`;
  const sidebar = firefox();
  if (!sidebar) await browser.sidePanel.setOptions({ path });
  else if (!(await isOpenAnywhere(sidebar))) await sidebar.setPanel({ panel: path });
}

async function isOpenAnywhere({ isOpen }: SidebarAction): Promise<boolean> {
  const windows = await browser.windows.getAll();
  const open = await Promise.all(windows.map(({ id }) => isOpen({ windowId: id })));
  return open.includes(true);
}

/** Brings a tab to the front, on another place of the page that it shows (`#…`) where one is given. */
export async function showTab(tabId: number, url?: string): Promise<void> {
  await browser.tabs.update(tabId, { active: true, ...(url !== undefined && { url }) });
}

/** The tab that a pop-out panel was bound to by `sidepanel.html?tab=<id>`. */
export function boundTab(search: string): number | undefined {
  const id = Number(new URLSearchParams(search).get('tab') ?? NaN);
  return Number.isInteger(id) ? id : undefined;
}

/** Opens the panel in a window of its own, bound to a tab: for a second monitor. */
export async function popOut(tabId: number): Promise<void> {
  const url = browser.runtime.getURL(`/sidepanel.html?tab=${tabId}`) + location.hash;
  await browser.windows.create({ url, type: 'popup', width: 380, height: 820 });
}

/** Opens the Desk in a tab, or goes to the one that is open. */
export function openDesk(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Tells which tab the panel is beside, now and whenever another one comes to the front of its window. */
export function followActiveTab(onTab: (tabId: number) => void, signal: AbortSignal): void {
  const here = browser.windows.getCurrent();
  const activated = async (info: { tabId: number; windowId: number }) => {
    const { id } = await here;
    if (info.windowId === id && !signal.aborted) onTab(info.tabId);
  };
  const onActivated = (info: { tabId: number; windowId: number }) => void activated(info);
  // Listening first: a tab that comes to the front while the question below is under way is not missed.
  browser.tabs.onActivated.addListener(onActivated);
  signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onActivated));
  void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    if (tab?.id !== undefined && !signal.aborted) onTab(tab.id);
  });
}
