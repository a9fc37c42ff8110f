// A team's pack with all that a house adds: it reads the team's own page, says its pieces and names, and fills the form.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { packFile } from '../packs/small-pack';
import { launchChromium } from '../support/chromium.mjs';
import { serveFolder } from '../support/static-server.mjs';
import { chromeBuild, draftIn } from './beside-demo';

const fixtures = `${import.meta.dirname}/../page/fixtures`;
const pack = packFile({
  phrases: [
    {
      id: 'north.hear',
      text: '{>hear} Nothing else matters to {company} now.',
      places: ['listen.acknowledge', 'greet'],
    },
  ],
  fragments: [{ id: 'hear', text: 'I am all ears.' }],
  names: [{ name: 'North', slot: 'company' }],
  lists: [{ for: 'department', options: ['Billing', 'Returns'] }],
  sites: [
    {
      id: 'north.desk',
      title: 'The team’s own desk',
      seen: '2026-11-22',
      marks: '.talk .turn',
      list: '.talk',
      row: '.turn',
      text: '.words',
      customer: '[data-turn-of="guest"]',
      agent: '[data-turn-of="desk"]',
      name: '.byline',
      replyBox: '#answer',
    },
  ],
});

const folder = mkdtempSync(path.join(tmpdir(), 'composure-parts-'));
const file = path.join(folder, 'north.json');
let site: Awaited<ReturnType<typeof serveFolder>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let odd: Page;
let panel: Hands;
let desk: Hands;

beforeAll(async () => {
  writeFileSync(file, pack);
  site = await serveFolder(fixtures);
  chromium = await launchChromium({ extension: chromeBuild });
  [odd = await chromium.browser.newPage()] = await chromium.browser.pages();
  await odd.goto(`${site.url}chats/odd.html`);
  panel = createHands(await chromium.openPanel(odd));
  await panel.page.waitForSelector('.phrase');
  desk = createHands(await chromium.browser.newPage());
});
afterAll(async () => {
  await chromium.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test('once the pack is on, the page that stood open is read by the pack’s description', async () => {
  await desk.page.goto(`${chromium.address}options.html#packs`);
  const input = await desk.page.waitForSelector('.settings input[type="file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file); // It is an input.
  await desk.sees('The team’s own desk', '.difference');
  await desk.click('Take it');
  await desk.page.locator('input[type="checkbox"]').click();
  await odd.bringToFront();
  await panel.sees('So what now?', '.last');
});

test('its phrase is said with its piece and the name of the house, into the box of the description', async () => {
  const said = 'I am all ears. Nothing else matters to North now.';
  await panel.sees(said, '.phrase');
  await panel.page.bringToFront();
  await panel.press('1');
  await panel.sees('In the reply box', '.notice');
  expect(await draftIn(odd, '#answer')).toBe(said);
  expect(await draftIn(odd, '#memo')).toBe('');
});

test('a complaint in the Desk is offered the pack’s departments', async () => {
  await panel.press('l');
  await panel.page.waitForSelector('.complaint-form');
  await panel.press('Enter', 'Control');
  await panel.sees('Saved', '.notice');
  await desk.page.goto(`${chromium.address}options.html#log/1`);
  const options = await desk.page.waitForSelector('#record-department-offered');
  expect(await options?.evaluate((list) => list.textContent)).toBe('BillingReturns');
});
