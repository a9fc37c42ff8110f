import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const told = 'My parcel never came, and Dana Reyes does not wait. Ring 0151 234 567 89. *Now*!';
const talk = () => chatPage([{ text: told }]);
const preview = page.getByRole('textbox', { name: 'The complaint as text' });

beforeEach(() => setScreen(360, 'light'));

/** The log with one complaint in it. */
async function openLog(options: Parameters<typeof showPanel>[0] = {}) {
  const shown = await showPanel({ page: talk(), ...options });
  await vi.waitFor(() => expect(shown.panel.complaint.form.value.what).toBe(told));
  await userEvent.keyboard('l');
  await shown.panel.complaint.save();
  await vi.waitFor(() => expect(document.querySelectorAll('.share summary')).toHaveLength(2));
  return shown;
}
const share = (index: number) => page.getByText('As text').nth(index);

test.each(
  [240, 360].flatMap((width) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
    ),
  ),
)('at $width px, $scheme, $language, open: no barriers', async ({ width, scheme, language }) => {
  await setScreen(width, scheme);
  await openLog({ language });
  document.querySelectorAll<HTMLElement>('.share summary')[1]?.click();
  await expect.poll(() => document.querySelector('.share textarea')).not.toBeNull();
  expect(await findBarriers()).toEqual([]);
  expect(findOverflow()).toEqual([]);
});

test('a complaint of the log goes into the box of the page, masked, and nobody is asked', async () => {
  const { box } = await openLog();
  await share(1).click();
  await expect.element(page.getByText(/switch the reply box to an internal note/)).toBeVisible();
  await page.getByRole('button', { name: 'Insert' }).click();
  await vi.waitFor(() => expect(box.text).toContain('Complaint no. 1\n\nWho: Dana R●●●●\nWhat: '));
  expect(box.text).toMatch(/Received: .*\nChannel: help\.example\nStage: Recorded$/);
  expect(box.text).not.toMatch(/Reyes|0151/);
  await expect.element(page.getByText(/In the reply box/)).toBeVisible();
});

test('it is copied as Markdown, in full where that is wished', async () => {
  const { box } = await openLog();
  await share(1).click();
  await page.getByLabelText('Form', { exact: true }).selectOptions('markdown');
  await expect.element(preview).toHaveValue(expect.stringContaining('- **Who**: Dana R●●●●'));
  await page.getByRole('checkbox', { name: 'Mask names' }).first().click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await vi.waitFor(() =>
    expect(box.copied).toMatch(/^# Complaint no\. 1\n\n## What they told us\n/),
  );
  expect(box.copied).toContain(
    String.raw`Dana Reyes does not wait. Ring 0151 234 567 89. \*Now\*!`,
  );
});

test('what is in the form can go as well, before it is in the log', async () => {
  const { panel } = await openLog();
  panel.complaint.edit({ what: 'The lid is missing.', who: 'Li Ming' });
  await share(0).click();
  await expect.element(preview).toHaveValue(expect.stringMatching(/^Complaint\n\nWho: Li M●+\n/));
  panel.complaint.edit({ what: 'The lid is there.' });
  await expect.element(preview).toHaveValue(expect.stringContaining('The lid is there.'));
});

test('where no box takes it, it is on the clipboard', async () => {
  const { box } = await openLog({ insert: async () => ({ ok: false, reason: 'read-only' }) });
  await share(1).click();
  await page.getByRole('button', { name: 'Insert' }).click();
  await vi.waitFor(() => expect(box.copied).toContain('Complaint no. 1'));
  expect(box.text).toBe('');
});
