// The Desk where an organisation's policy has set packs, sites, the ticket system and settings, and locked them.

/** @typedef {import('./stage.mjs').Stage} Stage */

const phrases = {
  en: 'North is listening, {customer}. Please tell me all of it.',
  zh: '{customer}，我在听，请从头讲给我听。',
};

/** What the policy says. @param {'en' | 'zh'} lang */
export function policyOf(lang) {
  const pack = {
    format: 1,
    id: 'team.north',
    title: lang === 'zh' ? '华北组' : 'North',
    version: '1.0.0',
    language: lang === 'zh' ? 'zh-CN' : 'en',
    phrases: [{ id: 'north.hear', text: phrases[lang], places: ['greet', 'listen.acknowledge'] }],
  };
  return {
    packs: [{ text: JSON.stringify(pack), locked: true }],
    sites: [{ origin: 'https://help.example', replyBox: '#answer', locked: true }],
    tickets: { system: 'zendesk', address: 'https://north.zendesk.com', locked: true },
    settings: { pulseSeconds: 45, teamName: pack.title, maskAlways: true },
    locked: ['pulseSeconds', 'teamName', 'maskAlways'],
  };
}

const shown = {
  packs: '.pack input:disabled',
  sites: '.sites li',
  tickets: '.locked input:disabled',
  settings: '.locked',
};

/** @param {Stage} stage of a browser that has the policy */
export async function showLocked({ openDesk, goTo, takeDesk }) {
  const desk = await openDesk('packs');
  for (const [page, selector] of Object.entries(shown)) {
    await goTo(desk, page);
    await desk.waitForSelector(selector);
    await takeDesk(desk, `${page}-locked`);
  }
  await desk.close();
}
