// All that the extension keeps in a browser profile, as one JSON value: read from it, and written into an empty one.
// Both run in a page of the extension, by the browser's own means: an old profile cannot be read by the code of today.
// How the next version is frozen: work with its build, then write what `readProfile` gives into tests/fixtures.

/**
 * @typedef {{ name: string, keyPath: string | string[], unique: boolean, multiEntry: boolean }} KeptIndex
 * @typedef {{
 *   keyPath: string | string[] | null, autoIncrement: boolean, indexes: KeptIndex[], rows: any[],
 * }} KeptTable any: rows as they lie there; bytes as their kind, how many, and those up to the last that is not zero
 * @typedef {{ version: number, tables: Record<string, KeptTable>, storage: Record<string, any> }} KeptProfile any: as above
 */

/** What is kept; the packs as the worker prepared them are left out, since they are made anew. @returns {Promise<KeptProfile>} */
export async function readProfile() {
  const done = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  /** @param {any} value any: whatever lies in a row @returns {any} */
  const written = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(written);
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      // Columns of few records are zeros nearly all through.
      const some = bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
      const letters = Array.from(some, (byte) => String.fromCodePoint(byte));
      return { $: value.constructor.name, bytes: bytes.length, base64: btoa(letters.join('')) };
    }
    if (Object.getPrototypeOf(value) !== Object.prototype)
      throw new Error(`No JSON can say a ${value.constructor.name}.`);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, written(each)]));
  };
  const db = await done(indexedDB.open('composure'));
  const reading = db.transaction(db.objectStoreNames);
  const tables = [...db.objectStoreNames].map(async (name) => {
    const store = reading.objectStore(name);
    const indexes = [...store.indexNames].map((each) => {
      const { keyPath, unique, multiEntry } = store.index(each);
      return { name: each, keyPath, unique, multiEntry };
    });
    const { keyPath, autoIncrement } = store;
    return [name, { keyPath, autoIncrement, indexes, rows: written(await done(store.getAll())) }];
  });
  const all = Object.fromEntries(await Promise.all(tables));
  db.close();
  const { chrome } = /** @type {any} any: the extension's own */ (globalThis);
  return { version: db.version, tables: all, storage: await chrome.storage.local.get(null) };
}

/** Writes it as it was, where nothing is yet. @param {KeptProfile} kept */
export async function writeProfile({ version, tables, storage }) {
  /** @param {any} value any: as `readProfile` writes it @returns {any} */
  const read = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(read);
    if (typeof value.$ === 'string') {
      const bytes = new Uint8Array(value.bytes);
      bytes.set(Uint8Array.from(atob(value.base64), (letter) => letter.codePointAt(0) ?? 0));
      return new /** @type {any} any: by name */ (globalThis)[value.$](bytes.buffer);
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, read(each)]));
  };
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('composure', version);
    opening.addEventListener('upgradeneeded', () => {
      for (const [name, { keyPath, autoIncrement, indexes, rows }] of Object.entries(tables)) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, ...how } of indexes)
          store.createIndex(index, path, how);
        for (const row of rows) store.add(read(row));
      }
    });
    opening.addEventListener('success', () => resolve(opening.result.close()));
    opening.addEventListener('error', () => reject(opening.error));
  });
  const { chrome } = /** @type {any} any: the extension's own */ (globalThis);
  await chrome.storage.local.set(storage);
}
