// Holds and promises in the built extension: badge, notifications, the way back to the tab, and a worker that dies.
import { afterEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { until } from '../support/until.mjs';
import { readTimes } from '../support/read-times.mjs';
import { besideDemo } from './beside-demo';
import type { Beside } from './beside-demo';
import {
  badgeIn,
  openWatch,
  promiseSomething,
  shownIn,
  passTime,
  wake,
  workerOf,
} from './times-hands';

// What runs in the extension's own pages and worker finds its browser under this name.
declare const chrome: typeof browser;

let beside: Beside | undefined;
afterEach(async () => {
  await beside?.close();
  beside = undefined;
});

test('what was promised is on the badge, told when the panel is closed, and leads back to its tab', async () => {
  beside = await besideDemo();
  await promiseSomething(beside);
  const watch = await openWatch(beside);
  await until('the minutes on the badge', async () => (await badgeIn(watch)) === '20m');
  await beside.panel.page.close();
  // Half an hour of sleep: warning and time are both over.
  await passTime(watch, 'promises', 30 * 60_000);
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
  await passTime(watch, 'promises', 21 * 60_000);
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
  await passTime(watch, 'promises', 6 * 60_000);
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
