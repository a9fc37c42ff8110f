// A pack on its way in: read from a file or an address, tried, shown with what it changes, and taken or left.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Admission } from '../domain/admit-pack';
import type { KeptPack, Look, LookFailure, PackLayer, PackSource } from '../domain/kept-pack';
import { packAddress } from '../domain/pack-address';
import type { Change } from '../domain/pack-difference';
import { placeFaults } from '../domain/pack-fault';
import type { PackFault } from '../domain/pack-fault';
import { signatureFault } from '../domain/pack-signature';
import type { Signer } from '../domain/pack-signature';
import { compareVersions } from '../domain/pack-summary';
import type { PackSummary } from '../domain/pack-summary';
import { withoutMark } from '../domain/read-pack';
import type { Fetched } from '../packs/fetch-pack';
import type { Memory } from '../data/memory';
import { soonOpened } from './live';
import type { MemoryState } from './live';

type Ready = {
  is: 'ready';
  summary: PackSummary;
  difference: readonly Change[];
  mild: readonly PackFault[];
  /** The version that is there now. */
  from: string | undefined;
  /** It waits at an address: it can be declined for good. */
  isOffer: boolean;
  /** Public key of whoever signed it, and whether that is known from the version that is there. */
  signer: string | undefined;
  isPinned: boolean;
};
type Shown =
  | { is: 'reading'; share: number }
  | { is: 'refused'; faults: readonly PackFault[] }
  | { is: 'failed'; why: LookFailure | 'no-address' | 'not-permitted' | 'not-kept'; what: string }
  | { is: 'same' }
  | Ready;
/** `name`: of the file, the address or the pack. */
export type ReviewState = { name: string } & Shown;

export type PackReview = {
  state: ReadonlySignal<ReviewState | undefined>;
  readFile(file: File): Promise<void>;
  /** Shows what taking a text would change; a pack that is new goes to this layer. Calls back once it is taken. */
  readText(
    written: Pick<Candidate, 'name' | 'text' | 'layer' | 'onTaken' | 'source'>,
  ): Promise<void>;
  /** Asks for the permission, fetches and shows. Call it first thing in a click. */
  readAddress(typed: string): Promise<void>;
  /** Looks at a pack's address now. Call it first thing in a click. */
  look(row: KeptPack): Promise<void>;
  /** Shows the version that an address has offered. */
  showOffer(row: KeptPack): Promise<void>;
  /** Shows what going back to a kept version would change. */
  showVersion(row: KeptPack, n: number): Promise<void>;
  take(): Promise<void>;
  /** Leaves what is shown; what an address offers waits on. */
  leave(): void;
  /** Leaves what an address offers, for good. */
  decline(): Promise<void>;
};

export type ReviewWorld = {
  memory: ReadonlySignal<MemoryState>;
  readBuiltIn: () => Promise<readonly string[]>;
  admit: (
    asked: { text: string; builtIn: readonly string[] },
    onProgress: (share: number) => void,
  ) => Promise<Admission & { signer: Signer }>;
  compare: (texts: { before: string | undefined; after: string }) => Promise<readonly Change[]>;
  digest: (text: string) => Promise<string>;
  /** Whether the browser understands a selector. */
  isSelector: (selector: string) => boolean;
  /** Undefined where the bytes are no text. */
  textOfFile: (file: Blob) => Promise<string | undefined>;
  fetchPack: (url: string) => Promise<Fetched>;
  lookAt: (row: KeptPack) => Promise<Look>;
  allow: (url: string) => Promise<boolean>;
};

type Candidate = {
  name: string;
  text: string;
  source?: Pick<PackSource, 'url' | 'etag'>;
  /** It is what the address of this pack offers; not noted yet if there is a look. */
  offer?: { id: string; digest: string; look?: Look };
  /** Number of the kept version that it is. */
  backTo?: number;
  layer?: PackLayer;
  onTaken?: () => void;
};
type Pending = Candidate & Pick<Ready, 'summary' | 'signer'>;

export function createPackReview(world: ReviewWorld): PackReview {
  const state = signal<ReviewState | undefined>();
  let pending: Pending | undefined;
  /** Counts what was begun: of two, what was begun first is of no interest any more. */
  let begun = 0;
  const kept = async () => (await soonOpened(world.memory))?.packs;

  /** Lets a piece of work show its state until something else begins. */
  const begin = (name: string) => {
    const mine = (begun += 1);
    pending = undefined;
    const show = (next: Shown) => {
      if (mine === begun) state.value = { name, ...next };
    };
    show({ is: 'reading', share: 0 });
    return { show, isCurrent: () => mine === begun };
  };
  const review = async (candidate: Candidate) => {
    const { show, isCurrent } = begin(candidate.name);
    const tried = await tryCandidate(world, candidate, (share) => show({ is: 'reading', share }));
    await noteOffer(await kept(), candidate, tried);
    if (!isCurrent()) return;
    pending =
      tried.is === 'ready'
        ? { ...candidate, summary: tried.summary, signer: tried.signer }
        : undefined;
    show(tried);
  };

  return {
    state,
    readFile: async (file) => {
      const { show } = begin(file.name);
      const text = await world.textOfFile(file);
      if (text === undefined) return show({ is: 'failed', why: 'not-a-pack', what: '' });
      await review({ name: file.name, text });
    },
    readText: review,
    readAddress: async (typed) => {
      const { show } = begin(typed);
      const url = packAddress(typed);
      if (url === undefined) return show({ is: 'failed', why: 'no-address', what: '' });
      if (!(await world.allow(url))) return show({ is: 'failed', why: 'not-permitted', what: '' });
      const fetched = await world.fetchPack(url);
      if (fetched.is === 'same') return show(fetched);
      if (fetched.is === 'failed') return show(fetched);
      const { text, etag } = fetched;
      await review({ name: url, text, source: etag === undefined ? { url } : { url, etag } });
    },
    look: async (row) => {
      const { show } = begin(row.title);
      if (row.source && !(await world.allow(row.source.url)))
        return show({ is: 'failed', why: 'not-permitted', what: '' });
      const look = await world.lookAt(row);
      if (look.is !== 'offer') await (await kept())?.noteLook(row.id, look);
      if (look.is === 'same') return show(look);
      if (look.is === 'failed' && look.text === undefined) return show(look);
      if (look.is === 'failed') return review(candidateOf(row, look.text ?? ''));
      const offer = { id: row.id, digest: look.digest, look };
      await review({ ...candidateOf(row, look.text, look.etag), offer });
    },
    showOffer: async (row) => {
      const offer = await (await kept())?.offer(row.id);
      if (!offer) return;
      const { digest, text } = offer;
      await review({ ...candidateOf(row, text), offer: { id: row.id, digest } });
    },
    showVersion: async (row, n) => {
      const version = await (await kept())?.version(n);
      if (version) await review({ name: row.title, text: version.text, backTo: n });
    },
    take: async () => {
      const taken = pending;
      pending = undefined;
      if (!taken) return;
      const why = await keep(await kept(), taken, world.digest);
      const { name } = taken;
      state.value =
        why === undefined ? undefined : { name, is: 'failed', why: 'not-kept', what: why };
      if (why === undefined) taken.onTaken?.();
    },
    leave: () => {
      begun += 1;
      pending = undefined;
      state.value = undefined;
    },
    decline: async () => {
      const declined = pending;
      pending = undefined;
      if (declined?.offer) await (await kept())?.decline(declined.offer.id, declined.offer.digest);
      state.value = undefined;
    },
  };
}

function candidateOf({ title, source }: KeptPack, text: string, etag = source?.etag): Candidate {
  const { url } = source ?? {};
  const from = url === undefined ? undefined : { url, ...(etag !== undefined && { etag }) };
  return { name: title, text, ...(from && { source: from }) };
}

/** Keeps what was shown; tells why it could not. */
async function keep(
  packs: Memory['packs'] | undefined,
  { summary, text, source, backTo, signer, layer }: Pending,
  digestOf: ReviewWorld['digest'],
): Promise<string | undefined> {
  if (!packs) return '';
  const from = {
    ...(source && { source }),
    ...(signer !== undefined && { signer }),
    ...(layer && { layer }),
  };
  try {
    if (backTo !== undefined) await packs.goBack(backTo, summary);
    else await packs.take({ summary, text, digest: await digestOf(text), ...from });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** An offer waits once it was tried; one that cannot be used is not made again. */
async function noteOffer(
  packs: Memory['packs'] | undefined,
  { offer }: Candidate,
  tried: Shown,
): Promise<void> {
  if (!offer) return;
  const { id, digest, look } = offer;
  if (tried.is !== 'ready') await packs?.decline(id, digest, { why: 'not-a-pack', what: '' });
  else if (look) await packs?.noteLook(id, look);
}

/** Tries it, and compares it with the version that is there. */
async function tryCandidate(
  world: ReviewWorld,
  { text, source, offer, backTo }: Candidate,
  onProgress: (share: number) => void,
): Promise<Ready | Extract<Shown, { is: 'refused' | 'failed' }>> {
  const builtIn = await world.readBuiltIn();
  const admission = await world.admit({ text, builtIn }, onProgress);
  if (!admission.ok) return { is: 'refused', faults: admission.faults };
  const { summary, mild, signer } = admission;
  const strange = admission.selectors.filter(({ selector }) => !world.isSelector(selector));
  if (strange.length > 0) return { is: 'refused', faults: selectorFaults(text, strange) };
  const packs = (await soonOpened(world.memory))?.packs;
  const row = (await packs?.all())?.find(({ id }) => id === summary.id);
  const before = row && (await packs?.textOf(row));
  // What was taken before was signed well enough then.
  const fault = backTo === undefined ? signatureFault(signer, row?.signer) : undefined;
  if (fault) return { is: 'failed', why: fault, what: '' };
  // What a person chose from their own disk may be an older one; an address must not lead back unseen.
  const step = row && source ? compareVersions(summary.version, row.version) : 1;
  if (step < 0) return { is: 'failed', why: 'backwards', what: summary.version };
  if (step === 0 && before !== text)
    return { is: 'failed', why: 'same-version', what: summary.version };
  const difference = await world.compare({ before, after: text });
  const key = signer.is === 'signed' ? signer.key : undefined;
  const who = { signer: key, isPinned: key !== undefined && key === row?.signer };
  return {
    is: 'ready',
    summary,
    difference,
    mild,
    from: row?.version,
    isOffer: offer !== undefined,
    ...who,
  };
}

function selectorFaults(
  text: string,
  strange: Extract<Admission, { ok: true }>['selectors'],
): readonly PackFault[] {
  const faults = strange.map(({ path, selector }) => ({
    path,
    why: 'selector' as const,
    what: [selector.slice(0, 80)],
  }));
  return placeFaults(withoutMark(text), faults);
}
