// Wakes the worker when something is due and no panel has announced it, notifies then, and keeps the badge.
import { browser } from 'wxt/browser';
import { badgeOf, callOf, isWaiting, nextLook } from '../domain/due';
import type { DueItem, Hours } from '../domain/due';
import { snoozeMs } from '../domain/due-notice';
import { openPlace } from './open-place';
import type { Place } from './open-place';

const alarmName = 'due';
// An open panel announces on the second; the worker gives it this much of a start.
const graceMs = 2000;
// As the panel's own colours: calm, and due.
const badgeColours = { calm: '#0f6b64', due: '#8a5a00' };

export type Quiet = { hours: Hours | undefined; minutesOf: (at: number) => number };

/** Sets the wake-up for what comes next, or clears it, and the badge. Safe to call again. */
export async function setDueAlarm(
  items: readonly DueItem[],
  now: number,
  quiet: Quiet,
): Promise<void> {
  const badge = badgeOf(items, now);
  await browser.action.setBadgeText({ text: badge.text });
  const color = badge.isDue ? badgeColours.due : badgeColours.calm;
  await browser.action.setBadgeBackgroundColor({ color });
  const when = nextLook(items, now, graceMs, quiet.hours, quiet.minutesOf);
  if (when === undefined) await browser.alarms.clear(alarmName);
  else await browser.alarms.create(alarmName, { when });
}

type DueKey = Pick<DueItem, 'kind' | 'id'>;

/** The verbs of the log over everything that is due. */
export type DueVerbs = {
  items(): Promise<readonly DueItem[]>;
  /** Sees to it that nothing is lost to a clock that was set back. */
  settle(): Promise<void>;
  /** True for the first that says so. */
  claim(item: DueItem): Promise<boolean>;
  done(item: DueKey): Promise<void>;
  snooze(item: DueKey, ms: number): Promise<void>;
  placeOf(item: DueKey): Promise<Place | undefined>;
};

export type DueWorld = {
  /** Undefined where the log could not be opened. */
  due(): Promise<DueVerbs | undefined>;
  announce(item: DueItem): Promise<{ title: string; message: string; done: string; later: string }>;
  quiet(): Promise<Quiet & { sound: boolean }>;
  now: () => number;
};

/** Registers the listeners, and looks at once: alarms do not survive every restart, the log does. */
export function notifyWhenDue(world: DueWorld): void {
  let looking = Promise.resolve();
  // One after the other: an alarm that goes off at the start must not tell of the same twice.
  const look = () => {
    looking = looking
      .then(() => lookOnce(world))
      .catch((error: unknown) => console.error('What is due was not looked at:', error));
    return looking;
  };
  const act = async (id: string, work: (due: DueVerbs, item: DueKey) => Promise<void>) => {
    const item = itemOf(id);
    const due = await world.due();
    if (!item || !due) return;
    await work(due, item);
    // It is gone once what was asked for is written: a worker that ends in between leaves it to be clicked again.
    await browser.notifications.clear(id);
    await look();
  };
  // A worker is started for what it listens to; with it comes the look below.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onInstalled.addListener(() => undefined);
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) void look();
  });
  browser.notifications.onClicked.addListener((id) => void act(id, openItem));
  // Firefox shows no buttons: there a click opens, and the rest is done in the panel.
  if (!import.meta.env.FIREFOX)
    browser.notifications.onButtonClicked.addListener(
      (id, index) => void act(id, index === 0 ? doneItem : snoozeItem),
    );
  void look();
}

const doneItem = (due: DueVerbs, item: DueKey) => due.done(item);
const snoozeItem = (due: DueVerbs, item: DueKey) => due.snooze(item, snoozeMs);

async function openItem(due: DueVerbs, item: DueKey): Promise<void> {
  const place = await due.placeOf(item);
  if (place) await openPlace(place);
}

async function lookOnce(world: DueWorld): Promise<void> {
  const due = await world.due();
  if (!due) return;
  const { hours, minutesOf, sound } = await world.quiet();
  await due.settle();
  const items = await due.items();
  const now = world.now();
  for (const item of items) {
    if (!isWaiting(item) || callOf(item, now, hours, minutesOf) > now - graceMs) continue;
    await notify(item, sound, world);
    // Told first, noted then: if the browser ends in between, the same notification comes again in its own place.
    await due.claim(item);
  }
  await clearOver(items);
  await setDueAlarm(await due.items(), world.now(), { hours, minutesOf });
}

async function notify(item: DueItem, sound: boolean, { announce }: DueWorld): Promise<void> {
  const { title, message, done, later } = await announce(item);
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  const options = { type: 'basic', iconUrl, title, message } as const;
  const more = { silent: !sound, buttons: [{ title: done }, { title: later }] };
  await browser.notifications.create(
    idOf(item),
    import.meta.env.FIREFOX ? options : { ...options, ...more },
  );
}

/** What was done or ended meanwhile needs no notification any more. */
async function clearOver(items: readonly DueItem[]): Promise<void> {
  const open = new Set(items.map(idOf));
  const shown = Object.keys(await browser.notifications.getAll());
  for (const id of shown) if (itemOf(id) && !open.has(id)) await browser.notifications.clear(id);
}

const kinds = ['hold', 'promise', 'call-back', 'follow-up'] as const;

function idOf({ kind, id }: DueKey): string {
  return `${kind} ${id}`;
}

function itemOf(notification: string): DueKey | undefined {
  const [name, id = ''] = notification.split(' ');
  const kind = kinds.find((each) => each === name);
  return kind && { kind, id };
}
