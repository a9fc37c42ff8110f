// The Desk in each of its states: empty, with one complaint and with many, each page and what opens in it.
import { createHands } from '../../demo/hands.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./stage.mjs').Stage} Stage */

/** What is written down besides the play's complaint. */
const complaints = {
  en: [
    'The kettle leaks at the base after three days of use',
    'Charged twice for the same order',
    'Waited forty minutes on the phone and was cut off',
    'The courier left the parcel in the rain',
    'The booking was changed without asking',
    'Cannot sign in since the update',
    'The technician did not come at the agreed time and nobody called to say so',
  ],
  zh: [
    '水壶用了三天，底部漏水',
    '同一张订单扣了两次款',
    '电话等了四十分钟，最后被挂断',
    '快递员把包裹放在雨里',
    '预订未经同意就被更改',
    '更新之后一直无法登录',
    '师傅没有按约定时间上门，也没有人打电话说明',
  ],
};

const pages = ['log', 'review', 'due', 'packs', 'sites', 'tickets', 'settings', 'privacy'];

/** Before anything was logged. @param {Stage} stage */
export async function showEmptyDesk({ openDesk, goTo, takeDesk }) {
  const desk = await openDesk('log');
  for (const page of ['log', 'review', 'due']) {
    await goTo(desk, page);
    await takeDesk(desk, `${page}-empty`);
  }
  await desk.close();
}

/** @param {Stage} stage @param {Page} panel with one complaint in its log */
export async function showDesk(stage, panel) {
  const { lang, openDesk, goTo, takeDesk, text } = stage;
  for (const what of complaints[lang]) await writeDown(panel, what);
  const desk = await openDesk('log');
  for (const page of pages) {
    await goTo(desk, page);
    await takeDesk(desk, page);
  }
  await showLogMenus(stage, desk);
  await goTo(desk, 'log/1');
  await takeDesk(desk, 'record');
  await showRecordParts(stage, desk);
  await goTo(desk, 'packs');
  await createHands(desk).click(text('draftNew'));
  await desk.waitForFunction(() => /^#packs\/\d+$/.test(location.hash));
  await desk.waitForSelector('.pack-editor');
  await takeDesk(desk, 'pack-editor');
  await createHands(desk).click(text('draftAdd'));
  await desk.waitForSelector('.pack-editor textarea');
  await takeDesk(desk, 'pack-editor-phrase');
  await desk.close();
}

/** What opens over the log, records chosen in it, and a search that finds none. @param {Stage} stage @param {Page} desk */
async function showLogMenus({ goTo, takeDesk, text }, desk) {
  const menus = { 'log-columns': 'tableColumns', 'log-export': 'tableExport' };
  for (const [scene, name] of Object.entries(menus)) {
    await goTo(desk, 'log');
    await desk.locator(`::-p-xpath(//summary[contains(., "${text(name)}")])`).click();
    await desk.waitForSelector('.menu[open] .card');
    await desk.waitForFunction(() => document.querySelector('.menu textarea')?.value !== '');
    await takeDesk(desk, scene);
  }
  await goTo(desk, 'log');
  await desk.locator('#row-3 input').click();
  await desk.locator('#row-2 input').click();
  await desk.waitForSelector('.chosen-bar');
  await takeDesk(desk, 'log-chosen');
  await goTo(desk, 'log?q=zzzz');
  await desk.waitForSelector('.log-page .empty');
  await takeDesk(desk, 'log-nothing-found');
}

/** What is unfolded below a record, how it prints, and one that is not there. @param {Stage} stage @param {Page} desk */
async function showRecordParts({ goTo, takeDesk, takePaper, text }, desk) {
  await desk.$$eval('main details', (all) => all.forEach((one) => (one.open = true)));
  await createHands(desk).click(text('typicalShow'));
  await takeDesk(desk, 'record-unfolded');
  await takePaper(desk, 'record');
  await goTo(desk, 'log/99');
  await takeDesk(desk, 'record-none');
}

/** One more complaint in the log. @param {Page} panel @param {string} what */
async function writeDown(panel, what) {
  const hands = createHands(panel);
  await panel.bringToFront();
  await hands.press('l');
  await panel.waitForSelector('.complaint-form');
  await panel.locator('.complaint-form textarea').fill(what);
  await hands.press('Enter', 'Control');
  await panel.waitForFunction(
    (text) => document.querySelector('.complaints li')?.textContent.includes(text),
    {},
    what,
  );
  await hands.press('Escape');
  await panel.waitForSelector('.complaint-form', { hidden: true });
}
