// The view of the log that the address asks for, and how its table was left, as signals.
import { signal } from '@preact/signals';
import { putView, viewHere, watchView } from '../../lib/browser/log-address';
import { loadLogViews, saveLogViews } from '../../lib/browser/log-views';
import type { KeptViews } from '../../lib/domain/kept-views';
import type { View } from '../../lib/domain/log-view';

export function viewInAddress(ended: AbortSignal) {
  const view = signal(viewHere());
  watchView((next) => (view.value = next), ended);
  const show = (next: View, quietly = false) => {
    putView(next, quietly);
    view.value = next;
  };
  return { view, show };
}

export async function keptHere() {
  const kept = signal(await loadLogViews());
  const keep = (next: KeptViews) => {
    kept.value = next;
    void saveLogViews(next);
  };
  return { kept, keep };
}
