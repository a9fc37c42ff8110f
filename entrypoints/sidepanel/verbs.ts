// What the panel's menu can do with the browser.
import { openDesk, popOut } from '../../lib/browser/side-panel';
import type { Panel } from '../../lib/panel/panel';

/** A panel in a window of its own is not popped out again. */
export function panelVerbs(panel: Panel, bound: number | undefined) {
  const openWindow = () => {
    const tabId = panel.session.tabId.value;
    if (tabId !== undefined) void popOut(tabId);
  };
  return { openDesk: () => void openDesk(), popOut: bound === undefined ? openWindow : undefined };
}
