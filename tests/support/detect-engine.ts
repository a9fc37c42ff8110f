// What `npm run detect` needs of the product, as one file that plain Node can run.
export { createDraftCheck } from '../../lib/domain/draft-check';
export { createEar } from '../../lib/domain/hear';
export { cuesOf } from '../../lib/domain/heard-cue';
export type { DraftCheck } from '../../lib/domain/draft-check';
export type { Ear } from '../../lib/domain/hear';
