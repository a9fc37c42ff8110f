// The bytes of a backup: lines to a gzipped, perhaps sealed stream and back, never all at once in memory.
import type { BackupHeader, Seal } from '../domain/backup-format';

const chunkSize = 64 * 1024;
/** What AES-GCM adds to each chunk. */
const tagSize = 16;

export type Key = { seal: Seal; key: CryptoKey };

/** A fresh seal and its key for a passphrase. */
export async function createKey(
  passphrase: string,
  iterations: number,
  crypto: Crypto,
): Promise<Key> {
  const random = (bytes: number) => toBase64(crypto.getRandomValues(new Uint8Array(bytes)));
  const seal: Seal = {
    kdf: 'PBKDF2-SHA-256',
    iterations,
    salt: random(16),
    cipher: 'AES-256-GCM',
    nonce: random(8),
  };
  return openKey(passphrase, seal, crypto);
}

/** The key of a file that was sealed. */
export async function openKey(passphrase: string, seal: Seal, crypto: Crypto): Promise<Key> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: fromBase64(seal.salt),
      iterations: seal.iterations,
    },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { seal, key };
}

/** The file as a stream: its first line, then the others gzipped and, with a key, sealed. */
export function writeBackup(
  header: BackupHeader,
  lines: AsyncIterator<string>,
  key: Key | undefined,
  crypto: Crypto,
): ReadableStream<Uint8Array> {
  const first = firstLine(header);
  const body = fromLines(lines).pipeThrough(new CompressionStream('gzip'));
  const sealed = key ? body.pipeThrough(sealing(key, first, crypto)) : body;
  return startingWith(first, sealed);
}

export type Progress = { bytes: number };

/** The lines behind the first, which seals the others; `progress` counts the bytes that were read of the file. Rejects where it is damaged. */
export async function* readBackup(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  first: Uint8Array,
  key: Key | undefined,
  progress: Progress,
  crypto: Crypto,
): AsyncGenerator<string> {
  const counted = body.pipeThrough(counting(progress));
  const opened = key ? counted.pipeThrough(unsealing(key, first, crypto)) : counted;
  const reader = opened
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
    .getReader();
  try {
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const parts = (rest + value).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Thrown where the first chunk cannot be opened: another passphrase, most likely. */
export class WrongKey extends Error {}

function firstLine(header: BackupHeader): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(header)}\n`);
}

function fromLines(lines: AsyncIterator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return?.();
    },
  });
}

function startingWith(
  first: Uint8Array,
  body: ReadableStream<Uint8Array>,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => controller.enqueue(first),
  });
  void body.pipeTo(writable).catch(() => undefined);
  return readable;
}

function counting(progress: Progress) {
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      progress.bytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
}

/** Cuts what flows by into chunks, and gives each to `use` with whether it is the last. */
function chunked(
  size: (held: Uint8Array<ArrayBuffer>) => number | undefined,
  use: (chunk: Uint8Array<ArrayBuffer>, isLast: boolean) => Promise<Uint8Array<ArrayBuffer>>,
) {
  let held = new Uint8Array(0);
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    async transform(more, controller) {
      held = joined(held, more);
      for (;;) {
        const next = size(held);
        // The last one is not to be told from others before the end: something must stand behind it.
        if (next === undefined || held.length <= next) return;
        controller.enqueue(await use(held.slice(0, next), false));
        held = held.slice(next);
      }
    },
    async flush(controller) {
      controller.enqueue(await use(held, true));
    },
  });
}

function sealing({ key, seal }: Key, first: Uint8Array, crypto: Crypto) {
  let place = 0;
  return chunked(
    () => chunkSize,
    async (chunk, isLast) => {
      const how = sealOf(seal, first, place++, isLast);
      const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, chunk));
      const size = new Uint8Array(4);
      new DataView(size.buffer).setUint32(0, sealed.length);
      return joined(size, sealed);
    },
  );
}

function unsealing({ key, seal }: Key, first: Uint8Array, crypto: Crypto) {
  let place = 0;
  const sizeOf = (held: Uint8Array<ArrayBuffer>) => {
    if (held.length < 4) return undefined;
    const size = new DataView(held.buffer, held.byteOffset).getUint32(0);
    // Whatever the file says: no chunk is longer.
    if (size > chunkSize + tagSize) throw new Error('A chunk is longer than any can be.');
    return 4 + size;
  };
  return chunked(sizeOf, async (chunk, isLast) => {
    if (sizeOf(chunk) !== chunk.length) throw new Error('A chunk is cut off.');
    const how = sealOf(seal, first, place, isLast);
    try {
      const opened = await crypto.subtle.decrypt(how, key, chunk.slice(4));
      place++;
      return new Uint8Array(opened);
    } catch (error) {
      throw place === 0 ? new WrongKey() : error;
    }
  });
}

/** Each chunk is bound to its file, its place, and to being the last or not: none can be moved or left out. */
function sealOf({ nonce }: Seal, first: Uint8Array, place: number, isLast: boolean) {
  const iv = new Uint8Array(12);
  iv.set(fromBase64(nonce).slice(0, 8));
  new DataView(iv.buffer).setUint32(8, place);
  return { name: 'AES-GCM', iv, additionalData: joined(first, new Uint8Array([isLast ? 1 : 0])) };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
