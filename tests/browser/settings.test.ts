import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadSettings, saveSettings, watchSettings } from '../../lib/browser/settings';

/** The extension's own storage, which takes and answers when it is told to. */
const storage = vi.hoisted(() => {
  const stored: Record<string, unknown> = {};
  const listeners: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const turn = <T>(work: () => T) =>
    new Promise<T>((resolve) => waiting.push(() => resolve(work())));
  const local = {
    get: () => turn(() => ({ ...stored })),
    set: (change: object) =>
      turn(() => {
        Object.assign(stored, change);
        for (const listener of listeners) listener();
      }),
    onChanged: { addListener: (listener: () => void) => listeners.push(listener) },
  };
  /** Ends what was begun, in its order, up to so many. */
  const work = async (most = Infinity) => {
    for (let done = 0; done < most && waiting.length > 0; done++) {
      waiting.shift()?.();
      // What waits for it goes on before the next.
      for (let turns = 0; turns < 5; turns++) await Promise.resolve();
    }
  };
  return { local, stored, work };
});
vi.mock('wxt/browser', () => ({ browser: { storage: { local: storage.local } } }));

const held: string[] = [];
beforeAll(async () => {
  const loading = loadSettings();
  await storage.work();
  watchSettings(({ agentName }) => held.push(agentName), await loading);
});
beforeEach(() => held.splice(0));

test('letters typed while the first are being stored stay', async () => {
  void saveSettings({ agentName: 'S' });
  expect(held).toEqual(['S']);
  // The first is stored, and its answer on its way.
  await storage.work(1);
  void saveSettings({ agentName: 'Sa' });
  void saveSettings({ agentName: 'Sam' });
  await storage.work();
  expect(held.slice(0, 3)).toEqual(['S', 'Sa', 'Sam']);
  expect(new Set(held.slice(3))).toEqual(new Set(['Sam']));
  expect(storage.stored['agentName']).toBe('Sam');
});

test('what is saved elsewhere follows', async () => {
  void storage.local.set({ agentName: 'Noor' });
  await storage.work();
  expect(held).toEqual(['Noor']);
});
