import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const at = (minutesAgo: number) => Date.UTC(2026, 10, 21, 9) - minutesAgo * 60_000;
const waiting = (key: string, customer: string, minutes: number) => {
  const shown = chatPage([{ text: 'Hello?', at: at(minutes) }], key);
  if (shown.is !== 'open') throw new Error('It is open.');
  const [[frame, view] = []] = [...shown.frames];
  if (frame === undefined || !view?.reading) throw new Error('It has a frame.');
  return {
    ...shown,
    frames: new Map([[frame, { ...view, reading: { ...view.reading, customer } }]]),
  };
};
const strip = page.getByRole('navigation', { name: 'Other conversations' });

beforeEach(() => setScreen(360, 'light'));

async function three(options: Parameters<typeof showPanel>[0] = {}) {
  const pages = {
    2: waiting('two', 'Tom Becker', 3),
    3: waiting('three', 'A customer with a rather long name', 75),
  };
  const shown = await showPanel({ page: waiting('one', 'Dana Reyes', 1), pages, ...options });
  for (const tab of [2, 3, 1]) shown.panel.session.bind(tab);
  await vi.waitFor(() => expect(document.querySelectorAll('.others button')).toHaveLength(2));
  return shown;
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(
    [240, 360, 480].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )('at $width px, $scheme, the strip has no barriers', async ({ width, scheme }) => {
    await setScreen(width, scheme);
    await three({ language });
    expect(await findBarriers()).toEqual([]);
    // The strip itself is scrolled sideways; nothing else may be.
    expect(
      findOverflow().filter(
        (each) => !each.includes('other-name') && !/<(button|small|kbd)/.test(each),
      ),
    ).toEqual([]);
  });
});

test('who waits longest comes first, and a key or a click goes there', async () => {
  const { box } = await three();
  await expect.element(strip.getByRole('button').first()).toHaveTextContent(/long name.*1 h/);
  await expect.element(strip.getByRole('button').last()).toHaveTextContent(/Tom Becker.*3 min/);
  await userEvent.keyboard('g');
  await strip.getByRole('button').last().click();
  await vi.waitFor(() =>
    expect(box.went).toEqual([
      { tabId: 3, url: undefined },
      { tabId: 2, url: undefined },
    ]),
  );
});

test('with one conversation alone there is no strip', async () => {
  await showPanel({ page: waiting('one', 'Dana Reyes', 1) });
  await vi.waitFor(() => expect(document.querySelector('.phrase')).not.toBeNull());
  await expect.element(strip).not.toBeInTheDocument();
});

test('commands from the page do what their keys in the panel do', async () => {
  const { panel, box } = await showPanel({ page: chatPage([{ text: 'I am so angry.' }]) });
  await vi.waitFor(() => expect(document.querySelector('.phrase')).not.toBeNull());
  panel.command.value = 'insert-first';
  await vi.waitFor(() => expect(box.text).not.toBe(''));
  panel.command.value = 'start-hold';
  await expect.element(page.getByRole('form', { name: 'Ask them to hold' })).toBeVisible();
});

test('the keys are shown as the browser assigned them, and one that it did not give is said so', async () => {
  await showPanel({ page: chatPage([]) });
  await userEvent.keyboard('?');
  const keys = page.getByRole('dialog');
  await expect.element(keys.getByText('Alt+Shift+J')).toBeVisible();
  await expect.element(keys.getByText('no key')).toBeVisible();
  expect(await findBarriers()).toEqual([]);
});
