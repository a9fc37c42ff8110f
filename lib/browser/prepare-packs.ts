// Has packs prepared in a worker, so that the page that needs them goes on meanwhile.
import type { PreparedPacks } from '../domain/prepared-packs';

/** Prepares packs (lib/domain/prepared-packs.ts). Rejects where that threw, or the worker could not be read. */
export function prepareInWorker(texts: readonly string[]): Promise<PreparedPacks> {
  const worker = new Worker('/prepare-packs.js');
  const prepared = new Promise<PreparedPacks>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PreparedPacks>) => resolve(data));
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(`The packs were not prepared: ${message}`)),
    );
    worker.postMessage(texts);
  });
  return prepared.finally(() => worker.terminate());
}
