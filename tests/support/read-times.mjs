// What lies in the log, read by the browser's own means: not through the product's code.

/**
 * @typedef {{
 *   holds: { checkIns: number[], answer?: string, openSince?: number, dueAt?: number }[],
 *   promises: { dueAt?: number, firedFor?: number, end?: { how: string }, terms: { due: number }[] }[],
 *   kinds: string[],
 * }} Times `kinds` of the ledger's entries, in their order
 * @param {import('puppeteer-core').Page} page of the extension
 * @returns {Promise<Times>}
 */
export function readTimes(page) {
  return page.evaluate(async () => {
    const done = (/** @type {IDBRequest} */ request) =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const db = await done(indexedDB.open('composure'));
    const all = (/** @type {string} */ name) =>
      done(db.transaction(name).objectStore(name).getAll());
    const rows = {
      holds: await all('holds'),
      promises: await all('promises'),
      events: await all('events'),
    };
    db.close();
    const kinds = rows.events.map(
      (/** @type {{ event: { kind: string } }} */ { event }) => event.kind,
    );
    return { holds: rows.holds, promises: rows.promises, kinds };
  });
}
