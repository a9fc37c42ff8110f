import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const at = Date.UTC(2026, 10, 21, 8);
const talks = {
  en: [
    { text: 'The kettle leaks! Write to me at dana@mail.example.', at },
    { side: 'agent' as const, text: 'I am sorry to hear that.', at: at + 60_000 },
    { text: 'I want a new one by Friday.', at: at + 120_000 },
  ],
  'zh-CN': [
    { text: '水壶漏水，太让人失望了！邮箱是 dana@mail.example。', at },
    { side: 'agent' as const, text: '非常抱歉给您添了麻烦。', at: at + 60_000 },
    { text: '我要求周五前换一个新的。', at: at + 120_000 },
  ],
};

test('one key saves what the conversation told, beyond the four elements too', async () => {
  const { panel } = await showPanel({ page: chatPage(talks.en) });
  await vi.waitFor(() => expect(panel.conversation.id.value).toBeDefined());
  await userEvent.keyboard('l');
  await expect.element(page.getByLabelText('Wants')).toHaveValue('I want a new one by Friday.');
  await expect
    .element(page.getByRole('region', { name: 'Kept with it' }))
    .toHaveTextContent('dana@mail.example');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(panel.log.newest.value).toHaveLength(1));
  expect(panel.log.newest.value[0]).toMatchObject({
    who: 'Dana Reyes',
    request: 'I want a new one by Friday.',
    contact: 'dana@mail.example',
    acknowledgedAt: at + 60_000,
    receivedAt: at,
    state: 'recorded',
  });
});

describe.each([
  ['en', 240, 'dark'],
  ['zh-CN', 360, 'light'],
] as const)('in %s at %i px, %s', (language, width, scheme) => {
  test('the form has no barriers and nothing sticks out', async () => {
    await setScreen(width, scheme);
    await showPanel({ language, page: chatPage(talks[language]) });
    await userEvent.keyboard('l');
    await expect.element(page.getByText('dana@mail.example', { exact: true })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    expect(findOverflow()).toEqual([]);
  });
});
