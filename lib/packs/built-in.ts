// The packs that come with the extension: checked and compiled once, and kept ready for the openings to come.
import { openPacks } from '../domain/prepared-packs';
import type { OpenPacks, PreparedPacks } from '../domain/prepared-packs';

const files = ['/packs/en.json', '/packs/zh-cn.json'] as const;
/** The worker that prepares packs: another one may compile them in another way. */
const preparer = '/prepare-packs.js';
export type BuiltInFile = (typeof files)[number] | typeof preparer;

export type BuiltInWorld = {
  /** The text of a file of the extension. */
  read: (file: BuiltInFile) => Promise<string>;
  /** Prepares packs where nobody waits for it. */
  prepare: (texts: readonly string[]) => Promise<PreparedPacks>;
  /** What was kept under this key; undefined also where nothing can be kept. */
  recall: (key: string) => Promise<PreparedPacks | undefined>;
  /** Keeps prepared packs instead of those before; where that is not possible, they are prepared again next time. */
  keep: (key: string, prepared: PreparedPacks) => Promise<void>;
};

/**
 * The built-in packs, as they were kept if neither they nor the worker have changed. What was kept and cannot be read,
 * is prepared anew.
 */
export async function loadBuiltInPacks(world: BuiltInWorld): Promise<OpenPacks> {
  const [script, ...texts] = await Promise.all(
    ([preparer, ...files] as const).map((file) => world.read(file)),
  );
  const key = await digestOf([script, ...texts].join('\0'));
  const kept = await world.recall(key);
  const recalled = kept && openPacks(kept);
  if (recalled?.ok) return recalled.open;
  const prepared = await world.prepare(texts);
  const opened = openPacks(prepared);
  if (!opened.ok) throw new Error(opened.reason);
  await world.keep(key, prepared);
  return opened.open;
}

async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
