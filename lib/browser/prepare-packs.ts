// Has packs checked and prepared in a worker, so that the page that needs them goes on meanwhile.
import type { Admission } from '../domain/admit-pack';
import type { Inspecting, Inspection } from '../domain/inspect-pack';
import type { Change } from '../domain/pack-difference';
import type { Signer } from '../domain/pack-signature';
import type { PackOrder, PackTexts, PreparedPacks } from '../domain/prepared-packs';
import type { LayersReview } from '../domain/review-layers';

type Admit = { text: string; builtIn: readonly string[] };
type Compare = { before: string | undefined; after: string };
export type PackAsk =
  | ({ is: 'prepare' } & PackOrder)
  | ({ is: 'review' } & PackTexts)
  | ({ is: 'compare' } & Compare)
  | ({ is: 'inspect' } & Inspecting)
  | ({ is: 'admit' } & Admit);

/** Prepares packs (lib/domain/prepared-packs.ts). Rejects where that threw, or the worker could not be read. */
export function prepareInWorker(order: PackOrder): Promise<PreparedPacks> {
  return ask({ is: 'prepare', ...order });
}

/** What is in these packs, and where they are at odds (lib/domain/review-layers.ts). Rejects as above. */
export function reviewInWorker(texts: PackTexts): Promise<LayersReview> {
  return ask({ is: 'review', ...texts });
}

/** What changes from one text of a pack to another. Rejects as above. */
export function compareInWorker(asked: Compare): Promise<readonly Change[]> {
  return ask({ is: 'compare', ...asked });
}

/** What there is to mend in a pack that is being written (lib/domain/inspect-pack.ts). Rejects as above, and when aborted. */
export function inspectInWorker(asked: Inspecting, signal: AbortSignal): Promise<Inspection> {
  return ask({ is: 'inspect', ...asked }, undefined, signal);
}

/** Tries a pack (lib/domain/admit-pack.ts) and says who signed it; tells now and then how much is done, from 0 to 1. Rejects as above. */
export function admitInWorker(
  asked: Admit,
  onProgress: (share: number) => void,
): Promise<Admission & { signer: Signer }> {
  return ask({ is: 'admit', ...asked }, onProgress);
}

type Said<Answer> = { share: number } | { answer: Answer };

async function ask<Answer>(
  asked: PackAsk,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = new Worker('/prepare-packs.js');
  const answered = new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Said<Answer>>) => {
      if ('answer' in data) resolve(data.answer);
      else onProgress?.(data.share);
    });
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(`The packs were not prepared: ${message}`)),
    );
    signal?.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage(asked);
  });
  return answered.finally(() => worker.terminate());
}
