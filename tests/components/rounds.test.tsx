import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Message } from '../../lib/domain/conversation';
import type { Language } from '../../lib/domain/pack';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

type Line = Partial<Message>;
const agent = (text: string): Line => ({ side: 'agent', text });
const customer = (text: string): Line => ({ text });

const refusedTalk: Record<Language, Line[]> = {
  en: [
    customer('My lamp arrived broken. I am really angry.'),
    agent('I understand how upsetting that is. I am sorry that the lamp came broken.'),
    agent('So your lamp arrived broken. Is that right?'),
    customer('Yes, that is right.'),
    agent('Which part of it is broken?'),
    customer('The glass.'),
    agent('We can send you a new one by Friday.'),
    customer('No, I do not want that.'),
  ],
  'zh-CN': [
    customer('台灯收到就是碎的，太生气了！'),
    agent('我完全理解您的心情，让您收到碎的台灯，非常抱歉。'),
    agent('也就是说，您收到的台灯是碎的，对吗？'),
    customer('是的。'),
    agent('请问是哪个部分碎了？'),
    customer('灯罩。'),
    agent('我可以在明天18点前给您补发一件新的，您看可以吗？'),
    customer('我不接受。'),
  ],
};
const second: Record<Language, Line> = {
  en: customer('And I have another problem: my bill is wrong.'),
  'zh-CN': customer('还有一个问题，你们多收了我运费。'),
};
const notes = () => [...document.querySelectorAll('.round-note')].map((one) => one.textContent);
const rail = () => [...document.querySelectorAll('.rail span')].map((one) => one.textContent);

beforeEach(() => setScreen(360, 'light'));

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(
    [240, 360].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )(
    'at $width px, $scheme, nothing of it is a barrier or sticks out',
    async ({ width, scheme }) => {
      await setScreen(width, scheme);
      await showPanel({ language, page: chatPage(refusedTalk[language]) });
      await vi.waitFor(() => expect(notes()).toHaveLength(1));
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
      await showPanel({ language, page: chatPage([...refusedTalk[language], second[language]]) });
      await vi.waitFor(() => expect(document.querySelector('.round-earlier')).not.toBeNull());
      document.querySelector<HTMLElement>('.round-earlier summary')?.click();
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
    },
  );
});

test('a refused proposal asks for its own sub-steps', async () => {
  await showPanel({ page: chatPage(refusedTalk.en) });
  await expect.element(page.getByText(/^Refused: “/)).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: 'asked why' })).toBeVisible();
});

test('a question has a short way without an apology; C makes a complaint of it, and back', async () => {
  await showPanel({ page: chatPage([customer('Which lamps do you have in blue?')]) });
  await vi.waitFor(() => expect(rail()).toEqual(['Greet', 'Probe', 'Answer', 'Close']));
  await expect.element(page.getByRole('button', { name: /It is a complaint/ })).toBeVisible();
  await userEvent.keyboard('q');
  await vi.waitFor(() => expect(rail()).toContain('Apologise'));
  await userEvent.keyboard('q');
  await vi.waitFor(() => expect(rail()).not.toContain('Apologise'));
});

test('a second matter starts anew, with the first to be read and logged by itself', async () => {
  const { panel } = await showPanel({ page: chatPage([...refusedTalk.en, second.en]) });
  await vi.waitFor(() => expect(panel.guide.state.value.earlier).toHaveLength(1));
  await vi.waitFor(() => expect(panel.guide.shown.value).toBe('listen'));
  await expect.element(page.getByText(/^Matter 1: angry/)).toBeVisible();
  await userEvent.keyboard('l');
  await page.getByLabelText('Which matter').selectOptions('Matter 1');
  expect(panel.complaint.form.value.what).toContain('lamp');
  await page.getByLabelText('Which matter').selectOptions('Matter 2');
  expect(panel.complaint.form.value.what).toContain('bill');
});

test('the same matter after all: one click, and Z takes it back', async () => {
  const { panel } = await showPanel({ page: chatPage([...refusedTalk.en, second.en]) });
  await page.getByRole('button', { name: 'Same matter as before' }).click();
  await vi.waitFor(() => expect(panel.guide.state.value.earlier).toEqual([]));
  await userEvent.keyboard('z');
  await vi.waitFor(() => expect(panel.guide.state.value.earlier).toHaveLength(1));
});

test('B begins another matter, and Z joins it again', async () => {
  const { panel } = await showPanel({ page: chatPage(refusedTalk.en) });
  await expect.element(page.getByRole('button', { name: /Another matter/ })).toBeVisible();
  await vi.waitFor(() => expect(panel.guide.state.value.refused).toBeDefined());
  await userEvent.keyboard('f');
  await vi.waitFor(() => expect(panel.guide.state.value.earlier).toHaveLength(1));
  await userEvent.keyboard('z');
  await vi.waitFor(() => expect(panel.guide.state.value.earlier).toEqual([]));
});

test('what is new is told, and dismissed where it is not', async () => {
  const told = [
    ...refusedTalk.en.slice(0, -1),
    customer('By the way, the shade is cracked as well.'),
  ];
  const { panel } = await showPanel({ page: chatPage(told) });
  await expect.element(page.getByText(/^New information: “By the way”/)).toBeVisible();
  expect(panel.guide.state.value.current).toBe('restate');
  await page.getByRole('button', { name: 'Nothing new' }).click();
  await vi.waitFor(() => expect(panel.guide.state.value.current).toBe('propose'));
});
