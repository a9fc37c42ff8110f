import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const told = {
  en: [
    {
      text: 'My parcel A-10442 never came. Your colleague promised me Monday. I think nobody cares.',
    },
    { text: 'I stayed at home three times for nothing.' },
    { text: 'I paid $49.90 for express.' },
  ],
  'zh-CN': [
    { text: '我上周三买的杯子收到就是碎的。客服答应我三天内退款。我觉得你们根本没检查。' },
    { text: '订单号20260311A，付了199元。' },
  ],
};
const talk = (language: 'en' | 'zh-CN' = 'en', key?: string) => chatPage(told[language], key);
const help = (name: string) => page.getByRole('region', { name });
const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map((one) => one.textContent);
const shown = (selector: string) =>
  vi.waitFor(() => expect(document.querySelector(selector), selector).not.toBeNull());

beforeEach(() => setScreen(360, 'light'));

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(
    [240, 360, 480].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )('at $width px, $scheme, no step has barriers or sticks out', async ({ width, scheme }) => {
    await setScreen(width, scheme);
    const { panel } = await showPanel({ language, page: talk(language) });
    await shown('.proposed');
    await userEvent.keyboard('t');
    await shown('.notes li');
    await userEvent.keyboard('t');
    await shown('.notes li + li');
    const inOrder = async () => {
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
    };
    await inOrder();
    panel.guide.show('restate');
    await shown('.offer');
    await inOrder();
    panel.guide.show('probe');
    await shown('.offer + .offer');
    await inOrder();
    panel.guide.show('propose');
    await shown('.plan');
    await userEvent.keyboard('t');
    await userEvent.keyboard(language === 'en' ? 'It will be sent again.' : '给您重新寄。');
    await shown('.preview');
    await inOrder();
  });
});

describe('notes', () => {
  test('what they said is taken by key, marked and dropped by click, and dropped is undone', async () => {
    await showPanel({ page: talk() });
    await shown('.proposed');
    await userEvent.keyboard('t');
    await vi.waitFor(() =>
      expect(texts('.notes li span')).toEqual(['My parcel A-10442 never came.']),
    );
    await userEvent.keyboard('t');
    await vi.waitFor(() => expect(texts('.notes .kind')).toEqual(['fact', 'promised before']));
    await page.getByRole('button', { name: 'promised before', exact: true }).first().click();
    await vi.waitFor(() => expect(texts('.notes .kind')).toEqual(['fact', 'fact']));
    await page.getByRole('button', { name: 'Drop “My parcel A-10442 never came.”' }).click();
    await vi.waitFor(() => expect(texts('.notes li')).toHaveLength(1));
    await userEvent.keyboard('z');
    await vi.waitFor(() => expect(texts('.notes li')).toHaveLength(2));
    await page.getByRole('button', { name: /^Do not note “I think/ }).click();
    await vi.waitFor(() => expect(texts('.proposed q')).not.toContain('I think nobody cares.'));
  });

  test('W writes one down in any step, Enter keeps it, and it is told what it is', async () => {
    const { panel } = await showPanel({ page: talk() });
    panel.guide.show('propose');
    await shown('.plan');
    await userEvent.keyboard('w');
    await vi.waitFor(() => expect(document.activeElement?.matches('.note-field input')).toBe(true));
    await userEvent.keyboard('You promised me a call{Enter}');
    await vi.waitFor(() => expect(texts('.notes .kind')).toEqual(['promised before']));
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLInputElement>('.note-field input')?.value).toBe(''),
    );
  });
});

test('the restatement goes into the reply box by one key, in their own facts, and is not said twice', async () => {
  const { panel, box } = await showPanel({ page: talk() });
  panel.guide.show('restate');
  await shown('.offer');
  await userEvent.keyboard('t');
  await vi.waitFor(() =>
    expect(box.text).toBe(
      'Let me make sure we have the same picture. Your parcel A-10442 never came. You stayed at home three times for nothing. You paid $49.90 for express. Our colleague promised you Monday. Have I got that right?',
    ),
  );
  await expect
    .element(help('Said back in their own facts').getByText(/^Before I start/))
    .toBeVisible();
});

test('what the customer told is not asked; a question is inserted by key, and then gone', async () => {
  const { panel, box } = await showPanel({ page: talk() });
  panel.guide.show('probe');
  await shown('.offer');
  const first = texts('.offer small');
  expect(first).not.toContain('what');
  expect(first.at(-1)).toBe('to make sure');
  await userEvent.keyboard('t');
  await vi.waitFor(() => expect(box.text).toContain('walk me through it'));
  await vi.waitFor(() => expect(texts('.offer small')).not.toContain('how'));
});

test('a proposal is composed by keyboard, feeds the complaint, and is there again in its conversation alone', async () => {
  const { panel, box, show, pass } = await showPanel({ page: talk() });
  panel.guide.show('propose');
  await shown('.plan');
  await userEvent.keyboard('t');
  await userEvent.keyboard(
    'you get a new one{Tab}the first is lost{Tab}send it by express{Tab}{Tab}noon tomorrow',
  );
  await page.getByRole('textbox', { name: 'Immediate solution' }).fill('book the express');
  await page.getByRole('textbox', { name: 'Permanent solution' }).fill('check the address first');
  pass(1000);
  const all =
    "You get a new one. The reason is that the first is lost. I can send it by express by noon tomorrow. What I'm doing right now: book the express. And so that it stays solved, we will check the address first. Shall I go ahead with that?";
  await expect.element(page.getByText(all)).toBeVisible();
  await vi.waitFor(() =>
    expect(panel.complaint.form.value).toMatchObject({
      immediate: 'book the express',
      permanent: 'check the address first',
    }),
  );
  show(talk('en', 'two'));
  await vi.waitFor(() => expect(panel.help.value?.proposal.value).toBe(''));
  show(talk());
  await vi.waitFor(() => expect(panel.help.value?.proposal.value).toBe(all));
  panel.guide.show('propose');
  await page.getByRole('textbox', { name: 'Conclusion' }).click();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(box.text).toBe(all));
  await vi.waitFor(() =>
    expect(panel.conversation.events.value.at(-1)).toMatchObject({
      kind: 'proposed',
      plan: { options: [{ by: 'noon tomorrow' }, { what: '' }] },
    }),
  );
});

test('while a life may be in danger there is no help but the procedure', async () => {
  const { panel } = await showPanel({
    page: chatPage([{ text: 'My parcel never came. I do not want to live any more.' }]),
  });
  await vi.waitFor(() => expect(panel.guide.isSilent.value).toBe(true));
  await shown('.safety');
  expect(document.querySelector('.help')).toBeNull();
});
