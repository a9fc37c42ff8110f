// `npm run picture`: makes the README's pictures anew, from the play that `npm start -- --headless` shows.
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const start = path.join(import.meta.dirname, 'start.mjs');

for (const lang of ['en', 'zh']) {
  const { status } = spawnSync(process.execPath, [start, '--headless', '--lang', lang], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
  const shown = path.join(root, '.output', 'demo', '05-confirmed.png');
  copyFileSync(shown, path.join(root, 'tests', 'demo', `panel-${lang}.png`));
}
