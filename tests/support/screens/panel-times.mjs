// The panel as time goes by: before a hold is asked for, running out, over; a promise due, late, in the list of all.
import { createHands } from '../../demo/hands.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

const minute = 60_000;
const words = {
  en: { check: 'the stock of the shop', promise: 'A call with the answer' },
  zh: { check: '门店库存', promise: '电话告知结果' },
};

/** @param {Stage} stage @param {import('puppeteer-core').Page} panel */
export async function showTimes({ lang, text, takePanel, open, close }, panel) {
  const hands = createHands(panel);
  // Whatever took hold of the clock before keeps the real one, so the panel begins anew with one that can be set.
  await panel.evaluateOnNewDocument(() => {
    const real = Date.now;
    Date.now = () => real() + Number(sessionStorage.getItem('ahead'));
  });
  const wait = (/** @type {number} */ ms) =>
    panel.evaluate((by) => {
      sessionStorage.setItem('ahead', String(Number(sessionStorage.getItem('ahead')) + by));
    }, ms);
  /** What comes only every minute, as a panel has it that is opened then. */
  const openAgain = async () => {
    await panel.reload();
    await panel.waitForSelector('.phrase');
  };
  await panel.reload();
  await panel.waitForSelector('.phrase');

  await open(panel, 'h', '.hold-form input:focus');
  await panel.keyboard.type(words[lang].check);
  await takePanel(panel, 'hold-form');
  await hands.click(text('holdStart'));
  await panel.waitForSelector('.hold');
  await wait(minute / 2 + 1_000);
  await panel.waitForSelector('.hold .due');
  await takePanel(panel, 'hold-check-in');
  await wait(4 * minute);
  await panel.waitForSelector('.hold small.due');
  await takePanel(panel, 'hold-over');
  await panel.bringToFront();
  await hands.press('b');
  await panel.waitForSelector('.hold', { hidden: true });

  await open(panel, 'p', `form[aria-label="${text('promiseTitle')}"]`);
  await takePanel(panel, 'promise-form');
  await hands.fill(text('promiseWords'), words[lang].promise);
  await hands.click(text('promiseSave'));
  await hands.sees(words[lang].promise, 'section.card');
  await wait(57 * minute);
  await openAgain();
  await panel.waitForSelector('section.card .due');
  await takePanel(panel, 'promise-due');
  await wait(30 * minute);
  await openAgain();
  await hands.sees(text('dueLate').replace('$1', ''), 'section.card');
  await takePanel(panel, 'promise-late');
  await open(panel, 'd', '.due-list li');
  await takePanel(panel, 'due');
  await close(panel, '.due-list');
}
