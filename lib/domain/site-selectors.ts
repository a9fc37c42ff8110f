// The selectors of a description of a page, which only a browser can tell from other texts.
import type { Site } from './site';

/** All selectors of a description, by the keys under which they stand. */
export function selectorsOf(site: Site): { path: string[]; selector: string }[] {
  const { customerIs, conversation } = site;
  const found: [string[], string | undefined][] = [
    ...selectorKeys.map((key): [string[], string | undefined] => [[key], site[key]]),
    [['customerIs', 'on'], customerIs?.on],
    [['customerIs', 'inRow'], customerIs?.inRow],
    [['conversation', 'selector'], conversation?.selector],
  ];
  return found.flatMap(([path, selector]) => (selector === undefined ? [] : [{ path, selector }]));
}

const selectorKeys = [
  'marks',
  'list',
  'row',
  'text',
  'customer',
  'agent',
  'system',
  'name',
  'customerName',
  'replyBox',
  'decoys',
] as const;

/** Descriptions that can be read by: one selector that is none would end the reading of the page. */
export function understoodSites(
  sites: readonly Site[],
  isSelector: (text: string) => boolean,
): Site[] {
  return sites.filter((site) => selectorsOf(site).every(({ selector }) => isSelector(selector)));
}
