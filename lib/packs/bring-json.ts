// What files of JSON have in common on their way in.
import { lineAt, pathKey, placesIn } from '../text/json-places';
import type { JsonPath } from '../text/json-places';

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Finds the line of each item of a list, which stands at a path. The text is JSON. */
export function linesOf(text: string, items: readonly unknown[], path: JsonPath) {
  const paths = items.map((_, at) => [...path, at]);
  const places = placesIn(text.replace(/^\ufeff/, ''), paths);
  return (at: number): number => lineAt(text, places.get(pathKey([...path, at])) ?? 0);
}
