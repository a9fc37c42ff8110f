// `npm test`: types, lint, format, what nobody uses, build, then every test; the last line counts them all.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const report = path.join(root, '.output', 'test-report.json');

/** Without these the tests would run against something else than the sources. */
const steps = [
  ['prepare', 'wxt', 'prepare'],
  ['types', 'tsc', '--noEmit'],
  ['lint', 'oxlint', '--type-aware', '--report-unused-disable-directives', '--deny-warnings'],
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ['unused', 'knip', '-c', 'tests/support/knip.config.mjs', '--treat-config-hints-as-errors'],
  ['build for Chromium', 'wxt', 'build', '-b', 'chrome'],
  ['build for Firefox', 'wxt', 'build', '-b', 'firefox'],
];

mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });

let passed = 0;
let failed = 0;
for (const [name = '', command = '', ...args] of steps) {
  if (run(command, args, 'pipe')) passed++;
  else failed++;
  console.log(`${failed === 0 ? '✓' : '·'} ${name}`);
}

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const green = run('vitest', ['run', '-c', 'tests/vitest.config.ts', ...reporters], 'inherit');
const counts = readCounts();
passed += counts.passed;
failed += counts.failed;
// An error outside any test, or no report at all, is a failure that no test counts.
if (!green && counts.failed === 0) failed++;

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** @param {string} command @param {string[]} args @param {'inherit' | 'pipe'} stdio */
function run(command, args, stdio) {
  const bin = path.join(root, 'node_modules', '.bin', command);
  const { status, stdout, stderr } = spawnSync(bin, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', stdio, stdio],
    shell: process.platform === 'win32',
  });
  if (status !== 0 && stdio === 'pipe') console.error(`${stdout}\n${stderr}`);
  return status === 0;
}

function readCounts() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A test that did not run has not passed.
    return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
