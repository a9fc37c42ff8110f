// Wakes the background some times a day to see whether the address of a pack is to be looked at.
import { browser } from 'wxt/browser';

const alarmName = 'packs';
const everyMinutes = 180;

/** Registers the wake-up; the work is done by one worker at a time. */
export function wakeForPacks(work: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== alarmName) return;
    navigator.locks
      .request('packs', work)
      .catch((error: unknown) => console.error('Packs were not looked at:', error));
  });
  void browser.alarms.get(alarmName).then(async (known) => {
    if (!known) await browser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  });
}
