// Hears what happens in a list, in one of two ways: each mutation, or, in a torrent, only what happens within its rows,
// and a look behind the last one every so often. To be called for each of twenty new rows a second costs a page more
// than to read them together: each time its own work has pushed ours out of the processor's caches.
import { watchAround } from './watch-roots';

const everything = { childList: true, characterData: true, subtree: true };

type Options = {
  onRecords: (records: MutationRecord[]) => void;
  /** It is time for a look. */
  onLook: () => void;
  lookMs: number;
  signal: AbortSignal;
};

export function watchList({ onRecords, onLook, lookMs, signal }: Options) {
  const observer = new MutationObserver(onRecords);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    observer.disconnect();
    clearInterval(timer);
    timer = undefined;
  };
  const watchRows = (rows: readonly Element[]) => {
    for (const row of rows) observer.observe(row, everything);
  };
  signal.addEventListener('abort', stop, { once: true });
  return {
    isLooking: () => timer !== undefined,
    /** Each mutation from now on. */
    watchAll: (list: Element | undefined) => {
      stop();
      if (list) observer.observe(list.shadowRoot ?? list, everything);
    },
    /** From now on what happens within these rows and around their place, and a look at times. */
    lookAtTimes: (list: Element, rows: readonly Element[]) => {
      stop();
      const within = list.shadowRoot ?? list;
      const place = rows[0]?.parentNode;
      if (place) watchAround(observer, place, { within, how: everything });
      watchRows(rows);
      timer = setInterval(onLook, lookMs);
    },
    watchRows,
    takeRecords: () => observer.takeRecords(),
  };
}
