// `npm run bench -- AREA [--json] [--records N] [--only PARTS]`: measures an area against named rivals or floors in the
// same run. `--records`, and `--only` with parts of `parts` in log.mjs apart by commas, are for a quicker look at the log.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * One line of the table. `goal` is the largest ratio ours / theirs that is good.
 * @typedef {{ name: string, ours: number, unit: string, rival: string, theirs: number, goal: number }} Measure
 */

const areas = ['page', 'panel', 'packs', 'text', 'time', 'log', 'whole'];
/** These measure the built extension. */
const built = new Set(['page', 'panel', 'packs', 'time', 'whole']);
const [area = '', ...flags] = process.argv.slice(2);
const chosen = area === 'all' ? areas : areas.filter((each) => each === area);
if (chosen.length === 0) {
  console.error(`npm run bench -- ${[...areas, 'all'].join(' | ')} [--json] [--records N]`);
  process.exit(2);
}

const root = path.join(import.meta.dirname, '..', '..');
const wxt = path.join(root, 'node_modules', '.bin', 'wxt');
if (!existsSync(wxt)) {
  console.error('The packages are not installed; run `npm ci` first.');
  process.exit(2);
}
if (chosen.some((each) => built.has(each)))
  execFileSync(wxt, ['build', '-b', 'chrome'], { cwd: root, stdio: 'ignore' });

const after = (/** @type {string} */ flag) =>
  flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined;
const [records, only] = [after('--records'), after('--only')];
const options = { ...(records && { records: Number(records) }), only: only?.split(',') ?? [] };
let allOk = true;
for (const each of chosen) {
  /** @type {{ measure: (options: { records?: number, only?: readonly string[] }) => Promise<Measure[]> | AsyncIterable<Measure> }} */
  const { measure } = await import(`./${each}.mjs`);
  for await (const line of await measure(options)) {
    const ratio = line.ours / line.theirs;
    const ok = ratio <= line.goal;
    allOk &&= ok;
    console.log(
      flags.includes('--json') ? JSON.stringify({ ...line, ratio, ok }) : asRow(line, ratio, ok),
    );
  }
}
process.exit(allOk ? 0 : 1);

/** @param {Measure} line @param {number} ratio @param {boolean} ok */
function asRow({ name, ours, unit, rival, theirs, goal }, ratio, ok) {
  const figures = `${ours.toFixed(1)} ${unit} · ${rival} ${theirs.toFixed(1)} ${unit}`;
  return `${ok ? 'ok  ' : 'MISS'} ${name}: ${figures} · ${shortly(ratio)}× (goal ≤ ${shortly(goal)}×)`;
}

/** Three figures that count: 0.00052 is not nothing. @param {number} ratio */
function shortly(ratio) {
  return ratio < 1 ? Number(ratio.toPrecision(3)) : ratio.toFixed(2);
}
