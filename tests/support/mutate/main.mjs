// `npm run mutate -- [file or folder of lib/text or lib/domain …]`: changes the code in small ways, one after the other,
// and tells which change no test notices. The report lies in .output/mutate/; what was tried before is not tried again.
import { mkdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';

const rooms = ['text', 'domain'];
const asked = process.argv.slice(2).map((each) => each.replace(/\/$/, ''));
const paths = asked.length > 0 ? asked : rooms.map((room) => `lib/${room}`);
const roomOf = (/** @type {string} */ each) => each.split('/')[1] ?? '';
const stranger = paths.find((each) => !/^lib\/(text|domain)(\/|$)/.test(each));
if (stranger !== undefined) {
  console.error(`${stranger} is not in lib/text or lib/domain.`);
  process.exit(2);
}
const output = path.join('.output', 'mutate');
mkdirSync(output, { recursive: true });
process.env['MUTATED_ROOMS'] = [...new Set(paths.map(roomOf))].join(',');

await new Stryker({
  mutate: [
    ...paths.map((each) => (statSync(each).isDirectory() ? `${each}/**/*.ts` : each)),
    // Tables written by a program.
    '!lib/text/pinyin-table.ts',
    '!lib/text/simplified.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/support/mutate/vitest.config.ts', related: true },
  coverageAnalysis: 'perTest',
  // With all of it counted, the property tests of both rooms take a while.
  dryRunTimeoutMinutes: 30,
  // Its mark at the head of each file would be seen by the tests that read sources; nothing here checks types.
  disableTypeChecks: false,
  // What a file does once when it is loaded is there for every test: each such mutant would need all of them.
  ignoreStatic: true,
  concurrency: availableParallelism(),
  incremental: true,
  incrementalFile: path.join(output, 'known.json'),
  tempDirName: path.join(output, 'tries'),
  ignorePatterns: [
    '/*',
    '!/lib',
    '!/tests',
    '!/public',
    '!/components',
    '!/entrypoints',
    '!/package.json',
  ],
  allowEmpty: true,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportMutants: true },
  htmlReporter: { fileName: path.join(output, 'report.html') },
  jsonReporter: { fileName: path.join(output, 'report.json') },
  thresholds: { high: 90, low: 80, break: null },
}).runMutationTest();
