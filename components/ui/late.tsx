import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** What is loaded when it is first asked for; undefined until it is there. The loader must stay the same. */
export function useLate<T>(load: () => Promise<T>): T | undefined {
  const loaded = useSignal<{ it: T } | undefined>(undefined);
  useEffect(() => {
    void load().then((it) => (loaded.value = { it }));
  }, [load, loaded]);
  return loaded.value?.it;
}
