// Signs a pack with the lead's own key, which is made when it is first needed and never leaves its file.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const { subtle } = globalThis.crypto;
const algorithm = 'Ed25519';

/** Where the key lies if none is named. */
export const usualKeyFile = path.join(homedir(), '.config', 'composure', 'pack-key.json');

/**
 * The text with its signature, whatever signature it had before. What stands around it stays byte by byte.
 * @param {string} text a pack @param {string} keyFile made if it is not there
 * @param {(text: string) => string} textToSign @returns {Promise<{ text: string, key: string }>}
 */
export async function signPack(text, keyFile, textToSign) {
  const { key, secret } = await loadKey(keyFile);
  const bare = withoutSignature(text);
  const open = withSignature(bare, { key, value: '' });
  const signed = new TextEncoder().encode(textToSign(open));
  const value = base64(await subtle.sign(algorithm, secret, signed));
  return { text: withSignature(bare, { key, value }), key };
}

/** @param {string} text its last bracket closes the pack @param {{ key: string, value: string }} signature */
function withSignature(text, { key, value }) {
  const end = text.trimEnd().length - 1;
  const before = text.slice(0, end).trimEnd();
  const lines = `  "signature": {\n    "key": "${key}",\n    "value": "${value}"\n  }`;
  return `${before},\n${lines}\n${text.slice(end)}`;
}

/** Takes out what withSignature put in. @param {string} text */
function withoutSignature(text) {
  return text.replace(/,\s*"signature":\s*\{[^{}]*\}\s*(?=\}\s*$)/, '\n');
}

/** @param {string} file @returns {Promise<{ key: string, secret: CryptoKey }>} */
async function loadKey(file) {
  if (!existsSync(file)) await writeKey(file);
  const { key, secret } = JSON.parse(readFileSync(file, 'utf8'));
  const bytes = Buffer.from(secret, 'base64');
  return { key, secret: await subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']) };
}

/** @param {string} file */
async function writeKey(file) {
  /** @type {any} any: the types know no pair for this algorithm */
  const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const key = base64(await subtle.exportKey('raw', pair.publicKey));
  const secret = base64(await subtle.exportKey('pkcs8', pair.privateKey));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ key, secret }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

/** @param {ArrayBuffer} bytes */
function base64(bytes) {
  return Buffer.from(bytes).toString('base64');
}
