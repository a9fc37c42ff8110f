// Builds the pages of the real editors, once for all browsers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export async function buildEditors() {
  const folder = await mkdtemp(join(tmpdir(), 'composure-editors-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    base: '/built/',
    // Draft.js asks for the global object by Node's name.
    define: { global: 'globalThis' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      chunkSizeWarningLimit: Infinity,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: fileURLToPath(new URL('../fixtures/editors/npm/open.js', import.meta.url)),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
