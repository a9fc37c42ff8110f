import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const field = page.getByRole('combobox');
const talk = () => chatPage([{ text: 'Where is my parcel? I am angry.' }]);
const screens = [240, 360, 480].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

beforeEach(() => setScreen(360, 'light'));

async function openSearch(options: Parameters<typeof showPanel>[0] = {}) {
  const shown = await showPanel({ page: talk(), ...options });
  await userEvent.keyboard('/');
  await expect.element(field).toHaveFocus();
  return shown;
}

test.each(screens)(
  'at $width px, $scheme, $language it has no barriers and sticks out nowhere',
  async ({ width, scheme, language }) => {
    await setScreen(width, scheme);
    await openSearch({ language });
    await field.fill(language === 'en' ? 'sorry' : '抱歉');
    await vi.waitFor(() =>
      expect(document.querySelectorAll('[role=option]').length).toBeGreaterThan(2),
    );
    expect(await findBarriers()).toEqual([]);
    expect(findOverflow()).toEqual([]);
  },
);

test('arrows choose', async () => {
  await openSearch();
  await field.fill('time');
  const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')];
  await vi.waitFor(() => expect(options().length).toBeGreaterThan(2));
  const chosen = () => options().findIndex((one) => one.ariaSelected === 'true');
  expect(chosen()).toBe(0);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(chosen).toBe(1);
  expect(field.element().getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.poll(chosen).toBe(options().length - 1);
});

test('Enter inserts, and the guide is back', async () => {
  const { box } = await openSearch();
  await userEvent.keyboard('story whole{Enter}');
  await vi.waitFor(() => expect(box.text).toContain('hear the whole story'));
  await expect.element(field).not.toBeInTheDocument();
  await expect.element(page.getByRole('region', { name: 'What to say' })).toBeVisible();
});

test('a phrase that needs a word asks for it', async () => {
  const { box } = await openSearch();
  await field.fill('i have order open in front of me');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(document.querySelector('.asking')).not.toBeNull());
  expect(box.text).toBe('');
});

test('what is typed right after the key is for the field, not for the panel', async () => {
  await showPanel({ page: talk() });
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  await Promise.resolve();
  expect(document.activeElement?.getAttribute('role')).toBe('combobox');
});

test('keys of the panel are letters in the field', async () => {
  await openSearch();
  await userEvent.keyboard('hl?1');
  expect((field.element() as HTMLInputElement).value).toBe('hl?1'); // A combobox here is an input.
});

test('Escape goes back, and what was looked for is still there', async () => {
  await openSearch();
  await userEvent.keyboard('refund{Escape}');
  await expect.element(field).not.toBeInTheDocument();
  await userEvent.keyboard('/');
  await expect.element(field).toHaveValue('refund');
});

test('says so when nothing is found', async () => {
  await openSearch();
  await field.fill('xylophone quartet');
  await expect.element(page.getByText('No phrase has these words.')).toBeVisible();
});
