// A real chat: prosody serves, converse.js is the page, the agent has the panel and the customer another browser.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { startConverse } from '../support/converse.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild, draftIn, firefoxBuild, phrase } from './beside-demo';

const box = 'textarea.chat-textarea';

let chat: Awaited<ReturnType<typeof startConverse>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let customer: Page;

beforeAll(async () => {
  chat = await startConverse();
  chromium = await launchChromium({ extension: chromeBuild });
  const context = await chromium.browser.createBrowserContext();
  customer = await context.newPage();
  await openChat(customer, chat.customerUrl);
});
afterAll(async () => {
  await chromium.close();
  await chat.close();
});

test('a conversation from the first message to the answer, both sides live', async () => {
  const [agent = await chromium.browser.newPage()] = await chromium.browser.pages();
  await openChat(agent, chat.agentUrl);
  await write(customer, 'My parcel was promised for Monday and I am really angry.');
  await reads(agent, 'My parcel was promised');
  await agent.bringToFront();
  const panel = createHands(await chromium.openPanel(agent));
  await panel.sees('My parcel was promised for Monday', '.last');
  await panel.sees('angry', '.feeling');
  // Who it is about stands in the header of a chat that was recognised, not guessed.
  await panel.sees('dana@localhost', '.header h1');

  await write(customer, 'It was for my daughter.');
  await panel.sees('It was for my daughter.', '.last');

  const wanted = await phrase(panel.page, 0);
  await panel.page.bringToFront();
  await panel.press('1');
  await panel.sees('In the reply box', '.notice');
  expect(await draftIn(agent, box)).toBe(wanted);
  expect(await agent.$$('.chat-msg__content--me')).toHaveLength(0);
  await agent.bringToFront();
  await agent.focus(box);
  await agent.keyboard.press('Enter');
  await reads(customer, wanted);
  await panel.page.waitForSelector('.rail li.done [aria-label^="Listen"]');
  // The agent's own words are not the customer's.
  await panel.sees('It was for my daughter.', '.last');

  await write(customer, 'Thank you for hearing me out.');
  await panel.sees('Thank you for hearing me out.', '.last');
});

test('the same beside Firefox: read live, inserted, sent by the page’s own key', async () => {
  const firefox = await launchFirefox({ extension: firefoxBuild });
  try {
    const { page, sidebar } = firefox;
    await firefox.open(chat.agentUrl);
    await page.see(box);
    await write(customer, 'Are you still there? I am worried.');
    await firefox.openPanel();
    const lastIs = (text: string) =>
      until(`“${text}” in the panel`, async () => (await sidebar.text('.last')).includes(text));
    await lastIs('Are you still there?');
    expect(await sidebar.text('.header h1')).toBe('dana@localhost');

    // What fits is only known once it was heard how they feel.
    await sidebar.see('.feeling');
    const wanted = await sidebar.text('.phrase .phrase-text');
    await sidebar.press('1');
    await until('the phrase in the reply box', async () => (await valueOfBox(page)) === wanted);
    await page.click(box);
    await page.press('Enter');
    await reads(customer, wanted);

    await write(customer, 'All right then.');
    await lastIs('All right then.');
  } finally {
    await firefox.close();
  }
});

async function openChat(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector(box);
}

async function write(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.focus(box);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await reads(page, text);
}

/** Waits until the chat shows it as a message. */
function reads(page: Page, text: string): Promise<void> {
  return createHands(page).sees(text, '.chat-msg__text');
}

function valueOfBox(page: { evaluate: (job: () => unknown) => Promise<unknown> }) {
  return page.evaluate(
    () => document.querySelector<HTMLTextAreaElement>('textarea.chat-textarea')?.value,
  );
}
