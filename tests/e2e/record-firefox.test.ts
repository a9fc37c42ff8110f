// The record, its backup and its end in Firefox: the same files, another browser's streams and database.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProfile } from '../support/kept-profile.mjs';
import type { KeptProfile } from '../support/kept-profile.mjs';
import { until } from '../support/until.mjs';
import { besideDemoInFirefox } from './beside-demo-firefox';
import type { BesideInFirefox } from './beside-demo-firefox';

const downloads = mkdtempSync(path.join(tmpdir(), 'composure-backup-'));
let beside: BesideInFirefox;

beforeAll(async () => {
  beside = await besideDemoInFirefox({ downloads });
  const { desk, panel, openPanel, demoUrl } = beside;
  await desk.open(demoUrl);
  await desk.see('#log .customer');
  await openPanel();
  await panel.sees('I am really angry', '.last');
  await panel.press('l');
  await panel.see('.complaint-form');
  await panel.press('Control+Enter');
  await panel.sees('no. 1', '.complaints');
});
afterAll(async () => {
  await beside.close();
  rmSync(downloads, { recursive: true, force: true });
});

const sees = (text: string) =>
  until(`“${text}”`, () =>
    beside.desk.evaluate((wanted: string) => document.body.innerText.includes(wanted), text),
  );
const openDesk = (hash: string) =>
  beside.desk.openTab(`${beside.firefox.address}options.html${hash}`);

test('a record is opened by its address, and what is chosen there is kept', async () => {
  const { desk } = beside;
  await openDesk('#log/1');
  await desk.see('.record');
  await desk.evaluate(() => {
    const box = document.querySelector<HTMLSelectElement>('#record-decision');
    if (!box) return;
    box.value = 'founded';
    box.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await sees('Changed: Upheld?');
  await desk.click('.stages .button.main');
  await sees('Now: Decided');
});

test('the log is filtered, searched and exported', async () => {
  const { desk } = beside;
  await openDesk('#log');
  await desk.see('.log-rows a');
  // Its newest rows are there before the log can be filtered.
  await sees('Records: 1');
  await desk.click('.log-filters summary');
  await desk.see('.log-filters .log-words input');
  await desk.click('.log-filters .log-words input');
  await sees('Stage: Decided');
  await sees('Records: 1');
  await desk.type('.log-search input', 'not a word of it');
  await sees('No record matches.');
  await openDesk('#log?q=ellison');
  await desk.see('.log-rows a');
  await sees('Records: 1');
  await desk.evaluate(() => {
    const menus = document.querySelectorAll<HTMLDetailsElement>('.log-tools details');
    const last = menus[menus.length - 1];
    if (last) last.open = true;
  });
  await until('the first rows', () =>
    desk.evaluate(() =>
      document
        .querySelector<HTMLTextAreaElement>('.log-export textarea')
        ?.value.includes('Mara E●'),
    ),
  );
  await desk.click({ name: 'Save the file' });
  const name = await until('the table', () =>
    readdirSync(downloads).find((each) => each.endsWith('.csv')),
  );
  const table = await until('all of it', () => readFileSync(path.join(downloads, name), 'utf8'));
  expect(table).toContain('Mara E●');
  expect(table).not.toContain('Ellison');
});

test('a sealed backup is written, and a restore of it finds all of it here', async () => {
  const { desk } = beside;
  await openDesk('#privacy');
  await desk.see('.privacy');
  await desk.type('.part input[type="password"]', 'six plain words');
  await desk.click({ name: 'Make a backup' });
  const name = await until('the backup', () =>
    readdirSync(downloads).find((each) => each.endsWith('.backup')),
  );
  const written = await until('all of it', () => {
    const bytes = readFileSync(path.join(downloads, name));
    return bytes.length > 0 ? bytes.toString('base64') : undefined;
  });
  await desk.evaluate((base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], 'mine.backup'));
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) return;
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, written);
  await desk.type('form.part input[type="password"]', 'six plain words');
  await desk.click({ name: 'Restore', role: 'button' });
  await sees('0 of them new here, 0 newer than here.');
});

test('the customer is erased, and nothing of them is left', async () => {
  const { desk } = beside;
  await desk.type('.find input', 'ellison');
  await desk.click({ name: 'Find' });
  await desk.see('.privacy li input[type="checkbox"]');
  await desk.click('.privacy li input[type="checkbox"]');
  await desk.click({ name: 'Show what would go' });
  await sees('Complaints: 1. Conversations: 1.');
  await desk.click({ name: 'Erase for good' });
  await sees('Receipt');
  await openDesk('#log/1');
  await sees('There is no complaint no. 1 in the log.');
});

test('everything is erased, and the add-on begins anew', async () => {
  const { desk, firefox } = beside;
  await openDesk('#privacy');
  await desk.click({ name: 'Erase everything …' });
  await sees('the extension then starts as new');
  await desk.click({ name: 'Erase all of it for good' });
  await until(
    'the Desk to close',
    async () => !(await firefox.inWindow(hasOwnTab, firefox.address)),
  );
  await until('the add-on to be back', () => firefox.inWindow(isActive, firefox.address));
  await openDesk('#log');
  await sees('Nothing is logged yet');
  const { tables, storage }: KeptProfile = await desk.evaluate(readProfile);
  const left = Object.entries(tables).filter(([, { rows }]) => rows.length > 0);
  expect(left.map(([name]) => name)).toEqual([]);
  expect(storage).toEqual({});
});

test('no request left the browser that nobody asked for', () => {
  const own = new Set([beside.demoUrl, beside.otherUrl].map((url) => new URL(url).host));
  const others = beside.firefox.requests.filter(({ url }) => !own.has(new URL(url).host));
  expect(others).toEqual([]);
});

/** Runs in the browser's own window: whether a tab shows a page of the add-on. */
function hasOwnTab(address: string): boolean {
  const { gBrowser } = window as unknown as {
    gBrowser: { browsers: { currentURI: { spec: string } }[] };
  };
  return gBrowser.browsers.some(({ currentURI }) => currentURI.spec.startsWith(address));
}

/** Runs there too: whether the add-on is at work. */
function isActive(address: string): boolean {
  const { WebExtensionPolicy } = window as unknown as {
    WebExtensionPolicy: { getByHostname: (host: string) => { active: boolean } | null };
  };
  return WebExtensionPolicy.getByHostname(new URL(address).hostname)?.active === true;
}
