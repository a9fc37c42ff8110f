// The quick half of making packs ready: opens what was prepared (prepared-packs.ts) in a few milliseconds, at each opening.
import type { Compiled } from '../text/compile';
import { readCompiled } from '../text/compiled-buffer';
import { matchCompiled } from '../text/matcher';
import type { Hit } from '../text/matcher';
import { createDraftCheck, findsOfRewrites } from './draft-check';
import type { DraftCheck, Entry } from './draft-check';
import { createEar, findsOfCues } from './hear';
import type { Ear } from './hear';
import { cuesOf } from './heard-cue';
import type { HeardCue } from './heard-cue';
import type { Pack } from './pack';
import type { PreparedPacks } from './prepared-packs';

/** Packs in use: the ear and the draft check read with one matcher. */
export type OpenPacks = { packs: readonly Pack[]; ear: Ear; check: DraftCheck };
export type OpenResult = { ok: true; open: OpenPacks } | { ok: false; reason: string };

/**
 * What was compiled by another version, or was damaged, is refused.
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

/** All that these packs look for. Both halves find a word's meaning by its place in this list. */
export function findsOf(packs: readonly Pack[]) {
  return [...findsOfCues(cuesOf(packs)), ...findsOfRewrites(packs)];
}

function isOfCue(hit: Hit<HeardCue | Entry>): hit is Hit<HeardCue> {
  return 'means' in hit.value;
}

function isOfRewrite(hit: Hit<HeardCue | Entry>): hit is Hit<Entry> {
  return 'rewrite' in hit.value;
}
