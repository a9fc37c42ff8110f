import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const talk = () => chatPage([{ text: 'Where is my parcel?' }]);
const hint = page.getByRole('region', { name: 'Wording to reconsider' });

beforeEach(() => setScreen(360, 'light'));

describe.each([
  { language: 'en', draft: 'You must send it. It is our policy. Calm down. We can’t help.' },
  { language: 'zh-CN', draft: '您必须提供订单号。这是公司规定。您别着急。这个改不了。' },
] as const)('in $language', ({ language, draft }) => {
  test.each(
    [240, 360, 480].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )(
    'at $width px, $scheme, hints have no barriers and stick out nowhere',
    async ({ width, scheme }) => {
      await setScreen(width, scheme);
      const { type } = await showPanel({ language, page: talk() });
      type(draft);
      await vi.waitFor(() => expect(document.querySelectorAll('.draft-other')).toHaveLength(2));
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
    },
  );
});

test('nothing is shown while there is nothing to say, and what stands above never moves', async () => {
  const { type } = await showPanel({ page: talk() });
  type('Thank you for telling me.');
  await expect.element(hint).not.toBeInTheDocument();
  const above = () =>
    [...document.querySelectorAll('.rail, .step, .suggestions')].map(
      (one) => one.getBoundingClientRect().top,
    );
  await vi.waitFor(() => expect(document.querySelector('.phrase')).not.toBeNull());
  const before = above();
  type('You must send it.');
  await expect.element(hint).toBeVisible();
  expect(above()).toEqual(before);
});

test('it is there at the keystroke, not later', async () => {
  const { type } = await showPanel({ page: talk() });
  type('You must send it.');
  await expect.element(hint).toBeVisible();
  type('Hello. You should call us.');
  await Promise.resolve();
  expect(hint.element().textContent).toContain('You should');
});

test('a key accepts, and Z puts the words back', async () => {
  const { type, box } = await showPanel({ page: talk() });
  type('You must send it. Thanks.');
  await expect.element(hint).toBeVisible();
  await userEvent.keyboard('4');
  await vi.waitFor(() => expect(box.text).toBe('Could you please send it? Thanks.'));
  await expect.element(hint).not.toBeInTheDocument();
  await expect.element(page.getByText('Reworded. Nothing was sent.')).toBeVisible();
  await userEvent.keyboard('z');
  await vi.waitFor(() => expect(box.text).toBe('You must send it. Thanks.'));
});

test('a rewrite that did not land is on the clipboard, and the panel says why', async () => {
  const { type, box } = await showPanel({
    page: talk(),
    insert: () => Promise.resolve({ ok: false, reason: 'moved' }),
  });
  type('You must send it.');
  await expect.element(hint).toBeVisible();
  await userEvent.keyboard('4');
  await expect.element(page.getByText(/draft changed meanwhile.*clipboard/)).toBeVisible();
  expect(box.copied).toBe('Could you please send it?');
});

test('at most three are shown, the worst whole, the rest as a number; a click looks at another', async () => {
  const { type } = await showPanel({ page: talk() });
  type('We can’t help. You must send it. Calm down. You are wrong. I will try to call.');
  await expect.element(hint).toBeVisible();
  const shown = () => [...document.querySelectorAll('.draft-hint s')].map((one) => one.textContent);
  expect(shown()).toEqual(['You are wrong', 'Calm down', 'You must']);
  await expect.element(hint.getByText('3 more')).toBeVisible();
  await hint.getByRole('button', { name: 'You must' }).click();
  await expect.poll(() => shown()[0]).toBe('You must');
  await userEvent.keyboard('x');
  await vi.waitFor(() => expect(shown()[0]).toBe('You are wrong'));
});

test('of guards one is shown at a time', async () => {
  const line = 'I can see how upsetting this must be for you.';
  const said = chatPage([{ text: 'It broke.' }, { side: 'agent', text: line }, { text: 'And?' }]);
  const { type } = await showPanel({ page: said });
  type(`${line} Please hold for two minutes.`);
  await expect.element(hint.getByText(/Said before/)).toBeVisible();
  expect(document.querySelectorAll('.draft-hint q')).toHaveLength(1);
  await userEvent.keyboard('x');
  await expect.element(hint.getByText('Ask first, and wait for the answer')).toBeVisible();
});

test('dismissed only here, it comes back with the next draft', async () => {
  const { type } = await showPanel({ page: talk() });
  type('You must send it.');
  await hint.getByRole('button', { name: 'Only here' }).click();
  await expect.element(hint).not.toBeInTheDocument();
  type('You must send it now.');
  await expect.element(hint).not.toBeInTheDocument();
  type('');
  type('You must send it.');
  await expect.element(hint).toBeVisible();
});

test('a guard stands in the same place, and strikes nothing out', async () => {
  const { type } = await showPanel({ page: talk() });
  type('Please hold for two minutes.');
  await expect.element(hint.getByText('Ask first, and wait for the answer')).toBeVisible();
  expect(document.querySelector('.draft-hint s')).toBeNull();
  const question = document.querySelector('.draft-rewrite b')?.textContent ?? '';
  expect(question).toMatch(/\?$/);
  await userEvent.keyboard('4');
  await expect.element(hint).not.toBeInTheDocument();
});

test('a line that stands in the conversation already is pointed out before it is sent again', async () => {
  const line = 'I can see how upsetting this must be for you.';
  const said = chatPage([{ text: 'It broke.' }, { side: 'agent', text: line }, { text: 'And?' }]);
  const { type } = await showPanel({ page: said });
  type(`Hello. ${line}`);
  await expect.element(hint.getByText(/Said before, nearly word for word/)).toBeVisible();
});

test('dismissed for this conversation, it is in the ledger, and Undo brings it back', async () => {
  const { type, panel } = await showPanel({ page: talk() });
  await vi.waitFor(() => expect(panel.conversation.id.value).toBeDefined());
  type('You must send it.');
  await hint.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(hint).not.toBeInTheDocument();
  expect(panel.conversation.events.value).toContainEqual(
    expect.objectContaining({
      kind: 'rewriteDismissed',
      rewrite: 'built-in.en:must',
      rule: 'W3',
    }),
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(hint).toBeVisible();
});

test('dismissed for good, it is stored with its words', async () => {
  const { type, quiet } = await showPanel({ page: talk() });
  type('You must send it.');
  await hint.getByRole('button', { name: 'Never again' }).click();
  await expect.element(hint).not.toBeInTheDocument();
  expect(quiet.value).toEqual([{ id: 'built-in.en:must', words: 'You must' }]);
});

test('words without a wording say so', async () => {
  const { type } = await showPanel({ page: talk() });
  type('They wrote “you must pay” to me.');
  await expect.element(hint.getByText('Say it in other words.')).toBeVisible();
});
