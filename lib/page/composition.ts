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
  let isOpen = false;
  const ends = new EventTarget();
  const onStart = () => {
    isOpen = true;
  };
  const onEnd = () => {
    isOpen = false;
    ends.dispatchEvent(new Event('end'));
  };
  return {
    isOpen: () => isOpen,
    attach: (root) => {
      root.addEventListener('compositionstart', onStart, { capture: true, signal });
      root.addEventListener('compositionend', onEnd, { capture: true, signal });
    },
    ended: async (asked) => {
      if (!isOpen) return true;
      const patience = new AbortController();
      const stop = () => patience.abort();
      const over = AbortSignal.any([patience.signal, asked, signal]);
      ends.addEventListener('end', stop, { once: true, signal: over });
      await nextTask(over, patienceMs);
      ends.removeEventListener('end', stop);
      // The editor finishes its own work on the same event.
      await nextTask(asked);
      return !isOpen;
    },
  };
}
