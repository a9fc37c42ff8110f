// Has the log folded in a worker, so that the Desk goes on meanwhile (lib/data/fold-log.ts).

let folding: Promise<void> | undefined;

/** Resolves when nothing is left to be folded; one at a time. Rejects where the worker could not be read. */
export function foldInWorker(): Promise<void> {
  folding ??= run().finally(() => (folding = undefined));
  return folding;
}

function run(): Promise<void> {
  const worker = new Worker('/fold-log.js');
  const done = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<string>) =>
      data === 'done' ? resolve() : reject(new Error(`The log was not folded: ${data}`)),
    );
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(`The log was not folded: ${message}`)),
    );
  });
  return done.finally(() => worker.terminate());
}
