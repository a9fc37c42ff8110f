// The panel's place in the browser: Chromium's side panel, Firefox's sidebar, or a window of its own.
import { browser } from 'wxt/browser';

// Firefox only, and not in the shared types: developer.mozilla.org, sidebarAction.open (seen 2026-11-21).
type SidebarAction = { open(): Promise<void> };

/**
 * Opens the panel when the icon is clicked. The click also lends access to that tab (activeTab); Chromium's
 * `openPanelOnActionClick` would not, so the panel is opened by hand, first thing in the listener.
 */
export function openPanelOnClick(): void {
  browser.action.onClicked.addListener((tab) => {
    const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction }; // See SidebarAction.
    const opened = sidebarAction
      ? sidebarAction.open()
      : browser.sidePanel.open({ windowId: tab.windowId });
    opened.catch((error: unknown) => console.error('The panel did not open:', error));
  });
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
  const url = browser.runtime.getURL(`/sidepanel.html?tab=${tabId}`);
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
