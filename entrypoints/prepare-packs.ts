// A worker of the panel and the Desk: checks packs and compiles what they look for.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PackAsk } from '../lib/browser/prepare-packs';
import { admitPack } from '../lib/domain/admit-pack';
import { preparePacks } from '../lib/domain/prepared-packs';
import { parsePacks, reviewLayers } from '../lib/domain/review-layers';

export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<PackAsk>) => {
    if (data.is === 'prepare') {
      const prepared = preparePacks(data);
      self.postMessage({ answer: prepared }, { transfer: [prepared.compiled] });
    } else if (data.is === 'review') self.postMessage({ answer: reviewLayers(data) });
    else {
      const onProgress = (share: number) => self.postMessage({ share });
      const builtIn = parsePacks(data.builtIn);
      self.postMessage({ answer: admitPack({ ...data, builtIn, onProgress }) });
    }
  });
});
