// A worker of the panel and the Desk: checks packs and compiles what they look for.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { converterFor } from '../lib/browser/chinese-converter';
import type { PackAsk } from '../lib/browser/prepare-packs';
import { admitPack } from '../lib/domain/admit-pack';
import { inspectPack } from '../lib/domain/inspect-pack';
import { signerOf } from '../lib/domain/pack-signature';
import { preparePacks } from '../lib/domain/prepared-packs';
import { withoutMark } from '../lib/domain/read-pack';
import { compareTexts, parsePacks, reviewLayers } from '../lib/domain/review-layers';

export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<PackAsk>) => {
    const answer = (value: unknown, transfer: Transferable[] = []) =>
      self.postMessage({ answer: value }, { transfer });
    if (data.is === 'prepare') {
      const prepared = preparePacks(data, converterFor(data.script));
      answer(prepared, [prepared.compiled]);
    } else if (data.is === 'review') answer(reviewLayers(data));
    else if (data.is === 'inspect') answer(inspectPack(data));
    else if (data.is === 'compare') answer(compareTexts(data.before, data.after));
    else {
      const onProgress = (share: number) => self.postMessage({ share });
      const { text } = data;
      const admission = admitPack({ text, builtIn: parsePacks(data.builtIn), onProgress });
      void signerOf(withoutMark(text), crypto.subtle).then((signer) =>
        answer({ ...admission, signer }),
      );
    }
  });
});
