// The extension is updated over a profile that an earlier version left (schema 12, frozen): all of it is there.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { readProfile, writeProfile } from '../support/kept-profile.mjs';
import type { KeptProfile } from '../support/kept-profile.mjs';
import { chromeBuild } from './beside-demo';

const frozen = new URL('../fixtures/profile-12.json', import.meta.url);
const old: KeptProfile = JSON.parse(readFileSync(frozen, 'utf8'));
/** Made anew from the records whenever they are in doubt. */
const derived = /^log[A-Z]/;

let folder: string;
let chromium: Awaited<ReturnType<typeof launchChromium>> | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'composure-update-'));
});
afterEach(async () => {
  await chromium?.close();
  chromium = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(extension: string) {
  chromium = await launchChromium({ extension, profile: path.join(folder, 'profile') });
  return chromium;
}

/** Leaves the profile of an earlier version: an extension of the same key, with none of our code in it, writes it. */
async function leave(kept: KeptProfile): Promise<void> {
  const before = path.join(folder, 'before');
  mkdirSync(before);
  const { key } = JSON.parse(readFileSync(path.join(chromeBuild, 'manifest.json'), 'utf8'));
  const about = { manifest_version: 3, name: 'Before', version: '0.0.1', key };
  const manifest = JSON.stringify({ ...about, permissions: ['storage'] });
  writeFileSync(path.join(before, 'manifest.json'), manifest);
  writeFileSync(path.join(before, 'before.html'), '<!doctype html><title>Before</title>');
  const { browser, address, close } = await start(before);
  const page = await browser.newPage();
  await page.goto(`${address}before.html`);
  await page.evaluate(writeProfile, kept);
  await close();
}

/** The updated extension's Desk. */
async function openDesk(hash: string) {
  const { browser, address } = await start(chromeBuild);
  const page = await browser.newPage();
  await page.goto(`${address}options.html${hash}`);
  await page.bringToFront();
  return createHands(page);
}

/** Rows without what the clock makes of them: the frozen promise is announced once its time has come. */
function unannounced(rows: KeptProfile['tables'][string]['rows'] = []) {
  return rows.map((row) => {
    if (!('terms' in row)) return row;
    const { dueAt, firedFor, ...rest } = row;
    expect(dueAt, `announced: ${firedFor}`).toBeLessThanOrEqual(rest.terms.at(-1).due);
    return rest;
  });
}

test('rows, ledger and settings are as they were left; drafts are where they lie now', async () => {
  await leave(old);
  const desk = await openDesk('#log');
  await desk.sees('Mara E', '.log-rows');
  const now = await desk.page.evaluate(readProfile);
  expect(now.version).toBeGreaterThan(old.version);
  expect(now.storage).toMatchObject(old.storage);
  const { packDrafts, ...others } = old.tables;
  for (const [name, { rows }] of Object.entries(others).filter(([each]) => !derived.test(each))) {
    expect(unannounced(now.tables[name]?.rows), name).toEqual(unannounced(rows));
  }
  const [{ text, ...draft }] = packDrafts?.rows ?? [];
  expect(now.tables['packDrafts']?.rows).toEqual([draft]);
  expect(now.tables['packDraftTexts']?.rows).toEqual([{ draft: draft.id, text }]);
});

test('the agent finds everything again', async () => {
  await leave(old);
  const desk = await openDesk('#log/1');
  const turnTo = (hash: string) => desk.page.evaluate((to) => (location.hash = to), hash);
  await desk.sees('Decided', '.stages [aria-current]');
  await desk.sees('Stage: Recorded → Decided', '.timeline');
  await turnTo('#due');
  await desk.sees('send a courier who brings it to your door', '.due-list');
  await turnTo('#sites');
  await desk.sees('127.0.0.1:8472', '.sites');
  await turnTo('#settings');
  const valueOf = (label: string) =>
    desk.page.$eval(`::-p-aria([name="${label}"])`, (field) => Reflect.get(field, 'value'));
  await desk.sees('Your team');
  expect([await valueOf('Your name'), await valueOf('Your team')]).toEqual([
    'Sam',
    'After-sales East',
  ]);
  await turnTo('#packs');
  await desk.sees('North', '.packs');
  await desk.page.waitForSelector('input[aria-label="Use “North”"]:checked');
  await desk.page.locator('.drafts a').click();
  await desk.sees('South is on its way, {customer}.', '.items');
});

test('a profile of a newer version is left as it is, which the panel and the Desk say', async () => {
  const newer = { ...old, version: 10_000 };
  await leave(newer);
  const desk = await openDesk('#log');
  await desk.sees('The log was written by a newer Composure. Update this extension');
  await desk.page.goto(desk.page.url().replace('options.html', 'sidepanel.html'));
  await desk.sees('The log was written by a newer Composure. Update this extension');
  // It goes on without the log.
  await desk.page.waitForSelector('.phrase');
  const { storage, ...now } = await desk.page.evaluate(readProfile);
  expect(now).toEqual({ version: newer.version, tables: newer.tables });
  expect(storage).toMatchObject(newer.storage);
});
