// Chooses how to read a page: by a site description if one fits, otherwise by the look of it.
import { readGeneric } from './read-generic';
import { readSite } from './read-site';
import type { Reader } from './reader';
import type { Vocabulary } from './vocabulary';
import type { Site } from '../domain/site';

/** The first site that fits is taken. */
export function findReader(
  document: Document,
  box: HTMLElement | undefined,
  sites: readonly Site[],
  words: Vocabulary,
): Reader | undefined {
  for (const site of sites) {
    const reader = readSite(site, document);
    if (reader) return reader;
  }
  return readGeneric(document, box, words);
}
