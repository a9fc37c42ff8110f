// Reads what servers answer: never more of it than a line, and never as anything but text.

const longestSaid = 300;

/** The parsed body, or undefined: servers behind proxies answer pages as well. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown; // Whatever it is, it is looked at piece by piece.
  } catch {
    return undefined;
  }
}

/** What stands under these names, one inside the other; undefined where the answer has no such place. */
export function valueAt(value: unknown, ...names: readonly (string | number)[]): unknown {
  let here: unknown = value;
  for (const name of names) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Object.getOwnPropertyDescriptor(here, name)?.value;
  }
  return here;
}

/** The list that stands under these names; undefined where there is none. */
export function listAt(value: unknown, ...names: readonly (string | number)[]) {
  const list = valueAt(value, ...names);
  return Array.isArray(list) ? (list as readonly unknown[]) : undefined; // Looked at piece by piece.
}

/** A ticket's number or name, if it is one that may stand in an address. */
export function idOf(value: unknown): string | undefined {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

/** All texts in a value, joined. */
export function textsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map((each) => textsIn(each))
    .filter((text) => text !== '')
    .join(' · ');
}

/** One line of plain text, at most 300 letters: what a server said, fit to be shown and kept. */
export function asLine(text: string): string {
  const line = text
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const letters = Array.from(line);
  return letters.length > longestSaid ? `${letters.slice(0, longestSaid - 1).join('')}…` : line;
}

/** Without secrets, in case the server repeats what it was sent. */
export function withoutSecrets(text: string, secrets: Readonly<Record<string, string>>): string {
  return Object.values(secrets)
    .filter((secret) => secret.length >= 4)
    .reduce((clean, secret) => clean.replaceAll(secret, '●●●●'), text);
}

/** `Retry-After` in ms from now, if there is one: seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
