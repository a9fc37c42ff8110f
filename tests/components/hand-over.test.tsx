import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const talk = (key?: string) =>
  chatPage(
    [
      { text: 'My parcel A-10442 never came. Your colleague promised me Monday.' },
      { text: 'Reach me at dana@mail.example or 0151 234 567 89.' },
    ],
    key,
  );
const note = page.getByRole('textbox', { name: 'The note, as it will be given' });

beforeEach(() => setScreen(360, 'light'));

async function open(options: Parameters<typeof showPanel>[0] = {}) {
  const shown = await showPanel({ page: talk(), ...options });
  await userEvent.keyboard('m');
  await vi.waitFor(() => expect(document.querySelector('.hand-over')).not.toBeNull());
  return shown;
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(
    [240, 360, 480].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )(
    'at $width px, $scheme, it has no barriers and sticks out nowhere',
    async ({ width, scheme }) => {
      await setScreen(width, scheme);
      await open({ language, unnamed: true });
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
    },
  );
});

test('the note is made from the record: recipient first, author last; masked until it is asked otherwise', async () => {
  const { panel, box } = await open();
  const [fact, promised] = panel.help.value?.notes.proposed.value ?? [];
  if (fact) panel.help.value?.notes.take(fact);
  if (promised) panel.help.value?.notes.take(promised);
  await userEvent.keyboard('Ana{Tab}a refund{Tab}ask the depot');
  await expect
    .element(note)
    .toHaveValue(
      [
        'To: Ana',
        'Who: Dana R●●●●',
        'Contact: ●●●●89',
        'Channel: help.example',
        'Wants: a refund',
        'What:',
        '- My parcel A-10442 never came.',
        'Promised:',
        '- Your colleague promised me Monday.',
        'Next step: ask the depot',
        'Time: 2026-11-21T09:00',
        'From: Sam',
      ].join('\n'),
    );
  await page.getByRole('checkbox').click();
  await expect
    .element(note)
    .toHaveValue(expect.stringContaining('Who: Dana Reyes\nContact: 0151 234 567 89'));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(box.copied).toContain('To: Ana\nWho: Dana Reyes'));
  await expect.element(page.getByText('Copied, and counted as a hand-over.')).toBeVisible();
});

test('each hand-over counts one, undone it counts none; own words are kept with their conversation', async () => {
  const { panel, box, show, pass } = await open();
  await note.fill('Dear Ana, please call them.');
  pass(1000);
  await page.getByRole('button', { name: 'Insert' }).click();
  await vi.waitFor(() => expect(box.text).toBe('Dear Ana, please call them.'));
  await vi.waitFor(() => expect(panel.handOver.value?.transfers.value).toBe(1));
  await userEvent.keyboard('m');
  await expect.element(page.getByText(/^Handed over so far: 1/)).toBeVisible();
  await expect.element(note).toHaveValue('Dear Ana, please call them.');
  await page.getByRole('button', { name: 'Copy' }).click();
  await vi.waitFor(() => expect(box.copied).toBe('Dear Ana, please call them.'));
  expect(panel.handOver.value?.transfers.value).toBe(1);
  show(talk('two'));
  await vi.waitFor(() => expect(panel.handOver.value?.transfers.value).toBe(0));
  show(talk());
  await vi.waitFor(() => expect(panel.handOver.value?.transfers.value).toBe(1));
  await userEvent.keyboard('z');
  await vi.waitFor(() => expect(panel.handOver.value?.transfers.value).toBe(0));
});

test('own wording gives way to the record when it is asked for', async () => {
  await open();
  await note.fill('Dear Ana');
  await page.getByRole('button', { name: 'Make it anew from the record' }).click();
  await expect.element(note).toHaveValue(expect.stringContaining('Who: Dana R●●●●'));
});

test('who writes is asked once, where the settings do not tell', async () => {
  await open({ unnamed: true });
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noor');
  await page.getByRole('textbox', { name: 'Your team' }).fill('Care');
  await expect.element(note).toHaveValue(expect.stringMatching(/From: Noor, Care$/));
  await userEvent.keyboard('{Escape}m');
  await vi.waitFor(() => expect(document.querySelector('.hand-over')).not.toBeNull());
  await expect.element(page.getByRole('textbox', { name: 'Your name' })).not.toBeInTheDocument();
});
