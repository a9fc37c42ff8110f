// `npm run soak [-- CHROMIUM FIREFOX]`: so many kills of each (200 and 50), and the table of what was found.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { soak, soakTable } from './soak.mjs';

const [chromium = '200', firefox = '50'] = process.argv.slice(2);
const root = path.join(import.meta.dirname, '..', '..', '..');
for (const target of ['chrome', 'firefox'])
  execFileSync(path.join(root, 'node_modules', '.bin', 'wxt'), ['build', '-b', target], {
    cwd: root,
    stdio: 'ignore',
  });

const onKill = (/** @type {number} */ cycle) => process.stderr.write(`${cycle} `);
const found = [
  await soak('chromium', Number(chromium), { onKill }),
  await soak('firefox', Number(firefox), { onKill }),
];
console.log(`\n${soakTable(found)}`);
const faults = found.flatMap(({ lost, doubled, inconsistent }) => [
  ...lost.map((each) => `lost: ${each}`),
  ...doubled.map((each) => `twice: ${each}`),
  ...inconsistent,
]);
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);
