// A worker of the Desk: derives from the log what its table, search and export are made of.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDatabase, usualName } from '../lib/data/db';
import { foldLog } from '../lib/data/fold-log';

export default defineUnlistedScript(() => {
  const lock = async (work: () => Promise<void>) => {
    await navigator.locks.request('fold-log', work);
  };
  const { signal } = new AbortController();
  foldLog(createDatabase(usualName, indexedDB), { lock, signal }).then(
    () => self.postMessage('done'),
    (error: unknown) => self.postMessage(String(error)),
  );
});
