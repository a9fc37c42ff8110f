// Simplified characters put into Traditional ones, with the dictionaries of OpenCC: big, and so a file of its own.
import { ConverterBuilder } from 'opencc-js/core';
import * as dictionaries from 'opencc-js/preset/cn2t';
import type { Convert, TraditionalScript } from '../domain/chinese-script';

/** Characters alone, not the words of a region: what was worded with care stays as it was worded. Takes 0.2 s to make. */
export function toTraditional(script: TraditionalScript): Convert {
  return ConverterBuilder(dictionaries)({ from: 'cn', to: script });
}
