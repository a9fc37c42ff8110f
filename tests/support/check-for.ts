import { createDraftCheck } from '../../lib/domain/draft-check';
import type { DraftCheck } from '../../lib/domain/draft-check';
import type { Language, Rewrite } from '../../lib/domain/pack';

/** A draft check that knows one rewrite. */
export function checkFor(rewrite: Partial<Rewrite>, language: Language = 'en'): DraftCheck {
  const whole = { id: 'one', rule: 'W3', words: ['you must'], to: [], ...rewrite };
  return createDraftCheck([{ id: 'test', language, rewrites: [whole] }]);
}
