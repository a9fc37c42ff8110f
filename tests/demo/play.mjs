// One complaint from the first angry word to the log, played through the real panel, with a picture of each step.
import { readFileSync } from 'node:fs';
import { createDesk, createHands } from './hands.mjs';

/**
 * What the agent says in the play.
 * @type {Record<'en' | 'zh', Record<string, string>>}
 */
const lines = {
  en: {
    greeting: 'Good afternoon, Mara. My name is Sam, and I am here to help.',
    apology:
      'You waited at home three times, and each time for nothing. I am very sorry about that.',
    restate:
      'So the parcel was promised for Monday, Tuesday and this morning, nobody came, and you need it before Friday. Have I got that right?',
    question: 'What did the last message from us say?',
    hold: 'I would like to ask the depot where your parcel is. May I ask you to wait for two minutes?',
    back: 'Thank you for waiting, Mara.',
    proposal:
      'Your parcel is at the Millbrook depot. A courier will bring it to your door tomorrow before 10:00, and I will call you as soon as it is on its way. Does that suit you?',
    closing: 'Is there anything else that I can do for you?',
  },
  zh: {
    greeting: '周女士，您好，我是小林，这件事由我来帮您处理。',
    apology: '您三次请假在家都白等了，真的非常抱歉。',
    restate:
      '我跟您确认一下：包裹说好周一、周二和今天上午送，结果都没来，您周五之前一定要用，对吗？',
    question: '最后一条短信上写的是什么？',
    hold: '我想跟河滨站点核实一下包裹在哪里，请您等两分钟，可以吗？',
    back: '周女士，让您久等了。',
    proposal:
      '包裹现在就在河滨站点，我安排专人明天上午十点前送到您家门口，一出发我就给您打电话，您看行吗？',
    closing: '请问还有什么可以帮您的吗？',
  },
};

/**
 * One step: what is done in the helpdesk and in the panel, and what its picture shows.
 * @typedef {{
 *   desk: ReturnType<typeof createDesk>, panel: import('./hands.mjs').Hands,
 *   say: Record<string, string>, complaint: import('./customer.js').Script,
 * }} Scene
 * @typedef {{ picture: string, en: string, zh: string, act: (scene: Scene) => Promise<unknown> }} Step
 * @type {Step[]}
 */
const steps = [
  {
    picture: 'arrives',
    en: 'An angry customer writes',
    zh: '客户怒气冲冲地找来',
    act: ({ desk, complaint }) => desk.customerSays(complaint.opening),
  },
  {
    picture: 'greet',
    en: 'A greeting with a name and an offer of help',
    zh: '问好，报上姓名，表示愿意帮忙',
    act: answered('greeting', 'angry', 'greeting'),
  },
  {
    picture: 'apologise',
    en: 'Regret for what happened to this customer',
    zh: '为客户的遭遇致歉',
    act: answered('apology', 'angry', 'apology'),
  },
  {
    picture: 'restate',
    en: 'The problem said back, and confirmed',
    zh: '复述问题，客户确认',
    act: answered('restate', 'heard', 'restate'),
  },
  {
    picture: 'probe',
    en: 'An open question for the missing fact',
    zh: '用开放式问题了解缺少的信息',
    act: answered('question', 'understood', 'openQuestion'),
  },
  {
    picture: 'hold',
    en: 'A hold with the customer’s consent',
    zh: '征得同意后请客户稍等',
    act: answered('hold', 'understood', 'hold'),
  },
  {
    picture: 'back',
    en: 'Back from the hold, with thanks',
    zh: '回来，并感谢等待',
    act: answered('back', 'understood', 'back'),
  },
  {
    picture: 'propose',
    en: 'A proposal with a time, accepted',
    zh: '给出有时间的方案，客户接受',
    act: answered('proposal', 'understood', 'proposal'),
  },
  {
    picture: 'close',
    en: 'Anything else? No, thank you',
    zh: '还有别的吗？没有了，谢谢',
    act: answered('closing', 'agreed', 'closing'),
  },
  {
    picture: 'enquiry',
    en: 'The next conversation is an enquiry',
    zh: '下一个会话只是咨询',
    act: ({ desk }) => desk.show('c-2074'),
  },
];

/**
 * The agent says a line; the customer answers it as the script has it.
 * @param {string} line @param {string} stage @param {string} kind
 * @returns {Step['act']}
 */
function answered(line, stage, kind) {
  return async ({ desk, say, complaint }) => {
    await desk.reply(say[line] ?? '');
    await desk.customerSays(reactionIn(complaint, stage, kind));
  };
}

/** @param {import('./customer.js').Script} script @param {string} stage @param {string} kind @returns {string[]} */
function reactionIn(script, stage, kind) {
  const { reactions = {}, like } = script.stages[stage] ?? {};
  const reaction = reactions[kind];
  if (reaction) return reaction.say;
  if (!like) throw new Error(`The customer has no line for ${kind} in ${stage}.`);
  return reactionIn(script, like, kind);
}

/**
 * Plays all steps, and says whether the complaint is in the log at the end.
 * @param {{
 *   page: import('puppeteer-core').Page, panel: import('puppeteer-core').Page, lang: 'en' | 'zh',
 *   album: ReturnType<typeof import('./album.mjs').createAlbum>,
 * }} stage
 */
export async function play({ page, panel, lang, album }) {
  const file = new URL(`conversation.${lang}.json`, import.meta.url);
  const script = JSON.parse(readFileSync(file, 'utf8'));
  const [complaint] = script.conversations;
  const scene = {
    desk: createDesk(page, script),
    panel: createHands(panel),
    say: lines[lang],
    complaint,
  };
  for (const step of steps) {
    const caption = step[lang];
    await step.act(scene).catch((error) => {
      throw new Error(`The play stopped at “${caption}”.`, { cause: error });
    });
    console.log(`  ${caption}`);
    await album.take(step.picture, caption, { page, panel });
  }
  return hasLoggedComplaint(panel);
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
