// The guide of a conversation told at once, as a test tells it; the panel folds what has come since it last looked.
import type { LedgerEvent } from '../../lib/domain/event';
import { createGuideFold } from '../../lib/domain/guide';
import type { Guide } from '../../lib/domain/guide';

export function foldGuide(events: readonly LedgerEvent[]): Guide {
  return createGuideFold()(events);
}
