// The whole way in a real browser: the Desk asks for one address, the background sends to a real Request Tracker.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { startRequestTracker } from '../support/request-tracker.mjs';
import { openScreen } from '../support/screen.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild } from './beside-demo';
import { answerPrompt } from './browser-prompt';

// In the extension's own pages.
declare const chrome: typeof browser;

let screen: Awaited<ReturnType<typeof openScreen>>;
let demo: Awaited<ReturnType<typeof serveDemo>>;
let tracker: Awaited<ReturnType<typeof startRequestTracker>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let desk: Hands;

beforeAll(async () => {
  screen = await openScreen();
  [demo, tracker, chromium] = await Promise.all([
    serveDemo(),
    startRequestTracker(),
    launchChromium({ extension: chromeBuild, headless: false, display: screen.display }),
  ]);
});
afterAll(async () => {
  await chromium.close();
  await tracker.close();
  await demo.close();
  await screen.close();
});

test('a complaint becomes a ticket, and its link is kept', async () => {
  const panel = await logComplaint('The kettle broke', 1);
  desk = await openDesk('#tickets');
  await desk.page.select('select', 'request-tracker');
  await desk.fill('Address', tracker.url);
  await desk.page.locator('input[type="password"]').fill(tracker.token);
  await desk.click('Allow this address and save');
  await answerPrompt(screen, [desk.page], 'Tab', 'Return');
  await desk.sees('Saved; the connection works.', '.settings');

  await desk.page.evaluate(() => (location.hash = '#log/1'));
  await desk.click('Send as a ticket');
  await desk.page.waitForSelector('.ticket-link');
  const [link] = await desk.page.$$eval('a.ticket-link', (links) => links.map(({ href }) => href));
  expect(link).toBe(`${tracker.url}/Ticket/Display.html?id=1`);
  await panel.sees('Ticket 1', 'a.ticket-link');
  const ticket = await askTracker('/ticket/1');
  expect(await ticket.text()).toContain('Complaint 1: The kettle broke');
});

test('what came out later is added to the ticket', async () => {
  await desk.click('Add a comment to the ticket');
  await desk.fill('Comment, for the team alone', 'She called again: 水壶 leaks.');
  await desk.click('Send the comment');
  await until('the comment in the ticket', async () =>
    (await historyOf(1)).includes('She called again: 水壶 leaks.'),
  );
});

test('those without a ticket go all at once, with the fields that were chosen', async () => {
  await logComplaint('The lid broke', 2);
  await logComplaint('The handle broke', 3);
  await desk.page.bringToFront();
  await desk.page.evaluate(() => (location.hash = '#tickets'));
  await desk.click('Add a field');
  await desk.fill('Field there', 'Priority');
  await desk.fill('Value', '37');
  await desk.click('Allow this address and save');
  await desk.sees('Saved; the connection works.', '.settings');
  await desk.sees('Complaints without a ticket: 2', '.send-all');
  await desk.click('Send them all');
  await until('three tickets', async () => (await ticketCount()) === 3);
  await until('nothing left to send', () =>
    desk.page.evaluate(() => !document.querySelector('.send-all')?.textContent.trim()),
  );
  const made = await (await askTracker('/ticket/3')).text();
  expect(made).toMatch(/"Priority" ?: ?"?37/);
  expect(await ticketCount()).toBe(3);
});

test('the token is in the extension’s storage alone, and closed to scripts in pages', async () => {
  const { token } = tracker;
  const stored = await desk.page.evaluate(async () => {
    const names = await indexedDB.databases();
    const databases = await Promise.all(names.map(({ name = '' }) => dump(name)));
    return { local: JSON.stringify(await chrome.storage.local.get()), rows: databases.join() };
    async function dump(name: string): Promise<string> {
      const db = await asked(indexedDB.open(name));
      const stores = [...db.objectStoreNames].map((store) =>
        asked(db.transaction(store).objectStore(store).getAll()),
      );
      const rows = JSON.stringify(await Promise.all(stores));
      db.close();
      return rows;
    }
    function asked<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.message)));
      });
    }
  });
  expect(stored.local).toContain(token);
  expect(stored.rows).toContain('The kettle broke');
  expect(stored.rows).not.toContain(token);
  const seen = await desk.page.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
    const [told] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: () => chrome.storage.local.get().then(Object.keys, (error: unknown) => String(error)),
    });
    return String(told?.result);
  });
  expect(seen).toContain('not allowed');
});

/** Each over its own connection: the server closes an idle one after a second, perhaps just as it is asked. */
const askTracker = (place: string) =>
  fetch(`${tracker.url}/REST/2.0${place}`, {
    headers: { Authorization: `token ${tracker.token}`, connection: 'close' },
  });

/** All that was written into a ticket. */
async function historyOf(ticket: number): Promise<string> {
  const history = (await (await askTracker(`/ticket/${ticket}/history`)).json()) as {
    items: { id: string }[];
  }; // As REST2 answers.
  const steps = history.items.map(async ({ id }) => {
    const attachments = await (await askTracker(`/transaction/${id}/attachments`)).json();
    const items = (attachments as { items: { id: string }[] }).items; // As above.
    return Promise.all(
      items.map(async (one) => {
        const whole = await (await askTracker(`/attachment/${one.id}`)).json();
        const { Content = '' } = whole as { Content?: string }; // As above.
        return Buffer.from(Content, 'base64').toString();
      }),
    );
  });
  return (await Promise.all(steps)).flat().join('\n');
}

async function ticketCount(): Promise<number> {
  const answer = await (await askTracker('/tickets?query=id>0')).json();
  return (answer as { total: number }).total; // As above.
}

async function logComplaint(what: string, number: number): Promise<Hands> {
  const tab = await chromium.browser.newPage();
  await tab.goto(`${demo.url}?lang=en&speed=fast`);
  await tab.bringToFront();
  await tab.waitForSelector('#log .customer');
  const panel = createHands(await chromium.openPanel(tab));
  await panel.page.bringToFront();
  // From the log of the one before.
  await panel.press('Escape');
  await panel.sees('I am really angry', '.last');
  await panel.press('l');
  await panel.page.waitForSelector('.complaint-form');
  await panel.fill('What', what);
  await panel.press('Enter', 'Control');
  await panel.sees(`no. ${number}`, '.complaints');
  return panel;
}

async function openDesk(hash: string): Promise<Hands> {
  const page = await chromium.browser.newPage();
  await page.goto(`${chromium.address}options.html${hash}`);
  await page.bringToFront();
  return createHands(page);
}
