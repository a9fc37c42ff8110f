// The log as files, from the Desk's menu.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ExportMenu } from '../../components/log/export-menu';
import { speak } from '../../components/ui/texts';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { makePromise } from '../../lib/domain/promise';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { clearPage, showLogPage } from './log-table-page';
import { findBarriers, setScreen } from './world';

beforeEach(clearPage);

function complaint(number: number, more: Partial<Complaint> = {}): Complaint {
  const made = newComplaint(
    { who: 'Dana Reyes', what: 'The lid broke', category: 'delivery', department: 'Depot 1' },
    { channel: 'help.example', receivedAt: Date.UTC(2026, 8, 1) },
    { id: `c${number}`, number, at: Date.UTC(2026, 8, 1) },
  );
  return { ...made, ...more };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => complaint(index + 1));

const rowsSeen = () => document.querySelectorAll('.log-row:not(.log-head)').length;
const screens = [320, 768, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

beforeEach(() => setScreen(1440, 'light'));

/** What is shown of the file before it is saved. */
const firstRows = () => document.querySelector<HTMLTextAreaElement>('.log-export textarea')?.value;

test('is exported whole, masked, with its first rows shown before', async () => {
  const { saved } = await showLogPage(many(12));
  await page.getByText('Export').click();
  await page.getByLabelText('The whole log as').selectOptions('jsonl');
  await expect.poll(firstRows).toMatch(/"number":5/);
  await page.getByRole('button', { name: 'Save the file' }).click();
  await expect.poll(() => saved.length).toBe(1);
  const text = (await saved[0]?.file.text()) ?? '';
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({ version: 2, number: 1, who: 'Dana R●●●●' });
  expect(saved[0]?.name).toBe('complaints-2026-11-22.jsonl');
});

test('goes out under the columns of a name, which are kept, changed and removed', async () => {
  const { saved, profiles } = await showLogPage(many(3));
  await page.getByText('Export').click();
  await page.getByRole('button', { name: 'Choose columns', exact: true }).click();
  await page.getByLabelText(/^Name, such as/).fill('Partner');
  for (const column of ['Channel', 'Logged', 'Feels', 'Received'])
    await page.getByRole('button', { name: `Leave out: ${column}` }).click();
  await page.getByLabelText('Add a column').selectOptions('department');
  await page.getByLabelText('Title of “Department” in the file').fill('=Team');
  await page.getByRole('button', { name: 'Up: Department' }).click();
  await page.getByRole('checkbox', { name: /^CSV: begin/ }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => profiles.value).toMatchObject([{ name: 'Partner', mark: false }]);
  await expect.element(page.getByLabelText('Which columns')).toHaveFocus();
  const columns = profiles.value[0]?.columns.map(({ column }) => column);
  expect(columns?.slice(-2)).toEqual(['department', 'permanent']);
  await expect.poll(firstRows).toMatch(/^No\.,Category,Who.*"'=Team"/);
  await page.getByRole('button', { name: 'Save the file' }).click();
  await expect.poll(() => saved.length).toBe(1);
  expect(await saved[0]?.file.text()).toMatch(/^No\..*\r\n1,delivery,Dana R●.*,Depot 1,\r\n/);
  await page.getByLabelText('The whole log as').selectOptions('xlsx');
  await page.getByRole('button', { name: 'Save the file' }).click();
  await expect.poll(() => saved[1]?.name).toBe('complaints-2026-11-22.xlsx');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Remove these columns' }).click();
  await expect.poll(() => profiles.value).toEqual([]);
});

test('what was promised goes out as a file of its own', async () => {
  const { db, saved } = await showLogPage([complaint(1, { conversationId: 'talk' })]);
  const plan = { conversationId: 'talk', customer: 'Dana', owner: 'Noor', warnMs: 0, due: 9 };
  await db.promises.add(makePromise('p1', { ...plan, kind: 'follow-up', what: 'ask Dana' }, 5));
  await page.getByText('Export').click();
  await page.getByLabelText('The whole log as').selectOptions('followUps');
  await expect.poll(firstRows).toMatch(/\n1,c1,p1,follow-up,Noor,ask ●●,/);
  await page.getByRole('button', { name: 'Save the file' }).click();
  await expect.poll(() => saved[0]?.name).toBe('follow-ups-2026-11-22.csv');
});

test.each(screens)(
  'no barriers in its columns at $width px, $scheme, $language',
  async ({ width, scheme, language }) => {
    await setScreen(width, scheme);
    await showLogPage(many(3));
    speak(language, language === 'en' ? english : chinese);
    document.documentElement.lang = language;
    await expect.poll(() => rowsSeen()).toBe(3);
    const menus = document.querySelectorAll<HTMLElement>('.menu summary');
    menus[2]?.click();
    await expect.poll(() => document.querySelector('.log-which button')).not.toBeNull();
    document.querySelector<HTMLElement>('.log-which button')?.click();
    await expect.poll(() => document.querySelector('.log-profile')).not.toBeNull();
    expect(await findBarriers()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  },
);

test('shows the rows of the file that was chosen last, whichever comes first', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  render(
    <ExportMenu
      files={{
        running: signal(undefined),
        save: async () => {},
        stop: () => {},
        preview: ({ kind }) => (kind === 'csv' ? promise : Promise.resolve(`rows of ${kind}`)),
      }}
      profiles={{ kept: signal([]), keep: () => {} }}
    />,
    document.body.appendChild(document.createElement('main')),
  );
  await page.getByText('Export').click();
  await page.getByLabelText('The whole log as').selectOptions('jsonl');
  await expect.poll(firstRows).toBe('rows of jsonl');
  resolve('rows of csv');
  await promise;
  // Whatever it would change is drawn by then.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  expect(firstRows()).toBe('rows of jsonl');
});
