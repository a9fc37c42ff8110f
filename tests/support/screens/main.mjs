// `npm run screens [-- en zh]`: every screen of the panel and the Desk in each size, light, language and state, as a page.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium } from '../chromium.mjs';
import { copyBuild } from '../copy-build.mjs';
import { createChromiumPolicy, createIdentity } from '../policy-file.mjs';
import { createCamera } from './camera.mjs';
import { showDesk, showEmptyDesk } from './desk-scenes.mjs';
import { policyOf, showLocked } from './locked-scenes.mjs';
import { showNoStorage, showOtherPages, showTeaching } from './panel-limits.mjs';
import { showPanel } from './panel-scenes.mjs';
import { showTimes } from './panel-times.mjs';
import { createStage } from './stage.mjs';
import { showTeam } from './team-scenes.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

const root = path.join(import.meta.dirname, '..', '..', '..');
const output = path.join(root, '.output', 'screens');
const build = path.join(root, '.output', 'chrome-mv3');
const asked = process.argv.slice(2);
const languages = /** @type {const} */ (['en', 'zh']).filter(
  (lang) => asked.length === 0 || asked.includes(lang),
);

execFileSync(path.join(root, 'node_modules', '.bin', 'wxt'), ['build', '-b', 'chrome'], {
  cwd: root,
  stdio: 'ignore',
});
const camera = createCamera(output);
const copies = path.join(root, '.output', 'screens-builds');
const [teamBuild, lockedBuild] = [path.join(copies, 'team'), path.join(copies, 'locked')];
const identity = createIdentity();
copyBuild(build, teamBuild);
copyBuild(build, lockedBuild, { key: identity.key });
// A policy lies where only root may write.
const policy = process.getuid?.() === 0 ? createChromiumPolicy(identity.id) : undefined;
if (!policy) console.log('What a policy locks is left out: that takes root.');
try {
  for (const lang of languages) {
    await withStage(lang, build, async (stage) => {
      await showEmptyDesk(stage);
      const panel = await showPanel(stage);
      await showDesk(stage, panel);
      await showTimes(stage, panel);
      await showTeaching(stage);
      await showOtherPages(stage);
      await showNoStorage(stage, panel);
    });
    await withStage(lang, teamBuild, showTeam);
    policy?.set(policyOf(lang));
    if (policy) await withStage(lang, lockedBuild, showLocked);
  }
} finally {
  policy?.remove();
  rmSync(copies, { recursive: true });
}
const count = camera.save();
console.log(`${count} pictures: ${pathToFileURL(path.join(output, 'index.html')).href}`);

/** @param {'en' | 'zh'} lang @param {string} extension @param {(stage: Stage) => Promise<void>} show */
async function withStage(lang, extension, show) {
  const demo = await serveDemo();
  const chromium = await launchChromium({ extension, lang: lang === 'zh' ? 'zh-CN' : 'en' });
  try {
    await speak(chromium, lang);
    const url = `${demo.url}?lang=${lang}&speed=fast`;
    await show(createStage({ chromium, url, lang, camera }));
  } finally {
    await chromium.close();
    await demo.close();
  }
}

/** The language of the interface, whichever the browser has. @param {import('./stage.mjs').Chromium} chromium @param {'en' | 'zh'} lang */
async function speak({ browser, address }, lang) {
  const desk = await browser.newPage();
  await desk.goto(`${address}options.html#settings`);
  const language = lang === 'zh' ? 'zh-CN' : 'en';
  await desk.evaluate((tag) => chrome.storage.local.set({ language: tag }), language);
  await desk.waitForFunction((tag) => document.documentElement.lang === tag, {}, language);
  await desk.close();
}
