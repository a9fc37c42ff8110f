import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { RecordView } from '../../components/record/record-view';
import type { OpenRecord } from '../../components/record/record-view';
import '../../components/desk/desk.css';
import { NoticeLine } from '../../components/panel/notice-line';
import { speak } from '../../components/ui/texts';
import type { Memory } from '../../lib/data/memory';
import type { MemoryState } from '../../lib/panel/live';
import { createNotices } from '../../lib/panel/notices';
import { openRecord } from '../../lib/panel/record';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { clock, open, promisePlan } from '../data/log';
import { findBarriers, findOverflow, setScreen } from './world';

const form = {
  who: 'Dana Reyes',
  contact: 'dana@mail.example',
  what: 'The parcel was promised three times and never came.',
  feeling: 'angry',
  request: 'by Friday',
  category: 'delivery',
};
let root: HTMLElement;
let memory: Memory;
let went: (string | number)[];
let copied: string;

beforeEach(async () => {
  clock.now = Date.UTC(2026, 10, 21, 9);
  const opened = await open();
  ({ memory } = opened);
  await memory.promises.make(promisePlan(opened.id));
  const origin = {
    channel: 'help.example',
    receivedAt: clock.now - 1e6,
    conversationId: opened.id,
  };
  await memory.complaints.add(form, origin);
  root = document.createElement('div');
  root.className = 'desk';
  document.body.replaceChildren(root);
  went = [];
  copied = '';
});
afterEach(() => render(null, root));

async function show(language: 'en' | 'zh-CN' = 'en', number = 1) {
  speak(language, language === 'en' ? english : chinese);
  document.documentElement.lang = language;
  document.title = 'Desk';
  const state = signal<MemoryState>({ is: 'opened', ok: true, memory });
  const world = { memory: state, by: computed(() => 'Noor') };
  const bind: OpenRecord = async (of, ended) => ({
    record: openRecord(world, of, ended),
    verbs: {
      back: () => went.push('log'),
      go: (other) => went.push(other),
      print: () => went.push('print'),
      categories: [{ id: 'delivery', title: 'Delivery' }],
      lists: { department: ['Billing', 'Returns'], remedy: ['Voucher'] },
      copy: (text) => (copied = text),
      save: (_, name) => went.push(name),
    },
  });
  const notices = createNotices();
  render(
    <main>
      <h1 class="unseen">Desk</h1>
      <RecordView number={number} notices={notices} open={bind} />
      <NoticeLine notices={notices} />
    </main>,
    root,
  );
  await vi.waitFor(() => expect(root.querySelector('.record, .empty')).not.toBeNull());
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const choose = async (name: string, option: string) => {
  await page.getByRole('combobox', { name, exact: true }).selectOptions(option);
};
/** Fills a field and leaves it. */
async function write(name: string, text: string) {
  await userEvent.fill(field(name), text);
  await userEvent.tab();
}
const told = (text: RegExp | string) => expect.element(page.getByText(text).first()).toBeVisible();
const stage = () => root.querySelector('[aria-current]')?.textContent;

const screens = [
  ['en', 1024, 'light'],
  ['zh-CN', 1440, 'dark'],
  ['zh-CN', 360, 'light'],
  ['en', 360, 'dark'],
] as const;

test.each(screens)('in %s at %i px, %s, all open: no barriers', async (language, width, scheme) => {
  await setScreen(width, scheme);
  await show(language);
  await page
    .getByText(language === 'en' ? 'What standards would still ask for' : '标准要求的缺项')
    .click();
  await page
    .getByRole('button', { name: language === 'en' ? 'Show as a training case' : '生成培训案例' })
    .click();
  await page.getByText(language === 'en' ? 'As text' : '转为文本').click();
  expect(await findBarriers()).toEqual([]);
  expect(findOverflow()).toEqual([]);
});

test('goes on once what is needed is there, and the timeline tells who did what', async () => {
  await show();
  await choose('Upheld?', 'Upheld');
  await told('Changed: Upheld?');
  await userEvent.keyboard('{Escape}g');
  await vi.waitFor(() => expect(stage()).toBe('Decided'));
  await write('Handled by', 'Lin');
  await told('Changed: Handled by');
  await userEvent.keyboard('{Escape}g');
  await vi.waitFor(() => expect(stage()).toBe('Assigned'));
  const timeline = page.getByRole('region', { name: 'What happened' });
  await expect.element(timeline).toHaveTextContent(/Noor promised \(by [^)]*\): news/);
  await expect.element(timeline).toHaveTextContent(/Noor · Handled by: – → Lin/);
  await expect.element(timeline).toHaveTextContent(/Noor · Stage: Decided → Assigned/);
});

test('what is missing for the next stage gets the focus, and is marked', async () => {
  await show();
  await userEvent.keyboard('g');
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('record-decision'));
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  expect(stage()).toBe('Recorded');
});

test('a change is taken back by one key, field and stage alike', async () => {
  await show();
  await write('Product or service', 'Kettle');
  await told('Changed: Product or service');
  await userEvent.keyboard('{Escape}z');
  await told('The last change is undone.');
  await expect.element(field('Product or service')).toHaveValue('');
  await userEvent.keyboard('z');
  await told('There is nothing to undo.');
});

test('what the stage needs cannot be emptied, and is there again', async () => {
  await show();
  await write('What', '  ');
  await told(/What cannot be empty/);
  const [kept] = await Array.fromAsync(memory.complaints.pages());
  expect(kept?.[0]).toMatchObject({ what: form.what, revision: 0 });
});

test('the lists of the packs are offered, and other words can still be written', async () => {
  await show();
  const department = page.getByRole('combobox', { name: 'Department', exact: true });
  const input = department.element() as HTMLInputElement; // A field of one line.
  expect([...(input.list?.options ?? [])].map(({ value }) => value)).toEqual([
    'Billing',
    'Returns',
  ]);
  await userEvent.fill(department, 'Night shift');
  await userEvent.tab();
  await told('Changed: Department');
  await choose('Remedy', 'Voucher');
  await told('Changed: Remedy');
  const [kept] = await Array.fromAsync(memory.complaints.pages());
  expect(kept?.[0]).toMatchObject({ department: 'Night shift', remedy: 'Voucher' });
});

test('a remedy may be in own words, a tag in either language’s commas', async () => {
  await show();
  await choose('Remedy', 'Own words');
  await write('Remedy: Own words', 'a visit');
  await told('Changed: Remedy');
  await write('Tags', 'depot，urgent, depot');
  await told('Changed: Tags');
  const [kept] = await Array.fromAsync(memory.complaints.pages());
  expect(kept?.[0]).toMatchObject({ remedy: 'a visit', tags: ['depot', 'urgent'] });
  await page.getByRole('checkbox', { name: 'Typical case' }).click();
  await vi.waitFor(async () => {
    const [page1] = await Array.fromAsync(memory.complaints.pages());
    expect(page1?.[0]?.tags).toEqual(['depot', 'urgent', 'typical']);
  });
  await expect.element(field('Tags')).toHaveValue('depot, urgent');
});

test('the customer is named only when asked for', async () => {
  await show();
  await expect.element(field('Who')).toHaveValue('Dana R●●●●');
  expect(root.textContent).not.toContain('Reyes');
  await userEvent.keyboard('v');
  await expect.element(field('Who')).toHaveValue('Dana Reyes');
});

test('another window’s change is seen at once; what is being written stays', async () => {
  await show();
  await userEvent.fill(field('Direct cause'), 'full v');
  const { records } = await memory.desk();
  const [kept] = await Array.fromAsync(memory.complaints.pages());
  await records.edit(kept?.[0]?.id ?? '', { product: 'Kettle' }, 'Lin');
  await expect.element(field('Product or service')).toHaveValue('Kettle');
  await expect.element(field('Direct cause')).toHaveValue('full v');
});

test('a typical case is shown without the name, to copy or to save', async () => {
  await show();
  await page.getByRole('button', { name: 'Show as a training case' }).click();
  const text = page.getByRole('textbox', { name: 'Show as a training case' });
  await expect.element(text).toHaveValue(expect.stringContaining('# Training case: Delivery'));
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect.poll(() => copied).toContain('promised three times');
  expect(copied).not.toMatch(/Dana|Reyes|mail\.example|Noor/);
  expect(went).toEqual(['case-1.md']);
});

test('it is copied as text, masked; there is no page to put it into', async () => {
  await show();
  await page.getByText('As text').click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => copied).toMatch(/^Complaint no\. 1\n\nWho: Dana R●●●●\nContact: /);
  expect(copied).toContain('Category: Delivery');
  expect(copied).not.toContain('dana@mail');
  await expect.element(page.getByRole('button', { name: 'Insert' })).not.toBeInTheDocument();
});

test('what a standard misses leads to its field', async () => {
  await show();
  await page.getByText('What standards would still ask for').click();
  await page.getByRole('button', { name: 'Product or service' }).first().click();
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('record-product'));
});

test('keys lead back, on and to paper; a field being written in is left first', async () => {
  await show();
  await userEvent.click(field('Direct cause'));
  await userEvent.keyboard('{Escape}jkp{Escape}');
  await expect.poll(() => went).toEqual([2, 0, 'print', 'log']);
});

describe('on paper', () => {
  afterEach(() => cdp().send('Emulation.setEmulatedMedia', { media: '' }));

  test('stands what is known, the customer masked, and nothing to press', async () => {
    const { records } = await memory.desk();
    const [kept] = await Array.fromAsync(memory.complaints.pages());
    const cause = 'Reyes has moved; call 13812345678.';
    await records.edit(kept?.[0]?.id ?? '', { cause }, 'Noor');
    await show();
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
    const sheet = root.querySelector('.sheet');
    expect(sheet?.checkVisibility()).toBe(true);
    expect(sheet?.textContent).toContain('Dana R●●●●');
    expect(sheet?.textContent).toContain('Delivery');
    const paper = [sheet, root.querySelector('.timeline')].map((part) => part?.textContent).join();
    expect(paper).not.toMatch(/Reyes|13812345678/);
    expect(paper).toContain('has moved; call ●●●●78.');
    const shown = [...root.querySelectorAll('button, input, textarea, select')].filter((each) =>
      each.checkVisibility(),
    );
    expect(shown).toEqual([]);
  });
});

test('a number that is not there is said, with the way back', async () => {
  await show('en', 99);
  await told('There is no complaint no. 99 in the log.');
  await page.getByRole('button', { name: 'Back to the log' }).click();
  await userEvent.keyboard('k{Escape}');
  await expect.poll(() => went).toEqual(['log', 98, 'log']);
});
