import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DraftStore } from '../../lib/panel/draft-check';
import type { DraftHint } from './draft-hint';

/** The hint, loaded after the first paint: nobody has typed by then. */
export function LateDraftHint({ draft }: { draft: DraftStore }) {
  const view = useSignal<typeof DraftHint | undefined>(undefined);
  useEffect(() => {
    void import('./draft-hint').then((loaded) => {
      view.value = loaded.DraftHint;
    });
  }, [view]);
  const Loaded = view.value;
  return Loaded ? <Loaded draft={draft} /> : null;
}
