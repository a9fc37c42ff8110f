// A clock that stands still until it is told, with the one-shot timers that a panel asks for.

export function createFakeClock(start = 1_000_000) {
  let wall = start;
  // Timers do not follow a wall clock that is set: they count what really passes.
  let passed = 0;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => wall,
    schedule(callback: () => void, ms: number): () => void {
      const timer = { at: passed + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    /** In how many ms each timer goes off. */
    waiting: () => timers.map(({ at }) => at - passed).toSorted((a, b) => a - b),
    /** Lets time pass; what is due on the way goes off at its moment. */
    pass(ms: number): void {
      const end = passed + ms;
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end);
        const until = next ? next.at : end;
        wall += until - passed;
        passed = until;
        if (!next) return;
        timers = timers.filter((each) => each !== next);
        next.callback();
      }
    },
    /** Someone sets the clock. */
    set(now: number): void {
      wall = now;
    },
  };
}
