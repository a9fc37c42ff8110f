// A file that the browser was told to save.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { until } from './until.mjs';

/**
 * The file in a folder whose name ends so, once it is whole: Chromium takes the name for an empty one first.
 * @param {string} folder @param {string} ending @returns {Promise<string>}
 */
export function downloaded(folder, ending) {
  return until(`a file ${ending}`, () => {
    const name = readdirSync(folder).find((each) => each.endsWith(ending));
    const file = name && path.join(folder, name);
    return file && statSync(file).size > 0 ? file : undefined;
  });
}
