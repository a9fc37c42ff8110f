// What `npm run replay` needs of the product, as one file that plain Node can run.
export { createDraftCheck } from '../../lib/domain/draft-check';
export { guardDraft } from '../../lib/domain/guard';
export { createGuideFold } from '../../lib/domain/guide';
export { subStepsNow } from '../../lib/domain/guide-state';
export { createEar } from '../../lib/domain/hear';
export { cuesOf } from '../../lib/domain/heard-cue';
export { stepsOfPath } from '../../lib/domain/step';
export { nextPlace, suggestPhrases } from '../../lib/domain/suggest';
export { contentOf } from '../../lib/text/echo';
export { createLineMemory } from '../../lib/text/same-line';
