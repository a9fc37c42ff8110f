import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadEngine } from './engine.mjs';
const root = path.join(import.meta.dirname, '..', '..');
const E = await loadEngine(path.join(import.meta.dirname, 'replay-engine.ts'));
const packOf = (n) => JSON.parse(readFileSync(path.join(root, 'public/packs', n + '.json'), 'utf8'));
const packs = { en: packOf('en'), zh: packOf('zh-cn') };
const ear = E.createEar(E.cuesOf(Object.values(packs)));
const check = E.createDraftCheck(Object.values(packs));
for (const f of process.argv.slice(2)) {
  console.log('\n=====', f);
  const fold = E.createGuideFold(), mem = E.createLineMemory();
  const events = [], said = [], lines = []; let guide = fold([]), n = 0;
  for (const row of readFileSync(f, 'utf8').split('\n')) {
    const m = /^(Customer|Agent drafts|Agent|客户|客服草拟|客服)[:：]\s*(.*)$/.exec(row.trim());
    if (!m) continue;
    const side = /^(Customer|客户)/.test(m[1]) ? 'customer' : 'agent', text = m[2];
    const lang = /[一-龥]/.test(text) ? 'zh' : 'en';
    const found = ear({ side, text }, said.slice(-4));
    console.log(side[0].toUpperCase() + ': ' + text);
    if (side === 'agent') { const flags = [...check(text), ...E.guardDraft(text, { found, guide, again: mem(lines.slice(-60)) })]; if (flags.length) console.log('     HINT ' + flags.map((x) => x.rule + '“' + x.words + '”→' + (x.rewrites[0]?.text ?? '')).join(' | ')); }
    console.log('     ' + found.map((x) => x.means + (x.category ? ':' + x.category : '') + '“' + x.words + '”').join(' | '));
    if (/drafts|草拟/.test(m[1])) continue;
    events.push({ kind: 'said', at: ++n, messageKey: String(n), side, found }); guide = fold(events.slice());
    said.push({ side, text }); if (side === 'agent') lines.push(text);
    const sug = E.suggestPhrases(packs[lang].phrases, { place: E.nextPlace(guide, guide.current ?? 'close', new Set()), emotion: guide.emotion?.is, category: guide.category, used: guide.used, slots: { customer: 'X', agent: 'Y' }, said: E.contentOf(side === 'customer' ? text : ''), isSaid: () => false });
    console.log(`     → ${guide.path}/${guide.current} [${guide.emotion?.is ?? ''} ${guide.category ?? ''}]${guide.news ? ' NEWS ' + guide.news.is : ''}${guide.refused ? ' REFUSED' : ''}${guide.earlier.length ? ' ROUND' + guide.earlier.length : ''}  1) ${sug[0]?.phrase.id}: ${sug[0]?.text}`);
  }
}
