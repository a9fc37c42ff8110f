// Fragments in texts, `{>sign-off}`: found, and put in place by what they say.

/** Fragments within fragments; more is nobody's wording. */
const mostDepth = 8;
/** The most that a text may hold once its fragments are in place: as much as one without any. */
export const mostSaid = 2000;

// Ids are those of lib/domain/pack-words.ts.
const reference = /\{>([a-z0-9]+(?:[.-][a-z0-9]+)*)\}/g;

/** What a fragment says; undefined where there is none of this id. */
export type FragmentText = (id: string) => string | undefined;

export type Expanded =
  | { ok: true; text: string }
  /** `ids` lead from the text to what is not there, or back to where they have been. */
  | {
      ok: false;
      why: 'no-fragment' | 'fragment-circle' | 'fragment-deep' | 'too-long';
      ids: readonly string[];
    };

/** The text without what names fragments: what is left is checked for slots. */
export function withoutFragments(text: string): string {
  return text.replaceAll(reference, '');
}

/** The text with its fragments in place, and theirs in them. Never more than `mostSaid` characters. */
export function expandFragments(text: string, textOf: FragmentText): Expanded {
  return expand(text, textOf, []);
}

function expand(text: string, textOf: FragmentText, within: readonly string[]): Expanded {
  let said = '';
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const [raw, id = ''] = match;
    const inner = expandOne(id, textOf, within);
    if (!inner.ok) return inner;
    said += text.slice(from, match.index) + inner.text;
    from = match.index + raw.length;
    // Looked at before the next one: pieces of pieces grow by powers.
    if (said.length > mostSaid) break;
  }
  said += text.slice(from);
  return said.length > mostSaid
    ? { ok: false, why: 'too-long', ids: within }
    : { ok: true, text: said };
}

function expandOne(id: string, textOf: FragmentText, within: readonly string[]): Expanded {
  const ids = [...within, id];
  if (within.includes(id)) return { ok: false, why: 'fragment-circle', ids };
  if (ids.length > mostDepth) return { ok: false, why: 'fragment-deep', ids };
  const text = textOf(id);
  return text === undefined ? { ok: false, why: 'no-fragment', ids } : expand(text, textOf, ids);
}
