// All that a pack says, with its place in the file: what names no fragment, goes in circles or holds a broken slot is told.
import { expandFragments, mostSaid, withoutFragments } from './fragment';
import type { FragmentText } from './fragment';
import { languageSchema } from './pack';
import type { Language, Pack } from './pack';
import type { UnplacedFault } from './pack-fault';
import { findSlotFault } from './slot';

type Said = { path: (string | number)[]; text: string; language: Language; isFragment?: boolean };

/** What is wrong with the texts of a pack. A fault of a fragment is told there, not wherever it is used. */
export function saidFaults(pack: Pack): UnplacedFault[] {
  const known = new Map(
    languageSchema.options.map((language) => [language, textsIn(pack, language)] as const),
  );
  return allSaid(pack).flatMap((said) => {
    const fault = slotFault(said) ?? fragmentFault(said, (id) => known.get(said.language)?.get(id));
    return fault ? [fault] : [];
  });
}

function allSaid(pack: Pack): Said[] {
  const { language } = pack;
  const own = (['phrases', 'fragments', 'refusals', 'frames'] as const).flatMap((kind) =>
    (pack[kind] ?? []).map(({ text }, at) => ({
      path: [kind, at, 'text'],
      text,
      language,
      isFragment: kind === 'fragments',
    })),
  );
  const others = (['phrases', 'fragments'] as const).flatMap((kind) =>
    (pack[kind] ?? []).flatMap(({ variants = {} }, at) =>
      languageSchema.options.flatMap((other) => {
        const text = variants[other]?.text;
        const path = [kind, at, 'variants', other, 'text'];
        const isFragment = kind === 'fragments';
        return text === undefined ? [] : [{ path, text, language: other, isFragment }];
      }),
    ),
  );
  return [...own, ...others];
}

function textsIn({ language, fragments = [] }: Pack, wanted: Language): Map<string, string> {
  return new Map(
    fragments.flatMap(({ id, text, variants }) => {
      const said = wanted === language ? text : variants?.[wanted]?.text;
      return said === undefined ? [] : [[id, said] as const];
    }),
  );
}

function slotFault({ path, text }: Said): UnplacedFault | undefined {
  const bare = withoutFragments(text);
  const fault = findSlotFault(bare);
  return fault && { path, why: 'slot', what: [bare.slice(fault.at, fault.at + 20)] };
}

function fragmentFault(
  { path, text, isFragment }: Said,
  textOf: FragmentText,
): UnplacedFault | undefined {
  const expanded = expandFragments(text, textOf);
  if (expanded.ok) return undefined;
  const { why, ids } = expanded;
  if (why === 'too-long') return { path, why, what: [String(mostSaid)] };
  if (!isFragment && ids.length > 1) return undefined;
  if (why === 'no-fragment')
    return ids.length > 1 ? undefined : { path, why, what: [ids[0] ?? ''] };
  return { path, why, what: [ids.join(' → ')] };
}
