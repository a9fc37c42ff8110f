// Lasting access to one site: asked for by a click, given back by a click.
import { browser } from 'wxt/browser';

/** Whether a page is on a site that may be read without clicking the icon first. */
export function isAllowed(url: string): Promise<boolean> {
  const origins = patternsOf(url);
  return origins ? browser.permissions.contains({ origins }) : Promise.resolve(false);
}

/** Asks the user for lasting access to a page's site. Call it first thing in a click. False when refused. */
export function allowSite(url: string): Promise<boolean> {
  const origins = patternsOf(url);
  return origins ? browser.permissions.request({ origins }) : Promise.resolve(false);
}

/** Gives the access to a page's site back. */
export function forgetSite(url: string): Promise<boolean> {
  const origins = patternsOf(url);
  return origins ? browser.permissions.remove({ origins }) : Promise.resolve(false);
}

/** What the extension may do in this browser now, and on which sites, as match patterns. */
export async function readAccess() {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return { permissions, sites: origins.toSorted() };
}

/** Gives the access to these sites back. @param pattern as `readAccess` has it */
export function giveBack(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

// A match pattern has no port: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
function patternsOf(url: string): string[] | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return [`${protocol}//${hostname}/*`];
}
