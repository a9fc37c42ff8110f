// What happens where something is not possible: a sentence with the way out, and nothing lost.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import { serveFolder } from '../support/static-server.mjs';
import { besideDemo, draftIn } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside;
let pages: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  beside = await besideDemo();
  pages = await serveFolder(new URL('pages', import.meta.url).pathname);
});
afterAll(async () => {
  await beside.close();
  await pages.close();
});

/** A page of this folder in a tab of its own, with a click on the icon. */
async function openAllowed(name: string): Promise<Page> {
  const tab = await beside.openTab(`${pages.url}${name}`);
  await beside.chromium.openPanel(tab);
  return tab;
}

describe('where the panel may not or cannot look', () => {
  test('a tab without a click on the icon is not read, and the panel says how to begin', async () => {
    const tab = await beside.openTab(`${pages.url}chat.html`);
    await beside.panel.sees('Composure cannot see this page yet. Click its icon');
    await beside.panel.sees('Not connected', '.header');
    await beside.chromium.openPanel(tab);
    await beside.panel.sees('Reading this page', '.header');
    await tab.close();
  });

  test('a page of the browser itself', async () => {
    const tab = await beside.chromium.browser.newPage();
    await tab.goto('chrome://version');
    await beside.panel.sees('Browsers keep extensions out of this page');
    await tab.close();
  });

  test('back on the first tab, everything is as it was', async () => {
    await beside.desk.page.bringToFront();
    await beside.panel.sees('Mara Ellison', '.header');
  });
});

describe('where there is nothing to write into', () => {
  test('a page with neither conversation nor reply box', async () => {
    const tab = await openAllowed('empty.html');
    await beside.panel.sees('Neither a conversation nor a reply box was found');
    await beside.panel.page.bringToFront();
    await beside.panel.press('1');
    await beside.panel.sees('There is no reply box on this page. The phrase is on the clipboard');
    await tab.close();
  });

  test('a conversation with a reply box that takes no text', async () => {
    const tab = await openAllowed('read-only.html');
    await beside.panel.sees('There is no reply box on this page that can be written to');
    await beside.panel.sees('Dana Reyes', '.header');
    await tab.close();
  });

  test('a reply box that vanishes while inserting', async () => {
    const tab = await openAllowed('vanishing.html');
    await beside.panel.sees('Noor Haddad', '.header');
    await beside.panel.press('1');
    await beside.panel.sees(
      'The reply box has left the page meanwhile. The phrase is on the clipboard',
    );
    await tab.close();
  });

  test('a page without a conversation still takes phrases, and steps are ticked by hand', async () => {
    const tab = await openAllowed('box.html');
    await beside.panel.sees('No conversation was recognised');
    await beside.panel.press('1');
    await beside.panel.sees('In the reply box');
    expect(await draftIn(tab, 'textarea')).not.toBe('');
    await beside.panel.page.locator('.sub-step').click();
    await beside.panel.page.waitForSelector('.rail li.done');
    await tab.close();
  });
});

describe('a page that is loaded anew', () => {
  test('is read again without another click', async () => {
    await beside.desk.page.bringToFront();
    await beside.desk.page.reload();
    await beside.panel.sees('I am really angry', '.last');
    await beside.panel.sees('Reading this page', '.header');
  });
});

describe('a log that cannot be opened', () => {
  let view: Page;
  beforeEach(async () => {
    view = beside.panel.page;
    await view.evaluateOnNewDocument(() => {
      // What a private window does in some browsers; no browser here does it on request.
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'InvalidStateError');
      };
    });
    await view.reload();
  });

  test('is said, phrases go on, and the complaint can be copied instead', async () => {
    const panel = createHands(view);
    await panel.sees('This window does not let Composure keep anything');
    await view.waitForSelector('.phrase');
    await panel.press('l');
    await panel.fill('What', 'promised three times');
    await panel.press('Enter', 'Control');
    await panel.sees('It could not be saved: the log is not available here.');
    expect(await view.$eval('textarea', (field) => field.value)).toBe('promised three times');
    await view.locator('.share > summary').click();
    await panel.click('Copy');
    await panel.sees('Copied.');
    await panel.press('Escape');
    await panel.press('Escape');
    await panel.press('h');
    await view.waitForSelector('.hold-form input:focus');
    await panel.press('Enter');
    await panel.sees('The hold could not be stored');
  });
});
