// Sends the outbox from the background: when asked, when due, after a kill; two workers never send at once.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const alarmName = 'outbox';
const askSchema = z.object({ outbox: z.enum(['send', 'test']) });

export type OutboxWork = {
  /** Sends what is due; resolves to when (epoch ms) something is due again. */
  send(): Promise<number | undefined>;
  /** Tries the connection in use; what came of it, as JSON. */
  test(): Promise<unknown>;
};

/** Registers all that wakes the sender, and begins. */
export function keepSending({ send, test }: OutboxWork): void {
  const workAlone = () =>
    // Held until the worker ends: what is found half sent under it was left by one that is gone.
    navigator.locks.request('outbox', async () => {
      // Wakes the next worker if this one is killed on the way.
      await browser.alarms.create(alarmName, { delayInMinutes: 1 });
      const at = await send();
      if (at === undefined) await browser.alarms.clear(alarmName);
      else await browser.alarms.create(alarmName, { when: at });
    });
  const work = () =>
    workAlone().catch((error: unknown) => console.error('The outbox stopped:', error));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) void work();
  });
  browser.runtime.onMessage.addListener((message: unknown, _, answer: (told: unknown) => void) => {
    const asked = askSchema.safeParse(message);
    if (!asked.success) return false;
    if (asked.data.outbox === 'send') void work();
    if (asked.data.outbox === 'test') void test().then(answer);
    return asked.data.outbox === 'test';
  });
  self.addEventListener('online', () => void work());
  void work();
}

/** Lets the background send now. */
export async function wakeSender(): Promise<void> {
  await browser.runtime.sendMessage({ outbox: 'send' }).catch(() => {});
}

/** Lets the background try the connection in use; its answer, or undefined where there was none. */
export function askForTest(): Promise<unknown> {
  return browser.runtime.sendMessage({ outbox: 'test' });
}

// A worker with nothing to do is ended after 30 s; asking the browser anything counts as work.
const wakeEveryMs = 15_000;

/** Lets time really pass, however long, without being put to sleep. */
export async function pauseAwake(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= wakeEveryMs) {
    await new Promise((resolve) => {
      setTimeout(resolve, Math.min(left, wakeEveryMs));
    });
    await browser.runtime.getPlatformInfo();
  }
}
