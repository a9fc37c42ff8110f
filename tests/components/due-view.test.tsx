// The list of what is due in all conversations, by key.
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, setScreen, showPanel } from './world';

const minute = 60_000;
const nextYear = Date.UTC(2027, 0, 4);
const talk = [
  { text: 'Where is my parcel?' },
  { side: 'agent' as const, text: "I'll call you back within 20 minutes." },
];

beforeEach(() => setScreen(360, 'light'));

async function ready(messages = talk.slice(0, 1)) {
  const world = await showPanel({ page: chatPage(messages) });
  await vi.waitFor(() => expect(world.panel.conversation.id.value).toBeDefined());
  return world;
}

test('is chosen from, opened, done and put off by key', async () => {
  const { panel, opensPlaces, pass } = await ready(talk);
  await expect.element(page.getByRole('form', { name: /just promised/ })).toBeVisible();
  await userEvent.keyboard('p');
  await vi.waitFor(() => expect(panel.promises.value?.here.value).toHaveLength(1));
  await panel.promises.value?.make({ kind: 'follow-up', what: 'ask', due: nextYear });
  await vi.waitFor(() => expect(panel.promises.value?.here.value).toHaveLength(2));
  pass(21 * minute);
  await userEvent.keyboard('d');
  const rows = page.getByRole('listitem');
  await expect.element(rows.first()).toHaveAttribute('aria-current', 'true');
  await expect.element(rows.first()).toHaveTextContent('1 min late');
  await userEvent.keyboard('e');
  await vi.waitFor(() => {
    const [first] = panel.promises.value?.items.value ?? [];
    expect((first?.dueAt ?? 0) - (first?.at ?? 0)).toBe(6 * minute);
  });
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(opensPlaces).toEqual(['https://help.example/chat']));
  await userEvent.keyboard('{ArrowDown}k');
  await vi.waitFor(() =>
    expect(panel.promises.value?.items.value.map(({ kind }) => kind)).toEqual(['promise']),
  );
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('region', { name: 'Promise' })).toBeVisible();
});

test('says so where there is nothing', async () => {
  await ready();
  await userEvent.keyboard('d');
  await expect.element(page.getByText('Nothing is due in any conversation.')).toBeVisible();
});
