// A worker of the panel: checks packs and compiles what they look for.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { preparePacks } from '../lib/domain/prepared-packs';

export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => {
    const prepared = preparePacks(data);
    self.postMessage(prepared, { transfer: [prepared.compiled] });
  });
});
