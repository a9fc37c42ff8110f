// The packs over the built-in ones as the Desk shows them: which are there, their order, versions, and what they clash over.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { KeptPack, KeptVersion, PackLayer } from '../domain/kept-pack';
import type { LayerConflict } from '../domain/pack-layers';
import type { PackSummary } from '../domain/pack-summary';
import type { LayersReview } from '../domain/review-layers';
import type { PackTexts } from '../domain/prepared-packs';
import { follow, memoryOf, willTell } from './live';
import { createDraftShelf } from './draft-shelf';
import type { DraftShelf, DraftShelfWorld } from './draft-shelf';
import { createPackReview } from './pack-review';
import type { PackReview, ReviewWorld } from './pack-review';
import type { PolicyPacks } from './policy-packs';
import { createUseCounts } from './use-counts';
import type { UseCounts } from './use-counts';

export type PackShelf = {
  /** Whether all that is there at first was read: before, a list that comes would move what is below it. */
  isRead: ReadonlySignal<boolean>;
  /** Highest first. */
  rows: ReadonlySignal<readonly KeptPack[]>;
  builtIn: ReadonlySignal<readonly PackSummary[]>;
  conflicts: ReadonlySignal<readonly LayerConflict[]>;
  /** Ids of those that are switched on, and that this version cannot read any more. */
  unusable: ReadonlySignal<ReadonlySet<string>>;
  review: PackReview;
  drafts: DraftShelf;
  uses: UseCounts;
  policy: Pick<PolicyPacks, 'missing'>;
  /** Asks for the permission and takes what the policy has there. Call it first thing in a click. */
  takeFromPolicy(url: string): Promise<void>;
  /** Those of one pack, newest first; undefined until they are asked for. */
  versions: ReadonlySignal<{ id: string; all: readonly KeptVersion[] } | undefined>;
  showVersions(row: KeptPack): Promise<void>;
  setEnabled(id: string, enabled: boolean): Promise<void>;
  setLayer(id: string, layer: PackLayer): Promise<void>;
  move(id: string, by: 1 | -1): Promise<void>;
  /** Gives the user the file, byte by byte as it came. */
  save(row: KeptPack): Promise<void>;
  /** Takes it out; the notice brings it back. */
  remove(row: KeptPack): Promise<void>;
};

export type ShelfWorld = ReviewWorld &
  DraftShelfWorld & {
    policy: Pick<PolicyPacks, 'missing'> & { apply(): Promise<unknown> };
    reviewLayers: (texts: PackTexts) => Promise<LayersReview>;
    saveFile: (file: Blob, name: string) => void;
  };

export function createPackShelf(world: ShelfWorld): PackShelf {
  const { memory, notices } = world;
  const kept = computed(() => memoryOf(memory.value)?.packs);
  const lowestFirst = signal<readonly KeptPack[] | undefined>();
  const mayCome = computed(() => willTell(memory.value));
  const told = computed(() => lowestFirst.value ?? (mayCome.value ? undefined : []));
  const versions = signal<{ id: string; all: readonly KeptVersion[] } | undefined>();
  effect(() => kept.value && follow(kept.value.watch(), lowestFirst, []));
  const found = followLayers(world, told);
  const drafts = createDraftShelf(world);

  return {
    isRead: computed(() => Boolean(found.value && (drafts.rows.value ?? !mayCome.value))),
    rows: computed(() => told.value?.toReversed() ?? []),
    builtIn: computed(() => found.value?.builtIn ?? []),
    conflicts: computed(() => found.value?.conflicts ?? []),
    unusable: computed(() => new Set(found.value?.unusable)),
    review: createPackReview(world),
    drafts,
    uses: createUseCounts(world),
    policy: world.policy,
    takeFromPolicy: async (url) => {
      if (await world.allow(url)) await world.policy.apply();
    },
    versions,
    showVersions: async (row) => {
      const isShown = versions.value?.id === row.id;
      const all = isShown ? undefined : await kept.value?.versions(row);
      versions.value = all && { id: row.id, all };
    },
    setEnabled: async (id, enabled) => kept.value?.setEnabled(id, enabled),
    setLayer: async (id, layer) => kept.value?.setLayer(id, layer),
    move: async (id, by) => kept.value?.move(id, by),
    save: async (row) => {
      const text = await kept.value?.textOf(row);
      if (text !== undefined)
        world.saveFile(
          new Blob([text], { type: 'application/json' }),
          `${row.id}-${row.version}.json`,
        );
    },
    remove: async ({ id, title }) => {
      const removed = await kept.value?.remove(id);
      if (!removed) return;
      const undo = () => void kept.value?.restore(removed).then(notices.dismiss);
      notices.show({ about: 'pack-removed', text: title, undo });
    },
  };
}

type FoundLayers = Omit<LayersReview, 'unusable'> & { unusable: readonly string[] };

/** What the packs in use are at odds over, once these are told; looked at again when they change. */
function followLayers(
  { readBuiltIn, reviewLayers, memory }: ShelfWorld,
  rows: ReadonlySignal<readonly KeptPack[] | undefined>,
): ReadonlySignal<FoundLayers | undefined> {
  const found = signal<FoundLayers | undefined>();
  const inUse = computed(() => rows.value?.filter(({ enabled }) => enabled));
  const wanted = computed(() => inUse.value?.map(({ digest }) => digest).join());
  let asked = 0;
  effect(() => {
    if (wanted.value === undefined) return;
    const [mine, kept] = [(asked += 1), memoryOf(memory.peek())?.packs];
    const look = async () => {
      const builtIn = await readBuiltIn();
      const looked = (kept && inUse.peek()) ?? [];
      const added = await Promise.all(looked.map(async (row) => (await kept?.textOf(row)) ?? ''));
      const { unusable, ...next } = await reviewLayers({ builtIn, added });
      if (mine !== asked) return;
      found.value = { ...next, unusable: unusable.flatMap((place) => looked[place]?.id ?? []) };
    };
    look().catch((error: unknown) => {
      console.error('The packs were not compared:', error);
      found.value ??= { builtIn: [], conflicts: [], unusable: [] };
    });
  });
  return found;
}
