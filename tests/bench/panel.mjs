// The panel's first render against a blank page of the same extension: CPU of the whole browser, and of the page's
// main thread alone.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../support/chromium.mjs';

const rounds = 13;
const build = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const head = '<!doctype html><meta charset="utf-8"><title>Floor</title>';

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measure() {
  const folder = mkdtempSync(path.join(tmpdir(), 'composure-bench-'));
  cpSync(build, folder, { recursive: true });
  writeFloors(folder);
  const chromium = await launchChromium({ extension: folder, width: 360, height: 760 });
  try {
    const files = ['sidepanel.html', 'blank.html', 'scripted.html'];
    /** @type {Map<string, number[]>} */
    const times = new Map(files.map((file) => [file, []]));
    // The first round of each warms the caches and does not count.
    for (let round = 0; round <= rounds; round++) {
      for (const file of files) {
        const time = await firstPaintCpu(chromium, `${chromium.address}${file}`);
        if (round > 0) times.get(file)?.push(time);
      }
    }
    const [ours = NaN, blank = NaN, scripted = NaN] = files.map((file) =>
      median(times.get(file) ?? []),
    );
    const name = 'first render, main thread CPU until the first contentful paint';
    return [
      await measureBrowser(chromium),
      { name, ours, unit: 'ms', rival: 'blank extension page', theirs: blank, goal: 1.6 },
      {
        name,
        ours,
        unit: 'ms',
        rival: 'our stylesheet and a one-line script',
        theirs: scripted,
        goal: 2,
      },
    ];
  } finally {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What the machine spends on a tab with the panel until it is painted, in all of the browser's processes; some of
 * what the panel loads after its first paint is in it, because processes are not asked in an instant.
 * @param {Awaited<ReturnType<typeof launchChromium>>} chromium
 * @returns {Promise<import('./bench.mjs').Measure>}
 */
async function measureBrowser({ browser, address }) {
  const session = await browser.target().createCDPSession();
  const spent = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  /** @param {string} file @param {string} painted */
  const open = async (file, painted) => {
    const before = await spent();
    const page = await browser.newPage();
    await page.goto(`${address}${file}`);
    await page.waitForSelector(painted);
    const after = await spent();
    await page.close();
    return after - before;
  };
  // Processes count in steps of 10 ms: the mean of many rounds is finer than that, a median is not.
  let [ours, theirs] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    ours += await open('sidepanel.html', '.rail');
    theirs += await open('blank.html', 'p');
  }
  return {
    name: 'first render, CPU of the whole browser',
    ours: ours / rounds,
    unit: 'ms',
    rival: 'blank extension page',
    theirs: theirs / rounds,
    goal: 1.6,
  };
}

/** Two pages that no panel can be cheaper than: nothing at all, and the least that has a style and a script. */
function writeFloors(/** @type {string} */ folder) {
  writeFileSync(path.join(folder, 'blank.html'), `${head}<p>Blank</p>`);
  writeFileSync(
    path.join(folder, 'one-line.js'),
    "document.querySelector('p').textContent = 'Here';",
  );
  const style = readdirSync(path.join(folder, 'assets')).find((name) =>
    name.startsWith('sidepanel'),
  );
  const links = `<link rel="stylesheet" href="/assets/${style}"><script type="module" src="/one-line.js"></script>`;
  writeFileSync(path.join(folder, 'scripted.html'), `${head}${links}<p></p>`);
}

/**
 * CPU time in ms that the page's main thread spends from its process's first task until the first contentful
 * paint: what opening it costs the machine. The trace is begun in another tab, before this one exists.
 * @param {Awaited<ReturnType<typeof launchChromium>>} chromium @param {string} url
 */
async function firstPaintCpu({ browser }, url) {
  const [control = await browser.newPage()] = await browser.pages();
  await control.tracing.start({ categories: ['toplevel', 'loading', 'devtools.timeline'] });
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  // The paint is in the trace once the frame after it has begun.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const trace = Buffer.from((await control.tracing.stop()) ?? []).toString();
  await page.close();
  /** @type {{ traceEvents: { name: string, pid: number, tid: number, ts: number, tdur?: number }[] }} */
  const { traceEvents } = JSON.parse(trace);
  const paint = traceEvents.find(({ name }) => name === 'firstContentfulPaint');
  if (!paint) throw new Error(`No first paint in the trace of ${url}.`);
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) =>
      name === 'ThreadControllerImpl::RunTask' &&
      pid === paint.pid &&
      tid === paint.tid &&
      ts <= paint.ts,
  );
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
