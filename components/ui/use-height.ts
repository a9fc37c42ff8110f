// How high an element is drawn, followed as it changes: a list knows by it how many rows are seen.
import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RefObject } from 'preact';

/** @param first px, until it is drawn */
export function useHeight(
  box: RefObject<HTMLElement | null>,
  first: number,
): ReadonlySignal<number> {
  const height = useSignal(first);
  useEffect(() => {
    if (!box.current) return undefined;
    const { current: element } = box;
    const observer = new ResizeObserver(() => (height.value = element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, height]);
  return height;
}
