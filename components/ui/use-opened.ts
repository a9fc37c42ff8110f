// What a view needs and must be opened first: there once it is opened, ended when the view goes.
import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** @param open one and the same function as long as the same is to be shown */
export function useOpened<T extends object>(
  open: (ended: AbortSignal) => Promise<T>,
): ReadonlySignal<T | undefined> {
  const opened = useSignal<T | undefined>(undefined);
  useEffect(() => {
    const ended = new AbortController();
    void open(ended.signal).then((next) => {
      if (!ended.signal.aborted) opened.value = next;
    });
    return () => {
      opened.value = undefined;
      ended.abort();
    };
  }, [opened, open]);
  return opened;
}
