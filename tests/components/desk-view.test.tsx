import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeskView } from '../../components/desk/desk-view';
import { maskAlways } from '../../components/ui/mask-choice';
import { speak } from '../../components/ui/texts';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { defaultSettings } from '../../lib/domain/default-settings';
import { noPolicy } from '../../lib/domain/policy';
import type { Settings } from '../../lib/domain/settings';
import type { MemoryState } from '../../lib/panel/live';
import type { DueItem } from '../../lib/domain/due';
import { createNotices } from '../../lib/panel/notices';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { fakeTickets } from './fake-tickets';
import { createTableWorld } from './table-world';
import { findBarriers, findOverflow, setScreen } from './world';

const complaint = newComplaint(
  {
    who: 'Dana Reyes',
    what: 'The parcel was promised three times and never came.',
    feeling: 'angry',
    request: 'by Friday',
  },
  { channel: 'help.example', receivedAt: 1 },
  { id: 'one', number: 7, at: 2 },
);
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});
afterEach(() => {
  render(null, root);
  location.hash = '';
});

const promised: DueItem = {
  id: 'p',
  kind: 'promise',
  conversationId: 'c',
  customer: 'Dana Reyes',
  since: 0,
  what: 'I will call you back by 3 pm.',
  at: 0,
  dueAt: 0,
  firedFor: undefined,
};
const shownDue = [
  { item: promised, leftMs: 12 * 60_000, here: false },
  { item: { ...promised, id: 'h', kind: 'hold' as const }, leftMs: -90_000, here: false },
];
const counted = [
  { rule: 'W3', accepted: 4, dismissed: 1 },
  { rule: 'R5', accepted: 0, dismissed: 2 },
];
const broken = [{ table: 'holds', key: 'h9', raw: '{"id":"h9","reason":7}' }];

function showDesk(
  complaints: readonly Complaint[] = [],
  own: Partial<Settings> = {},
  {
    due: items = [] as typeof shownDue,
    rows = [] as typeof broken,
    hints = [] as typeof counted,
    policy = noPolicy,
  } = {},
) {
  const done: string[] = [];
  const act = (verb: string) => (item: DueItem | string) => {
    done.push(`${verb} ${typeof item === 'string' ? item : item.id}`);
    return Promise.resolve(true);
  };
  const due = {
    due: signal(items),
    waits: signal(
      items.map(({ item }) => ({ conversationId: item.id, customer: 'Li', waitedMs: 9e6 })),
    ),
    done: act('done'),
    snooze: act('snooze'),
    open: async (id: string) => void (await act('open')(id)),
  };
  const saved: Partial<Settings>[] = [];
  const settings = signal<Settings>({ ...defaultSettings, ...own });
  const memory = signal<MemoryState>({ is: 'opening' });
  const log = {
    newest: signal(complaints),
    exporting: signal<number | undefined>(undefined),
    exportAll: () => Promise.resolve(),
    cancelExport: () => {},
  };
  const taught = signal([{ origin: 'https://help.example', replyBox: '#answer' }]);
  const forgetSite = (origin: string) => {
    taught.value = taught.value.filter((each) => each.origin !== origin);
    return Promise.resolve();
  };
  const save = (change: Partial<Settings>) => {
    saved.push(change);
    return Promise.resolve();
  };
  const verbs = { save, forgetSite };
  const tickets = fakeTickets();
  render(
    <DeskView
      {...{
        log,
        tickets,
        memory,
        settings,
        policy: signal(policy),
        taught,
        due,
        packs: signal(undefined),
        broken: signal(rows),
        hints: signal(hints),
        notices: createNotices(),
        verbs,
        openTable: async (ended) => (await createTableWorld(complaints)).openTable(ended),
        openReview: async (ended) => (await createTableWorld(complaints)).openReview(ended),
        openRecord: () => Promise.reject(new Error('Shown in a test of its own.')),
        openEditor: () => Promise.reject(new Error('Shown in a test of its own.')),
        openPrivacy: () => Promise.reject(new Error('Shown in a test of its own.')),
      }}
    />,
    root,
  );
  return { saved, done };
}

const screens = [1024, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

describe.each(screens)('at $width px, $scheme, $language', ({ width, scheme, language }) => {
  test.each(['#log', '#review', '#tickets', '#due', '#sites', '#settings'])(
    '%s has no barriers, empty or not',
    async (hash) => {
      await setScreen(width, scheme);
      speak(language, language === 'en' ? english : chinese);
      document.documentElement.lang = language;
      document.title = 'Desk';
      location.hash = hash;
      for (const full of [false, true]) {
        const more = full ? { due: shownDue, rows: broken, hints: counted } : {};
        const quietHours = full ? { from: 1320, to: 420 } : null;
        showDesk(full ? [complaint] : [], { quietHours }, more);
        expect(await findBarriers()).toEqual([]);
        expect(findOverflow()).toEqual([]);
      }
    },
  );
});

test('names in the log are masked on the screen', async () => {
  speak('en', english);
  showDesk([complaint]);
  await expect.element(page.getByText(/Dana R●/)).toBeVisible();
  await expect.element(page.getByText('Reyes')).not.toBeInTheDocument();
});

test('a setting is saved as it is changed', async () => {
  speak('en', english);
  location.hash = '#settings';
  const { saved } = showDesk();
  await page.getByLabelText('Language').selectOptions('zh-CN');
  await userEvent.fill(page.getByLabelText('Your name'), 'Sam');
  expect(saved).toEqual([{ language: 'zh-CN' }, { agentName: 'Sam' }]);
});

test('wording dismissed for good is pointed out again from the settings', async () => {
  speak('en', english);
  location.hash = '#settings';
  const { saved } = showDesk([], { quiet: [{ id: 'built-in.en:must', words: 'You must' }] });
  expect(await findBarriers()).toEqual([]);
  await page.getByRole('button', { name: 'Point out “You must” again' }).click();
  await expect.poll(() => saved).toEqual([{ quiet: [] }]);
});

test('what is due is done, put off and opened from here', async () => {
  speak('en', english);
  location.hash = '#due';
  const { done } = showDesk([], {}, { due: shownDue });
  await expect.element(page.getByText('in 12 min')).toBeVisible();
  await expect.element(page.getByText('1 min late')).toBeVisible();
  await page.getByRole('button', { name: 'Kept' }).click();
  await page.getByRole('button', { name: 'Again later' }).click();
  await page.getByRole('button', { name: 'Open' }).first().click();
  await expect.poll(() => done).toEqual(['done p', 'snooze h', 'open c']);
});

test('working hours, days and quiet hours are saved as they are changed', async () => {
  speak('en', english);
  location.hash = '#settings';
  const { saved } = showDesk();
  await page.getByLabelText('Work begins').fill('08:30');
  await page.getByRole('checkbox', { name: 'Sat' }).click();
  await page.getByRole('checkbox', { name: 'Quiet hours' }).click();
  await page.getByRole('checkbox', { name: /soft tone/ }).click();
  await expect
    .poll(() => saved)
    .toEqual([
      { workingHours: { from: 510, to: 1080, days: [1, 2, 3, 4, 5] } },
      { workingHours: { from: 540, to: 1080, days: [1, 2, 3, 4, 5, 6] } },
      { quietHours: { from: 1320, to: 420 } },
      { sound: true },
    ]);
});

test('an entry that cannot be read is shown as it lies there', async () => {
  speak('en', english);
  showDesk([], {}, { rows: broken });
  await page.getByText('Entries that cannot be read').click();
  await expect.element(page.getByText('"reason":7')).toBeVisible();
});

test('how often the hints of a rule were taken and dismissed stands in the settings', async () => {
  location.hash = '#settings';
  showDesk([], {}, { hints: counted });
  const row = page.getByRole('row', { name: /Suggest instead of obliging|oblig/i });
  await expect.element(row).toBeVisible();
  expect(row.element().textContent).toMatch(/41$/);
});

test('what the organisation’s policy has locked is shown as it is, with the reason; what it got wrong is named', async () => {
  speak('en', english);
  location.hash = '#settings';
  showDesk(
    [],
    { pulseSeconds: 45 },
    {
      policy: {
        ...noPolicy,
        locked: ['pulseSeconds', 'workingHours'],
        sites: [{ origin: 'https://set.example', locked: true }],
        faults: [{ key: 'settings.warnMinutes', why: 'value', what: '≤ 120' }],
      },
    },
  );
  const pulse = page.getByRole('combobox', { name: 'Check in every' });
  await expect.element(pulse).toBeDisabled();
  await expect.element(pulse).toHaveValue('45');
  expect(document.querySelectorAll('.locked')).toHaveLength(2);
  await expect.element(page.getByRole('combobox', { name: 'Language' })).toBeEnabled();
  await expect
    .element(page.getByText('“settings.warnMinutes” should be one of, or within: ≤ 120'))
    .toBeVisible();
  expect(await findBarriers()).toEqual([]);
  await page.getByRole('link', { name: 'Sites' }).click();
  await expect.element(page.getByText('https://set.example')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /set\.example/ })).not.toBeInTheDocument();
});

test('where the policy has everything masked, nothing can be taken out of the log unmasked', async () => {
  speak('en', english);
  maskAlways(true);
  location.hash = '#tickets';
  showDesk();
  const mask = page.getByRole('checkbox', { name: 'Mask names' });
  await expect.element(mask).toBeDisabled();
  await expect.element(mask).toBeChecked();
  await expect.element(page.getByText('Set by your organisation’s policy')).toBeVisible();
  maskAlways(false);
  await expect.element(mask).toBeEnabled();
});
