// Where a pack may be handed out: over https, or from this very machine.

/** The address as a whole; undefined where a pack cannot be fetched from there. */
export function packAddress(typed: string): string | undefined {
  const trimmed = typed.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return undefined;
  // What stands in an address is shown, written down and sent in the open: no place for a password.
  if (url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href;
}
