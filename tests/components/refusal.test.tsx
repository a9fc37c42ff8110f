import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const talk = (key?: string) => chatPage([{ text: 'Please send it again today.' }], key);
const composer = page.getByRole('form', { name: 'Refuse kindly' });
const textOf = (at: number) =>
  document.querySelectorAll('.layer-text .phrase-text')[at]?.textContent;

beforeEach(() => setScreen(360, 'light'));

async function compose(options: Parameters<typeof showPanel>[0] = {}) {
  const shown = await showPanel({ page: talk(), ...options });
  await userEvent.keyboard('r');
  await vi.waitFor(() => expect(document.querySelectorAll('.layer')).toHaveLength(3));
  return shown;
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(
    [240, 360, 480].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )(
    'at $width px, $scheme, the composer has no barriers and sticks out nowhere',
    async ({ width, scheme }) => {
      await setScreen(width, scheme);
      await compose({
        language,
        page: chatPage([{ text: language === 'en' ? 'Send it today.' : '今天再送一次。' }]),
      });
      expect(await findBarriers()).toEqual([]);
      await userEvent.keyboard('e');
      await userEvent.keyboard(
        language === 'en' ? 'No. We can’t. It is policy.' : '不行。没办法。',
      );
      await vi.waitFor(() => expect(document.querySelector('.finding')).not.toBeNull());
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
    },
  );
});

test('R, another wording, the words asked for, Enter: one text in the reply box, and back to the guide', async () => {
  const { box, combos } = await compose();
  const first = textOf(0);
  await userEvent.keyboard('1');
  await vi.waitFor(() => expect(textOf(0)).not.toBe(first));
  await userEvent.keyboard('{ArrowLeft}');
  await vi.waitFor(() => expect(textOf(0)).toBe(first));
  await userEvent.keyboard('{Enter}');
  expect(box.text).toBe('');
  await userEvent.keyboard('the vans are all out{Enter}');
  await userEvent.keyboard('the first round tomorrow{Enter}');
  await vi.waitFor(() =>
    expect(box.text).toBe(
      'I understand why you ask, Dana Reyes, and you deserve an honest answer. Let me be open about what stands in the way: the vans are all out. Here’s what I can do right away: the first round tomorrow. You’ll hear from me by 6 pm today.'.replaceAll(
        '’',
        "'",
      ),
    ),
  );
  await expect.element(composer).not.toBeInTheDocument();
  expect(combos.value).toMatchObject({ format: 1, combos: [{ language: 'en', uses: 1 }] });
});

test('arrows choose the layer, E writes in own words, Escape goes back, and all of it is there again', async () => {
  const { box } = await compose();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}e');
  const area = page.getByRole('textbox', { name: 'What can be done, by when' });
  await expect.element(area).toHaveFocus();
  await area.fill('We can send it by noon tomorrow');
  await userEvent.keyboard('{Escape}');
  await expect.element(composer).not.toBeInTheDocument();
  await userEvent.keyboard('r');
  await expect.element(area).toHaveValue('We can send it by noon tomorrow');
  await userEvent.keyboard('3');
  await expect.element(area).not.toBeInTheDocument();
  await userEvent.keyboard('e');
  await expect.element(area).toHaveValue('We can send it by noon tomorrow');
  expect(box.text).toBe('');
});

test('what is amiss is said with what to do, and what is mended is ticked', async () => {
  await compose();
  await userEvent.keyboard('{ArrowDown}e');
  const area = page.getByRole('textbox', { name: 'Say why' });
  await area.fill('We cannot do that.');
  await expect.element(composer.getByText('stands there without its reason')).toBeVisible();
  await expect.element(composer.getByText('○ reason first')).toBeVisible();
  await area.fill('The vans for your street have left.');
  await expect.element(composer.getByText('✓ reason first')).toBeVisible();
  expect(document.querySelector('.finding')).toBeNull();
});

test('each conversation has its own refusal', async () => {
  const { show } = await compose();
  await userEvent.keyboard('e');
  const area = page.getByRole('textbox', { name: 'Affirm first' });
  await area.fill('You waited long.');
  show(talk('two'));
  await expect.element(area).not.toBeInTheDocument();
  show(talk());
  await expect.element(area).toHaveValue('You waited long.');
});

test('where the reply box refuses, the whole refusal is on the clipboard and stays in the composer', async () => {
  const { box } = await compose({
    insert: () => Promise.resolve({ ok: false, reason: 'gone' }),
  });
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  const reason = page.getByRole('textbox', { name: 'reason' });
  await reason.fill('the stock is gone');
  await page.getByRole('textbox', { name: 'option', exact: true }).fill('a refund');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(box.copied).toContain('the stock is gone. Here'));
  await expect.element(page.getByText(/left the page meanwhile.*clipboard/)).toBeVisible();
  await expect.element(reason).toHaveValue('the stock is gone');
});
