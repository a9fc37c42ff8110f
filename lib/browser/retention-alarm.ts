// Wakes the background some times a day to let go what is past its time; where nothing goes by itself, it sleeps.
import { browser } from 'wxt/browser';

const alarmName = 'retention';
// More often than the work is due: a browser is not open all day.
const everyMinutes = 60;

/** Sets the wake-up, or clears it; tells whether it was set before. One that is there already goes on as it is. */
export async function setRetentionAlarm(isWanted: boolean): Promise<boolean> {
  const isThere = (await browser.alarms.get(alarmName)) !== undefined;
  if (isWanted && !isThere)
    await browser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  if (!isWanted && isThere) await browser.alarms.clear(alarmName);
  return isThere;
}

/** Registers the listener; gives back what does the work at once. One worker at a time does it. */
export function wakeForRetention(work: () => Promise<void>): () => void {
  const run = () => {
    navigator.locks
      .request(alarmName, work)
      .catch((error: unknown) => console.error('What is past its time was not removed:', error));
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) run();
  });
  return run;
}

/** To be called while a long work goes on: a worker that asks the browser nothing is ended after 30 s. */
export function stayAwake(): void {
  void browser.runtime.getPlatformInfo();
}
