// The packs in use, the built-in ones and those over them: checked and compiled once, and kept ready for the openings to come.
import { openPacks } from '../domain/open-packs';
import type { OpenPacks } from '../domain/open-packs';
import type { PackTexts, PreparedPacks } from '../domain/prepared-packs';

export const builtInFiles = ['/packs/en.json', '/packs/zh-cn.json'] as const;
/** The worker that prepares packs: another one may compile them in another way. */
const preparer = '/prepare-packs.js';
export type BuiltInFile = (typeof builtInFiles)[number] | typeof preparer;

/** A pack over the built-in ones: the digest of its text, and the text itself, which is read only to be prepared. */
export type AddedPack = { digest: string; text: () => Promise<string> };

export type PackWorld = {
  /** The text of a file of the extension. */
  read: (file: BuiltInFile) => Promise<string>;
  /** Prepares packs where nobody waits for it. */
  prepare: (texts: PackTexts) => Promise<PreparedPacks>;
  /** What was kept under this key; undefined also where nothing can be kept. */
  recall: (key: string) => Promise<PreparedPacks | undefined>;
  /** Keeps prepared packs instead of those before; where that is not possible, they are prepared again next time. */
  keep: (key: string, prepared: PreparedPacks) => Promise<void>;
  /** Of the agent's calendar, as 2026-11-22. */
  today: () => string;
};

/**
 * The packs, as they were kept if neither they nor the worker have changed. What was kept and cannot be read, is
 * prepared anew.
 * @param added over the built-in ones, lowest first
 */
export async function loadPacks(world: PackWorld, added: readonly AddedPack[]): Promise<OpenPacks> {
  const [script, ...texts] = await Promise.all(
    ([preparer, ...builtInFiles] as const).map((file) => world.read(file)),
  );
  const key = await digestOf([script, ...texts, ...added.map(({ digest }) => digest)].join('\0'));
  const kept = await world.recall(key);
  const recalled = kept && openPacks(kept, world.today());
  if (recalled?.ok) return recalled.open;
  const over = await Promise.all(added.map(({ text }) => text()));
  const prepared = await world.prepare({ builtIn: texts, added: over });
  const opened = openPacks(prepared, world.today());
  if (!opened.ok) throw new Error(opened.reason);
  await world.keep(key, prepared);
  return opened.open;
}

/** SHA-256 as hexadecimal digits. */
export async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
