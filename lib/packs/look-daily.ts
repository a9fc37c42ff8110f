// Looks at the addresses of the packs in use, each once a day; what they offer waits for a person.
import type { KeptPack, Look } from '../domain/kept-pack';

const dayMs = 24 * 3_600_000;

export type DailyWorld = {
  packs: { all(): Promise<readonly KeptPack[]>; noteLook(id: string, look: Look): Promise<void> };
  look: (pack: KeptPack) => Promise<Look>;
  now: () => number;
};

/** Looks at those that nobody has looked at for a day. A clock that was set back does not keep any from it for longer. */
export async function lookDaily({ packs, look, now }: DailyWorld): Promise<void> {
  for (const pack of await packs.all()) {
    const { lookedAt } = pack.source ?? {};
    const age = lookedAt === undefined ? Infinity : now() - lookedAt;
    if (!pack.source || !pack.enabled || (age >= 0 && age < dayMs)) continue;
    await packs.noteLook(pack.id, await look(pack));
  }
}
