// What converts Chinese: read by the worker that prepares packs, and only where somebody has chosen Traditional.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toTraditional } from '../lib/packs/to-traditional';

export default defineUnlistedScript(() => {
  Object.assign(self, { toTraditional });
});
