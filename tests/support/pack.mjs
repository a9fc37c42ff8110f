// `npm run -s pack -- check FILE…`: tries packs as the extension does, and signs them; for leads who keep theirs in a repository.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadEngine } from './engine.mjs';
import { signPack, usualKeyFile } from './sign-pack.mjs';

const root = path.join(import.meta.dirname, '..', '..');
const usage = `npm run -s pack -- check FILE…   tries each pack: its format, its words, its own tests, its signature
npm run -s pack -- sign FILE… [--key KEYFILE]   signs each, with a key that is made if it is not there
npm run -s pack -- schema        writes public/pack.schema.json and public/policy.schema.json

It ends with 0 if all is well, 1 if a pack has faults, 2 if a file could not be read or nothing was asked for.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string', default: usualKeyFile } },
});
const [verb, ...files] = positionals;
/** @type {any} What the file exports. */
const loaded = await loadEngine(path.join(import.meta.dirname, 'pack-engine.ts'));
/** @type {typeof import('./pack-engine')} */
const engine = loaded;

if (verb === 'check' && files.length > 0) await check(files);
else if (verb === 'sign' && files.length > 0) await sign(files);
else if (verb === 'schema') {
  writeFileSync(of('public/pack.schema.json'), engine.packSchemaText());
  writeFileSync(of('public/policy.schema.json'), engine.policySchemaText());
} else {
  console.error(usage);
  process.exitCode = 2;
}

/** @param {string[]} names */
async function check(names) {
  const builtIn = engine.parsePacks(
    ['en', 'zh-cn'].map((name) => readFileSync(of(`public/packs/${name}.json`), 'utf8')),
  );
  const messages = JSON.parse(readFileSync(of('public/_locales/en/messages.json'), 'utf8'));
  /** @type {Parameters<typeof engine.faultLine>[1]} */
  const say = (key, ...slots) => engine.textOf(messages, key, slots);
  /** @param {import('../../lib/domain/pack-fault').PackFault} fault */
  const told = (fault) => engine.faultLine(fault, say);
  for (const name of names) {
    const text = read(name);
    if (text === undefined) continue;
    if ((await engine.signerOf(text, crypto.subtle)).is === 'bad') {
      console.error(`${name}: the signature does not fit; sign it again`);
      process.exitCode ||= 1;
      continue;
    }
    const admission = engine.admitPack({ text, builtIn, mayBeBuiltIn: true });
    if (!admission.ok) {
      for (const fault of admission.faults) console.error(`${name}:${fault.line}: ${told(fault)}`);
      process.exitCode ||= 1;
      continue;
    }
    for (const fault of admission.mild) console.log(`${name}:${fault.line}: note: ${told(fault)}`);
    const { summary } = admission;
    console.log(
      `${name}: ${summary.id} ${summary.version}, ${summary.counts.phrases} phrases, fine`,
    );
  }
}

/** @param {string[]} names */
async function sign(names) {
  for (const name of names) {
    const text = read(name);
    if (text === undefined) continue;
    const signed = await signPack(text, values.key, engine.textToSign);
    const signer = await engine.signerOf(signed.text, crypto.subtle);
    if (signer.is !== 'signed') {
      console.error(`${name}: this is no pack; try it with check first`);
      process.exitCode ||= 1;
      continue;
    }
    writeFileSync(name, signed.text);
    console.log(`${name}: signed with the key ${signed.key} (${values.key})`);
  }
}

/** @param {string} name */
function read(name) {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
    return undefined;
  }
}

/** @param {string} file */
function of(file) {
  return path.join(root, file);
}
