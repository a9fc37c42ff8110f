// Chooses how to read a page: by a site description if one fits, otherwise by the look of it.
import { readGeneric } from './read-generic';
import { readSite } from './read-site';
import type { Reader } from './reader';
import { sites } from './sites/index';
import type { Site } from '../domain/site';

/** `own`: the agent's own description of this page, which goes before the others. */
export function findReader(
  document: Document,
  box: HTMLElement | undefined,
  own?: Site,
): Reader | undefined {
  for (const site of own ? [own, ...sites] : sites) {
    const reader = readSite(site, document);
    if (reader) return reader;
  }
  return readGeneric(document, box);
}
