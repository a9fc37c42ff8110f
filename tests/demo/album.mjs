// Pictures of the page and the panel side by side, with captions, as a small web page to look through.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findBrowser } from '../support/browsers.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @param {string} folder emptied first
 */
export function createAlbum(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {{ name: string, caption: string, page: string, panel: string }[]} */
  const pictures = [];
  return {
    /** @param {string} name @param {string} caption @param {{ page: Page, panel: Page }} shown */
    async take(name, caption, { page, panel }) {
      pictures.push({
        name: `${String(pictures.length + 1).padStart(2, '0')}-${name}.png`,
        caption,
        page: await page.screenshot({ encoding: 'base64' }),
        panel: await panel.screenshot({ encoding: 'base64' }),
      });
    },
    /** Writes all that was taken. @param {string} title */
    async save(title) {
      await writePictures(folder, pictures);
      writeFileSync(join(folder, 'captions.md'), captionsOf(title, pictures));
      writeFileSync(join(folder, 'index.html'), pageOf(title, pictures));
      return pictures.length;
    },
  };
}

// A second browser draws them together: a tab more in the first would change what it shows.
/** @param {string} folder @param {{ name: string, page: string, panel: string }[]} pictures */
async function writePictures(folder, pictures) {
  const browser = await launch({
    executablePath: findBrowser('chromium') ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const [sheet] = await browser.pages();
  if (!sheet) throw new Error('The browser has opened without a page.');
  for (const { name, page, panel } of pictures) {
    await sheet.setContent(pairOf(page, panel), { waitUntil: 'load' });
    const pair = await sheet.$('main');
    await pair?.screenshot({ path: join(folder, name) });
    writeFileSync(join(folder, name.replace('.png', '-panel.png')), panel, 'base64');
  }
  await browser.close();
}

/** @param {string} page @param {string} panel both base64 */
function pairOf(page, panel) {
  const image = (/** @type {string} */ data) => `<img src="data:image/png;base64,${data}">`;
  return `<!doctype html><style>
body { margin: 0 }
main { align-items: end; background: #8b949d; display: flex; gap: 6px; width: max-content }
img { display: block }
</style><main>${image(page)}${image(panel)}</main>`;
}

/** @typedef {{ caption: string, name: string }} Entry */

/** @param {string} title @param {Entry[]} entries */
function captionsOf(title, entries) {
  return `# ${title}\n\n${entries.map(({ caption, name }, index) => `${index + 1}. [${caption}](${name})`).join('\n')}\n`;
}

/** @param {string} title @param {Entry[]} entries */
function pageOf(title, entries) {
  const figures = entries.map(
    ({ caption, name }, index) =>
      `<figure><figcaption>${index + 1}. ${escapeHtml(caption)}</figcaption><img src="${name}" alt=""></figure>`,
  );
  return `<!doctype html>
<meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 24px auto; max-width: 1270px; padding: 0 12px }
figure { margin: 0 0 40px }
img { border: 1px solid #c8ced5; max-width: 100% }
figcaption { font-weight: 600; margin-bottom: 6px }
</style>
<h1>${escapeHtml(title)}</h1>
${figures.join('\n')}
`;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
