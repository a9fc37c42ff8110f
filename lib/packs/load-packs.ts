// The packs in use, the built-in ones and those over them: checked and compiled once, and kept ready for the openings to come.
import { openPacks } from '../domain/open-packs';
import type { OpenPacks } from '../domain/open-packs';
import type { ChineseScript } from '../domain/chinese-script';
import type { KeptPacks, PackOrder, PreparedPacks } from '../domain/prepared-packs';

export const builtInFiles = ['/packs/en.json', '/packs/zh-cn.json'] as const;
/**
 * A digest of the built-in packs and of the worker that prepares them, which the build writes (wxt.config.ts): another
 * worker may compile them in another way. To read them all at each opening takes longer than to open what was kept.
 */
const stamp = '/packs/stamp.txt';
export type BuiltInFile = (typeof builtInFiles)[number] | typeof stamp;

/** A pack over the built-in ones: the digest of its text, and the text itself, which is read only to be prepared. */
export type AddedPack = { digest: string; text: () => Promise<string> };

export type PackWorld = {
  /** The text of a file of the extension. */
  read: (file: BuiltInFile) => Promise<string>;
  /** Prepares packs where nobody waits for it. */
  prepare: (order: PackOrder) => Promise<PreparedPacks>;
  /** What was kept last, with its key; undefined also where nothing can be kept. */
  recall: () => Promise<KeptPacks | undefined>;
  /** Keeps prepared packs instead of those before; where that is not possible, they are prepared again next time. */
  keep: (kept: KeptPacks) => Promise<void>;
  /** Lets the page draw and hear keys before the next piece of work. */
  pause: () => Promise<void>;
  /** Of the agent's calendar, as 2026-11-22. */
  today: () => string;
  /** How Chinese is to be written, and calls back when that has changed. */
  script: { readonly value: ChineseScript; subscribe(changed: () => void): unknown };
};

/**
 * The packs, as they were kept if neither they nor the worker have changed. What was kept and cannot be read, is
 * prepared anew.
 * @param added over the built-in ones, lowest first
 */
export async function loadPacks(world: PackWorld, added: readonly AddedPack[]): Promise<OpenPacks> {
  const [own, kept] = await Promise.all([world.read(stamp), world.recall()]);
  const script = world.script.value;
  const key = [own, script, ...added.map(({ digest }) => digest)].join(' ');
  const recalled = kept?.key === key ? openPacks(kept, world.today()) : undefined;
  if (recalled?.ok) return recalled.open;
  const [builtIn, over] = await Promise.all([
    Promise.all(builtInFiles.map((file) => world.read(file))),
    Promise.all(added.map(({ text }) => text())),
  ]);
  const prepared = await world.prepare({ builtIn, added: over, script });
  await world.pause();
  const opened = openPacks(prepared, world.today());
  if (!opened.ok) throw new Error(opened.reason);
  await world.pause();
  await world.keep({ key, ...prepared });
  return opened.open;
}

/** SHA-256 as hexadecimal digits. */
export async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
