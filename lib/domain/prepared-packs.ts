// Makes packs ready for use in two halves: the slow one is done once, in a worker, the quick one at each opening.
import { compileFinds } from '../text/compile';
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

/**
 * Packs that were checked, as JSON, and all that they look for, compiled (lib/text/compiled-buffer.ts). Text and bytes
 * go from a worker to a page, and into a database, many times quicker than objects do.
 */
export type PreparedPacks = { packs: string; compiled: ArrayBuffer };
/** Packs in use: the ear and the draft check read with one matcher. */
export type OpenPacks = { packs: readonly Pack[]; ear: Ear; check: DraftCheck };
export type OpenResult = { ok: true; open: OpenPacks } | { ok: false; reason: string };

/** The slow half: some hundred milliseconds. Throws where one of these texts is no pack. */
export function preparePacks(texts: readonly string[]): PreparedPacks {
  const packs = texts.map((text) => packSchema.parse(JSON.parse(text)));
  const { compiled } = compileFinds(findsOf(packs));
  return { packs: JSON.stringify(packs), compiled: writeCompiled(compiled) };
}

/** The quick half: a few milliseconds. What was compiled by another version, or was damaged, is refused. */
export function openPacks(prepared: PreparedPacks): OpenResult {
  const read = readCompiled(prepared.compiled);
  if (!read.ok) return read;
  const packs = JSON.parse(prepared.packs) as Pack[]; // As preparePacks wrote it.
  const match = matchCompiled<HeardCue | Entry>(findsOf(packs), read.compiled);
  const ear = createEar(cuesOf(packs), (text) => match(text).filter(isOfCue));
  const check = createDraftCheck(packs, (text) => match(text).filter(isOfRewrite));
  return { ok: true, open: { packs, ear, check } };
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
