// Keeps what was found in texts: a conversation grows by a message, and all that was said before stays as it is.

// More than the longest conversation that a page shows.
const mostKept = 20_000;

/** The same function, which looks into a text once. It must depend on nothing but the text. */
export function remember<T>(look: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { found: T }>();
  return (text) => {
    let known = kept.get(text);
    if (known) return known.found;
    if (kept.size === mostKept) kept.clear();
    known = { found: look(text) };
    kept.set(text, known);
    return known.found;
  };
}
