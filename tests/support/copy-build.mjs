// A copy of a build that may ask this machine, since nobody is there to answer the browser's own prompt.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} build @param {string} copy replaced @param {object} [more] what its manifest says besides */
export function copyBuild(build, copy, more = {}) {
  rmSync(copy, { recursive: true, force: true });
  cpSync(build, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = { ...JSON.parse(readFileSync(file, 'utf8')), ...more };
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
}
