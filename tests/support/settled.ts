// Everything that was promised so far is done when this resolves. No time passes: it waits for no timer.
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
