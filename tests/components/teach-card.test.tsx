import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const site = {
  id: 'personal',
  title: 'help.example',
  seen: '2026-11-21',
  marks: '.talk',
  list: '.talk',
  row: '.turn',
  replyBox: '#answer',
};
const chat = () => chatPage([{ text: 'Hello?' }, { text: 'Hi.', side: 'agent' }]);
const pick = () => ({ frameId: 0, selector: '#answer' });
const screens = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'zh-CN'] as const).map((language) => ({ scheme, language })),
);
const hasNoBarriers = async () => {
  expect(await findBarriers()).toEqual([]);
  expect(findOverflow()).toEqual([]);
};

describe.each(screens)('at 240 px, $scheme, $language', ({ scheme, language }) => {
  test('asking, checking and failing have no barriers', async () => {
    await setScreen(240, scheme);
    const asking = await showPanel({ language, page: chat(), pick: () => new Promise(() => {}) });
    void asking.panel.teach.teachPage();
    await vi.waitFor(() => expect(document.querySelector('.teach')).not.toBeNull());
    await hasNoBarriers();
    for (const derived of [
      { ok: true, site },
      { ok: false, reason: 'same-look' },
    ] as const) {
      const { panel } = await showPanel({ language, page: chat(), pick, derived });
      await panel.teach.teachPage();
      await vi.waitFor(() => expect(document.querySelector('.teach button')).not.toBeNull());
      await hasNoBarriers();
    }
  });
});

test('from the menu: three things are pointed at, what was read is checked, then kept for the site', async () => {
  await setScreen(360, 'light');
  const points: string[] = [];
  const { box } = await showPanel({
    page: chat(),
    derived: { ok: true, site },
    pick: (point) => {
      points.push(point);
      return pick();
    },
  });
  await userEvent.click(page.getByLabelText('More'));
  await userEvent.click(page.getByRole('button', { name: 'Teach this page' }));
  await expect
    .element(page.getByText('Messages read: 2, of them 1 from the customer.'))
    .toBeVisible();
  expect(points).toEqual(['customer', 'agent', 'replyBox']);
  expect(box.taught).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Yes, read it so' }));
  await expect.element(page.getByText('Kept.')).toBeVisible();
  expect(box.taught).toEqual([{ url: 'https://help.example/chat', site, replyBox: '#answer' }]);
});

test('Escape gives up, and nothing is kept', async () => {
  const { box } = await showPanel({ page: chat(), pick, derived: { ok: true, site } });
  await userEvent.click(page.getByLabelText('More'));
  await userEvent.click(page.getByRole('button', { name: 'Teach this page' }));
  await expect.element(page.getByRole('button', { name: 'Yes, read it so' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(document.querySelector('.teach')).toBeNull());
  expect(box.taught).toEqual([]);
});

test('where no reply box was found the notice offers to choose one', async () => {
  const state = chat();
  if (state.is !== 'open') throw new Error('The chat is open.');
  const draft = { found: false, reason: 'no-reply-box' } as const;
  const frames = new Map([...state.frames].map(([id, view]) => [id, { ...view, draft }]));
  const { box } = await showPanel({ page: { ...state, frames }, pick });
  await userEvent.click(page.getByRole('button', { name: 'Choose the reply box' }));
  await expect.element(page.getByText('This box is used on this site from now on.')).toBeVisible();
  expect(box.taught).toEqual([{ url: 'https://help.example/chat', replyBox: '#answer' }]);
});
