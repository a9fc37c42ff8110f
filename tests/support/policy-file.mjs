// What an organisation's administrator would put on the machine: a policy for one extension, by its id.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A new id, and the `key` for the manifest of the extension that has it. */
export function createIdentity() {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = digest.replaceAll(/./g, (digit) => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)));
  return { id, key: key.toString('base64') };
}

/** Chromium's policy for an extension; it hears of each `set`, also while it runs. @param {string} id */
export function createChromiumPolicy(id) {
  const file = createPolicyFile('/etc/chromium/policies/managed', `composure-${id}.json`);
  return {
    remove: file.remove,
    set: (/** @type {object} */ policy) =>
      file.write({ '3rdparty': { extensions: { [id]: policy } } }),
  };
}

/** @param {string} place a folder of the browser's @param {string} name */
export function createPolicyFile(place, name) {
  mkdirSync(place, { recursive: true });
  const file = path.join(place, name);
  return {
    write: (/** @type {object} */ content) => writeFileSync(file, JSON.stringify(content)),
    remove: () => rmSync(file, { force: true }),
  };
}
