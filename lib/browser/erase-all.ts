// Takes everything that the extension keeps in this browser out of it, and begins anew.
import { browser } from 'wxt/browser';

/**
 * Databases, settings, access to sites, what is shown and planned. Then the extension is loaded again, which closes all
 * its pages: an open one would write down again what it knows. Resolves only where something could not be erased: to why.
 */
export async function eraseAll(): Promise<string> {
  const databases = await indexedDB.databases();
  const done = await Promise.allSettled([
    ...databases.map(({ name }) => deleteDatabase(name ?? '')),
    browser.storage.local.clear(),
    browser.storage.session.clear(),
    browser.alarms.clearAll(),
    clearNotifications(),
    giveBackSites(),
  ]);
  const failed = done.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  if (failed.length > 0) return failed.join(' · ');
  localStorage.clear();
  browser.runtime.reload();
  return new Promise(() => {});
}

/** Our own windows close theirs when they hear of it; until then the browser waits. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error(name)));
  });
}

async function clearNotifications(): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.map((id) => browser.notifications.clear(id)));
}

async function giveBackSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
