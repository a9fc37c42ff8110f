// How packs come into the Desk and out of it, for the shelf and the editor alike.
import { saveFile } from '../../lib/browser/download';
import { builtInFiles, digestOf } from '../../lib/packs/load-packs';
import { textOfFile } from '../../lib/packs/text-of-file';

export const packWays = {
  readBuiltIn: () => Promise.all(builtInFiles.map(async (file) => (await fetch(file)).text())),
  digest: digestOf,
  textOfFile,
  saveFile,
  goToDraft: (id: number) => (location.hash = `#packs/${id}`),
  goToPacks: () => (location.hash = '#packs'),
};
