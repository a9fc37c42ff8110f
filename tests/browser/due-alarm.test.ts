import { beforeEach, describe, expect, test, vi } from 'vitest';
import { notifyWhenDue, setDueAlarm } from '../../lib/browser/due-alarm';
import type { DueVerbs } from '../../lib/browser/due-alarm';
import type { DueItem } from '../../lib/domain/due';
import { settled } from '../support/settled';

type Listener = (...details: never[]) => void;

/** What the worker uses of the browser, kept in plain sight. */
const fake = vi.hoisted(() => {
  const listeners = new Map<string, Listener>();
  const on = (name: string) => ({
    addListener: (listener: Listener) => void listeners.set(name, listener),
  });
  const state = {
    listeners,
    shown: new Map<string, { title: string }>(),
    alarm: undefined as number | undefined,
    badge: '',
    shows: 0,
  };
  const browser = {
    alarms: {
      onAlarm: on('alarm'),
      create: (_: string, { when }: { when: number }) => {
        state.alarm = when;
        return Promise.resolve();
      },
      clear: () => {
        state.alarm = undefined;
        return Promise.resolve(true);
      },
    },
    notifications: {
      onClicked: on('clicked'),
      onButtonClicked: on('button'),
      create: (id: string, options: { title: string }) => {
        state.shown.set(id, options);
        state.shows += 1;
        return Promise.resolve(id);
      },
      clear: (id: string) => Promise.resolve(state.shown.delete(id)),
      getAll: () => Promise.resolve(Object.fromEntries(state.shown)),
    },
    action: {
      setBadgeText: ({ text }: { text: string }) => {
        state.badge = text;
        return Promise.resolve();
      },
      setBadgeBackgroundColor: () => Promise.resolve(),
    },
    runtime: {
      getURL: (path: string) => path,
      onStartup: on('startup'),
      onInstalled: on('installed'),
    },
  };
  return { state, browser };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));

const minute = 60_000;
const clock = { now: 0 };
const itemAt = (at: number, more: Partial<DueItem> = {}): DueItem => ({
  id: 'p1',
  kind: 'promise',
  conversationId: 'c1',
  customer: 'Dana',
  since: 0,
  what: 'news',
  at,
  dueAt: at,
  firedFor: undefined,
  ...more,
});
const minutesOf = (at: number) => Math.floor(at / minute) % 1440;

beforeEach(() => {
  clock.now = 10 * minute;
  fake.state.shown.clear();
  fake.state.listeners.clear();
  fake.state.shows = 0;
});

/** A worker that has just started over these items. */
async function startWorker(
  items: DueItem[],
  {
    quiet = {},
    claim = true,
    snooze,
  }: { quiet?: object; claim?: boolean; snooze?: Promise<void> } = {},
) {
  const calls: string[] = [];
  const call = (verb: string) => (item: Pick<DueItem, 'id'>) => {
    calls.push(`${verb} ${item.id}`);
    return Promise.resolve();
  };
  const due: DueVerbs = {
    items: () => Promise.resolve([...items]),
    settle: () => Promise.resolve(),
    claim: ({ id }) => {
      if (!claim) return Promise.reject(new Error('Killed.'));
      const at = items.findIndex((each) => each.id === id);
      const item = items[at];
      if (item) items[at] = { ...item, firedFor: item.dueAt };
      return Promise.resolve(true);
    },
    done: (item) => {
      items.splice(0);
      return call('done')(item);
    },
    snooze: async (item) => {
      await snooze;
      await call('snooze')(item);
    },
    placeOf: async (item) => {
      await call('open')(item);
      return undefined;
    },
  };
  notifyWhenDue({
    due: () => Promise.resolve(due),
    announce: ({ customer }) =>
      Promise.resolve({ title: customer, message: '', done: 'Kept', later: 'Later' }),
    quiet: () => Promise.resolve({ hours: undefined, minutesOf, sound: false, ...quiet }),
    now: () => clock.now,
  });
  await settled();
  const tell = async (event: string, ...details: unknown[]) => {
    fake.state.listeners.get(event)?.(...(details as never[])); // As the browser calls it.
    await settled();
  };
  return { calls, alarm: () => tell('alarm', { name: 'due' }), tell };
}

describe('a worker that starts', () => {
  test('tells at once of what was slept over, once, and sets the badge', async () => {
    const items = [itemAt(minute)];
    const { alarm } = await startWorker(items);
    expect([...fake.state.shown]).toEqual([
      ['promise p1', expect.objectContaining({ title: 'Dana', silent: true })],
    ]);
    expect(fake.state.badge).toBe('0m');
    await alarm();
    await startWorker(items);
    expect(fake.state.shows).toBe(1);
  });

  test('killed after it has told and before it has noted, it tells the same in the same place', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const items = [itemAt(minute)];
    await startWorker(items, { claim: false });
    expect(fake.state.shown.size).toBe(1);
    await startWorker(items);
    expect([...fake.state.shown.keys()]).toEqual(['promise p1']);
    await startWorker(items);
    expect(fake.state.shows).toBe(2);
    told.mockRestore();
  });

  test('leaves an open panel two seconds to tell it first', async () => {
    const { alarm } = await startWorker([itemAt(clock.now - 1999)]);
    expect(fake.state.shows).toBe(0);
    expect(fake.state.alarm).toBe(clock.now + 2000);
    clock.now += 2000;
    await alarm();
    expect(fake.state.shows).toBe(1);
  });

  test('waits for the end of the quiet hours, but not with a hold', async () => {
    const quiet = { hours: { from: 0, to: 60 } };
    const hold = itemAt(minute, { id: 'h1', kind: 'hold' });
    await startWorker([itemAt(minute), hold], { quiet });
    expect([...fake.state.shown.keys()]).toEqual(['hold h1']);
    clock.now = 61 * minute;
    await startWorker([itemAt(minute)], { quiet });
    expect([...fake.state.shown.keys()]).toContain('promise p1');
  });

  test('takes away what was done meanwhile, and touches no other notification', async () => {
    fake.state.shown.set('promise old', { title: '' }).set('another', { title: '' });
    await startWorker([]);
    expect([...fake.state.shown.keys()]).toEqual(['another']);
    expect([fake.state.badge, fake.state.alarm]).toEqual(['', undefined]);
  });
});

describe('a notification', () => {
  test.each([
    ['clicked', [], 'open p1'],
    ['button', [0], 'done p1'],
    ['button', [1], 'snooze p1'],
  ])('%s %j does what it says, and goes', async (event, details, call) => {
    const { tell, calls } = await startWorker([itemAt(minute)]);
    await tell(event, 'promise p1', ...details);
    expect(calls).toEqual([call]);
    expect(fake.state.shown.size).toBe(0);
  });

  test('stays until what was asked for is written', async () => {
    let write = () => {};
    const snooze = new Promise<void>((written) => {
      write = written;
    });
    const { tell, calls } = await startWorker([itemAt(minute)], { snooze });
    await tell('button', 'promise p1', 1);
    expect([calls, fake.state.shown.size]).toEqual([[], 1]);
    write();
    await settled();
    expect([calls, fake.state.shown.size]).toEqual([['snooze p1'], 0]);
  });

  test('of somebody else is left alone', async () => {
    const { tell, calls } = await startWorker([]);
    await tell('clicked', 'something else');
    expect(calls).toEqual([]);
  });
});

test('where nothing is due there is no alarm and no badge', async () => {
  await setDueAlarm([itemAt(minute, { firedFor: minute })], 2 * minute, {
    hours: undefined,
    minutesOf,
  });
  expect(fake.state.alarm).toBeUndefined();
  await setDueAlarm([], 0, { hours: undefined, minutesOf });
  expect(fake.state.badge).toBe('');
});
