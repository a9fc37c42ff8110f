// `npm run screens [-- en zh]`: every screen of the panel and the Desk in each size, light, language and state, as a page.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium } from '../chromium.mjs';
import { createCamera } from './camera.mjs';
import { showDesk } from './desk-scenes.mjs';
import { showOtherPages, showPanel } from './panel-scenes.mjs';

const root = path.join(import.meta.dirname, '..', '..', '..');
const output = path.join(root, '.output', 'screens');
const asked = process.argv.slice(2);
const languages = /** @type {const} */ (['en', 'zh']).filter(
  (lang) => asked.length === 0 || asked.includes(lang),
);

execFileSync(path.join(root, 'node_modules', '.bin', 'wxt'), ['build', '-b', 'chrome'], {
  cwd: root,
  stdio: 'ignore',
});
const camera = createCamera(output);
for (const lang of languages) {
  const demo = await serveDemo();
  const extension = path.join(root, '.output', 'chrome-mv3');
  const chromium = await launchChromium({ extension, lang: lang === 'zh' ? 'zh-CN' : 'en' });
  try {
    const stage = { chromium, url: `${demo.url}?lang=${lang}&speed=fast`, lang, camera };
    const panel = await showPanel(stage);
    await showDesk(stage, panel);
    await showOtherPages(stage);
  } finally {
    await chromium.close();
    await demo.close();
  }
}
const count = camera.save();
console.log(`${count} pictures: ${pathToFileURL(path.join(output, 'index.html')).href}`);
