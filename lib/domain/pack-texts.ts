// Packs as they are said: each in every language that it has, its fragments in place, the names of the house in their slots.
import { expandFragments } from './fragment';
import type { FragmentText } from './fragment';
import type { Fragment } from './pack-house';
import { languageSchema } from './pack';
import type { Language, Pack } from './pack';
import { parseSlots } from './slot';

/** The pack as written, and behind it what it says in its other language, as a pack of that language. */
export function inEachLanguage(pack: Pack): Pack[] {
  const others = languageSchema.options.filter((language) => language !== pack.language);
  return [pack, ...others.flatMap((language) => inLanguage(pack, language) ?? [])];
}

function inLanguage(pack: Pack, language: Language): Pack | undefined {
  const phrases = pack.phrases.flatMap((phrase) => {
    const variant = phrase.variants?.[language];
    if (!variant) return [];
    // Prompts and notes are read by the agent: those of the other language would not be understood.
    const { variants: _, slots: __, note: ___, ...rest } = phrase;
    return [{ ...rest, ...variant }];
  });
  if (phrases.length === 0) return undefined;
  const { format, id, version, title, names, locks } = pack;
  const fragments = (pack.fragments ?? []).flatMap(({ variants, ...rest }) => {
    const text = variants?.[language]?.text;
    return text === undefined ? [] : [{ ...rest, text }];
  });
  const kept = { ...(names && { names }), ...(locks && { locks }) };
  return { format, id, version, title, language, phrases, fragments, ...kept };
}

/**
 * Layered packs with all that is said in full. Of fragments and names the highest pack's are said, also in the phrases
 * of those below it.
 * @param packs the highest first, as they are left when higher ones have taken theirs
 * @param written the same packs as they were, which say what a fragment was before
 */
export function sayInFull(packs: readonly Pack[], written: readonly Pack[]): Pack[] {
  const languages = new Map(
    languageSchema.options.map((language) => {
      const own = packs.filter((pack) => pack.language === language);
      return [language, { fragments: highestFragments(own), names: highestNames(own) }] as const;
    }),
  );
  return packs.map((pack, at) => {
    const known = languages.get(pack.language);
    if (!known) return pack;
    const own = fragmentTexts(written[at]?.fragments ?? []);
    const both: FragmentText = (id) => known.fragments(id) ?? own(id);
    return sayPack(pack, (text) => fillNames(expandEither(text, both, own), known.names));
  });
}

function sayPack(pack: Pack, say: (text: string) => string): Pack {
  const saying = <T extends { text: string }>(item: T): T => {
    const text = item.text.includes('{') ? say(item.text) : item.text;
    return text === item.text ? item : { ...item, text };
  };
  return {
    ...pack,
    phrases: pack.phrases.map(saying),
    ...(pack.refusals && { refusals: pack.refusals.map(saying) }),
    ...(pack.frames && { frames: pack.frames.map(saying) }),
  };
}

/** A higher pack's piece may be too long for a text of a lower one, which then is said as it was written. */
function expandEither(text: string, both: FragmentText, own: FragmentText): string {
  if (!text.includes('{>')) return text;
  const expanded = expandFragments(text, both);
  if (expanded.ok) return expanded.text;
  const written = expandFragments(text, own);
  return written.ok ? written.text : text;
}

function fragmentTexts(fragments: readonly Fragment[]): FragmentText {
  const texts = new Map(fragments.map(({ id, text }) => [id, text]));
  return (id) => texts.get(id);
}

function highestFragments(packs: readonly Pack[]): FragmentText {
  const texts = new Map<string, string>();
  for (const { fragments = [] } of packs)
    for (const { id, text, replaces = [] } of fragments)
      for (const name of [id, ...replaces]) if (!texts.has(name)) texts.set(name, text);
  return (id) => texts.get(id);
}

function highestNames(packs: readonly Pack[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, slot } of packs.flatMap((pack) => pack.names ?? []))
    if (slot !== undefined && !names.has(slot)) names.set(slot, name);
  return names;
}

function fillNames(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text;
  const parts = parseSlots(text).map((part) => {
    const name = part.kind === 'slot' ? names.get(part.name) : undefined;
    return part.kind === 'slot' && name !== undefined ? `{${part.name}:${name}}` : part.raw;
  });
  return parts.join('');
}
