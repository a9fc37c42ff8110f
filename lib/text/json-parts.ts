// Takes one list or object of JSON apart as it is written, and changes a part of it without touching the others.

/**
 * The values as they are written, and what stands around them: `leads` are the space before each, `names` its key with
 * the colon (empty in a list), `tails` the space behind each, and `inside` all there is in an empty one.
 */
export type JsonParts = {
  isList: boolean;
  keys: readonly string[];
  names: readonly string[];
  raws: readonly string[];
  leads: readonly string[];
  tails: readonly string[];
  inside: string;
};

const space = /[ \t\n\r]*/y;
const sign = /["[\]{}]/g;
const colon = /[ \t\n\r]*:[ \t\n\r]*$/;
const scalar = /[^ \t\n\r,\]}]*/y;

/** Takes apart the list or object that begins at `at`; `end` is behind it. The text is JSON. */
export function takeApart(text: string, at = 0): { parts: JsonParts; end: number } {
  const isList = text.charAt(at) === '[';
  const [keys, names, raws]: [string[], string[], string[]] = [[], [], []];
  const [leads, tails]: [string[], string[]] = [[], []];
  const partsWith = (inside: string) => ({ isList, keys, names, raws, leads, tails, inside });
  const first = afterSpace(text, at + 1);
  if (text.charAt(first) === (isList ? ']' : '}'))
    return { parts: partsWith(text.slice(at + 1, first)), end: first + 1 };
  for (let from = at + 1; ;) {
    const begins = afterSpace(text, from);
    leads.push(text.slice(from, begins));
    const value = isList ? begins : behindKey(text, begins);
    names.push(text.slice(begins, value));
    if (!isList) keys.push(String(JSON.parse(text.slice(begins, endOfString(text, begins)))));
    const ends = endOfValue(text, value);
    const next = afterSpace(text, ends);
    raws.push(text.slice(value, ends));
    tails.push(text.slice(ends, next));
    if (text.charAt(next) !== ',') return { parts: partsWith(''), end: next + 1 };
    from = next + 1;
  }
}

/** The text again. */
export function putTogether({ isList, names, raws, leads, tails, inside }: JsonParts): string {
  const values = raws.map((raw, place) => `${leads[place]}${names[place]}${raw}${tails[place]}`);
  const within = values.join(',') || inside;
  return isList ? `[${within}]` : `{${within}}`;
}

/** With another value at a place. */
export function withRaw(parts: JsonParts, place: number, raw: string): JsonParts {
  return { ...parts, raws: parts.raws.with(place, raw) };
}

/**
 * With one value more, set as its neighbours are.
 * @param alone the space before and behind it where it is the only one
 */
export function withInserted(
  parts: JsonParts,
  place: number,
  { raw, key }: { raw: string; key?: string },
  alone: { lead: string; tail: string; colon: string },
): JsonParts {
  const { raws, keys, names, leads, tails } = parts;
  const count = raws.length;
  const isOnly = count === 0;
  const [first = alone.lead, second = first] = leads;
  const [written = alone.colon] = colon.exec(names[0] ?? '') ?? [];
  // The first one's lead stays the first one's.
  const slot = isOnly ? 0 : Math.max(1, place);
  const isLast = slot === count;
  const tail = isOnly ? alone.tail : '';
  return {
    ...parts,
    raws: raws.toSpliced(place, 0, raw),
    keys: key === undefined ? keys : keys.toSpliced(place, 0, key),
    names: names.toSpliced(place, 0, key === undefined ? '' : `${JSON.stringify(key)}${written}`),
    leads: leads.toSpliced(slot, 0, isOnly ? alone.lead : second),
    // The last one's tail, behind which the bracket stands, stays the last one's.
    tails: tails.toSpliced(isLast && !isOnly ? slot - 1 : slot, 0, tail),
    inside: '',
  };
}

/** A list with several values more, behind the others; however many, it is done once. */
export function withAppended(
  list: JsonParts,
  raws: readonly string[],
  alone: { lead: string; tail: string; colon: string },
): JsonParts {
  const [raw, ...rest] = raws;
  if (raw === undefined) return list;
  const one = withInserted(list, list.raws.length, { raw }, alone);
  const [first = '', second = first] = one.leads;
  const each = (text: string) => rest.map(() => text);
  return {
    ...one,
    raws: [...one.raws, ...rest],
    names: [...one.names, ...each('')],
    leads: [...one.leads, ...each(second)],
    tails: [...one.tails.slice(0, -1), ...each(''), ...one.tails.slice(-1)],
  };
}

/** Without one value. */
export function withRemoved(parts: JsonParts, place: number): JsonParts {
  const { isList, raws, keys, names, leads, tails } = parts;
  const isLast = place === raws.length - 1;
  return {
    ...parts,
    raws: raws.toSpliced(place, 1),
    keys: isList ? keys : keys.toSpliced(place, 1),
    names: names.toSpliced(place, 1),
    leads: leads.toSpliced(raws.length === 1 ? 0 : Math.max(1, place), 1),
    tails: tails.toSpliced(isLast ? Math.max(0, place - 1) : place, 1),
  };
}

/** With one value of a list at another place; what stands around the values stays where it is. */
export function withMoved(parts: JsonParts, from: number, to: number): JsonParts {
  const raw = parts.raws[from];
  if (raw === undefined) return parts;
  return { ...parts, raws: parts.raws.toSpliced(from, 1).toSpliced(to, 0, raw) };
}

/**
 * A value as JSON.
 * @param indent what stands before its line, and what each level adds; undefined: all in one line
 */
export function writeJson(
  value: unknown,
  indent: { line: string; step: string } | undefined,
): string {
  if (!indent) return JSON.stringify(value);
  return JSON.stringify(value, null, indent.step).replaceAll('\n', `\n${indent.line}`);
}

/** The space at the beginning of the line that a lead breaks; undefined where it breaks none. */
export function lineStart(lead: string): string | undefined {
  const at = lead.lastIndexOf('\n');
  return at < 0 ? undefined : lead.slice(at + 1);
}

function behindKey(text: string, at: number): number {
  return afterSpace(text, afterSpace(text, endOfString(text, at)) + 1);
}

function afterSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

function endOfValue(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '"') return endOfString(text, at);
  if (first !== '{' && first !== '[') {
    scalar.lastIndex = at;
    scalar.test(text);
    return scalar.lastIndex;
  }
  let depth = 0;
  sign.lastIndex = at;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '"') sign.lastIndex = endOfString(text, found.index);
    else depth += found[0] === '{' || found[0] === '[' ? 1 : -1;
    if (depth === 0) return sign.lastIndex;
  }
  return text.length;
}

function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charAt(end - 1 - slashes) === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}
