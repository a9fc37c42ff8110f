// `npm run picture`: makes the README's pictures anew, from the play that `npm start -- --headless` shows.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const start = path.join(import.meta.dirname, 'start.mjs');
const taken = path.join(root, '.output', 'demo');
const kept = path.join(root, 'tests', 'demo');
/** The panel alone, in the README's story. */
const story = ['restate', 'hold-running', 'plan', 'propose', 'complaint'];

/** @param {string} name of a picture, without its number @param {string} file */
function keep(name, file) {
  const found = readdirSync(taken).find((each) => each.replace(/^\d+-/, '') === `${name}.png`);
  if (!found) throw new Error(`The play has left no picture ${name}.`);
  copyFileSync(path.join(taken, found), path.join(kept, file));
}

mkdirSync(path.join(kept, 'story'), { recursive: true });
for (const lang of ['en', 'zh']) {
  const { status } = spawnSync(process.execPath, [start, '--headless', '--lang', lang], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
  keep('confirmed', `panel-${lang}.png`);
  for (const name of story) keep(`${name}-panel`, `story/${name}-${lang}.png`);
}
