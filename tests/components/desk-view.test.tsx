import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeskView } from '../../components/desk/desk-view';
import { speak } from '../../components/ui/texts';
import type { Complaint } from '../../lib/domain/complaint';
import { defaultSettings } from '../../lib/domain/default-settings';
import type { Settings } from '../../lib/domain/settings';
import type { MemoryState } from '../../lib/panel/live';
import { createNotices } from '../../lib/panel/notices';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { fakeTickets } from './fake-tickets';
import { findBarriers, findOverflow, setScreen } from './world';

const complaint: Complaint = {
  version: 1,
  id: 'one',
  number: 7,
  who: 'Dana Reyes',
  what: 'The parcel was promised three times and never came.',
  feeling: 'angry',
  request: 'by Friday',
  channel: 'help.example',
  receivedAt: 1,
  savedAt: 2,
};
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});
afterEach(() => {
  render(null, root);
  location.hash = '';
});

function showDesk(complaints: readonly Complaint[] = [], own: Partial<Settings> = {}) {
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
  const notices = createNotices();
  const tickets = fakeTickets();
  render(<DeskView {...{ log, tickets, memory, settings, taught, notices, verbs }} />, root);
  return { saved };
}

const screens = [1024, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

describe.each(screens)('at $width px, $scheme, $language', ({ width, scheme, language }) => {
  test.each(['#log', '#tickets', '#sites', '#settings'])(
    '%s has no barriers, empty or not',
    async (hash) => {
      await setScreen(width, scheme);
      speak(language, language === 'en' ? english : chinese);
      document.documentElement.lang = language;
      document.title = 'Desk';
      location.hash = hash;
      for (const complaints of [[], [complaint]]) {
        showDesk(complaints);
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
  expect(saved).toEqual([{ quiet: [] }]);
});
