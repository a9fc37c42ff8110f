import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/desk/desk.css';
import { PrivacyPage } from '../../components/privacy/privacy-page';
import { speak } from '../../components/ui/texts';
import type { Memory } from '../../lib/data/memory';
import { defaultSettings } from '../../lib/domain/default-settings';
import type { Settings } from '../../lib/domain/settings';
import type { MemoryState } from '../../lib/panel/live';
import { createPrivacy } from '../../lib/panel/privacy';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { clock, open } from '../data/log';
import { findBarriers, findOverflow, setScreen } from './world';

const day = 24 * 3_600_000;
const dana = {
  who: 'Dana Reyes',
  what: 'Nobody called me back at 13812345678.',
  feeling: '',
  request: '',
};
let root: HTMLElement;
let memory: Memory;
let saved: { file: Blob; name: string }[];
let given: unknown[];
let sites: readonly string[];
let erasures: number;
let settings: ReturnType<typeof signal<Settings>>;

beforeEach(async () => {
  clock.now = 100 * day;
  ({ memory } = await open());
  await memory.complaints.add(dana, { channel: 'help.example', receivedAt: day });
  await memory.complaints.add(
    { ...dana, who: 'Li Wei', what: 'Beside Dana Reyes.' },
    { channel: 'help.example', receivedAt: 99 * day },
  );
  root = document.createElement('div');
  root.className = 'desk';
  document.body.replaceChildren(root);
  [saved, given] = [[], []];
  [sites, erasures] = [['https://help.example/*'], 0];
});
afterEach(() => render(null, root));

async function show(language: 'en' | 'zh-CN' = 'en', own: Partial<Settings> = {}, used = 5e6) {
  speak(language, language === 'en' ? english : chinese);
  document.documentElement.lang = language;
  document.title = 'Desk';
  let isKept = false;
  const state = signal<MemoryState>({ is: 'opened', ok: true, memory });
  const privacy = createPrivacy({
    memory: state,
    storage: {
      measure: () => Promise.resolve({ used, quota: 1e9, isKept }),
      keep: async () => (isKept = true),
    },
    access: {
      read: async () => ({ permissions: ['activeTab', 'scripting', 'tabs'], sites: [...sites] }),
      giveBack: async (site) => (sites = sites.filter((each) => each !== site)),
    },
    eraseAll: async () => {
      erasures++;
      return 'The disk is away.';
    },
    saveFile: (file, name) => saved.push({ file, name }),
    extras: {
      take: () => Promise.resolve({ settings: 'mine' }),
      put: async (extras) => void given.push(extras),
    },
    now: () => clock.now,
  });
  settings = signal<Settings>({ ...defaultSettings, ...own });
  const opened = () => Promise.resolve(privacy);
  const save = (change: Partial<Settings>) => {
    settings.value = { ...defaultSettings, ...own, ...change };
    draw();
  };
  const draw = () =>
    render(
      <main>
        <h1 class="unseen">Desk</h1>
        <PrivacyPage
          isLocked={false}
          open={opened}
          settings={settings.value ?? defaultSettings}
          onSave={save}
        />
      </main>,
      root,
    );
  draw();
  await vi.waitFor(() => expect(root.querySelector('.privacy')).not.toBeNull());
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const told = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();
const complaints = async () => (await Array.fromAsync(memory.complaints.pages())).flat();

const words = {
  en: {
    query: /Name, e-mail/,
    find: 'Find',
    look: 'Show what would go',
    masks: 'Show what is masked',
    past: 'Show what is past its time',
  },
  'zh-CN': {
    query: /登记中的姓名/,
    find: '查找',
    look: '查看将删除的内容',
    masks: '查看隐去的内容',
    past: '查看到期内容',
  },
};
const screens = [
  ['en', 1024, 'light'],
  ['zh-CN', 1024, 'dark'],
  ['zh-CN', 360, 'light'],
  ['en', 360, 'dark'],
] as const;

test.each(screens)('in %s at %i px, %s, all open: no barriers', async (language, width, scheme) => {
  await setScreen(width, scheme);
  await show(language, { retention: { days: 30, states: ['recorded'] } });
  const { query, find, look, masks, past } = words[language];
  await userEvent.fill(page.getByRole('textbox', { name: query }), 'dana');
  await press(find);
  await page.getByRole('checkbox', { name: /Dana Reyes/ }).click();
  await press(look);
  await expect.element(page.getByRole('button', { name: masks })).toBeEnabled();
  await press(masks);
  await expect.element(page.getByRole('button', { name: past })).toBeEnabled();
  await press(past);
  await vi.waitFor(() => expect(root.querySelectorAll('.card')).toHaveLength(2));
  expect(await findBarriers()).toEqual([]);
  expect(findOverflow()).toEqual([]);
});

test('a customer is found, looked at and erased, with a receipt that does not name them', async () => {
  await show();
  await userEvent.fill(page.getByRole('textbox', { name: /Name, e-mail/ }), 'reyes');
  await press('Find');
  await page.getByRole('checkbox', { name: /Dana Reyes · complaints: 1/ }).click();
  await press('Show what would go');
  await told('Complaints: 1. Conversations: 0. Records of others that name them: 1.');
  await press('Erase for good');
  const receipt = page.getByRole('textbox', { name: 'Receipt' });
  await expect.element(receipt).toHaveValue(expect.stringContaining('Complaints: 1'));
  expect(root.textContent).not.toContain('Reyes');
  expect(await complaints()).toMatchObject([{ who: 'Li Wei', what: 'Beside ●●●●.' }]);
});

test('somebody else by that name is not erased unless chosen', async () => {
  await show();
  await userEvent.fill(page.getByRole('textbox', { name: /Name, e-mail/ }), 'nobody');
  await press('Find');
  await told('Nobody of that name is in the log.');
});

test('old complaints go only by a rule, after they were seen', async () => {
  await show();
  const rule = page.getByRole('combobox', { name: 'How long it is kept' });
  await rule.selectOptions('Remove old complaints');
  expect(settings.value?.retention).toEqual({ days: 1095, states: ['followedUp', 'reviewed'] });
  await page.getByRole('checkbox', { name: 'Recorded' }).click();
  const days = page.getByRole('spinbutton');
  await userEvent.fill(days, '60');
  await userEvent.tab();
  await press('Show what is past its time');
  await told('Past their time: complaints 1, conversations 0.');
  await told(/1 · .*Dana R●●●●/);
  await press('Remove them for good');
  await told('Removed: 1 complaints, 0 conversations.');
  expect(await complaints()).toMatchObject([{ who: 'Li Wei' }]);
});

test('what goes by itself is said to, by its rule, and leaves receipts', async () => {
  await show('en', { retention: { days: 60, states: ['recorded'] } });
  await told(/Nothing is removed by itself/);
  await page.getByRole('checkbox', { name: 'Once a day, by itself' }).click();
  await expect
    .poll(() => settings.value?.retention)
    .toEqual({ days: 60, states: ['recorded'], daily: true });
  await told(/It begins a day after it was set/);
  await press('Show what is past its time');
  await press('Remove them for good');
  await told(/: complaints 1, conversations 0, by hand/);
});

test('a rule of less than a month is not taken', async () => {
  await show('en', { retention: { days: 60, states: ['recorded'] } });
  await userEvent.fill(page.getByRole('spinbutton'), '3');
  await userEvent.tab();
  expect(settings.value?.retention?.days).toBe(60);
});

test('what an export masks is shown before anything leaves', async () => {
  await show();
  await press('Show what is masked');
  await told('Phone numbers: 1');
  await told('No. 1: 13812345678 becomes ●●●●78');
});

test('a backup is made and comes back whole, with what lies outside the log', async () => {
  await show();
  await userEvent.fill(page.getByLabelText('Passphrase (optional)'), 'six words');
  await press('Make a backup');
  await told(/The backup is with your downloads/);
  expect(saved.map(({ name }) => name)).toEqual(['composure-1970-04-11.backup']);
  const file = new File([saved[0]?.file ?? ''], 'mine.backup');
  const [first] = await complaints();
  await memory.complaints.remove(first?.id ?? '');
  await userEvent.upload(page.getByLabelText('Choose the backup file'), file);
  await press('Restore');
  await told('This backup is encrypted: enter its passphrase. Nothing was changed.');
  await userEvent.fill(page.getByLabelText('Passphrase of the file, if it has one'), 'six words');
  await press('Restore');
  await told(/1 of them new here, 0 newer than here/);
  expect((await complaints()).map(({ who }) => who)).toEqual(['Dana Reyes', 'Li Wei']);
  expect(given).toEqual([{ settings: 'mine' }]);
});

test('a file that is no backup is refused in a sentence', async () => {
  await show();
  await userEvent.upload(
    page.getByLabelText('Choose the backup file'),
    new File(['hello'], 'x.backup'),
  );
  await press('Restore');
  await told('This is not a Composure backup. Nothing was changed.');
});

test('how much is stored is told, and a warning in time; the browser is asked to keep it', async () => {
  await show();
  await told('5 MB of 1 GB used');
  await press('Ask the browser to keep it');
  await told('The browser never clears it by itself.');
  render(null, root);
  await show('en', {}, 9e8);
  await told(/nearly full: 900 MB of 1 GB/);
});

test('what it may do stands there with its reason, and a site is given back', async () => {
  await show();
  const section = page.getByRole('region', { name: 'What it may do, and the proof' });
  await expect.element(section.getByText('activeTab, scripting')).toBeVisible();
  await expect.element(section.getByText('tabs', { exact: true })).toBeVisible();
  await section.getByRole('button', { name: /Give back .*help\.example/ }).click();
  await expect.element(section.getByText(/^None\./)).toBeVisible();
  expect(sites).toEqual([]);
  expect(await findBarriers()).toEqual([]);
});

test('everything is erased only after what goes was shown; what stays behind is told', async () => {
  await show('en', {}, 5e6);
  const begin = page.getByRole('button', { name: 'Erase everything …' });
  await begin.click();
  await expect.element(page.getByText(/5(\.0)? MB are erased/)).toBeVisible();
  await page.getByRole('button', { name: 'Erase nothing' }).click();
  await begin.click();
  expect(erasures).toBe(0);
  await page.getByRole('button', { name: 'Erase all of it for good' }).click();
  await expect.element(page.getByText(/Not all .*The disk is away\./)).toBeVisible();
  expect(erasures).toBe(1);
});
