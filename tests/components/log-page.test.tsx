import { render } from 'preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LogPage } from '../../components/log/log-page';
import { NoticeLine } from '../../components/panel/notice-line';
import '../../components/desk/desk.css';
import { speak } from '../../components/ui/texts';
import type { Complaint } from '../../lib/domain/complaint';
import { severities, states } from '../../lib/domain/complaint-choices';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { makePromise } from '../../lib/domain/promise';
import { newestView } from '../../lib/domain/log-view';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { createTableWorld } from './table-world';
import { findBarriers, setScreen } from './world';

let root: HTMLElement | undefined;

beforeEach(() => {
  speak('en', english);
  document.documentElement.lang = 'en';
  document.title = 'Desk';
  if (root) render(null, root);
  root = document.createElement('main');
  document.body.replaceChildren(root);
});

const matters = [
  'The parcel came broken',
  '快递把箱子摔坏了，没人处理',
  'Charged twice for one order',
];

function complaint(number: number, more: Partial<Complaint> = {}): Complaint {
  const made = newComplaint(
    {
      who: number % 2 ? 'Dana Reyes' : '陈明',
      what: `${matters[number % 3]} (case ${number})`,
      category: number % 3 ? 'delivery' : 'billing',
      severity: severities[number % 4] ?? 'low',
      department: `Depot ${number % 5}`,
      dueAt: Date.UTC(2026, 9, 1) + ((number * 37) % 90) * 86_400_000,
    },
    { channel: 'help.example', receivedAt: Date.UTC(2026, 8, 1) + number * 3_600_000 },
    { id: `c${number}`, number, at: Date.UTC(2026, 8, 1) + number * 3_600_000 },
  );
  return { ...made, state: states[number % 3] ?? 'recorded', ...more };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => complaint(index + 1));

async function show(complaints: readonly Complaint[]) {
  const world = await createTableWorld(complaints);
  if (!root) throw new Error('There is no page.');
  render(
    <div class="desk">
      <h1>Desk</h1>
      <LogPage open={world.openTable} />
      <NoticeLine notices={world.notices} />
    </div>,
    root,
  );
  await expect
    .element(page.getByText(`Records: ${complaints.length.toLocaleString()}`, { exact: true }))
    .toBeVisible();
  return world;
}

const grid = () => page.getByRole('grid');
const rowsSeen = () =>
  [...document.querySelectorAll('.log-row:not(.log-head)')].map((row) => Number(row.id.slice(4)));
const activeRow = () => document.querySelector('.log-row.active')?.id;

const screens = [320, 768, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

test.each(screens)(
  'no barriers at $width px, $scheme, $language',
  async ({ width, scheme, language }) => {
    await setScreen(width, scheme);
    const { view } = await show(many(40));
    speak(language, language === 'en' ? english : chinese);
    document.documentElement.lang = language;
    view.value = { ...newestView, filters: [{ by: 'state', words: ['recorded', ''] }] };
    await expect.poll(() => rowsSeen()[0]).toBe(39);
    await userEvent.click(grid());
    await userEvent.keyboard('x');
    expect(await findBarriers()).toEqual([]);
    // The table has a scroll bar of its own; nothing else is wider than the window.
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  },
);

describe('the table', () => {
  beforeEach(() => setScreen(1440, 'light'));

  test('shows the newest first, names masked, and follows what the panel saves', async () => {
    const { complaints } = await show(many(30));
    await expect.poll(() => rowsSeen().slice(0, 3)).toEqual([30, 29, 28]);
    await expect.element(page.getByText('Dana R●').first()).toBeVisible();
    await complaints()?.add(
      { who: '', what: 'The lid is missing', feeling: '', request: '' },
      { channel: 'help.example', receivedAt: 1 },
    );
    await expect.poll(() => rowsSeen()[0]).toBe(31);
  });

  test('is searched in both languages as one types', async () => {
    await show(many(30));
    await userEvent.keyboard('/');
    await userEvent.keyboard('摔坏');
    await expect.element(page.getByText('Records: 10')).toBeVisible();
    await page.getByRole('searchbox').fill('charg twice');
    await expect.poll(() => rowsSeen().every((number) => number % 3 === 2)).toBe(true);
    await page.getByRole('searchbox').fill('nothing at all');
    await expect.element(page.getByText(/No record fits/)).toBeVisible();
  });

  test('is filtered by a column, and by another, and the filters are taken away', async () => {
    await show(many(30));
    await page.getByText('Filter', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Judged/ }).click();
    await expect.element(page.getByText('Records: 10')).toBeVisible();
    await page.getByLabelText('By', { exact: true }).selectOptions('category');
    await page.getByRole('checkbox', { name: /^Delivery/ }).click();
    await expect.poll(() => rowsSeen().length).toBe(10);
    await page.getByLabelText('By', { exact: true }).selectOptions('receivedAt');
    await page.getByLabelText('To', { exact: true }).fill('2026-09-01');
    await expect.poll(() => rowsSeen().every((number) => number < 25)).toBe(true);
    await page.getByRole('button', { name: /Take this filter away: Stage/ }).click();
    await page.getByRole('button', { name: /Take this filter away: Received/ }).click();
    await expect.element(page.getByText('Records: 20')).toBeVisible();
  });

  test('is sorted by a click on a column, and told so', async () => {
    const { view } = await show(many(30));
    await page.getByRole('button', { name: 'Severity' }).click();
    await expect.poll(() => rowsSeen()[0]).toBe(28);
    await page.getByRole('button', { name: 'Severity' }).click();
    await expect.poll(() => rowsSeen()[0]).toBe(27);
    const header = page.getByRole('columnheader', { name: /Severity/ });
    await expect.element(header).toHaveAttribute('aria-sort', 'descending');
    expect(view.value.sort).toEqual({ by: 'severity', down: true });
  });

  test('goes by keys alone, chooses along, and opens a record', async () => {
    const { went } = await show(many(200));
    await userEvent.keyboard('jj');
    await expect.poll(activeRow).toBe('row-198');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.element(page.getByText('3 chosen')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.poll(activeRow).toBe('row-1');
    await userEvent.keyboard('k{Enter}');
    expect(went).toEqual([2]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('3 chosen')).not.toBeInTheDocument();
  });

  test('is never empty while it is scrolled, however far', async () => {
    await show(many(3_000));
    const box = document.querySelector('.log-grid');
    if (!box) throw new Error('There is no table.');
    await expect.poll(() => rowsSeen().length).toBeGreaterThan(10);
    const counts: number[] = [];
    const seen = new Set<number>();
    for (let step = 0; step <= 40; step++) {
      box.scrollTop = (box.scrollHeight * ((step * 17) % 41)) / 40;
      await new Promise(requestAnimationFrame);
      counts.push(rowsSeen().length);
      rowsSeen().forEach((number) => seen.add(number));
    }
    expect(Math.min(...counts)).toBeGreaterThan(10);
    expect(seen.size).toBeGreaterThan(300);
    box.scrollTop = box.scrollHeight;
    await expect.poll(() => rowsSeen().at(-1)).toBe(1);
  });

  test('changes many records at once, and takes it back', async () => {
    // No. 10 is judged without what that stage wants: it cannot be changed before.
    const { db } = await show(
      many(10).map((each) => ({ ...each, state: each.number === 10 ? 'judged' : 'recorded' })),
    );
    await userEvent.keyboard('x');
    await userEvent.keyboard('jxjx');
    await page.getByLabelText('To', { exact: true }).fill('Returns');
    await page.getByRole('button', { name: 'Change them' }).click();
    await expect.element(page.getByText('2 changed, 1 left')).toBeVisible();
    const departments = async () =>
      (await db.complaints.orderBy('number').toArray()).map(({ department }) => department);
    expect((await departments()).slice(-3)).toEqual(['Returns', 'Returns', 'Depot 0']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(departments).not.toContain('Returns');
  });

  test('keeps its columns, and a view under a name', async () => {
    const { kept, view } = await show(many(10));
    await page.getByText('Columns').click();
    await page.getByRole('checkbox', { name: 'Channel' }).click();
    await expect.element(page.getByText('help.example').first()).toBeVisible();
    expect(kept.value.columns).toContain('channel');
    view.value = { ...newestView, search: 'parcel' };
    await page.getByText('Views').click();
    await page.getByLabelText('This view as').fill('Parcels');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'All, newest first' }).click();
    await expect.element(page.getByText('Records: 10')).toBeVisible();
    await page.getByRole('button', { name: 'Parcels', exact: true }).click();
    await expect.poll(() => view.value.search).toBe('parcel');
    await page.getByRole('button', { name: 'Forget Parcels' }).click();
    expect(kept.value.views).toEqual([]);
  });

  test('is exported whole, masked, with its first rows shown before', async () => {
    const { saved } = await show(many(12));
    await page.getByText('Export').click();
    await page.getByLabelText('The whole log as').selectOptions('jsonl');
    const first = document.querySelector<HTMLTextAreaElement>('.log-export textarea');
    await expect.poll(() => first?.value).toMatch(/"number":5/);
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
    const { saved, profiles } = await show(many(3));
    await page.getByText('Export').click();
    await page.getByRole('button', { name: 'Choose', exact: true }).click();
    await page.getByLabelText(/^Name, such as/).fill('Partner');
    for (const column of ['Channel', 'Logged', 'Feels', 'Received'])
      await page.getByRole('button', { name: `Leave out: ${column}` }).click();
    await page.getByLabelText('Add a column').selectOptions('department');
    await page.getByLabelText('Title of “Department” in the file').fill('=Team');
    await page.getByRole('button', { name: 'Up: Department' }).click();
    await page.getByRole('checkbox', { name: /^CSV: begin/ }).click();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    expect(profiles.value).toMatchObject([{ name: 'Partner', mark: false }]);
    await expect.element(page.getByLabelText('What goes in')).toHaveFocus();
    const columns = profiles.value[0]?.columns.map(({ column }) => column);
    expect(columns?.slice(-2)).toEqual(['department', 'permanent']);
    const first = document.querySelector<HTMLTextAreaElement>('.log-export textarea');
    await expect.poll(() => first?.value).toMatch(/^No\.,Category,Who.*"'=Team"/);
    await page.getByRole('button', { name: 'Save the file' }).click();
    await expect.poll(() => saved.length).toBe(1);
    expect(await saved[0]?.file.text()).toMatch(/^No\..*\r\n1,delivery,Dana R●.*,Depot 1,\r\n/);
    await page.getByLabelText('The whole log as').selectOptions('xlsx');
    await page.getByRole('button', { name: 'Save the file' }).click();
    await expect.poll(() => saved[1]?.name).toBe('complaints-2026-11-22.xlsx');
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('button', { name: 'Remove these columns' }).click();
    expect(profiles.value).toEqual([]);
  });

  test('what was promised goes out as a file of its own', async () => {
    const { db, saved } = await show([complaint(1, { conversationId: 'talk' })]);
    const plan = { conversationId: 'talk', customer: 'Dana', owner: 'Noor', warnMs: 0, due: 9 };
    await db.promises.add(makePromise('p1', { ...plan, kind: 'follow-up', what: 'ask Dana' }, 5));
    await page.getByText('Export').click();
    await page.getByLabelText('The whole log as').selectOptions('followUps');
    const first = document.querySelector<HTMLTextAreaElement>('.log-export textarea');
    await expect.poll(() => first?.value).toMatch(/\n1,c1,p1,follow-up,Noor,ask ●●,/);
    await page.getByRole('button', { name: 'Save the file' }).click();
    await expect.poll(() => saved[0]?.name).toBe('follow-ups-2026-11-22.csv');
  });

  test.each(screens)(
    'no barriers in its columns at $width px, $scheme, $language',
    async ({ width, scheme, language }) => {
      await setScreen(width, scheme);
      await show(many(3));
      speak(language, language === 'en' ? english : chinese);
      document.documentElement.lang = language;
      await expect.poll(() => rowsSeen().length).toBe(3);
      const menus = document.querySelectorAll<HTMLElement>('.menu summary');
      menus[2]?.click();
      await expect.poll(() => document.querySelector('.log-which button')).not.toBeNull();
      document.querySelector<HTMLElement>('.log-which button')?.click();
      await expect.poll(() => document.querySelector('.log-profile')).not.toBeNull();
      expect(await findBarriers()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );
});
