import { beforeEach, expect, test, vi } from 'vitest';
import { wakeForPacks } from '../../lib/browser/pack-alarm';
import { settled } from '../support/settled';

/** What the worker uses of the browser, kept in plain sight. */
const fake = vi.hoisted(() => {
  const state = {
    alarms: new Map<string, object>(),
    created: 0,
    ring: (alarm: { name: string }): void => void alarm,
  };
  const browser = {
    alarms: {
      onAlarm: { addListener: (listener: typeof state.ring) => void (state.ring = listener) },
      get: async (name: string) => state.alarms.get(name),
      create: async (name: string, when: object) => {
        state.alarms.set(name, when);
        state.created += 1;
      },
    },
  };
  return { state, browser };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));

beforeEach(() => {
  fake.state.alarms.clear();
  fake.state.created = 0;
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, work: () => Promise<void>) => work() },
  });
});

test('the worker is woken some times a day, and a wake-up that is there already stays', async () => {
  wakeForPacks(async () => {});
  await settled();
  wakeForPacks(async () => {});
  await settled();
  expect(fake.state.alarms.get('packs')).toEqual({ periodInMinutes: 180 });
  expect(fake.state.created).toBe(1);
});

test('it works when its own alarm rings, and a failure is told and no more', async () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  let worked = 0;
  wakeForPacks(async () => {
    worked += 1;
    throw new Error('No net.');
  });
  fake.state.ring({ name: 'due' });
  fake.state.ring({ name: 'packs' });
  await settled();
  expect(worked).toBe(1);
  expect(complain).toHaveBeenCalledOnce();
  complain.mockRestore();
});
