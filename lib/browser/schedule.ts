// One-shot timers of the browser.

/** Calls back once after so many ms; gives how to cancel. */
export function schedule(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
