// The refusal that is being composed, each conversation's by itself: its three layers, what is amiss, the way into the reply box.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DraftCheck } from '../domain/draft-check';
import type { LedgerEvent } from '../domain/event';
import type { Language, Layer, RefusalBlock } from '../domain/pack';
import { composeRefusal, layers, rankBlocks } from '../domain/refusal';
import { checkRefusal } from '../domain/refusal-check';
import type { RefusalFinding } from '../domain/refusal-check';
import { combosFor, rememberCombo } from '../domain/refusal-memory';
import type { RefusalMemory } from '../domain/refusal-memory';
import type { RefusalWork } from '../domain/refusal-work';
import { fillPhrase } from '../domain/slot';
import type { Conversation } from './conversation';
import type { GuideStore, Words } from './guide';
import { createKeptWork } from './kept-work';
import type { Packs } from './packs';
import type { Used } from './panel';
import { inOwnWords, partOf, refusalOf, untouched } from './refusal-part';
import type { RefusalPart } from './refusal-part';

export type RefusalStore = {
  parts: ReadonlySignal<readonly RefusalPart[]>;
  /** What fills the slots so far. */
  words: ReadonlySignal<Words>;
  /** Undefined until the packs are there. */
  findings: ReadonlySignal<readonly RefusalFinding[] | undefined>;
  /** The layer that the keys speak to. */
  layer: ReadonlySignal<Layer>;
  goTo(layer: Layer): void;
  move(by: number): void;
  /** The next wording of a layer, or the one before; own words are one of them. */
  another(layer: Layer, by?: number): void;
  write(layer: Layer, text: string): void;
  /** Back to the own words of a layer; where there are none yet, its wording becomes them, with what is known in it. */
  takeOver(layer: Layer): void;
  fill(slot: string, word: string): void;
  /** Puts all three as one text into the reply box; where that fails, on the clipboard. */
  insert(): Promise<Used>;
};

export type RefusalWorld = {
  conversation: Pick<Conversation, 'key' | 'events' | 'append'>;
  language: ReadonlySignal<Language>;
  packs: Packs;
  guide: Pick<GuideStore, 'slots' | 'state' | 'rememberWords'>;
  category: ReadonlySignal<string | undefined>;
  /** Undefined until the packs are there. */
  check: ReadonlySignal<DraftCheck | undefined>;
  memory: ReadonlySignal<RefusalMemory>;
  saveMemory: (memory: RefusalMemory) => Promise<void>;
  put: (text: string) => Promise<Used>;
  schedule: (callback: () => void, ms: number) => () => void;
  now: () => number;
};

export function createRefusal(world: RefusalWorld): RefusalStore {
  const { conversation, guide } = world;
  const { value: work, change } = createKeptWork<RefusalWork>({
    ...world,
    empty: untouched,
    read: lastDrafted,
    write: (drafted, at) => ({ kind: 'refusalDrafted', at, work: drafted }),
  });
  const words = computed(() => ({ ...guide.slots.value, ...work.value.words }));
  const ranked = computed(() => rankedIn(world));
  const offered = computed(() => firstPicks(world, ranked.value));
  const parts = computed(() =>
    layers.map((layer) =>
      partOf(layer, work.value, ranked.value[layer], offered.value, words.value),
    ),
  );
  const partAt = (layer: Layer) => parts.value.find((part) => part.layer === layer);
  const filled = (text: string) => fillPhrase(text, words.value).text;
  /** Own words worth keeping: a block that was taken over and left as it was is none. */
  const typed = (layer: Layer) => {
    const own = work.value.own[layer];
    const isBlock = ranked.value[layer].some(({ text }) => filled(text) === own);
    return own?.trim() && !isBlock ? own : undefined;
  };
  const findings = computed(() => findingsIn(world, parts.value, words.value));
  const given = computed(() => work.value.words);
  const insert = createInsert(world, { parts, words, given, findings });
  let inserting: Promise<Used> | undefined;

  return {
    parts,
    words,
    findings,
    layer: computed(() => work.value.layer),
    goTo: (layer) => change({ layer }),
    move: (by) => {
      const at = layers.indexOf(work.value.layer) + by;
      change({ layer: layers[Math.min(layers.length - 1, Math.max(0, at))] ?? 'affirm' });
    },
    another: (layer, by = 1) => {
      const own = typed(layer) === undefined ? [] : [inOwnWords];
      const ring = [...ranked.value[layer].map(({ id }) => id), ...own];
      const at = ring.indexOf(partAt(layer)?.block?.id ?? inOwnWords);
      const next = ring[(at + by + ring.length) % ring.length];
      if (next) change({ layer, picks: { ...work.value.picks, [layer]: next } });
    },
    write: (layer, text) => {
      const { picks, own } = work.value;
      change({ layer, picks: { ...picks, [layer]: inOwnWords }, own: { ...own, [layer]: text } });
    },
    takeOver: (layer) => {
      const { picks, own } = work.value;
      const text = typed(layer) ?? filled(partAt(layer)?.text ?? '');
      change({ layer, picks: { ...picks, [layer]: inOwnWords }, own: { ...own, [layer]: text } });
    },
    fill: (slot, word) => change({ words: { ...work.value.words, [slot]: word } }),
    insert: () => {
      const of = conversation.key.value;
      // A key pressed twice inserts once.
      inserting ??= insert()
        .then((used) => {
          // What was true for this refusal, a time above all, is not sent again with the next.
          if (used === 'inserted') change({ layer: 'affirm', picks: {}, words: {} }, of);
          return used;
        })
        .finally(() => (inserting = undefined));
      return inserting;
    },
  };
}

function lastDrafted(events: readonly LedgerEvent[]): RefusalWork | undefined {
  const last = events.findLast((event) => event.kind === 'refusalDrafted');
  return last?.work;
}

type Ranked = Readonly<Record<Layer, readonly RefusalBlock[]>>;

function rankedIn({ packs, language, category, guide }: RefusalWorld): Ranked {
  const blocks = packs.refusals(language.value);
  const situation = { category: category.value, used: guide.state.value.used };
  return {
    affirm: rankBlocks(blocks, 'affirm', situation),
    explain: rankBlocks(blocks, 'explain', situation),
    offer: rankBlocks(blocks, 'offer', situation),
  };
}

/** What stands there before the agent chose: what went well before and is not said yet here, or what fits best. */
function firstPicks(
  { memory, language, category, guide }: RefusalWorld,
  ranked: Ranked,
): RefusalWork['picks'] {
  const { used } = guide.state.value;
  const isThere = (layer: Layer, id: string) =>
    !used.has(id) && ranked[layer].some((block) => block.id === id);
  const combo = combosFor(memory.value, {
    language: language.value,
    category: category.value,
  }).find((blocks) => layers.every((layer) => isThere(layer, blocks[layer])));
  return combo ?? {};
}

function findingsIn(
  { packs, language, check }: RefusalWorld,
  parts: readonly RefusalPart[],
  words: Words,
): RefusalFinding[] | undefined {
  const ear = packs.ear.value;
  const draft = check.value;
  if (!ear || !draft) return undefined;
  // A word that is still to come reads as its name.
  const named = (text: string) => fillPhrase(text, words).text.replace(/\{([a-z0-9-]+)\}/g, '$1');
  const means = { language: language.value, ear, check: draft };
  return checkRefusal(refusalOf(parts, named), means);
}

type Composed = {
  parts: ReadonlySignal<readonly RefusalPart[]>;
  words: ReadonlySignal<Words>;
  given: ReadonlySignal<Words>;
  findings: ReadonlySignal<readonly RefusalFinding[] | undefined>;
};

function createInsert(world: RefusalWorld, { parts, words, given, findings }: Composed) {
  const { conversation, guide, language, category, put, now } = world;
  return async (): Promise<Used> => {
    const known = words.value;
    const missing = parts.value.some(({ text }) => fillPhrase(text, known).missing.length > 0);
    if (missing) return 'asks';
    const text = composeRefusal(
      refusalOf(parts.value, (each) => fillPhrase(each, known).text),
      language.value,
    );
    if (text === '') return 'asks';
    const blocks = parts.value.flatMap(({ block }) => block?.id ?? []);
    const [affirm, explain, offer] = blocks;
    const good = findings.value?.length === 0 && affirm && explain && offer;
    const combo = good && {
      language: language.value,
      category: category.value,
      blocks: { affirm, explain, offer },
    };
    guide.rememberWords(given.value);
    const used = await put(text);
    if (used === 'failed') return used;
    if (combo) await keepCombo(world, combo);
    const at = now();
    await conversation.append(blocks.map((phrase) => ({ kind: 'inserted', at, phrase })));
    return used;
  };
}

async function keepCombo(
  { memory, saveMemory, now }: RefusalWorld,
  combo: Parameters<typeof rememberCombo>[1],
): Promise<void> {
  const next = rememberCombo(memory.value, combo, now());
  if (!next) return;
  await saveMemory(next).catch((error: unknown) =>
    console.error('The combination was not kept:', error),
  );
}
