// Wakes the worker when a check-in is due and no panel has announced it, and notifies then.
import { browser } from 'wxt/browser';
import type { Hold } from '../domain/hold';

const alarmName = 'due';
// An open panel announces on the second; the worker gives it this much of a start.
const graceMs = 2000;

/** Sets the wake-up for the first check-in that nobody announced, or clears it. Safe to call again. */
export async function setDueAlarm(holds: readonly Hold[]): Promise<void> {
  const next = holds.flatMap(({ dueAt, firedFor }) =>
    dueAt === undefined || firedFor === dueAt ? [] : [dueAt],
  );
  if (next.length === 0) await browser.alarms.clear(alarmName);
  else await browser.alarms.create(alarmName, { when: Math.min(...next) + graceMs });
}

export type DueWorld = {
  running(): Promise<readonly Hold[]>;
  /** True for the one that may announce this due time. */
  claim(holdId: string, dueAt: number): Promise<boolean>;
  announce(hold: Hold): Promise<{ title: string; message: string }>;
  now: () => number;
};

/** Registers the alarm's listener, and looks at once: alarms do not survive every restart, the log does. */
export function notifyWhenDue(world: DueWorld): void {
  const look = async () => {
    const holds = await world.running();
    for (const hold of holds) await notifyIfDue(hold, world);
    await setDueAlarm(await world.running());
  };
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) void look();
  });
  void look();
}

async function notifyIfDue(hold: Hold, { claim, announce, now }: DueWorld): Promise<void> {
  if (hold.dueAt === undefined || hold.dueAt > now() - graceMs) return;
  if (!(await claim(hold.id, hold.dueAt))) return;
  const { title, message } = await announce(hold);
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  await browser.notifications.create(hold.id, { type: 'basic', iconUrl, title, message });
}
