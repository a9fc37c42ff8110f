// Takes a page as it stands in every size, light and text size, and makes a web page of all that was taken.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ width: number, light: 'light' | 'dark' | 'forced', zoom: number }} View
 * @typedef {{ place: 'panel' | 'desk' | 'paper', lang: 'en' | 'zh', scene: string }} Subject
 */

/** @param {number[]} widths @param {number} large the width that is also seen with large text and forced colours */
function viewsOf(widths, large) {
  const lights = /** @type {const} */ (['light', 'dark']);
  return [
    ...widths.flatMap((width) => lights.map((light) => ({ width, light, zoom: 1 }))),
    { width: large, light: /** @type {const} */ ('forced'), zoom: 1 },
    { width: large, light: /** @type {const} */ ('light'), zoom: 2 },
  ];
}

/** @type {Record<Subject['place'], View[]>} */
const views = {
  panel: viewsOf([240, 360, 480], 360),
  desk: viewsOf([1024, 1440], 1024),
  paper: [{ width: 720, light: 'light', zoom: 1 }],
};
const heights = { panel: 800, desk: 900, paper: 1020 };

/** @param {string} folder emptied first */
export function createCamera(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {(Subject & { files: { file: string, view: View }[] })[]} */
  const taken = [];
  return {
    /** @param {Page} page @param {Subject} subject */
    async take(page, subject) {
      await page.bringToFront();
      const files = [];
      for (const view of views[subject.place]) {
        const { width, light, zoom } = view;
        const size = zoom === 1 ? '' : `-${zoom}00`;
        const file = `${subject.place}-${subject.scene}-${subject.lang}-${width}-${light}${size}.png`;
        await setView(page, view, heights[subject.place]);
        if (subject.place === 'paper') await page.emulateMediaType('print');
        await page.screenshot({ path: path.join(folder, file), fullPage: true });
        files.push({ file, view });
      }
      await page.emulateMediaType();
      await setView(page, { width: 360, light: 'light', zoom: 1 }, heights[subject.place]);
      taken.push({ ...subject, files });
    },
    /** Writes the page that shows all; tells how many pictures there are. */
    save() {
      writeFileSync(path.join(folder, 'index.html'), galleryOf(taken));
      return taken.flatMap(({ files }) => files).length;
    },
  };
}

/** @param {Page} page @param {View} view @param {number} height */
async function setView(page, { width, light, zoom }, height) {
  // As a browser's own zoom: each of its pixels is larger, and what is laid out has that much less room.
  await page.setViewport({
    width: width / zoom,
    height: Math.round(height / zoom),
    deviceScaleFactor: zoom,
  });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: light === 'dark' ? 'dark' : 'light' },
    { name: 'forced-colors', value: light === 'forced' ? 'active' : 'none' },
  ]);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

/** @param {(Subject & { files: { file: string, view: View }[] })[]} taken */
function galleryOf(taken) {
  const title = (/** @type {Subject} */ { place, scene, lang }) => `${place} · ${scene} · ${lang}`;
  const sections = taken.map(
    (one) => `<section id="${one.place}-${one.scene}-${one.lang}">
<h2>${title(one)}</h2>
<div>${one.files
      .map(
        ({ file, view: { width, light, zoom } }) =>
          `<figure><figcaption>${width} ${light}${zoom === 1 ? '' : ` ${zoom * 100} %`}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt=""></a></figure>`,
      )
      .join('')}</div>
</section>`,
  );
  const list = taken.map(
    (one) => `<li><a href="#${one.place}-${one.scene}-${one.lang}">${title(one)}</a></li>`,
  );
  return `<!doctype html>
<meta charset="utf-8"><title>Screens</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 24px }
ul { columns: 4 }
section > div { align-items: start; display: flex; gap: 16px; overflow-x: auto }
figure { flex: none; margin: 0 }
img { border: 1px solid #c8ced5; max-height: 900px; max-width: 720px }
</style>
<h1>Screens</h1>
<ul>${list.join('')}</ul>
${sections.join('\n')}
`;
}
