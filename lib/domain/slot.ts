// Slots in phrase texts, `{customer}` or `{minutes:5}`: found, filled, and named where nothing fills them.

// There is no escape for a brace: a phrase is something to say, and nobody says braces. A brace
// that belongs to no slot stays text here, and `findSlotFault` lets a pack check refuse it.
const slotPattern = /\{([a-z][a-z0-9-]*)(?::\s*([^{}\s][^{}]*))?\}/g;

/** `raw` is the part as written: the parts' `raw`, joined, are the text again. */
export type PhrasePart =
  { kind: 'text'; raw: string } | { kind: 'slot'; raw: string; name: string; fallback?: string };

/** The text cut into slots and what stands between them, in order. */
export function parseSlots(text: string): PhrasePart[] {
  const parts: PhrasePart[] = [];
  let end = 0;
  for (const match of text.matchAll(slotPattern)) {
    const [raw, name = '', fallback] = match;
    if (match.index > end) parts.push({ kind: 'text', raw: text.slice(end, match.index) });
    const slot = { kind: 'slot', raw, name } as const; // Keeps `kind` a literal.
    parts.push(fallback === undefined ? slot : { ...slot, fallback: fallback.trimEnd() });
    end = match.index + raw.length;
  }
  if (end < text.length) parts.push({ kind: 'text', raw: text.slice(end) });
  return parts;
}

/** What to say, and the slots still open: their names stand in `text` as `{name}`, so do not send it. */
export type FilledPhrase = { text: string; missing: string[] };

/** A blank value fills nothing. Values are taken as they are: a slot inside a value stays unfilled. */
export function fillPhrase(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): FilledPhrase {
  const missing = new Set<string>();
  const filled = parseSlots(text).map((part) => {
    if (part.kind === 'text') return part.raw;
    // Own keys only: `{constructor}` is a slot name like any other.
    const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
    if (value?.trim()) return value;
    if (part.fallback !== undefined) return part.fallback;
    missing.add(part.name);
    return `{${part.name}}`;
  });
  return { text: filled.join(''), missing: [...missing] };
}

/** A brace that forms no slot, by UTF-16 offset. */
export type SlotFault = {
  at: number;
  reason:
    | 'unclosed' // `{` without its `}`
    | 'unopened' // `}` without its `{`
    | 'malformed'; // both there, but the name or the default is not one
};

/** The first brace that forms no slot, such as a typing error that would be sent to a customer. */
export function findSlotFault(text: string): SlotFault | undefined {
  let start = 0;
  for (const part of parseSlots(text)) {
    const at = part.kind === 'text' ? part.raw.search(/[{}]/) : -1;
    if (at >= 0) return { at: start + at, reason: reasonOf(text.slice(start + at)) };
    start += part.raw.length;
  }
  return undefined;
}

function reasonOf(fromBrace: string): SlotFault['reason'] {
  if (fromBrace.startsWith('}')) return 'unopened';
  return /^\{[^{}]*\}/.test(fromBrace) ? 'malformed' : 'unclosed';
}
