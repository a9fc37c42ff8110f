import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createEar } from '../../lib/domain/hear';
import { chatPage, findBarriers, findOverflow, packs, setScreen, showPanel } from './world';

const threat = {
  en: 'If nobody helps me I will kill myself.',
  'zh-CN': '你们再不管，我就不想活了。',
};
const talk = (language: 'en' | 'zh-CN' = 'en') => chatPage([{ text: threat[language] }]);
const card = page.getByRole('region', { name: 'They speak of ending their life' });

beforeEach(() => setScreen(360, 'light'));

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(
    [240, 360, 480].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )(
    'at $width px, $scheme, the procedure has no barriers, open and read',
    async ({ width, scheme }) => {
      await setScreen(width, scheme);
      await showPanel({ language, page: talk(language) });
      await vi.waitFor(() => expect(document.querySelector('.safety')).not.toBeNull());
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
      await userEvent.keyboard('a');
      await vi.waitFor(() => expect(document.querySelector('.safety-read')).not.toBeNull());
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
    },
  );
});

test('it stands above everything, with the words that caused it, and is told once', async () => {
  const { show } = await showPanel({ page: talk() });
  await expect.element(card).toBeVisible();
  await expect.element(card.getByText('kill myself')).toBeVisible();
  expect(document.querySelector('main section')?.className).toBe('safety');
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('They speak of ending their life');
  let changes = 0;
  const observer = new MutationObserver(() => changes++);
  observer.observe(alert.element(), { childList: true, characterData: true, subtree: true });
  show(chatPage([{ text: threat.en }, { text: 'Hello?' }]));
  await expect.element(page.getByText('Hello?')).toBeVisible();
  expect(changes).toBe(0);
  observer.disconnect();
});

test('S puts the calm line into the reply box; A notes it as read, Z takes that back', async () => {
  const { box, panel } = await showPanel({ page: talk() });
  await vi.waitFor(() => expect(panel.conversation.id.value).toBeDefined());
  await expect.element(card).toBeVisible();
  await userEvent.keyboard('s');
  await vi.waitFor(() => expect(box.text).toMatch(/^I'm glad you told me\./));
  await userEvent.keyboard('a');
  await expect.element(card).not.toBeInTheDocument();
  await expect.element(page.getByText('Read: They speak of ending their life')).toBeVisible();
  await userEvent.keyboard('z');
  await expect.element(card).toBeVisible();
  expect(panel.conversation.events.value.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['inserted', 'threatRead', 'threatUnread']),
  );
});

test('a false alarm goes, and comes back with Undo', async () => {
  await showPanel({ page: talk() });
  await card.getByRole('button', { name: 'Not a threat' }).click();
  await expect.element(card).not.toBeInTheDocument();
  expect(document.querySelector('.safety-read')).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(card).toBeVisible();
});

test('it stands over the log and over a refusal too', async () => {
  await showPanel({ page: talk() });
  await expect.element(card).toBeVisible();
  await userEvent.keyboard('l');
  await expect.element(page.getByLabelText('What')).toBeVisible();
  await expect.element(card).toBeVisible();
  await userEvent.keyboard('r');
  await expect.element(page.getByRole('form', { name: 'Refuse kindly' })).toBeVisible();
  await expect.element(card).toBeVisible();
});

test('a team’s own procedure takes the place of the built-in one, with its contacts', async () => {
  const { panel } = await showPanel({ page: talk() });
  const own = {
    id: 'own',
    threat: 'threat.self-harm' as const,
    title: 'Call the care team',
    steps: ['Stay.'],
    contacts: [{ name: 'Care team', how: 'inside line' }],
    say: 'I am here.',
  };
  const team = {
    format: 1 as const,
    id: 'team',
    version: '1.0.0',
    title: 'Team',
    language: 'en' as const,
    phrases: [],
    procedures: [own],
  };
  panel.packs.use([...packs, team], createEar);
  await expect.element(page.getByRole('region', { name: 'Call the care team' })).toBeVisible();
  await expect.element(page.getByText('inside line')).toBeVisible();
});

test('at the close the agent is reminded of themselves, once', async () => {
  const { panel, show } = await showPanel({ page: talk() });
  await vi.waitFor(() => expect(panel.conversation.id.value).toBeDefined());
  await expect.element(card).toBeVisible();
  await userEvent.keyboard('a');
  const debrief = page.getByRole('region', { name: 'That was a heavy one.' });
  await expect.element(page.getByText(/^Read:/)).toBeVisible();
  expect(debrief.query()).toBeNull();
  show(
    chatPage([
      { text: threat.en },
      { side: 'agent', text: 'Thank you for talking to us. Take care, goodbye.' },
    ]),
  );
  await expect.element(debrief).toBeVisible();
  await debrief.getByRole('button', { name: 'Done' }).click();
  await expect.element(debrief).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(debrief).toBeVisible();
});
