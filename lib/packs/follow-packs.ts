// Keeps the packs in use at what is kept and switched on: loaded at once, and again whenever that changes.
import type { KeptPack } from '../domain/kept-pack';
import type { OpenPacks } from '../domain/open-packs';
import { loadPacks } from './load-packs';
import type { AddedPack, PackWorld } from './load-packs';

/** The packs over the built-in ones, as the log keeps them. */
export type KeptPacks = {
  /** Lowest first. */
  watch(): {
    subscribe(next: (rows: KeptPack[]) => void, error: (error: unknown) => void): unknown;
  };
  textOf(row: KeptPack): Promise<string>;
};

/**
 * Resolves once the first packs are in use. Without a log, and where one of those over them cannot be had, the built-in
 * ones are.
 */
export function followPacks(
  world: PackWorld,
  kept: KeptPacks | undefined,
  use: (open: OpenPacks) => void,
): Promise<void> {
  let inUse: string | undefined;
  let loading = Promise.resolve();
  const turnTo = async (all: readonly KeptPack[]) => {
    const rows = all.filter(({ enabled }) => enabled);
    const wanted = [world.today(), world.script.value, ...rows.map(({ digest }) => digest)].join();
    if (wanted === inUse) return;
    const open = await loadKept(world, rows, kept);
    await world.pause();
    use(open);
    inUse = wanted;
  };
  return new Promise((resolve, reject) => {
    // One after the other: what was asked for last is in use last.
    let last: readonly KeptPack[] | undefined;
    const next = (rows: readonly KeptPack[]) => {
      last = rows;
      loading = loading.then(() => turnTo(rows));
      loading.then(resolve, reject);
    };
    world.script.subscribe(() => last && next(last));
    if (!kept) return next([]);
    kept.watch().subscribe(next, (error) => {
      console.error('The packs of the team were not read:', error);
      next([]);
    });
  });
}

/** These packs over the built-in ones, once. @param rows lowest first */
export function loadKept(
  world: PackWorld,
  rows: readonly KeptPack[],
  kept: Pick<KeptPacks, 'textOf'> | undefined,
): Promise<OpenPacks> {
  const textOf = async (row: KeptPack) => (await kept?.textOf(row)) ?? '';
  return loadOrBuiltIn(
    world,
    rows.map((row) => ({ digest: row.digest, text: () => textOf(row) })),
  );
}

/** Nobody is left without words because of what was added. */
async function loadOrBuiltIn(world: PackWorld, added: readonly AddedPack[]): Promise<OpenPacks> {
  if (added.length === 0) return loadPacks(world, added);
  return loadPacks(world, added).catch((error: unknown) => {
    console.error('The packs of the team were not loaded:', error);
    return loadPacks(world, []);
  });
}
