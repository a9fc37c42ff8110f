// Parts of lib/ for plain Node, which reads no TypeScript: the sources as a browser would get them.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '..', '..');

/**
 * Bundles a file that exports what is needed, and imports the result. The caller names its type.
 * @param {string} entry its path @returns {Promise<unknown>}
 */
export async function loadEngine(entry) {
  const name = path.basename(entry, '.ts');
  const outDir = path.join(root, 'node_modules', '.cache', `composure-${name}`);
  mkdirSync(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: name },
    },
  });
  return import(pathToFileURL(path.join(outDir, `${name}.js`)).href);
}
