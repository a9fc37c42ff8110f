// Builds the content script `hands.ts` into an unpacked extension that both browsers take.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Two names of one server: a frame from the second is of another origin.
const matches = ['http://127.0.0.1/*', 'http://localhost/*'];
const manifest = {
  manifest_version: 3,
  name: 'Page room under test',
  version: '1.0',
  browser_specific_settings: { gecko: { id: 'page-room@composure' } },
  host_permissions: matches,
  content_scripts: [{ matches, all_frames: true, js: ['hands.js'], run_at: 'document_idle' }],
};

/** The folder of the built extension, and how to remove it. */
export async function buildExtension() {
  const folder = await mkdtemp(join(tmpdir(), 'composure-page-'));
  const entry = fileURLToPath(new URL('hands.ts', import.meta.url));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      lib: { entry, formats: ['iife'], name: 'hands', fileName: () => 'hands.js' },
      outDir: folder,
      emptyOutDir: true,
      minify: false,
    },
  });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
