// Waiting in a page without leaving anything behind: every timer ends with the signal.

/** Runs after the tasks that are due now. */
export function nextTask(signal: AbortSignal, ms = 0): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** A trigger that runs `run` once after the task that is running, before the page is drawn where the browser can. */
export function coalesceSoon(run: () => void, signal: AbortSignal): () => void {
  let isDue = false;
  const go = () => {
    isDue = false;
    run();
  };
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', go, { signal });
  port1.start();
  signal.addEventListener('abort', () => port1.close(), { once: true });
  return () => {
    if (isDue) return;
    isDue = true;
    port2.postMessage(0);
  };
}

/** Resolves when `isDone` after some change of the element, or with what `isDone` says at the end of the time. */
export function untilChanged(
  element: Element,
  isDone: () => boolean,
  { ms, signal }: { ms: number; signal: AbortSignal },
): Promise<boolean> {
  if (isDone()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      resolve(result);
    };
    const giveUp = () => finish(false);
    const observer = new MutationObserver(() => isDone() && finish(true));
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    const timer = setTimeout(() => finish(isDone()), ms);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** A trigger that runs `run` once, at most `ms` after the first call since the last run. */
export function coalesce(
  run: () => void,
  ms: number | (() => number),
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return () => {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        run();
      },
      typeof ms === 'number' ? ms : ms(),
    );
  };
}

/** A trigger that runs `run` once behind the next frame, when to ask where a part lies is cheap: all is laid out. */
export function afterFrame(run: () => void, signal: AbortSignal): () => void {
  let frame: number | undefined;
  const runSoon = coalesce(run, 0, signal);
  const drawn = () => {
    frame = undefined;
    runSoon();
  };
  signal.addEventListener('abort', () => frame !== undefined && cancelAnimationFrame(frame), {
    once: true,
  });
  return () => {
    if (!signal.aborted) frame ??= requestAnimationFrame(drawn);
  };
}
