// The way into a page: puts the page script into each frame that the browser lets us into, or says why it does not.
import { browser } from 'wxt/browser';

export type Refusal = 'not-allowed' | 'browser-page' | 'no-tab';
export type Entered = { ok: true; url: string; frameIds: number[] } | { ok: false; why: Refusal };

// A click on the icon allows a tab in the browser's process at once and in the page's a moment later; Chromium 156
// refuses scripts in between (seen 2026-11-22).
const waitsMs = [20, 80, 200, 500];

/**
 * Injects the page script into a tab. `frameIds`: the frames that it serves now.
 * @param signal ends the waiting for a page that is just being allowed
 */
export async function enterPage(tabId: number, signal: AbortSignal): Promise<Entered> {
  let entered = await tryToEnter(tabId);
  for (const waitMs of waitsMs) {
    if (entered !== 'contradiction' || signal.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    entered = await tryToEnter(tabId);
  }
  // Firefox speaks of a missing permission in its error pages and its reader, too, and goes on doing so.
  return entered === 'contradiction' ? { ok: false, why: 'browser-page' } : entered;
}

/** A contradiction: the tab is allowed and its page is not. */
async function tryToEnter(tabId: number): Promise<Entered | 'contradiction'> {
  const allowed = await showsAddress(tabId);
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['/page.js'],
    });
    // Firefox's own pages, such as about:addons, are no error to it: they answer null, against the types.
    const answers = results.filter((each) => Boolean(each));
    if (answers.length === 0) return { ok: false, why: 'browser-page' };
    const { url = '' } = await browser.tabs.get(tabId);
    const frameIds = answers.filter(({ result }) => result === true).map(({ frameId }) => frameId);
    return { ok: true, url, frameIds };
  } catch (error) {
    const why = refusalOf(error);
    return why === 'not-allowed' && allowed ? 'contradiction' : { ok: false, why };
  }
}

/** A tab shows its address only where its site or the tab itself is allowed. */
async function showsAddress(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).url !== undefined;
  } catch {
    return false; // The tab has gone, and what comes next says so.
  }
}

// The browsers tell these cases apart in words only (Chromium 156 and Firefox 153, seen 2026-11-21).
function refusalOf(error: unknown): Refusal {
  const words = error instanceof Error ? error.message : String(error);
  if (/No tab with id|Invalid tab ID/i.test(words)) return 'no-tab';
  if (/chrome:\/\/|chrome-extension:\/\/|extensions gallery|webstore|error page/i.test(words))
    return 'browser-page';
  return 'not-allowed';
}
