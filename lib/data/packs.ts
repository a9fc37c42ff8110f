// Packs over the built-in ones: each is a row with its place and state, its texts lie apart and its last five stay.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { inOrder, keptPackSchema } from '../domain/kept-pack';
import type {
  KeptPack,
  KeptVersion,
  Look,
  PackLayer,
  PackSource,
  ToldFailure,
} from '../domain/kept-pack';
import type { PackSummary } from '../domain/pack-summary';
import type { Database } from './db';
import type { Broken } from './sound';

/** A version of a pack, byte by byte as it came. */
export type PackTextRow = {
  n?: number;
  pack: string;
  version: string;
  digest: string;
  takenAt: number;
  text: string;
};
/** A version that an address gave and nobody has looked through yet. */
export type PackOfferRow = { pack: string; version: string; digest: string; text: string };

export type TakenPack = {
  summary: PackSummary;
  text: string;
  digest: string;
  /** Where it was looked up. */
  source?: Pick<PackSource, 'url' | 'etag'>;
  /** Public key of whoever signed it. */
  signer?: string;
  /** Where it lies if it is new; the team's if not given. */
  layer?: PackLayer;
};
export type RemovedPack = {
  row: KeptPack;
  texts: readonly PackTextRow[];
  offers: readonly PackOfferRow[];
};
export type Packs = ReturnType<typeof createPacks>;

const versionsKept = 5;

export function createPacks(db: Database, now: () => number, { sound }: Pick<Broken, 'sound'>) {
  const tables = [db.packs, db.packTexts, db.packOffers];
  const all = async () => inOrder(sound('packs', keptPackSchema, await db.packs.toArray()));
  const change = (id: string, with_: (row: KeptPack) => Partial<KeptPack>) =>
    db.transaction('rw', tables, async () => {
      const row = await db.packs.get(id);
      if (row) await db.packs.put({ ...row, ...with_(row) });
    });

  return {
    /** All of them, lowest first, again on every change. */
    watch: (): Observable<KeptPack[]> => liveQuery(all),
    all,

    /** The text of a pack that is in use, byte by byte as it came. */
    async textOf({ text }: Pick<KeptPack, 'text'>): Promise<string> {
      return (await db.packTexts.get(text))?.text ?? '';
    },

    /** A new pack, off until it is switched on; or another version of one that is there, which stays as it was. */
    take({
      summary,
      text,
      digest,
      source,
      signer = '',
      layer: to = 'team',
    }: TakenPack): Promise<void> {
      return db.transaction('rw', tables, async () => {
        const { id, version } = summary;
        const before = await db.packs.get(id);
        const n = await db.packTexts.add({ pack: id, version, digest, takenAt: now(), text });
        const place = before ?? { layer: to, order: await nextOrder(db), enabled: false };
        const { layer, order, enabled } = place;
        const from = source && { ...source, lookedAt: now() };
        const kept = before?.source && { url: before.source.url };
        const row = { ...rowOf(summary), layer, order, enabled, text: n, digest };
        const known = from ?? kept;
        const pinned = before?.signer ?? signer;
        const policy = before?.policy && { policy: before.policy };
        await db.packs.put({
          ...row,
          ...policy,
          ...(known && { source: known }),
          ...(pinned !== '' && { signer: pinned }),
        });
        await db.packOffers.delete(id);
        await forgetOldest(db, id, n);
      });
    },

    setEnabled: (id: string, enabled: boolean): Promise<void> =>
      change(id, (row) => (row.policy?.locked ? {} : { enabled })),

    /** What the organisation's policy says of it; what is locked is in use. */
    setPolicy: (id: string, policy: KeptPack['policy']): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const row = await db.packs.get(id);
        if (!row || row.policy?.locked === policy?.locked) return;
        const { policy: _, ...rest } = row;
        const isOn = policy?.locked ? { enabled: true } : {};
        await db.packs.put({ ...rest, ...(policy && { policy }), ...isOn });
      }),

    /** Puts a pack on top of a layer. */
    setLayer: (id: string, layer: PackLayer): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const row = await db.packs.get(id);
        if (row?.policy?.locked) return;
        const order = await nextOrder(db);
        await db.packs.update(id, { layer, order });
      }),

    /** Lets a pack and its neighbour in the same layer change places; `by` is 1 upwards, -1 downwards. */
    move: (id: string, by: 1 | -1): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const rows = await all();
        const at = rows.findIndex((row) => row.id === id);
        const [one, other] = [rows[at], rows[at + by]];
        if (!one || other?.layer !== one.layer || one.policy?.locked) return;
        await db.packs.update(one.id, { order: other.order });
        await db.packs.update(other.id, { order: one.order });
      }),

    /** Takes a pack out with all its versions; gives what brings it back. */
    remove: (id: string): Promise<RemovedPack | undefined> =>
      db.transaction('rw', tables, async () => {
        const row = await db.packs.get(id);
        if (!row || row.policy?.locked) return undefined;
        const texts = await db.packTexts.where({ pack: id }).toArray();
        const offers = await db.packOffers.where({ pack: id }).toArray();
        await db.packs.delete(id);
        await db.packTexts.bulkDelete(texts.flatMap(({ n }) => n ?? []));
        await db.packOffers.delete(id);
        return { row, texts, offers };
      }),

    restore: ({ row, texts, offers }: RemovedPack): Promise<void> =>
      db.transaction('rw', tables, async () => {
        if (await db.packs.get(row.id)) return;
        await db.packs.put(row);
        await db.packTexts.bulkPut([...texts]);
        await db.packOffers.bulkPut([...offers]);
      }),

    /** The versions before the one in use, newest first. */
    async versions({ id, text }: Pick<KeptPack, 'id' | 'text'>): Promise<KeptVersion[]> {
      const rows = await db.packTexts.where({ pack: id }).toArray();
      return rows
        .flatMap(({ n, version, takenAt }) =>
          n === undefined || n === text ? [] : [{ n, version, takenAt }],
        )
        .toSorted((a, b) => b.n - a.n);
    },

    /** Goes back to a kept version; what the address offered instead of it is not offered again. */
    goBack: (n: number, summary: PackSummary): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const [row, to] = [await db.packs.get(summary.id), await db.packTexts.get(n)];
        if (!row || to?.pack !== row.id) return;
        const source = row.source && { url: row.source.url, declined: row.digest };
        const next = { ...row, ...rowOf(summary), text: n, digest: to.digest };
        await db.packs.put(source ? { ...next, source } : next);
        await db.packOffers.delete(row.id);
      }),

    /** A kept version by its number. */
    version: async (n: number): Promise<PackTextRow | undefined> => db.packTexts.get(n),

    /** Notes what an address said; a text that it offers waits until somebody has looked through it. */
    noteLook: (id: string, look: Look): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const row = await db.packs.get(id);
        if (!row?.source) return;
        const { failed: _, ...before } = row.source;
        const source: PackSource = { ...before, lookedAt: now() };
        if (look.is === 'failed') source.failed = { why: look.why, what: look.what };
        if (look.is === 'offer') {
          const { version, digest, text, etag } = look;
          await db.packOffers.put({ pack: id, version, digest, text });
          source.offered = version;
          // Until the server says so again, it is the answer that this stands for.
          if (etag !== undefined) source.etag = etag;
        }
        await db.packs.put({ ...row, source });
      }),

    offer: async (id: string): Promise<PackOfferRow | undefined> => db.packOffers.get(id),

    /**
     * What an address offers, by its digest, is not wanted, or for this reason cannot be used; it is not offered again
     * unless it changes.
     */
    decline: (id: string, declined: string, failed?: ToldFailure): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const row = await db.packs.get(id);
        if (!row?.source) return;
        const { offered: _, ...source } = row.source;
        const told = { ...source, lookedAt: now(), declined };
        await db.packs.put({ ...row, source: failed ? { ...told, failed } : told });
        await db.packOffers.delete(id);
      }),
  };
}

function rowOf({ counts, authors, ...summary }: PackSummary) {
  return { ...summary, counts: { ...counts }, authors: [...authors] };
}

async function nextOrder(db: Database): Promise<number> {
  const orders = (await db.packs.toArray()).map(({ order }) => order);
  return Math.max(0, ...orders) + 1;
}

async function forgetOldest(db: Database, pack: string, current: number): Promise<void> {
  const keys = await db.packTexts.where({ pack }).primaryKeys();
  const before = keys.filter((n) => n !== current).toSorted((a, b) => b - a);
  await db.packTexts.bulkDelete(before.slice(versionsKept));
}
