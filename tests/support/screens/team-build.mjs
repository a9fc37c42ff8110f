// A copy of the build that may ask this machine, since nobody is there to answer the browser's own prompt.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} build @param {string} copy replaced */
export function copyBuild(build, copy) {
  rmSync(copy, { recursive: true, force: true });
  cpSync(build, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const more = { host_permissions: ['http://127.0.0.1/*'] };
  writeFileSync(file, JSON.stringify({ ...manifest, ...more }));
}
