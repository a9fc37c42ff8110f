// What is past its time goes by itself, once a day, where the settings say so; bound to the real browser.
import { setRetentionAlarm, stayAwake, wakeForRetention } from '../../lib/browser/retention-alarm';
import { loadSettings, watchSettings } from '../../lib/browser/settings';
import { clearDaily, endDaily } from '../../lib/data/clearings';
import { createDatabase, usualName } from '../../lib/data/db';
import type { OpenedMemory } from '../../lib/data/memory';
import { createRetention } from '../../lib/data/retention';

export function keepRetention(opening: Promise<OpenedMemory>): void {
  const run = wakeForRetention(async () => {
    const [{ retention: rule }, opened] = [await loadSettings(), await opening];
    // A log that this version cannot open is left alone.
    if (!opened.ok) return;
    const isDaily = rule?.daily === true;
    const wasDaily = await setRetentionAlarm(isDaily);
    if (!isDaily && !wasDaily) return;
    const db = createDatabase(usualName, indexedDB);
    const world = { retention: createRetention(db, Date.now), now: Date.now };
    const { signal } = new AbortController();
    try {
      if (isDaily) await clearDaily(db, world, rule, { signal, onRows: stayAwake });
      else await endDaily(db, Date.now);
    } finally {
      db.close();
    }
  });
  let known = '';
  watchSettings(({ retention }) => {
    const rule = JSON.stringify(retention);
    if (rule !== known) run();
    known = rule;
  });
  run();
}
