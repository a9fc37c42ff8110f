// Who signed a pack: an Ed25519 signature over the file as it stands, but for the signature's own value.
import { pathKey, placesIn } from '../text/json-places';

/**
 * `key`: the public one, in Base64. `bad`: the file is not what was signed. `unchecked`: this browser knows no Ed25519
 * (Chromium before 137, Firefox before 129: developer.mozilla.org, SubtleCrypto.verify, seen 2026-11-22).
 */
export type Signer =
  { is: 'unsigned' } | { is: 'signed'; key: string } | { is: 'bad' } | { is: 'unchecked' };

type Subtle = Pick<SubtleCrypto, 'importKey' | 'verify'>;

const valuePath = ['signature', 'value'];
const keyPath = ['signature', 'key'];
const algorithm = 'Ed25519';

/** Who signed a text that is a pack. */
export async function signerOf(text: string, subtle: Subtle): Promise<Signer> {
  const places = placesIn(text, [valuePath, keyPath]);
  const [value, key] = [valuePath, keyPath].map((path) =>
    stringAt(text, places.get(pathKey(path))),
  );
  if (value === undefined || key === undefined) return { is: 'unsigned' };
  const signed = new TextEncoder().encode(textToSign(text));
  try {
    const imported = await subtle.importKey('raw', bytesOf(key), algorithm, false, ['verify']);
    const isGood = await subtle.verify(algorithm, imported, bytesOf(value), signed);
    return isGood ? { is: 'signed', key } : { is: 'bad' };
  } catch (error) {
    const isUnknown = error instanceof DOMException && error.name === 'NotSupportedError';
    return { is: isUnknown ? 'unchecked' : 'bad' };
  }
}

/** The text of a pack with a signature, without that signature's value: what is signed. */
export function textToSign(text: string): string {
  const at = placesIn(text, [valuePath]).get(pathKey(valuePath)) ?? 0;
  const end = at + 1 + (stringAt(text, at)?.length ?? 0);
  return text.slice(0, at + 1) + text.slice(end);
}

/** Base64 needs no escapes: it ends at the next quotation mark. */
function stringAt(text: string, at: number | undefined): string | undefined {
  return at === undefined ? undefined : text.slice(at + 1, text.indexOf('"', at + 1));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Why a pack may not take the place of one that was signed by `pinned`; undefined where it may. */
export function signatureFault(
  signer: Signer,
  pinned: string | undefined,
): 'bad-signature' | 'unsigned' | 'another-key' | 'no-ed25519' | undefined {
  if (signer.is === 'bad') return 'bad-signature';
  if (signer.is === 'unchecked') return 'no-ed25519';
  if (pinned === undefined) return undefined;
  if (signer.is === 'unsigned') return 'unsigned';
  return signer.key === pinned ? undefined : 'another-key';
}
