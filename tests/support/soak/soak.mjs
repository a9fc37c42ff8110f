// Kills a browser at random moments of its use, opens it again on the same profile, and checks what is there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serveDemo } from '../../demo/serve.mjs';
import { openChromium, openFirefox } from './browsers.mjs';
import { checkLog } from './check-log.mjs';
import { startHearing } from './hear.mjs';

const opens = { chromium: openChromium, firefox: openFirefox };
/** Long enough for several acts, short enough to fall into the first. */
const longestMs = 2500;

/**
 * @typedef {{
 *   browser: string, kills: number, acknowledged: number, rows: number,
 *   lost: string[], doubled: string[], inconsistent: string[],
 * }} Soaked
 * @param {'chromium' | 'firefox'} browser @param {number} kills
 * @param {{ random?: () => number, onKill?: (cycle: number) => void }} [options]
 * @returns {Promise<Soaked>}
 */
export async function soak(browser, kills, { random = Math.random, onKill = () => {} } = {}) {
  const profile = mkdtempSync(path.join(tmpdir(), `composure-soak-${browser}-`));
  const hearing = await startHearing();
  const demo = await serveDemo();
  const found = { lost: new Set(), doubled: new Set(), inconsistent: new Set() };
  let rows = 0;
  try {
    for (let cycle = 0; cycle <= kills; cycle++) {
      const beside = await opens[browser](profile, `${demo.url}?lang=en&speed=fast`);
      const kept = await beside.read();
      const faults = checkLog(kept, hearing.told);
      for (const fault of faults.lost) found.lost.add(fault);
      for (const fault of faults.doubled) found.doubled.add(fault);
      for (const fault of faults.inconsistent) found.inconsistent.add(fault);
      rows = Object.values(kept.tables).reduce((sum, table) => sum + table.length, 0);
      if (cycle < kills) {
        const seed = Math.floor(random() * 2 ** 31);
        await beside.begin({ seed, cycle, told: hearing.url });
        await pause(random() * longestMs);
      }
      await beside.kill();
      onKill(cycle);
    }
  } finally {
    await hearing.close();
    await demo.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const acknowledged = hearing.told.filter(({ is }) => is === 'done').length;
  const { lost, doubled, inconsistent } = found;
  const listed = { lost: [...lost], doubled: [...doubled], inconsistent: [...inconsistent] };
  return { browser, kills, acknowledged, rows, ...listed };
}

/** As lines of a table. @param {readonly Soaked[]} all */
export function soakTable(all) {
  const head = ['browser', 'kills', 'acknowledged', 'rows', 'lost', 'doubled', 'inconsistent'];
  const body = all.map(({ browser, kills, acknowledged, rows, ...faults }) => [
    browser,
    kills,
    acknowledged,
    rows,
    ...[faults.lost, faults.doubled, faults.inconsistent].map(({ length }) => length),
  ]);
  return [head, ...body]
    .map((cells) =>
      cells
        .map((cell) => String(cell).padEnd(14))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
