// The packs of an organisation's policy: taken without a click, as far as the browser may fetch them.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { KeptPack } from '../domain/kept-pack';
import { packAddress } from '../domain/pack-address';
import type { AppliedPolicy, PolicyPack } from '../domain/policy';
import { memoryOf } from './live';
import { createPackReview } from './pack-review';
import type { ReviewState, ReviewWorld } from './pack-review';

/** One that is not there: `waits` for the address to be allowed, with a click that only the agent can give. */
export type MissingPack = { name: string; url: string | undefined } & (
  { is: 'waits' } | { is: 'refused'; state: ReviewState }
);
export type PolicyPacks = {
  /** What could not be taken the last time. */
  missing: ReadonlySignal<readonly MissingPack[]>;
  apply(policy: AppliedPolicy): Promise<void>;
};
export type PolicyWorld = ReviewWorld & { isAllowed: (url: string) => Promise<boolean> };

export function createPolicyPacks(world: PolicyWorld): PolicyPacks {
  const missing = signal<readonly MissingPack[]>([]);
  let last = Promise.resolve();
  const apply = async (policy: AppliedPolicy) => {
    const packs = memoryOf(world.memory.value)?.packs;
    if (!packs) return;
    const named = new Set<string>();
    const left: MissingPack[] = [];
    for (const [at, asked] of policy.packs.entries()) {
      const name = asked.url ?? `packs[${at}]`;
      const taken = await takeOne(asked, name, world);
      if ('is' in taken) left.push(taken);
      else {
        named.add(taken.id);
        await packs.setPolicy(taken.id, { locked: asked.locked === true });
      }
    }
    // A pack whose new text was refused is still the policy's, under an id that the text did not tell.
    const isAnyRefused = left.some(({ is }) => is === 'refused');
    for (const { id, policy: was } of await packs.all())
      if (was && !named.has(id) && !isAnyRefused) await packs.setPolicy(id, undefined);
    missing.value = left;
  };
  return {
    missing,
    apply: (policy) => {
      const own = last.then(() => apply(policy));
      // One that could not be done, as on a full disk, holds up none of those behind it.
      last = own.catch(() => undefined);
      return own;
    },
  };
}

async function takeOne(
  { url: given, text }: PolicyPack,
  name: string,
  world: PolicyWorld,
): Promise<MissingPack | { id: string }> {
  const url = given === undefined ? undefined : packAddress(given);
  const rows = (await memoryOf(world.memory.value)?.packs.all()) ?? [];
  const here = url === undefined ? undefined : rows.find(({ source }) => source?.url === url);
  if (here) return takeOffer(here, world);
  if (text !== undefined) {
    const digest = await world.digest(text);
    const same = rows.find((row) => row.digest === digest);
    return same ?? review(world, { name, text });
  }
  if (url === undefined || !(await world.isAllowed(url))) return { name, url, is: 'waits' };
  const fetched = await world.fetchPack(url);
  if (fetched.is === 'same') return { name, url, is: 'waits' };
  if (fetched.is === 'failed') return { name, url, is: 'refused', state: { name, ...fetched } };
  const { text: found, etag } = fetched;
  return review(world, { name, text: found, source: { url, ...(etag !== undefined && { etag }) } });
}

/** A newer version that the daily look has found: the organisation has looked through it already. */
async function takeOffer(row: KeptPack, world: PolicyWorld): Promise<{ id: string }> {
  if (row.source?.offered !== undefined) {
    const quiet = createPackReview(world);
    await quiet.showOffer(row);
    if (quiet.state.value?.is === 'ready') await quiet.take();
  }
  return row;
}

type Candidate = Parameters<ReturnType<typeof createPackReview>['readText']>[0];

/** Through the same door as any other pack; what is new is in use at once. */
async function review(
  world: PolicyWorld,
  candidate: Candidate,
): Promise<MissingPack | { id: string }> {
  const quiet = createPackReview(world);
  await quiet.readText(candidate);
  const { value: state } = quiet.state;
  const { name, source } = candidate;
  if (!state || state.is !== 'ready')
    return { name, url: source?.url, is: 'refused', state: state ?? { name, is: 'same' } };
  const packs = memoryOf(world.memory.value)?.packs;
  const isNew = state.from === undefined;
  await quiet.take();
  if (isNew) await packs?.setEnabled(state.summary.id, true);
  return state.summary;
}
