// One complaint from the first angry word to the log, played through the real panel, with a picture of each step.
import { readFileSync } from 'node:fs';
import { createDesk, createHands } from './hands.mjs';
import { until } from '../support/until.mjs';

/**
 * What only this agent can know: the words that the phrases ask for.
 * @type {Record<'en' | 'zh', Record<string, string>>}
 */
const ownWords = {
  en: {
    agent: 'Sam',
    check: 'where the parcel is now',
    option: 'send a courier who brings it to your door',
    by: 'tomorrow before 10:00',
    reason: 'it is at the Millbrook depot and would miss the regular van',
    wants: 'the costume at her door before the play on Friday',
  },
  zh: {
    agent: '小林',
    check: '包裹现在的位置',
    option: '安排专人送到您家门口',
    by: '明天上午十点前',
    reason: '包裹就在河滨站点，等班车会来不及',
    wants: '周五寿宴前拿到唐装',
  },
};

/**
 * @typedef {{
 *   desk: ReturnType<typeof createDesk>, panel: import('./hands.mjs').Hands,
 *   own: Record<string, string>, text: (key: string) => string,
 * }} Scene
 * @typedef {{ picture: string, en: string, zh: string, act: (scene: Scene) => Promise<unknown> }} Step
 * In the panel nothing is done but by keys; in the page the agent reads and presses its own button to send.
 * @type {Step[]}
 */
const steps = [
  {
    picture: 'arrives',
    en: 'An angry customer writes. Alt+Shift+K opens the panel, and it reads along',
    zh: '客户怒气冲冲地找来。Alt+Shift+K 打开面板，它跟着读',
    act: ({ panel }) => panel.page.waitForSelector('.feeling'),
  },
  {
    picture: 'note',
    en: 'Key T: what they told is taken as a note',
    zh: '按 T：把客户讲的事实记成要点',
    act: async ({ panel }) => {
      await panel.page.bringToFront();
      await panel.page.waitForSelector('.proposed');
      await panel.press('t');
      await panel.page.waitForSelector('.notes li');
    },
  },
  {
    picture: 'listen',
    en: 'Key 1: a line that shows they were heard is in the reply box. The agent reads it and sends it',
    zh: '按 1：回应心情的话放进了回复框，看过之后由客服自己发送',
    act: (scene) => insert(scene, '1'),
  },
  {
    picture: 'apologise',
    en: 'Sent, and the first step ticks itself. Key 1: regret for what happened, once and concretely',
    zh: '发送后第一步自动勾选。再按 1：就事道歉，一次就好',
    act: async (scene) => {
      await send(scene);
      await stepIsDone(scene, 'listen');
      await insert(scene, '1');
    },
  },
  {
    picture: 'restate',
    en: 'Key T: their own facts said back, with a question at the end',
    zh: '按 T：用客户自己讲的事实复述一遍，末尾问是否准确',
    act: async (scene) => {
      await send(scene);
      await stepIsDone(scene, 'apologise');
      await scene.panel.page.waitForSelector('.help .offer');
      await insert(scene, 't');
    },
  },
  {
    picture: 'confirmed',
    en: 'Said back, and the customer confirms it: the step is done, with the words that did it',
    zh: '复述出去，客户确认了：这一步完成，并标出依据的原话',
    act: async (scene) => {
      await send(scene);
      await stepIsDone(scene, 'restate');
    },
  },
  {
    picture: 'probe',
    en: 'Key T: the first question that is still open',
    zh: '按 T：先问还没弄清的那一点',
    act: async (scene) => {
      await scene.panel.page.waitForSelector('.help .offer');
      await insert(scene, 't');
      await send(scene);
      await stepIsDone(scene, 'probe');
    },
  },
  {
    picture: 'hold-asked',
    en: 'Key H, a word on what for, Tab to the button, Enter: may they be asked to wait?',
    zh: '按 H，写上要查什么，Tab 到按钮，回车：先问客户愿不愿意等',
    act: async (scene) => {
      const { panel, own, text } = scene;
      await panel.page.bringToFront();
      await panel.press('h');
      await panel.page.waitForSelector('.hold-form input:focus');
      await panel.page.keyboard.type(own['check'] ?? '');
      await tabTo(panel, text('holdAsk'));
      await panel.press('Enter');
      await panel.sees(text('noticeInserted'));
    },
  },
  {
    picture: 'hold-running',
    en: 'They agree. Key Y: the panel keeps the time and says when to check in',
    zh: '客户同意了。按 Y：面板计时，并提醒何时回应一声',
    act: async (scene) => {
      await send(scene);
      await scene.panel.page.bringToFront();
      await scene.panel.press('y');
      await scene.panel.page.waitForSelector('.hold');
    },
  },
  {
    picture: 'hold-back',
    en: 'Key B: back, with thanks for the patience',
    zh: '按 B：回来了，感谢等候',
    act: async (scene) => {
      await scene.panel.press('b');
      await scene.panel.page.waitForSelector('.hold', { hidden: true });
      await send(scene);
    },
  },
  {
    picture: 'plan',
    en: 'Key T, then Tab from field to field: why, what can be done, by when; the text grows below',
    zh: '按 T，再用 Tab 逐项填写：为什么、能做什么、几点前；成文在下方',
    act: async ({ panel, own }) => {
      const { keyboard } = panel.page;
      await panel.page.bringToFront();
      await panel.press('t');
      await panel.page.waitForSelector('.plan input:focus');
      await panel.press('Tab');
      await keyboard.type(own['reason'] ?? '');
      await panel.press('Tab');
      await keyboard.type(own['option'] ?? '');
      await panel.press('Tab');
      await panel.press('Tab');
      await keyboard.type(own['by'] ?? '');
      await panel.page.waitForSelector('.plan .preview');
    },
  },
  {
    picture: 'propose',
    en: 'Enter: the proposal is in the reply box. Sent, and the customer agrees: all five steps are done',
    zh: '按回车：方案放进回复框。发出后客户同意，五步全部完成',
    act: async (scene) => {
      await insert(scene, 'Enter');
      await send(scene);
      await stepIsDone(scene, 'propose');
    },
  },
  {
    picture: 'promised',
    en: 'What was promised is proposed as a promise. Key P: noted, with its time',
    zh: '话里的承诺，面板提议记下来。按 P：连时间一起记好',
    act: async ({ panel, text }) => {
      await panel.page.bringToFront();
      await panel.sees(text('promiseProposed'));
      await panel.press('p');
      await panel.sees(text('noticePromiseMade'));
    },
  },
  {
    picture: 'close',
    en: 'Key 1: anything else?',
    zh: '按 1：问问还有没有别的需要',
    act: async (scene) => {
      await insert(scene, '1');
      await send(scene);
    },
  },
  {
    picture: 'complaint',
    en: 'Key L: the complaint is drafted from the conversation; Tab to what they want',
    zh: '按 L：投诉已由会话草拟，Tab 到诉求一栏补上',
    act: async ({ panel, own, text }) => {
      await panel.page.bringToFront();
      await panel.press('l');
      await panel.page.waitForSelector('.complaint-form');
      await tabTo(panel, text('wants'));
      await panel.page.keyboard.type(own['wants'] ?? '');
    },
  },
  {
    picture: 'logged',
    en: 'Ctrl+Enter: it is in the log; Z takes it back',
    zh: '按 Ctrl+回车：已存入登记，按 Z 可撤销',
    act: async ({ panel, text }) => {
      await panel.press('Enter', 'Control');
      await panel.page.waitForSelector('.complaints li');
      await panel.sees(text('noticeSaved').replace('$1', '1'));
      await panel.page.$eval('.complaints li', (row) => row.scrollIntoView({ block: 'center' }));
    },
  },
  {
    picture: 'next',
    en: 'Escape, and the next conversation, an enquiry, starts with a clean rail',
    zh: '按 Esc，下一个会话只是咨询，从头开始',
    act: async ({ desk, panel }) => {
      await panel.press('Escape');
      await panel.press('Escape');
      await desk.show('c-2074');
      await panel.page.waitForFunction(() => !document.querySelector('.rail .done'));
    },
  },
];

/**
 * Presses Tab until what is called so has the focus, as an agent does who looks where it is.
 * @param {import('./hands.mjs').Hands} panel @param {string} name of a button, or the label of a field
 */
async function tabTo(panel, name) {
  const isThere = () =>
    panel.page.evaluate((wanted) => {
      const at = document.activeElement;
      const label =
        at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement ? at.labels?.[0] : at;
      return label?.textContent.trim().startsWith(wanted) ?? false;
    }, name);
  for (let pressed = 0; !(await isThere()); pressed++) {
    if (pressed > 60) throw new Error(`No Tab leads to “${name}”.`);
    await panel.press('Tab');
  }
}

/** Puts into the reply box what a key stands for. @param {Scene} scene @param {'1' | 't' | 'Enter'} key */
async function insert({ desk, panel, text }, key) {
  await panel.page.bringToFront();
  await panel.press(key);
  await panel.sees(text('noticeInserted'));
  await desk.page.waitForFunction(() => !document.querySelector('#send')?.hasAttribute('disabled'));
}

/** The agent sends what stands in the reply box; the customer answers. @param {Scene} scene */
async function send({ desk, panel }) {
  await desk.page.waitForSelector('#send:not([disabled])');
  const said = await desk.page.$$eval('#log .customer', (rows) => rows.length);
  await desk.send();
  await desk.page.waitForFunction(
    (before) =>
      document.querySelectorAll('#log .customer').length > before &&
      document.querySelector('#typing')?.hasAttribute('hidden'),
    {},
    said,
  );
  // They may say two things one after the other.
  await until('the answer in the panel', async () => {
    const answer = await desk.page.$$eval(
      '#log .customer .text',
      (rows) => rows.at(-1)?.textContent || '',
    );
    return panel.page.$eval('.last', (row, last) => row.textContent.includes(last), answer);
  });
}

/** @param {Scene} scene @param {string} step */
function stepIsDone({ panel, text }, step) {
  return panel.page.waitForSelector(`.rail li.done [aria-label^="${text(`step_${step}`)}"]`);
}

/**
 * Plays all steps, and says whether the complaint is in the log at the end.
 * @param {{
 *   page: import('puppeteer-core').Page, panel: import('puppeteer-core').Page, lang: 'en' | 'zh',
 *   album: ReturnType<typeof import('./album.mjs').createAlbum>,
 * }} stage
 */
export async function play({ page, panel, lang, album }) {
  const script = readJson(`./conversation.${lang}.json`);
  const messages = readJson(
    `../../public/_locales/${lang === 'zh' ? 'zh_CN' : 'en'}/messages.json`,
  );
  const text = (/** @type {string} */ key) => messages[key].message;
  const own = ownWords[lang];
  await speak(panel, lang, own['agent'] ?? '');
  const scene = { desk: createDesk(page, script), panel: createHands(panel), own, text };
  for (const step of steps) {
    const caption = step[lang];
    await step.act(scene).catch(async (error) => {
      await album.take(`stopped-${step.picture}`, `✗ ${caption}`, { page, panel });
      throw new Error(`The play stopped at “${caption}”.`, { cause: error });
    });
    console.log(`  ${caption}`);
    await album.take(step.picture, caption, { page, panel });
  }
  return hasLoggedComplaint(panel);
}

/** The settings of this agent, saved where the Desk saves them. @param {import('puppeteer-core').Page} panel @param {string} lang @param {string} agentName */
async function speak(panel, lang, agentName) {
  const language = lang === 'zh' ? 'zh-CN' : 'en';
  await panel.evaluate((settings) => chrome.storage.local.set(settings), { language, agentName });
  await panel.waitForFunction((tag) => document.documentElement.lang === tag, {}, language);
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** Looks into the extension's own database, not at what the panel says of it. @param {import('puppeteer-core').Page} panel */
function hasLoggedComplaint(panel) {
  return panel.evaluate(async () => {
    const done = (/** @type {IDBRequest} */ request) =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      const count = database.objectStoreNames.contains('complaints')
        ? await done(database.transaction('complaints').objectStore('complaints').count())
        : 0;
      database.close();
      if (count > 0) return true;
    }
    return false;
  });
}
