// A worker of the panel and the Desk: checks packs and compiles what they look for.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PackAsk } from '../lib/browser/prepare-packs';
import { admitPack } from '../lib/domain/admit-pack';
import { preparePacks } from '../lib/domain/prepared-packs';
import { compareTexts, parsePacks, reviewLayers } from '../lib/domain/review-layers';

export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<PackAsk>) => {
    const answer = (value: unknown, transfer: Transferable[] = []) =>
      self.postMessage({ answer: value }, { transfer });
    if (data.is === 'prepare') {
      const prepared = preparePacks(data);
      answer(prepared, [prepared.compiled]);
    } else if (data.is === 'review') answer(reviewLayers(data));
    else if (data.is === 'compare') answer(compareTexts(data.before, data.after));
    else {
      const onProgress = (share: number) => self.postMessage({ share });
      answer(admitPack({ text: data.text, builtIn: parsePacks(data.builtIn), onProgress }));
    }
  });
});
