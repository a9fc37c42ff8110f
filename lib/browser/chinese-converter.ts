// The converter of Chinese, in a worker: its dictionaries are a file of half a megabyte, which is read only if it is wanted.
import type { ChineseScript, Convert, TraditionalScript } from '../domain/chinese-script';

// What a worker has, and a page has not.
declare function importScripts(file: string): void;
// Left there by entrypoints/convert-chinese.ts.
declare const toTraditional: (script: TraditionalScript) => Convert;

/** Undefined where nothing is to be converted. Throws where the file cannot be read. */
export function converterFor(script: ChineseScript): Convert | undefined {
  if (script === 'simplified') return undefined;
  importScripts('/convert-chinese.js');
  return toTraditional(script);
}
