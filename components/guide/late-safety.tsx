import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SafetyStore } from '../../lib/panel/safety';
import type { SafetyCards } from './safety-card';

/** The card for threats, loaded after the first paint and before anything can be heard. */
export function LateSafety({ safety }: { safety: SafetyStore }) {
  const view = useSignal<typeof SafetyCards | undefined>(undefined);
  useEffect(() => {
    void import('./safety-card').then((loaded) => {
      view.value = loaded.SafetyCards;
    });
  }, [view]);
  const Loaded = view.value;
  return Loaded ? <Loaded safety={safety} /> : null;
}
