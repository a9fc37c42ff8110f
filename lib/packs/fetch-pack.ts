// Fetches the text behind a pack's address, and does not wait, forward or fill the memory for whoever answers badly.
import type { ToldFailure } from '../domain/kept-pack';
import { mostPackText } from '../domain/read-pack';
import { textOfFile } from './text-of-file';

export type Fetched =
  { is: 'same' } | { is: 'text'; text: string; etag?: string } | ({ is: 'failed' } & ToldFailure);

export type FetchWorld = {
  fetch: typeof fetch;
  /** Calls back once after so many ms; gives how to cancel. */
  schedule: (callback: () => void, ms: number) => () => void;
};

/** For the whole answer, to its last byte. */
export const mostFetchMs = 30_000;

/** @param etag of the version that is known: the server need not send that one again */
export async function fetchPack(
  url: string,
  etag: string | undefined,
  { fetch, schedule }: FetchWorld,
): Promise<Fetched> {
  const stop = new AbortController();
  const cancel = schedule(() => stop.abort(), mostFetchMs);
  try {
    const answer = await fetch(url, {
      headers: { Accept: 'application/json', ...(etag !== undefined && { 'If-None-Match': etag }) },
      // Nobody is known to whoever hands a pack out, and what they forward to was not agreed to.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      signal: stop.signal,
    });
    if (answer.type === 'opaqueredirect' || (answer.status >= 301 && answer.status <= 303))
      return failed('forwarded');
    if (answer.status === 304) return { is: 'same' };
    if (!answer.ok) return failed('status', String(answer.status));
    const file = await readBytes(answer);
    if (file === undefined) return failed('too-big', String(mostPackText / 1_000_000));
    const text = await textOfFile(file);
    if (text === undefined) return failed('not-a-pack');
    const tag = answer.headers.get('ETag');
    return tag === null ? { is: 'text', text } : { is: 'text', text, etag: tag };
  } catch {
    return stop.signal.aborted ? failed('too-slow', String(mostFetchMs / 1000)) : failed('offline');
  } finally {
    cancel();
    stop.abort();
  }
}

function failed(why: ToldFailure['why'], what = ''): Fetched {
  return { is: 'failed', why, what };
}

/** All of them; undefined where there are more than a pack may have. */
async function readBytes(answer: Response): Promise<Blob | undefined> {
  const reader = answer.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done) return new Blob(parts);
    size += value?.length ?? 0;
    if (value) parts.push(value);
    if (size > mostPackText) return undefined;
  }
}
