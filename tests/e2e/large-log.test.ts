// A log of years is no slower to open the panel beside than a new one: nothing that grows with it is asked for.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild } from './beside-demo';

let chromium: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  chromium = await launchChromium({ extension: chromeBuild });
});
afterAll(() => chromium.close());

type Asked = { method: string; index: string; most: number | undefined };

/** Runs in the panel before anything else: writes down what is asked of the complaints, and how many at most. */
function listen() {
  const all: Asked[] = [];
  Object.assign(globalThis, { asked: all });
  const methods = ['getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'] as const;
  for (const { prototype } of [IDBObjectStore, IDBIndex])
    for (const method of methods) {
      const own = prototype[method] as (...details: unknown[]) => unknown; // Whatever it takes.
      const heard = function (this: IDBObjectStore | IDBIndex, ...details: unknown[]) {
        const store = this instanceof IDBIndex ? this.objectStore : this;
        const [first, second] = details;
        // Newer browsers take one object, older ones a range and a number.
        const most = Object(first).count ?? second;
        if (store.name === 'complaints') all.push({ method, index: this.name, most });
        return own.apply(this, details);
      };
      Object.assign(prototype, { [method]: heard });
    }
}

test('the panel asks for its newest complaints and for nothing of the rest', async () => {
  const page = await chromium.browser.newPage();
  await page.evaluateOnNewDocument(listen);
  await page.goto(`${chromium.address}sidepanel.html`);
  await page.waitForSelector('.phrase');
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: Asked[] }).asked); // As written above.
  await until('the newest complaints', async () => (await asked()).length > 0);
  await page.waitForNetworkIdle();
  expect(await asked()).toEqual([{ method: 'getAll', index: 'number', most: 50 }]);
});
