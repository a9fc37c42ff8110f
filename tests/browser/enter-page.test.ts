import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterPage } from '../../lib/browser/enter-page';

const executeScript = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
const getTab = vi.hoisted(() => vi.fn<() => Promise<{ url?: string }>>());
vi.mock('wxt/browser', () => ({
  browser: { scripting: { executeScript }, tabs: { get: getTab } },
}));

// As Chromium 156 and Firefox 153 say it.
const refused = new Error(
  'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
);
const served = [
  { frameId: 0, result: true },
  { frameId: 4, result: false },
];
const url = 'https://chat.example/';

beforeEach(() => {
  vi.useFakeTimers();
  executeScript.mockReset();
  getTab.mockReset().mockResolvedValue({ url });
});
afterEach(() => void vi.useRealTimers());

async function enter(signal = new AbortController().signal) {
  const entered = enterPage(1, signal);
  await vi.runAllTimersAsync();
  return entered;
}

test('names the frames that are served', async () => {
  executeScript.mockResolvedValue(served);
  expect(await enter()).toEqual({ ok: true, url, frameIds: [0] });
});

test('waits for a page that has not yet heard of the click on the icon', async () => {
  executeScript.mockRejectedValueOnce(refused).mockRejectedValueOnce(refused);
  executeScript.mockResolvedValue(served);
  expect(await enter()).toEqual({ ok: true, url, frameIds: [0] });
});

test('does not wait where nothing was allowed', async () => {
  getTab.mockResolvedValue({});
  executeScript.mockRejectedValue(refused);
  expect(await enter()).toEqual({ ok: false, why: 'not-allowed' });
  expect(executeScript).toHaveBeenCalledOnce();
});

test('a page that stays closed though its tab is allowed is one of the browser', async () => {
  executeScript.mockRejectedValue(refused);
  expect(await enter()).toEqual({ ok: false, why: 'browser-page' });
});

test('stops asking when nobody waits for the answer', async () => {
  executeScript.mockRejectedValue(refused);
  await enter(AbortSignal.abort());
  expect(executeScript).toHaveBeenCalledOnce();
});

test.each([
  ['No tab with id: 1.', 'no-tab'],
  ['Cannot access a chrome:// URL', 'browser-page'],
  ['The extensions gallery cannot be scripted.', 'browser-page'],
])('%s is %s', async (words, why) => {
  executeScript.mockRejectedValue(new Error(words));
  expect(await enter()).toEqual({ ok: false, why });
});
