// Wakes the background some times a day to look at the addresses of packs; where there are none, it sleeps.
import { browser } from 'wxt/browser';

const alarmName = 'packs';
const everyMinutes = 180;

/** Sets the wake-up, or clears it. One that is there already goes on as it is. */
export async function setPackAlarm(isWanted: boolean): Promise<void> {
  const isThere = (await browser.alarms.get(alarmName)) !== undefined;
  if (isWanted && !isThere)
    await browser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  if (!isWanted && isThere) await browser.alarms.clear(alarmName);
}

/** Registers the listener; the work is done by one worker at a time. */
export function wakeForPacks(work: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== alarmName) return;
    navigator.locks
      .request('packs', work)
      .catch((error: unknown) => console.error('Packs were not looked at:', error));
  });
}
