// The review of the log in the Desk, bound to the real browser; what it needs is loaded when it is opened.
import type { ReadonlySignal } from '@preact/signals';
import type { OpenReview } from '../../components/review/review-page';
import type { Language } from '../../lib/domain/pack';
import type { MemoryState } from '../../lib/panel/live';

const readJson = async (file: string): Promise<unknown> => (await fetch(file)).json();

export function makeOpenReview(
  memory: ReadonlySignal<MemoryState>,
  language: ReadonlySignal<Language>,
): OpenReview {
  return async (ended) => {
    const { createReview } = await import('../../lib/panel/review');
    const { loadCategories } = await import('../../lib/packs/category-list');
    const categories = await loadCategories(readJson, language.value);
    return { store: createReview({ memory, now: Date.now }, ended), categories, now: Date.now };
  };
}
