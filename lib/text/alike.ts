// Which of many short texts say nearly the same: by the pairs of letters that two of them share.

/** Places of two texts, the earlier first. `same`: but for case, space and punctuation. */
export type Alike = { one: number; other: number; same: boolean };

/** Of the pairs of both: another name, number or word in a long text leaves more than this. */
const nearly = 0.82;
const most = 200;

/** Pairs of texts that are the same or nearly so, in their order; at most two hundred. */
export function findAlike(texts: readonly string[]): Alike[] {
  const lines = texts.map((text) => text.toLowerCase().replaceAll(/[\p{P}\p{S}\s]/gu, ''));
  const order = rarestFirst(lines);
  const index = new Map<string, number[]>();
  const found: Alike[] = [];
  for (const [other, line] of lines.entries()) {
    // What is not written yet is like nothing.
    if (line === '') continue;
    const pairs = order(line);
    const candidates = new Set<number>();
    // Two texts that share so much of their pairs share one of these (prefix filtering).
    const telling = [...pairs].slice(0, pairs.size - Math.ceil(leastShare * pairs.size) + 1);
    for (const pair of telling) {
      const places = index.get(pair);
      for (const place of places ?? []) candidates.add(place);
      if (places) places.push(other);
      else index.set(pair, [other]);
    }
    for (const one of [...candidates].toSorted((a, b) => a - b)) {
      const before = lines[one] ?? '';
      if (isAlike(order(before), pairs)) found.push({ one, other, same: before === line });
      if (found.length >= most) return found;
    }
  }
  return found;
}

// Dice of at least `nearly` means that the shared pairs are this much of either text.
const leastShare = nearly / (2 - nearly);

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const pair of one) shared += Number(other.has(pair));
  return 2 * shared >= nearly * (one.size + other.size);
}

/** The pairs of a line, those first that the fewest lines have; each line is cut once. */
function rarestFirst(lines: readonly string[]): (line: string) => ReadonlySet<string> {
  const cut = new Map<string, ReadonlySet<string>>();
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const pair of pairsOf(line)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (line) => {
    const known = cut.get(line);
    if (known) return known;
    const rarity = (pair: string) => counts.get(pair) ?? 0;
    const pairs = new Set(
      [...pairsOf(line)].toSorted((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1)),
    );
    cut.set(line, pairs);
    return pairs;
  };
}

/** A text of one letter is a pair by itself. */
function pairsOf(line: string): ReadonlySet<string> {
  if (line.length < 2) return new Set([line]);
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= line.length; at++) pairs.add(line.slice(at, at + 2));
  return pairs;
}
