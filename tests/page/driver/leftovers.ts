// Counts the listeners, observers and timers that are alive in this world, from the moment it is called.

type Listening = { target: EventTarget; type: string; listener: unknown; options: unknown };

export type Leftovers = ReturnType<ReturnType<typeof countLeftovers>>;

export function countLeftovers() {
  let listening: Listening[] = [];
  const timers = new Set<unknown>();
  const observers = new Set<MutationObserver>();

  const watchListeners = (place: EventTarget) => {
    const { addEventListener, removeEventListener } = place;
    place.addEventListener = function add(this: EventTarget, type, listener, options) {
      listening.push({ target: this, type, listener, options });
      addEventListener.call(this, type, listener, options);
    };
    place.removeEventListener = function remove(this: EventTarget, type, listener, options) {
      listening = listening.filter((one) => one.target !== this || one.listener !== listener);
      removeEventListener.call(this, type, listener, options);
    };
  };
  const native = document.addEventListener;
  watchListeners(EventTarget.prototype);
  // Firefox shows a content script the page's objects without what was changed on their prototypes.
  if (document.addEventListener === native) watchListeners(document);

  const nativeSet = globalThis.setTimeout.bind(globalThis);
  const nativeClear = globalThis.clearTimeout.bind(globalThis);
  const set = (run: () => void, ms?: number) => {
    const timer = nativeSet(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  };
  const clear = (timer: number | undefined) => {
    timers.delete(timer);
    nativeClear(timer);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });

  const intervals = new Set<unknown>();
  const nativeRepeat = globalThis.setInterval.bind(globalThis);
  const nativeEnd = globalThis.clearInterval.bind(globalThis);
  const repeat = (run: () => void, ms?: number) => {
    const interval = nativeRepeat(run, ms);
    intervals.add(interval);
    return interval;
  };
  const end = (interval: number | undefined) => {
    intervals.delete(interval);
    nativeEnd(interval);
  };
  Object.assign(globalThis, { setInterval: repeat, clearInterval: end });

  const Native = globalThis.MutationObserver;
  // Changed one by one: Firefox makes page objects without regard to a subclass.
  const createObserver = function CountedObserver(onRecords: MutationCallback) {
    const observer = new Native(onRecords);
    const { observe, disconnect } = observer;
    observer.observe = (...how) => {
      observers.add(observer);
      observe.apply(observer, how);
    };
    observer.disconnect = () => {
      observers.delete(observer);
      disconnect.call(observer);
    };
    return observer;
  };
  Object.assign(globalThis, { MutationObserver: createObserver });

  return () => ({
    listeners: listening.filter(isAlive).length,
    timers: timers.size,
    intervals: intervals.size,
    observers: observers.size,
  });
}

function isAlive({ target, options }: Listening): boolean {
  const signal =
    typeof options === 'object' && options !== null && 'signal' in options
      ? (options.signal as AbortSignal | undefined) // As the platform takes it.
      : undefined;
  if (signal?.aborted) return false;
  // An aborted signal has told its last.
  return !('aborted' in target && target.aborted === true);
}
