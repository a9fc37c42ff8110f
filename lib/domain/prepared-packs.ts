// Makes packs ready for use in two halves: the slow one is done once, in a worker, the quick one at each opening.
import { compileFinds } from '../text/compile';
import type { Compiled, Refusal } from '../text/compile';
import { readCompiled, writeCompiled } from '../text/compiled-buffer';
import { matchCompiled } from '../text/matcher';
import type { Hit } from '../text/matcher';
import { createDraftCheck, findsOfRewrites } from './draft-check';
import type { DraftCheck, Entry } from './draft-check';
import { createEar, findsOfCues } from './hear';
import type { Ear } from './hear';
import { cuesOf } from './heard-cue';
import type { HeardCue } from './heard-cue';
import { packSchema } from './pack';
import type { Pack } from './pack';
import { layerPacks } from './pack-layers';
import { readPack } from './read-pack';

/** Texts of packs: those that come with the extension, and those over them, lowest first. */
export type PackTexts = { builtIn: readonly string[]; added: readonly string[] };

/**
 * Packs that were checked and laid over each other, as JSON, and all that they look for, compiled
 * (lib/text/compiled-buffer.ts). Text and bytes go from a worker to a page, and into a database, many times quicker
 * than objects do.
 */
export type PreparedPacks = { packs: string; compiled: ArrayBuffer };
/** Packs in use: the ear and the draft check read with one matcher. */
export type OpenPacks = { packs: readonly Pack[]; ear: Ear; check: DraftCheck };
export type OpenResult = { ok: true; open: OpenPacks } | { ok: false; reason: string };

/**
 * The slow half: some hundred milliseconds. Throws where a built-in text is no pack; an added one that this version
 * cannot use any more is left out, so that the others go on.
 */
export function preparePacks({ builtIn, added }: PackTexts): PreparedPacks {
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
    if (!isTooMuch) return { packs: JSON.stringify(packs), compiled: writeCompiled(compiled) };
  }
}

/** All that these packs look for, and what of it is too much to be looked for. */
export function compilePacks(packs: readonly Pack[]): {
  compiled: Compiled;
  refusals: readonly Refusal[];
} {
  return compileFinds(findsOf(packs));
}

/**
 * The quick half: a few milliseconds. What was compiled by another version, or was damaged, is refused.
 * @param day of the agent's calendar, as 2026-11-22: phrases of other days are left out
 */
export function openPacks(prepared: PreparedPacks, day: string): OpenResult {
  const read = readCompiled(prepared.compiled);
  if (!read.ok) return read;
  const all = JSON.parse(prepared.packs) as Pack[]; // As preparePacks wrote it.
  const packs = all.map((pack) => ({
    ...pack,
    phrases: pack.phrases.filter(({ from = day, until = day }) => from <= day && day <= until),
  }));
  return { ok: true, open: useCompiled(packs, read.compiled) };
}

/** Packs with what was compiled of them. */
export function useCompiled(packs: readonly Pack[], compiled: Compiled): OpenPacks {
  const match = matchCompiled<HeardCue | Entry>(findsOf(packs), compiled);
  const ear = createEar(cuesOf(packs), (text) => match(text).filter(isOfCue));
  const check = createDraftCheck(packs, (text) => match(text).filter(isOfRewrite));
  return { packs, ear, check };
}

/** Both halves find a word's meaning by its place in this list. */
function findsOf(packs: readonly Pack[]) {
  return [...findsOfCues(cuesOf(packs)), ...findsOfRewrites(packs)];
}

function isOfCue(hit: Hit<HeardCue | Entry>): hit is Hit<HeardCue> {
  return 'means' in hit.value;
}

function isOfRewrite(hit: Hit<HeardCue | Entry>): hit is Hit<Entry> {
  return 'rewrite' in hit.value;
}
