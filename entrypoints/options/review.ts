// The review of the log in the Desk, bound to the real browser; what it needs is loaded when it is opened.
import type { ReadonlySignal } from '@preact/signals';
import type { OpenReview } from '../../components/review/review-page';
import type { Language } from '../../lib/domain/pack';
import type { MemoryState } from '../../lib/panel/live';
import { pickListsHere } from './pick-lists';

export function makeOpenReview(
  memory: ReadonlySignal<MemoryState>,
  language: ReadonlySignal<Language>,
): OpenReview {
  return async (ended) => {
    const { createReview } = await import('../../lib/panel/review');
    const { categories } = await pickListsHere({ memory, language });
    return { store: createReview({ memory, now: Date.now }, ended), categories, now: Date.now };
  };
}
