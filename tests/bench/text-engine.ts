// What the bench measures of lib/text, as one file that plain Node can run.
export { createPlaces, findPlaces } from '../../lib/text/automaton';
export { compileFinds } from '../../lib/text/compile';
export { readCompiled, writeCompiled } from '../../lib/text/compiled-buffer';
export { createMatcher } from '../../lib/text/matcher';
export { createFolded, fold } from '../../lib/text/normalise';
export { createSearch } from '../../lib/text/search';
