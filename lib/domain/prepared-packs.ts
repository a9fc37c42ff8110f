// The slow half of making packs ready, done once, in a worker: checks, layers and compiles them for open-packs.ts.
import { compileFinds } from '../text/compile';
import type { Compiled, Refusal } from '../text/compile';
import { writeCompiled } from '../text/compiled-buffer';
import { findsOf } from './open-packs';
import { inScript } from './chinese-script';
import type { ChineseScript, Convert } from './chinese-script';
import { packSchema } from './pack';
import type { Pack } from './pack';
import { layerPacks } from './pack-layers';
import { readPack } from './read-pack';

/** Texts of packs: those that come with the extension, and those over them, lowest first. */
export type PackTexts = { builtIn: readonly string[]; added: readonly string[] };
/** Texts, and how Chinese is to be written. */
export type PackOrder = PackTexts & { script: ChineseScript };

/**
 * Packs that were checked and laid over each other, as JSON, and all that they look for, compiled
 * (lib/text/compiled-buffer.ts). Text and bytes go from a worker to a page, and into a database, many times quicker
 * than objects do.
 */
export type PreparedPacks = { packs: string; compiled: ArrayBuffer };
/** The key tells what they were prepared from: they are good for nothing else. */
export type KeptPacks = PreparedPacks & { key: string };

/**
 * Takes some hundred milliseconds. Throws where a built-in text is no pack; an added one that this version
 * cannot use any more is left out, so that the others go on.
 * @param convert puts Chinese into other characters; if not given, it stays as written
 */
export function preparePacks({ builtIn, added }: PackTexts, convert?: Convert): PreparedPacks {
  const own = builtIn.map((text) => packSchema.parse(JSON.parse(text)));
  const over = added.flatMap((text) => {
    const read = readPack(text);
    return read.ok ? [read.pack] : [];
  });
  for (;;) {
    const { packs } = layerPacks(own, over);
    const { compiled, refusals } = compilePacks(packs);
    // Each was tried alone before it was taken: too much they can only be together.
    const isTooMuch = refusals.length > 0 && over.pop() !== undefined;
    if (isTooMuch) continue;
    const said = convert ? packs.map((pack) => inScript(pack, convert)) : packs;
    return { packs: JSON.stringify(said), compiled: writeCompiled(compiled) };
  }
}

/** All that these packs look for, and what of it is too much to be looked for. */
export function compilePacks(packs: readonly Pack[]): {
  compiled: Compiled;
  refusals: readonly Refusal[];
} {
  return compileFinds(findsOf(packs));
}
