import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ReviewPage } from '../../components/review/review-page';
import '../../components/desk/desk.css';
import { speak } from '../../components/ui/texts';
import { outcomes, severities } from '../../lib/domain/complaint-choices';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { endHold, startHold } from '../../lib/domain/hold';
import { viewOfQuery } from '../../lib/domain/log-view';
import { endPromise, makePromise } from '../../lib/domain/promise';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { createTableWorld } from './table-world';
import { findBarriers, findOverflow, setScreen } from './world';

const [hour, day] = [3_600_000, 86_400_000];
const last = Date.UTC(2026, 10, 20, 12);

/** A complaint a day, back from two days ago. */
function complaints(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const receivedAt = last - index * day;
    const made = newComplaint(
      {
        who: `Dana ${index % 9}`,
        what: 'The parcel came broken',
        ...(index % 4 > 0 && { category: index % 4 > 1 ? 'delivery' : 'billing' }),
        cause: `Cause ${index % 20}`,
        severity: severities[index % 4] ?? 'low',
        department: `Depot ${index % 3}`,
        acknowledgedAt: receivedAt + (index % 5) * 3 * hour,
        dueAt: receivedAt + 2 * day,
        outcome: outcomes[index % 5] ?? 'solved',
        satisfaction: 1 + (index % 5),
      },
      { channel: 'help.example', receivedAt },
      { id: `c${index}`, number: count - index, at: receivedAt },
    );
    const closedAt = receivedAt + (index % 6) * day;
    return { ...made, resolvedAt: closedAt, closedAt };
  });
}

let root: HTMLElement | undefined;

beforeEach(() => {
  speak('en', english);
  document.documentElement.lang = 'en';
  document.title = 'Desk';
  root = document.createElement('main');
  document.body.replaceChildren(root);
});
afterEach(() => {
  if (root) render(null, root);
  location.hash = '';
});

async function show(count: number) {
  const world = await createTableWorld(complaints(count));
  if (!root) throw new Error('There is no page.');
  render(
    <div class="desk">
      <h1>Desk</h1>
      <ReviewPage open={world.openReview} />
    </div>,
    root,
  );
  await expect.element(page.getByText('Period')).toBeVisible();
  return world;
}

const screens = [320, 1024, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

test.each(screens)(
  'no barriers at $width px, $scheme, $language',
  async ({ width, scheme, language }) => {
    await setScreen(width, scheme);
    await show(90);
    speak(language, language === 'en' ? english : chinese);
    document.documentElement.lang = language;
    await expect.poll(() => document.querySelectorAll('.bars').length).toBe(9);
    document.querySelector<HTMLDetailsElement>('.volume details')?.setAttribute('open', '');
    expect(await findBarriers()).toEqual([]);
    expect(findOverflow()).toEqual([]);
  },
);

describe('the review', () => {
  beforeEach(() => setScreen(1440, 'light'));

  test('leads from a bar to its records of the period', async () => {
    await show(400);
    await page.getByRole('link', { name: 'Delivery' }).click();
    const view = viewOfQuery(location.hash.replace('#log?', ''));
    expect(view.filters).toEqual([
      { by: 'receivedAt', from: new Date(2025, 11, 1).getTime() },
      { by: 'category', words: ['delivery'] },
    ]);
  });

  test('counts a period, and all there is', async () => {
    await show(400);
    await expect.element(page.getByText('Complaints received: 355')).toBeVisible();
    await page.getByLabelText('Period').selectOptions('month');
    await expect.element(page.getByText('Complaints received: 28')).toBeVisible();
    await page.getByLabelText('Period').selectOptions('all');
    await expect.element(page.getByText('Complaints received: 400')).toBeVisible();
    await expect.element(page.getByText(/400 of them come from 9 customers/)).toBeVisible();
    await expect.element(page.getByRole('row', { name: 'none 100 25 %' })).toBeVisible();
  });

  test('leads from a step of the chart to what was received in it', async () => {
    await show(400);
    await expect.poll(() => document.querySelector('.u-over')).not.toBeNull();
    const over = document.querySelector('.u-over');
    if (!over) throw new Error('There is no chart.');
    const { left, top, width } = over.getBoundingClientRect();
    const at = { clientX: left + width - 2, clientY: top + 20, bubbles: true };
    over.dispatchEvent(new MouseEvent('mouseenter', at));
    over.dispatchEvent(new MouseEvent('mousemove', at));
    over.dispatchEvent(new MouseEvent('mousedown', at));
    over.dispatchEvent(new MouseEvent('mouseup', at));
    over.dispatchEvent(new MouseEvent('click', at));
    await expect.poll(() => location.hash).toMatch(/^#log\?receivedAt=/);
    const [filter] = viewOfQuery(location.hash.replace('#log?', '')).filters;
    expect(filter).toEqual({
      by: 'receivedAt',
      from: new Date(2026, 10, 1).getTime(),
      before: new Date(2026, 11, 1).getTime(),
    });
  });

  test('counts how promises were kept and whether holds overran, of the period, as they change', async () => {
    const { db } = await show(10);
    const who = { conversationId: 'c', customer: 'Dana' };
    const promised = { ...who, kind: 'promise', owner: 'Noor', what: 'call', warnMs: 0 } as const;
    const made = (id: string, at: number) => makePromise(id, { ...promised, due: at + hour }, at);
    await db.promises.bulkAdd([
      endPromise(made('in time', last), 'kept', '', last + 1),
      endPromise(made('late', last), 'kept', '', last + 2 * hour),
      endPromise(made('long ago', last - 40 * day), 'broken', 'called', last),
    ]);
    const held = { ...who, reason: 'look', announcedMs: 60_000, pulseMs: 30_000 };
    await db.holds.add(endHold(startHold('h', held, last), last + 150_000));
    await expect.element(page.getByRole('row', { name: 'Not kept 1 33 %' })).toBeVisible();
    await expect.element(page.getByRole('row', { name: 'Longer than told 1 100 %' })).toBeVisible();
    await expect.element(page.getByText('Median overrun: 1:30')).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByLabelText('Period').selectOptions('month');
    await expect.element(page.getByRole('row', { name: 'Kept late 1 50 %' })).toBeVisible();
    await expect.element(page.getByRole('row', { name: 'Not kept 0 0 %' })).toBeVisible();
  });

  test('follows what is saved meanwhile', async () => {
    const world = await show(10);
    await world
      .complaints()
      ?.add(
        { who: '', what: 'One more', feeling: '', request: '' },
        { channel: 'help.example', receivedAt: last },
      );
    await expect.element(page.getByText('Complaints received: 11')).toBeVisible();
  });
});
