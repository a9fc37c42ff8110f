// A real helpdesk: Request Tracker serves, the customer mails in, the agent has the panel beside the ticket.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { startRequestTracker } from '../support/request-tracker.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild, phrase } from './beside-demo';

// The editor that Request Tracker puts over its box; what it holds is what would be sent.
declare const CKEDITOR: { instances: Record<string, { getData: () => string }> };

let tracker: Awaited<ReturnType<typeof startRequestTracker>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let agent: Page;

const customer = 'Dana Customer <dana@example.test>';

beforeAll(async () => {
  [tracker, chromium] = await Promise.all([
    startRequestTracker(),
    launchChromium({ extension: chromeBuild }),
  ]);
  await tracker.mail({
    from: customer,
    subject: 'Broken kettle',
    text: 'Hello,\nthe kettle is broken. This is the third time and I am really angry!',
  });
  [agent = await chromium.browser.newPage()] = await chromium.browser.pages();
  await agent.goto(tracker.url);
  await agent.locator('input[name="user"]').fill(tracker.agent.user);
  await agent.locator('input[name="pass"]').fill(tracker.agent.password);
  await Promise.all([agent.waitForNavigation(), agent.keyboard.press('Enter')]);
});
afterAll(async () => {
  await chromium.close();
  await tracker.close();
});

test('the ticket is read, with both sides told apart', async () => {
  await agent.goto(`${tracker.url}/Ticket/Display.html?id=1`);
  await agent.waitForSelector('.history-container .messagebody');
  const panel = createHands(await chromium.openPanel(agent));
  await panel.sees('the kettle is broken', '.last');
  await panel.sees('angry', '.feeling');
  await panel.sees('Dana Customer', '.header h1');
  await panel.page.close();
});

test('a phrase goes into the editor’s own text on the reply page, and nothing is sent', async () => {
  await agent.goto(`${tracker.url}/Ticket/Update.html?id=1&Action=Respond`);
  const handle = await agent.waitForSelector('iframe.cke_wysiwyg_frame');
  const frame = await handle?.contentFrame();
  await frame?.waitForSelector('body[contenteditable="true"]');
  const panel = createHands(await chromium.openPanel(agent));
  await panel.page.waitForSelector('.phrase');
  const wanted = await phrase(panel.page, 0);
  await panel.page.bringToFront();
  await panel.press('1');
  await panel.sees('In the reply box', '.notice');
  const held = () =>
    agent.evaluate(() => {
      const holder = document.createElement('template');
      holder.innerHTML = CKEDITOR.instances['UpdateContent']?.getData() ?? '';
      return holder.content.textContent.replaceAll(/\s+/g, ' ').trim();
    });
  const isHeld = async () => (await held()) === wanted;
  await until('the phrase in the editor', isHeld);
  // Its own hint must not come back over the phrase when the agent goes on writing.
  await agent.bringToFront();
  await frame?.click('body');
  await agent.keyboard.type(' So,');
  await until('the agent’s words beside it', async () => (await held()).includes('So,'));
  expect((await held()).replace(' So,', '').replace('So,', '')).toBe(wanted);

  await agent.goto(`${tracker.url}/Ticket/Display.html?id=1`);
  await agent.waitForSelector('.history-container .messagebody');
  expect(await agent.$$('.Ticket-transaction.message')).toHaveLength(1);
});
