// Looks at the address of a pack: nothing new, a version to look through, or why not.
import type { KeptPack, Look } from '../domain/kept-pack';
import { signatureFault, signerOf } from '../domain/pack-signature';
import { compareVersions } from '../domain/pack-summary';
import { readPack, withoutMark } from '../domain/read-pack';
import { fetchPack } from './fetch-pack';
import type { FetchWorld } from './fetch-pack';
import { digestOf } from './load-packs';

export type LookWorld = FetchWorld & {
  isAllowed: (url: string) => Promise<boolean>;
  subtle: Pick<SubtleCrypto, 'importKey' | 'verify'>;
};
/** What a look needs to know of a pack. */
export type LookedAt = Pick<KeptPack, 'id' | 'version' | 'digest' | 'source' | 'signer'>;

/** A version that was declined is not offered again. Whether what is offered can be used is tried before it is taken. */
export async function lookAtPack(pack: LookedAt, world: LookWorld): Promise<Look> {
  const { url = '', etag, declined } = pack.source ?? {};
  if (!(await world.isAllowed(url))) return { is: 'failed', why: 'not-allowed', what: '' };
  const fetched = await fetchPack(url, etag, world);
  if (fetched.is !== 'text') return fetched;
  const { text, etag: tag } = fetched;
  const digest = await digestOf(text);
  if (digest === pack.digest || digest === declined) return { is: 'same' };
  const read = readPack(text);
  if (!read.ok) return { is: 'failed', why: 'not-a-pack', what: '', text };
  const { id, version } = read.pack;
  const fault = signatureFault(await signerOf(withoutMark(text), world.subtle), pack.signer);
  if (id !== pack.id) return { is: 'failed', why: 'another-pack', what: id };
  if (fault) return { is: 'failed', why: fault, what: '' };
  const step = compareVersions(version, pack.version);
  if (step < 0) return { is: 'failed', why: 'backwards', what: version };
  if (step === 0) return { is: 'failed', why: 'same-version', what: version };
  return { is: 'offer', version, digest, text, ...(tag !== undefined && { etag: tag }) };
}
