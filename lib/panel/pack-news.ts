// Tells the agent once when the address of a pack offers another version, which the Desk shows.
import type { KeptPack } from '../domain/kept-pack';
import type { Notices } from './notices';

/** What to call with all packs, at first and on every change. */
export function createPackNews({ current, show }: Notices): (rows: readonly KeptPack[]) => void {
  const told = new Set<string>();
  return (rows) => {
    for (const { id, title, enabled, source } of rows) {
      const key = `${id} ${source?.offered}`;
      if (!enabled || source?.offered === undefined || told.has(key)) continue;
      // What is being said goes first: this can wait.
      if (current.peek() && current.peek()?.about !== 'pack-offered') continue;
      told.add(key);
      show({ about: 'pack-offered', text: `${title}|${source.offered}` });
    }
  };
}
