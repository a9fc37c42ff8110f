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

// A match pattern has no port: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
function patternsOf(url: string): string[] | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return [`${protocol}//${hostname}/*`];
}
