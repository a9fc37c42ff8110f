// Knows whether an input method is open, so that nothing is read or written into half a word.
import type { Root } from './roots';
import { nextTask } from './wait';

export type Composition = {
  isOpen: () => boolean;
  /** Whether the composition ended; waits for it, but not for ever. */
  ended: (signal: AbortSignal) => Promise<boolean>;
  attach: (root: Root) => void;
};

const patienceMs = 1500;

export function watchComposition(signal: AbortSignal): Composition {
  /** Aborted when the word that is being composed is done. */
  let open: AbortController | undefined;
  const onStart = () => {
    open ??= new AbortController();
  };
  const onEnd = () => {
    open?.abort();
    open = undefined;
  };
  const isOpen = () => open !== undefined;
  return {
    isOpen,
    attach: (root) => {
      root.addEventListener('compositionstart', onStart, { capture: true, signal });
      root.addEventListener('compositionend', onEnd, { capture: true, signal });
    },
    ended: async (asked) => {
      if (!open) return true;
      await nextTask(AbortSignal.any([open.signal, asked, signal]), patienceMs);
      // The editor finishes its own work on the same event.
      await nextTask(asked);
      return !isOpen();
    },
  };
}
