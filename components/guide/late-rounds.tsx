import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoundStore } from '../../lib/panel/rounds';
import type * as views from './rounds';

/** The course of the conversation, loaded after the first paint: nothing has happened by then. */
export function LateRounds({
  rounds,
  part,
}: {
  rounds: RoundStore;
  part: 'RoundNotes' | 'RoundLinks';
}) {
  const loaded = useSignal<typeof views | undefined>(undefined);
  useEffect(() => {
    void import('./rounds').then((module) => {
      loaded.value = module;
    });
  }, [loaded]);
  const View = loaded.value?.[part];
  return View ? <View rounds={rounds} /> : null;
}
