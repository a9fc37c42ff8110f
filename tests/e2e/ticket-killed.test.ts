// The worker, or the whole browser, is killed between a request and its answer: a real Request Tracker has one ticket.
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { startFaultProxy } from '../support/fault-proxy.mjs';
import { startRequestTracker } from '../support/request-tracker.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild } from './beside-demo';
import { workerOf } from './times-hands';

// In the extension's own pages.
declare const chrome: typeof browser;

const what = ['The kettle broke', 'The lid broke', 'The handle broke', '壶嘴裂了'];
// Request Tracker begins with the ticket of its own customer, or with none.
let before: number;
let demo: Awaited<ReturnType<typeof serveDemo>>;
let tracker: Awaited<ReturnType<typeof startRequestTracker>>;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let desk: Hands;
const folder = mkdtempSync(path.join(tmpdir(), 'composure-killed-'));
const extension = path.join(folder, 'extension');

const launch = () => launchChromium({ extension, profile: path.join(folder, 'profile') });

/** The build with the host allowed by its manifest: loaded unpacked, it loses at each start what a user allowed. */
function copyBuild(): void {
  cpSync(chromeBuild, extension, { recursive: true });
  const file = path.join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
}

beforeAll(async () => {
  copyBuild();
  [demo, tracker] = await Promise.all([serveDemo(), startRequestTracker()]);
  proxy = await startFaultProxy(tracker.url);
  chromium = await launch();
  await logComplaints();
  before = (await ticketsOf('id>0')).length;
  desk = await openDesk('#tickets');
  await desk.page.select('select', 'request-tracker');
  await desk.fill('Address', proxy.url);
  await desk.page.locator('input[type="password"]').fill(tracker.token);
  await desk.click('Allow this address and save');
  await desk.sees('Saved; the connection works.', '.settings');
});
afterAll(async () => {
  await chromium.close();
  await proxy.close();
  await tracker.close();
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

const kills = [
  { number: 1, who: 'the worker', hang: 'done' },
  { number: 2, who: 'the worker', hang: 'undone' },
  { number: 3, who: 'the browser', hang: 'done' },
  { number: 4, who: 'the browser', hang: 'undone' },
] as const;

test.each(kills)(
  '$who is killed before the answer, the server’s work $hang: complaint $number has one ticket',
  async ({ number, who, hang }) => {
    const asked = proxy.seen.length;
    proxy.befall({ hang });
    await desk.page.evaluate((hash) => (location.hash = hash), `#log/${number}`);
    await desk.sees(`Complaint no. ${number}`);
    await desk.click('Send as a ticket');
    await until('the request to hang', () => proxy.hanging() === 1);
    expect(await ticketsOf(markQuery(number))).toHaveLength(hang === 'done' ? 1 : 0);

    if (who === 'the worker') await killWorker();
    else await killBrowser(number);
    await until('the request to be given up', () => proxy.hanging() === 0);
    await until('the ticket in the record', () => linkShown(), { seconds: 120 });

    expect(await ticketsOf(markQuery(number))).toHaveLength(1);
    expect(await ticketsOf('id>0')).toHaveLength(before + number);
    const made = proxy.seen.slice(asked).filter((each) => each === 'POST /REST/2.0/ticket');
    expect(made).toHaveLength(hang === 'done' ? 1 : 2);
  },
  180_000,
);

/** As Chromium ends it. The alarm that brings the next one was set before the request was made; here it comes at once. */
async function killWorker(): Promise<void> {
  await (await workerOf({ chromium })).close();
  const name = 'outbox';
  const alarm = await desk.page.evaluate((of) => chrome.alarms.get(of), name);
  expect(alarm?.scheduledTime).toBeGreaterThan(Date.now());
  await desk.page.evaluate((of) => chrome.alarms.create(of, { when: Date.now() }), name);
}

async function killBrowser(number: number): Promise<void> {
  const running = chromium.browser.process();
  if (!running?.pid) throw new Error('Chromium has no process.');
  const ended = once(running, 'exit');
  process.kill(-running.pid, 'SIGKILL');
  await ended;
  chromium = await launch();
  desk = await openDesk(`#log/${number}`);
}

const linkShown = () => desk.page.evaluate(() => document.querySelector('.ticket-link') !== null);

const markQuery = (number: number) => `Subject LIKE '${what[number - 1]}'`;

/** The tickets that Request Tracker itself has. */
async function ticketsOf(query: string): Promise<unknown[]> {
  const place = `${tracker.url}/REST/2.0/tickets?query=${encodeURIComponent(query)}`;
  const headers = { Authorization: `token ${tracker.token}`, connection: 'close' };
  const answer = await (await fetch(place, { headers })).json();
  return (answer as { items: unknown[] }).items; // As REST2 answers.
}

async function logComplaints(): Promise<void> {
  const tab = await chromium.browser.newPage();
  await tab.goto(`${demo.url}?lang=en&speed=fast`);
  await tab.bringToFront();
  await tab.waitForSelector('#log .customer');
  const panel = createHands(await chromium.openPanel(tab));
  await panel.page.bringToFront();
  await panel.sees('I am really angry', '.last');
  await panel.press('l');
  await panel.page.waitForSelector('.complaint-form');
  for (const [index, told] of what.entries()) {
    await panel.fill('What', told);
    await panel.press('Enter', 'Control');
    await panel.sees(`no. ${index + 1}`, '.complaints');
  }
  await panel.page.close();
}

async function openDesk(hash: string): Promise<Hands> {
  const page = await chromium.browser.newPage();
  await page.goto(`${chromium.address}options.html${hash}`);
  await page.bringToFront();
  return createHands(page);
}
