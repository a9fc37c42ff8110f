// Everything that the extension keeps, read by the browser's own means: runs in one of its pages.

/**
 * @typedef {{
 *   tables: Record<string, any[]>, settings: Record<string, any>, prepared: boolean,
 * }} Kept any: rows as they lie there
 * @returns {Promise<Kept>}
 */
export async function readLog() {
  const done = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const open = (/** @type {string} */ name) => done(indexedDB.open(name));
  const db = await open('composure');
  /** @type {Record<string, any[]>} */
  const tables = {};
  // One transaction: the panel may be writing, and tables read one after the other would not agree.
  const reading = db.transaction(db.objectStoreNames);
  const rows = [...db.objectStoreNames].map(async (name) => {
    tables[name] = await done(reading.objectStore(name).getAll());
  });
  await Promise.all(rows);
  db.close();
  const packs = await open('composure-prepared');
  const [store] = packs.objectStoreNames;
  const prepared = store
    ? (await done(packs.transaction(store).objectStore(store).count())) > 0
    : false;
  packs.close();
  const { chrome, browser = chrome } = /** @type {any} any: the extension's own */ (globalThis);
  return { tables, settings: await browser.storage.local.get(null), prepared };
}
