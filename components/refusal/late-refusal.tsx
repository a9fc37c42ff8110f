import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RefusalStore } from '../../lib/panel/refusal';
import type { RefusalView } from './refusal-view';

type LateRefusalProps = { refusal: RefusalStore; onInserted: () => void; onBack: () => void };

/** The composer, loaded when it is first asked for. */
export function LateRefusal(props: LateRefusalProps) {
  const view = useSignal<typeof RefusalView | undefined>(undefined);
  useEffect(() => {
    void import('./refusal-view').then((loaded) => {
      view.value = loaded.RefusalView;
    });
  }, [view]);
  const Loaded = view.value;
  return Loaded ? <Loaded {...props} /> : null;
}
