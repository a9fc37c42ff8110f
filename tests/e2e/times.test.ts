// Holds and promises in the built extension: badge, notifications, the way back to the tab, and a worker that dies.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchChromium } from '../support/chromium.mjs';
import { until } from '../support/until.mjs';
import { readTimes } from '../support/read-times.mjs';
import { besideDemo, chromeBuild } from './beside-demo';
import type { Beside } from './beside-demo';

// What runs in the extension's own pages and worker finds its browser under this name.
declare const chrome: typeof browser;

let beside: Beside | undefined;
afterEach(async () => {
  await beside?.close();
  beside = undefined;
});

async function workerOf({ chromium }: Beside) {
  const target = await chromium.browser.waitForTarget((each) =>
    each.url().endsWith('background.js'),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The worker has no target.');
  return worker;
}

/** A page of the extension that stays when the panel goes: what wakes and asks the worker. */
async function openWatch({ chromium }: Beside): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.goto(`${chromium.address}options.html`);
  return page;
}

const shownIn = (page: Page) =>
  page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
const badgeIn = (page: Page) => page.evaluate(() => chrome.action.getBadgeText({}));
const wake = (page: Page) => page.evaluate(() => chrome.alarms.create('due', { when: Date.now() }));

/** Moves what is stored, as if the machine had slept so long. */
function sleep(page: Page, table: 'holds' | 'promises', ms: number) {
  return page.evaluate(
    async (name, by) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error(name)));
        });
      const db = await done(indexedDB.open('composure'));
      const writing = db.transaction(name, 'readwrite', { durability: 'strict' });
      const onDisk = new Promise((resolve) => writing.addEventListener('complete', resolve));
      const rows = writing.objectStore(name);
      for (const row of await done(rows.getAll())) {
        const terms = (row.terms ?? []).map((term: { due: number }) => ({
          ...term,
          due: term.due - by,
        }));
        await done(rows.put({ ...row, ...(row.terms && { terms }), dueAt: row.dueAt - by }));
      }
      // A request that succeeded is not there yet after a kill; a transaction that is complete is.
      await onDisk;
      db.close();
    },
    table,
    ms,
  );
}

/** The agent sends a promise, and takes what the panel proposes. */
async function promiseSomething({ desk, panel }: Beside) {
  await desk.reply("I'll call you back within 20 minutes.");
  await panel.sees('You have just promised something');
  await panel.press('p');
  await panel.sees('Not kept', '.card');
}

test('what was promised is on the badge, told when the panel is closed, and leads back to its tab', async () => {
  beside = await besideDemo();
  await promiseSomething(beside);
  const watch = await openWatch(beside);
  await until('the minutes on the badge', async () => (await badgeIn(watch)) === '20m');
  await beside.panel.page.close();
  // Half an hour of sleep: warning and time are both over.
  await sleep(watch, 'promises', 30 * 60_000);
  await wake(watch);
  const [id = ''] = await until('the notification', async () => {
    const shown = await shownIn(watch);
    return shown.length === 1 && shown;
  });
  expect(id).toMatch(/^promise /);
  await until('the badge to say so', async () => (await badgeIn(watch)) === '0m');
  await watch.bringToFront();
  await (
    await workerOf(beside)
  ).evaluate((clicked) => {
    // Nobody can click a notification without a screen; the browser's own event is given instead.
    const { onClicked } = chrome.notifications as unknown as {
      onClicked: { dispatch(id: string): void };
    };
    onClicked.dispatch(clicked);
  }, id);
  const { desk } = beside;
  await until('the tab in front', () =>
    desk.page.evaluate(() => document.visibilityState === 'visible'),
  );
  expect(await shownIn(watch)).toEqual([]);
  await wake(watch);
  await until('the alarm to be over', () =>
    watch.evaluate(async () => (await chrome.alarms.getAll()).length === 0),
  );
  expect(await shownIn(watch)).toEqual([]);
});

test('the buttons of a notification: later puts it off, done keeps it', async () => {
  beside = await besideDemo();
  await promiseSomething(beside);
  const watch = await openWatch(beside);
  await beside.panel.page.close();
  await sleep(watch, 'promises', 21 * 60_000);
  const press = async (button: number) => {
    if (!beside) throw new Error('Closed.');
    const [id = ''] = await until('the notification', async () => {
      const shown = await shownIn(watch);
      return shown.length === 1 && shown;
    });
    await (
      await workerOf(beside)
    ).evaluate(
      (clicked, index) => {
        // As above.
        const { onButtonClicked } = chrome.notifications as unknown as {
          onButtonClicked: { dispatch(id: string, index: number): void };
        };
        onButtonClicked.dispatch(clicked, index);
      },
      id,
      button,
    );
    await until('it to go', async () => (await shownIn(watch)).length === 0);
  };
  await wake(watch);
  await press(1);
  const [later] = (await readTimes(watch)).promises;
  expect(later?.dueAt).toBeGreaterThan(Date.now() + 4 * 60_000);
  await sleep(watch, 'promises', 6 * 60_000);
  await wake(watch);
  await press(0);
  const { promises, kinds } = await readTimes(watch);
  expect(promises[0]?.end?.how).toBe('kept');
  expect(kinds.slice(-2)).toEqual(['promiseMade', 'promiseEnded']);
  await until('the badge to be empty', async () => (await badgeIn(watch)) === '');
});

/** Ends the worker as the browser does it, in whatever it is about; resolves when it has stopped. */
async function killWorker({ panel }: Beside): Promise<void> {
  const session = await panel.page.createCDPSession();
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}

const steps: readonly ((all: Beside) => Promise<unknown>)[] = [
  async ({ panel }) => {
    await panel.press('h');
    await panel.page.waitForSelector('.hold-form input:focus');
  },
  async ({ panel }) => {
    await panel.fill('What you will check', 'the depot');
    await panel.click('Insert the question');
    await panel.sees('Asked whether they would wait');
  },
  async ({ panel }) => {
    await panel.press('y');
    await panel.sees('Check in at', '.hold');
  },
  async ({ panel }) => {
    await panel.press('h');
    await until('the check-in', async () =>
      (await readTimes(panel.page)).kinds.includes('holdCheckedIn'),
    );
  },
  async ({ panel }) => {
    await panel.press('b');
    await panel.sees('The hold took');
  },
  promiseSomething,
  async ({ panel }) => {
    await panel.press('k');
    await panel.sees('Kept. Well done.');
  },
];

test('with the worker killed between every two steps the ledger is the same', async () => {
  const play = async (between: (all: Beside) => Promise<void>) => {
    const all = await besideDemo();
    beside = all;
    for (const step of steps) {
      await step(all);
      await between(all);
    }
    const { kinds, holds, promises } = await readTimes(all.panel.page);
    await all.close();
    beside = undefined;
    return {
      // What the customer answers comes when it comes.
      kinds: kinds.filter((kind) => kind !== 'said'),
      holds: holds.map(({ checkIns, answer, openSince }) => [checkIns.length, answer, openSince]),
      promises: promises.map(({ end, terms }) => [end?.how, terms.length]),
    };
  };
  let kills = 0;
  const plain = await play(() => Promise.resolve());
  const killed = await play(async (all) => {
    await wake(all.panel.page);
    await killWorker(all);
    kills++;
  });
  expect(kills).toBe(steps.length);
  expect(killed).toEqual(plain);
  expect(plain.kinds).toEqual(expect.arrayContaining(['holdAsked', 'holdEnded', 'promiseEnded']));
}, 120_000);

test('what fell due while the browser was dead is told once on return', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'composure-profile-'));
  const first = await besideDemo({ profile });
  await promiseSomething(first);
  const before = await openWatch(first);
  // An open panel would be the one to tell it.
  await first.panel.page.close();
  await sleep(before, 'promises', 30 * 60_000);
  const running = first.chromium.browser.process();
  if (!running?.pid) throw new Error('Chromium has no process.');
  const ended = once(running, 'exit');
  process.kill(-running.pid, 'SIGKILL');
  await ended;
  await first.demo.close();

  const again = await launchChromium({ extension: chromeBuild, profile });
  try {
    const watch = await again.browser.newPage();
    await watch.goto(`${again.address}options.html`);
    const [id = ''] = await until('the notification', async () => {
      const shown = await shownIn(watch);
      return shown.length === 1 && shown;
    });
    await watch.evaluate((shown) => chrome.notifications.clear(shown), id);
    const { promises } = await readTimes(watch);
    expect(promises.map(({ dueAt, firedFor }) => dueAt === firedFor)).toEqual([true]);
    await wake(watch);
    await until('the alarm to be over', () =>
      watch.evaluate(async () => (await chrome.alarms.getAll()).length === 0),
    );
    expect(await shownIn(watch)).toEqual([]);
  } finally {
    await again.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
