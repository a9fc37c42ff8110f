import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { speak } from '../../components/ui/texts';
import type { Complaint } from '../../lib/domain/complaint';
import { severities, states } from '../../lib/domain/complaint-choices';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { newestView } from '../../lib/domain/log-view';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { clearPage, drawLogPage, showLogPage } from './log-table-page';
import { createTableWorld } from './table-world';
import { findBarriers, setScreen } from './world';

beforeEach(clearPage);

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
    const { view } = await showLogPage(many(40));
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
    const { complaints } = await showLogPage(many(30));
    await expect.poll(() => rowsSeen().slice(0, 3)).toEqual([30, 29, 28]);
    await expect.element(page.getByText('Dana R●').first()).toBeVisible();
    await complaints()?.add(
      { who: '', what: 'The lid is missing', feeling: '', request: '' },
      { channel: 'help.example', receivedAt: 1 },
    );
    await expect.poll(() => rowsSeen()[0]).toBe(31);
  });

  test('is searched in both languages as one types', async () => {
    await showLogPage(many(30));
    await userEvent.keyboard('/');
    await userEvent.keyboard('摔坏');
    await expect.element(page.getByText('Records: 10')).toBeVisible();
    await page.getByRole('searchbox').fill('charg twice');
    await expect.poll(() => rowsSeen().every((number) => number % 3 === 2)).toBe(true);
    await page.getByRole('searchbox').fill('nothing at all');
    await expect.element(page.getByText(/No record matches/)).toBeVisible();
  });

  test('is filtered by a column, and by another, and the filters are taken away', async () => {
    await showLogPage(many(30));
    await page.getByText('Filter', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Decided/ }).click();
    await expect.element(page.getByText('Records: 10')).toBeVisible();
    await page.getByLabelText('By', { exact: true }).selectOptions('category');
    await page.getByRole('checkbox', { name: /^Delivery/ }).click();
    await expect.poll(() => rowsSeen().length).toBe(10);
    await page.getByLabelText('By', { exact: true }).selectOptions('receivedAt');
    await page.getByLabelText('To', { exact: true }).fill('2026-09-01');
    await expect.poll(() => rowsSeen().every((number) => number < 25)).toBe(true);
    await page.getByRole('button', { name: /Remove this filter: Stage/ }).click();
    await page.getByRole('button', { name: /Remove this filter: Received/ }).click();
    await expect.element(page.getByText('Records: 20')).toBeVisible();
  });

  test('offers the words that there are when its filter is opened', async () => {
    const { complaints } = await showLogPage(many(30));
    const recorded = page.getByRole('checkbox', { name: /^Recorded/ });
    const filter = page.getByText('Filter', { exact: true });
    await filter.click();
    await expect.element(recorded).toHaveAccessibleName('Recorded 10');
    await filter.click();
    await complaints()?.add(
      { who: '', what: 'The lid is missing', feeling: '', request: '' },
      { channel: 'help.example', receivedAt: 1 },
    );
    await expect.element(page.getByText('Records: 31')).toBeVisible();
    await filter.click();
    await expect.element(recorded).toHaveAccessibleName('Recorded 11');
  });

  test('is sorted by a click on a column, and told so', async () => {
    const { view } = await showLogPage(many(30));
    await page.getByRole('button', { name: 'Severity' }).click();
    await expect.poll(() => rowsSeen()[0]).toBe(28);
    await page.getByRole('button', { name: 'Severity' }).click();
    await expect.poll(() => rowsSeen()[0]).toBe(27);
    const header = page.getByRole('columnheader', { name: /Severity/ });
    await expect.element(header).toHaveAttribute('aria-sort', 'descending');
    expect(view.value.sort).toEqual({ by: 'severity', down: true });
  });

  test('goes by keys alone, chooses along, and opens a record', async () => {
    const { went } = await showLogPage(many(200));
    await userEvent.keyboard('jj');
    await expect.poll(activeRow).toBe('row-198');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.element(page.getByText('3 selected')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.poll(activeRow).toBe('row-1');
    await userEvent.keyboard('k{Enter}');
    await expect.poll(() => went).toEqual([2]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('3 selected')).not.toBeInTheDocument();
  });

  test('is never empty while it is scrolled, however far', async () => {
    await showLogPage(many(3_000));
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

  test('is opened where it was left, far down, and leaves the keyboard to who types', async () => {
    const world = await createTableWorld(many(300));
    world.active.value = 250;
    drawLogPage(world);
    await expect.poll(activeRow).toBe('row-50');
    await page.getByRole('searchbox').fill('nothing at all');
    await expect.element(page.getByText(/No record matches/)).toBeVisible();
    await page.getByRole('searchbox').fill('parcel');
    await expect.poll(() => rowsSeen().length).toBeGreaterThan(10);
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
  });

  test('changes many records at once, and takes it back', async () => {
    // No. 10 is judged without what that stage wants: it cannot be changed before.
    const { db } = await showLogPage(
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

  test('moves many records on at once, names those that cannot go there, and takes it back', async () => {
    const ready = { state: 'recorded', decision: 'founded' } as const;
    const { db } = await showLogPage([
      complaint(1, ready),
      complaint(2, { state: 'recorded' }),
      complaint(3, { state: 'assigned', decision: 'founded', person: 'Noor' }),
      complaint(4, ready),
    ]);
    const statesNow = async () =>
      (await db.complaints.orderBy('number').toArray()).map(({ state }) => state);
    await userEvent.keyboard('xjxjxjx');
    await expect.element(page.getByText('4 selected')).toBeVisible();
    await page.getByLabelText('Set', { exact: true }).selectOptions('state');
    await page.getByLabelText('To', { exact: true }).selectOptions('judged');
    await page.getByRole('button', { name: 'Change them' }).click();
    await expect.element(page.getByText('2 changed, 2 left')).toBeVisible();
    expect(await statesNow()).toEqual(['judged', 'recorded', 'assigned', 'judged']);
    const left = page.getByText('Left as they are:');
    await expect.element(left).toBeVisible();
    await expect.element(page.getByText(/Still needed for this: Upheld\? no\. 2$/)).toBeVisible();
    await expect
      .element(page.getByText(/It is at this stage already, or past it\. no\. 3$/))
      .toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(statesNow).toEqual(['recorded', 'recorded', 'assigned', 'recorded']);
  });

  test('an unfounded record goes its own way, and one that holds it already is not taken back', async () => {
    const unfounded = { decision: 'unfounded', decisionReason: 'Used up' } as const;
    const { db } = await showLogPage([
      complaint(1, { state: 'judged', ...unfounded, department: 'Depot 1' }),
      complaint(2, { state: 'judged', decision: 'founded', department: 'Depot 2' }),
    ]);
    await userEvent.keyboard('xjx');
    await page.getByLabelText('Set', { exact: true }).selectOptions('state');
    await page.getByLabelText('To', { exact: true }).selectOptions('assigned');
    await page.getByRole('button', { name: 'Change them' }).click();
    await expect
      .element(page.getByText(/It was not upheld, so it does not go through this stage\. no\. 1$/))
      .toBeVisible();
    await page.getByLabelText('Set', { exact: true }).selectOptions('department');
    await page.getByLabelText('To', { exact: true }).fill('Depot 2');
    await page.getByRole('button', { name: 'Change them' }).click();
    await expect.element(page.getByText(/It is so already\. no\. 2$/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    const rows = () => db.complaints.orderBy('number').toArray();
    await expect.poll(async () => (await rows())[0]?.department).toBe('Depot 1');
    expect((await rows())[1]).toMatchObject({ state: 'assigned', department: 'Depot 2' });
  });

  test('keeps its columns, and a view under a name', async () => {
    const { kept, view } = await showLogPage(many(10));
    await page.getByText('Columns', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Channel' }).click();
    await expect.element(page.getByText('help.example').first()).toBeVisible();
    expect(kept.value.columns).toContain('channel');
    view.value = { ...newestView, search: 'parcel' };
    await page.getByText('Views').click();
    await page.getByLabelText('Save this view as').fill('Parcels');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'All, newest first' }).click();
    await expect.element(page.getByText('Records: 10')).toBeVisible();
    await page.getByRole('button', { name: 'Parcels', exact: true }).click();
    await expect.poll(() => view.value.search).toBe('parcel');
    await page.getByRole('button', { name: 'Delete Parcels' }).click();
    await expect.poll(() => kept.value.views).toEqual([]);
  });
});
