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
    fact: 'the parcel was promised for Monday, Tuesday and this morning, and nobody came',
    check: 'where the parcel is now',
    option: 'a courier who brings it to your door tomorrow before 10:00',
    reason: 'it is at the Millbrook depot and would miss the regular van',
    wants: 'the costume at her door before the play on Friday',
  },
  zh: {
    agent: '小林',
    fact: '包裹说好周一、周二和今天上午送，三次都没有送到',
    check: '包裹现在的位置',
    option: '安排专人明天上午十点前送到您家门口',
    reason: '包裹就在河滨站点，等班车会来不及',
    wants: '周五演出前拿到演出服',
  },
};

/**
 * @typedef {{
 *   desk: ReturnType<typeof createDesk>, panel: import('./hands.mjs').Hands,
 *   own: Record<string, string>, text: (key: string) => string,
 * }} Scene
 * @typedef {{ picture: string, en: string, zh: string, act: (scene: Scene) => Promise<unknown> }} Step
 * @type {Step[]}
 */
const steps = [
  {
    picture: 'arrives',
    en: 'An angry customer writes. One click on the icon, and the panel reads along',
    zh: '客户怒气冲冲地找来。点一下图标，面板就跟着读',
    act: ({ panel }) => panel.page.waitForSelector('.feeling'),
  },
  {
    picture: 'listen',
    en: 'Listen: key 1 puts a line into the reply box; the agent reads it and sends it',
    zh: '倾听：按 1 把话放进回复框，看过之后由客服自己发送',
    act: (scene) => insert(scene),
  },
  {
    picture: 'apologise',
    en: 'Sent, and the first step ticks itself. Apologise: for what happened, once and concretely',
    zh: '发送后第一步自动勾选。致歉：就事道歉，一次就好',
    act: async (scene) => {
      await send(scene);
      await stepIsDone(scene, 'listen');
      await insert(scene);
    },
  },
  {
    picture: 'restate',
    en: 'Restate: the phrase asks for the customer’s own fact before it goes in',
    zh: '复述：话术先问客户说的事实，补全了才放进去',
    act: async (scene) => {
      await send(scene);
      await stepIsDone(scene, 'apologise');
      await scene.panel.press('1');
      await scene.panel.page.waitForSelector('.phrase.asking input');
      await scene.panel.page.locator('.phrase.asking input').fill(scene.own['fact'] ?? '');
    },
  },
  {
    picture: 'confirmed',
    en: 'Said back, and the customer confirms it',
    zh: '复述出去，客户确认了',
    act: async (scene) => {
      await scene.panel.press('Enter');
      await scene.panel.sees(scene.text('noticeInserted'));
      await send(scene);
      await stepIsDone(scene, 'restate');
    },
  },
  {
    picture: 'probe',
    en: 'Probe: an open question for what is still missing',
    zh: '探询：用开放的问题了解还缺什么',
    act: async (scene) => {
      await insert(scene);
      await send(scene);
      await stepIsDone(scene, 'probe');
    },
  },
  {
    picture: 'hold-asked',
    en: 'Hold: ask first, say what for and how long',
    zh: '请稍候：先征得同意，说明原因和时长',
    act: async (scene) => {
      await scene.panel.press('h');
      await scene.panel.fill(scene.text('holdReason'), scene.own['check'] ?? '');
      await scene.panel.click(scene.text('holdAsk'));
      await scene.panel.sees(scene.text('noticeInserted'));
    },
  },
  {
    picture: 'hold-running',
    en: 'The customer agreed. The panel keeps the time and says when to check in',
    zh: '客户同意了。面板计时，并提醒何时回应一声',
    act: async (scene) => {
      await send(scene);
      await scene.panel.page.bringToFront();
      await scene.panel.press('Enter');
      await scene.panel.page.waitForSelector('.hold');
    },
  },
  {
    picture: 'hold-back',
    en: 'Back, with thanks for the patience',
    zh: '回来，并感谢等候',
    act: async (scene) => {
      await scene.panel.click(scene.text('back'));
      await scene.panel.page.waitForSelector('.hold', { hidden: true });
      await send(scene);
    },
  },
  {
    picture: 'propose',
    en: 'Propose: what can be done, why, and by when',
    zh: '提议：能做什么、为什么、几点前',
    act: async (scene) => {
      await write(scene, proposal(scene));
      // Where the time was not heard in the agent's own words, the panel asks for it: a line that says it.
      if (!(await agreedWithTime(scene))) {
        await insert(scene);
        await send(scene);
      }
      await stepIsDone(scene, 'propose');
    },
  },
  {
    picture: 'close',
    en: 'All five steps are done: anything else?',
    zh: '五步走完，问问还有没有别的需要',
    act: async (scene) => {
      await insert(scene);
      await send(scene);
    },
  },
  {
    picture: 'complaint',
    en: 'Key L: the complaint is drafted from the conversation; the agent adds what the customer wants',
    zh: '按 L：投诉已由会话草拟，客服补上客户的诉求',
    act: async ({ panel, own, text }) => {
      await panel.page.bringToFront();
      await panel.press('l');
      await panel.fill(text('wants'), own['wants'] ?? '');
    },
  },
  {
    picture: 'logged',
    en: 'One key saves it to the log; undo stays at hand',
    zh: '一个键存入登记，随时可以撤销',
    act: async ({ panel, text }) => {
      await panel.press('Enter', 'Control');
      await panel.page.waitForSelector('.complaints li');
      await panel.sees(text('noticeSaved').replace('$1', '1'));
      await panel.page.locator('.complaints li').hover();
    },
  },
  {
    picture: 'next',
    en: 'The next conversation, an enquiry, starts with a clean rail',
    zh: '下一个会话只是咨询，从头开始',
    act: async ({ desk, panel }) => {
      await panel.press('Escape');
      await panel.press('Escape');
      await desk.show('c-2074');
      await panel.page.waitForFunction(() => !document.querySelector('.rail .done'));
    },
  },
];

/** Puts the first suggested phrase into the reply box. @param {Scene} scene */
async function insert({ desk, panel, text }) {
  await panel.page.bringToFront();
  await panel.press('1');
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

/** The agent writes a line of their own. @param {Scene} scene @param {string} line */
async function write(scene, line) {
  await scene.desk.page.locator('#reply').fill(line);
  await send(scene);
}

/** @param {Scene} scene */
function proposal({ own, text }) {
  return text('language_en') === 'EN'
    ? `I suggest ${own['option']}, because ${own['reason']}. I will call you as soon as it is on its way. Does that suit you?`
    : `我建议${own['option']}，因为${own['reason']}，一出发我就给您打电话。您看这样可以吗？`;
}

/** Whether all of the proposal was heard, once the customer has agreed. @param {Scene} scene */
async function agreedWithTime({ panel, text }) {
  const done = `.rail li.done [aria-label^="${text('step_propose')}"]`;
  await panel.page.waitForFunction(
    (selector, agreed) =>
      document.querySelector(selector) ||
      [...document.querySelectorAll('.sub-step[aria-checked="true"]')].some((one) =>
        one.textContent.includes(agreed),
      ),
    {},
    done,
    text('sub_propose_agreed'),
  );
  return (await panel.page.$(done)) !== null;
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
