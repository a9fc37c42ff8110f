// What was promised outlives the browser's death, an update of the extension, and a profile put back from a copy.
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchChromium } from '../support/chromium.mjs';
import { readTimes } from '../support/read-times.mjs';
import { until } from '../support/until.mjs';
import { besideDemo, chromeBuild } from './beside-demo';
import { openWatch, promiseSomething, shownIn, passTime, wake, workerOf } from './times-hands';

// What runs in the extension's own pages and worker finds its browser under this name.
declare const chrome: typeof browser;

type Chromium = Awaited<ReturnType<typeof launchChromium>>;

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'composure-times-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Something is promised, and its time is over before the browser opens again. */
async function fallsDue(options: { profile: string; extension?: string }): Promise<void> {
  const beside = await besideDemo(options);
  await promiseSomething(beside);
  const watch = await openWatch(beside);
  // An open panel would be the one to tell it.
  await beside.panel.page.close();
  await passTime(watch, 'promises', 30 * 60_000);
  await beside.close();
}

/** A notification comes by itself; once it was seen, nothing tells of the same again. */
async function isToldOnce(chromium: Chromium): Promise<void> {
  const watch = await openWatch({ chromium });
  const [id = ''] = await until('the notification', async () => {
    const shown = await shownIn(watch);
    return shown.length === 1 && shown;
  });
  await watch.evaluate((shown) => chrome.notifications.clear(shown), id);
  await until('that to be noted', async () =>
    (await readTimes(watch)).promises.every(({ dueAt, firedFor }) => dueAt === firedFor),
  );
  await wake(watch);
  await until('the alarm to be over', () =>
    watch.evaluate(async () => (await chrome.alarms.getAll()).length === 0),
  );
  expect(await shownIn(watch)).toEqual([]);
  expect((await readTimes(watch)).promises).toHaveLength(1);
}

test('what fell due while the browser was dead is told once on return', async () => {
  const profile = path.join(folder, 'profile');
  const first = await besideDemo({ profile });
  await promiseSomething(first);
  const before = await openWatch(first);
  // An open panel would be the one to tell it.
  await first.panel.page.close();
  await passTime(before, 'promises', 30 * 60_000);
  const running = first.chromium.browser.process();
  if (!running?.pid) throw new Error('Chromium has no process.');
  const ended = once(running, 'exit');
  process.kill(-running.pid, 'SIGKILL');
  await ended;
  await first.demo.close();

  const again = await launchChromium({ extension: chromeBuild, profile });
  try {
    await isToldOnce(again);
  } finally {
    await again.close();
  }
});

test('an update of the extension forgets nothing', async () => {
  const extension = path.join(folder, 'extension');
  const profile = path.join(folder, 'profile');
  cpSync(chromeBuild, extension, { recursive: true });
  await fallsDue({ extension, profile });
  const manifestFile = path.join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, version: '99.0' }));
  const updated = await launchChromium({ extension, profile });
  try {
    const worker = await workerOf({ chromium: updated });
    expect(await worker.evaluate(() => chrome.runtime.getManifest().version)).toBe('99.0');
    await isToldOnce(updated);
  } finally {
    await updated.close();
  }
});

test('a profile put back from a copy tells what fell due since, once', async () => {
  const profile = path.join(folder, 'profile');
  const copy = path.join(folder, 'copy');
  await fallsDue({ profile });
  cpSync(profile, copy, { recursive: true });
  for (const each of [profile, copy]) {
    const again = await launchChromium({ extension: chromeBuild, profile: each });
    try {
      await isToldOnce(again);
    } finally {
      await again.close();
    }
  }
});

test('the browser’s start and an update start the worker', async () => {
  const chromium = await launchChromium({ extension: chromeBuild });
  try {
    const worker = await workerOf({ chromium });
    const listens = await worker.evaluate(() =>
      [chrome.runtime.onStartup, chrome.runtime.onInstalled].map((event) => event.hasListeners()),
    );
    expect(listens).toEqual([true, true]);
  } finally {
    await chromium.close();
  }
});
