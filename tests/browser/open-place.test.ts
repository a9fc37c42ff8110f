import { beforeEach, expect, test, vi } from 'vitest';
import { browserRun, openPlace } from '../../lib/browser/open-place';

type Tab = { id: number; windowId: number; url?: string };

const fake = vi.hoisted(() => {
  const state = {
    tabs: [] as Tab[],
    session: {} as Record<string, string>,
    done: [] as string[],
  };
  const browser = {
    storage: {
      session: {
        get: (key: string) => Promise.resolve({ [key]: state.session[key] }),
        set: (change: Record<string, string>) => {
          Object.assign(state.session, change);
          return Promise.resolve();
        },
      },
    },
    tabs: {
      get: (id: number) => {
        const tab = state.tabs.find((each) => each.id === id);
        return tab ? Promise.resolve(tab) : Promise.reject(new Error('No tab.'));
      },
      query: () => Promise.resolve(state.tabs),
      update: (id: number) => Promise.resolve(void state.done.push(`tab ${id}`)),
      create: ({ url }: { url: string }) => Promise.resolve(void state.done.push(`new ${url}`)),
    },
    windows: {
      update: (id: number) => Promise.resolve(void state.done.push(`window ${id}`)),
    },
  };
  return { state, browser };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));

const url = 'https://chat.example/talks/1';
const tab = { id: 7, windowId: 2 };

beforeEach(() => {
  Object.assign(fake.state, { tabs: [], session: {}, done: [] });
});

async function open(run: string, address = url) {
  const opened = await openPlace({ url: address, tabId: 7, run });
  return [opened, ...fake.state.done];
}

test('the run of the browser is the same for all who ask, and another after it', async () => {
  const [one, two] = await Promise.all([browserRun(), browserRun()]);
  expect(await browserRun()).toBe(one);
  expect(two).toBe(one);
  fake.state.session = {};
  expect(await browserRun()).not.toBe(one);
});

test('the tab is brought to the front with its window, though its address cannot be seen', async () => {
  fake.state.tabs = [tab];
  expect(await open(await browserRun())).toEqual([true, 'tab 7', 'window 2']);
});

test('the same number in another run of the browser is another tab', async () => {
  fake.state.tabs = [tab];
  expect(await open('before')).toEqual([true, `new ${url}`]);
});

test('a tab that shows another site by now is left alone', async () => {
  fake.state.tabs = [{ ...tab, url: 'https://news.example/' }];
  expect(await open(await browserRun())).toEqual([true, `new ${url}`]);
});

test('another tab with the address is as good', async () => {
  fake.state.tabs = [{ id: 9, windowId: 3, url }];
  expect(await open(await browserRun())).toEqual([true, 'tab 9', 'window 3']);
});

test('a page that no address leads to is not opened', async () => {
  expect(await open('before', 'file:///secret')).toEqual([false]);
});
