// Chooses how to read a page: by a site description if one fits, otherwise by the look of it.
import { readGeneric } from './read-generic';
import { readSite } from './read-site';
import type { Reader } from './reader';
import type { Site } from '../domain/site';

/** @param sites the first that fits is taken */
export function findReader(
  document: Document,
  box: HTMLElement | undefined,
  sites: readonly Site[],
): Reader | undefined {
  for (const site of sites) {
    const reader = readSite(site, document);
    if (reader) return reader;
  }
  return readGeneric(document, box);
}
