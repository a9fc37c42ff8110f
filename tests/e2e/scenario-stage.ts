// Where scenarios are played: the built extension beside the demo helpdesk, in Chromium or Firefox, new for each of them.
import type { Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import { createHands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import type { Scenario } from '../support/scenario';
import { until } from '../support/until.mjs';
import { chromeBuild, firefoxBuild } from './beside-demo';

/** A document: runs a function in it; what the function uses must be given to it. */
type Inside = <A extends unknown[], T>(job: (...args: A) => T, ...args: A) => Promise<Awaited<T>>;

export type Stage = {
  desk: Inside;
  panel: Inside;
  /** Presses a key in the panel, such as `1` or `Ctrl+Enter`. */
  press(chord: string): Promise<unknown>;
  /** Types into what has the focus in the panel. */
  type(text: string): Promise<unknown>;
  /** The helpdesk with one conversation of this scenario's, the first line said, and the panel opened beside it. */
  open(scenario: Scenario): Promise<void>;
  /** The panel is opened anew. */
  reopen(): Promise<void>;
  close(): Promise<unknown>;
};

type Bare = Omit<Stage, 'open' | 'reopen'> & {
  goTo(url: string): Promise<unknown>;
  openPanel(): Promise<void>;
};

export async function openStage(browser: 'chromium' | 'firefox'): Promise<Stage> {
  const demo = await serveDemo();
  const bare = browser === 'chromium' ? await inChromium() : await inFirefox();
  const { desk, panel } = bare;
  let isOpen = false;
  const reopen = async () => {
    await panel(() => {
      document.documentElement.dataset['old'] = 'true';
      location.reload();
    });
    await until('the panel', () => panel(isReady).catch(() => false)).catch(
      async (error: unknown) => {
        const shown = await panel(() => document.body.innerText.slice(0, 400));
        throw new Error(`The panel shows: ${shown}`, { cause: error });
      },
    );
  };
  return {
    ...bare,
    reopen,
    async open({ lang, customer, agent, opening }) {
      const address = new URL(demo.url);
      address.search = new URLSearchParams({ lang, customer }).toString();
      await bare.goTo(address.href);
      await until('the helpdesk', () =>
        desk(() => document.querySelector('#send') !== null && document.title !== 'Help desk'),
      );
      await desk(say, opening.text);
      if (!isOpen) await bare.openPanel();
      isOpen = true;
      const language = lang === 'zh' ? 'zh-CN' : 'en';
      await panel(forgetAll, { language, agentName: agent });
      // Chromium tells the open panel by its address, which would end a reload under way.
      if (browser === 'chromium')
        await until('the language', () => panel((hash) => location.hash === hash, `#${language}`));
      await reopen();
    },
    async close() {
      await bare.close();
      await demo.close();
    },
  };
}

async function inChromium(): Promise<Bare> {
  const chromium = await launchChromium({ extension: chromeBuild });
  const [first] = await chromium.browser.pages();
  const tab = first ?? (await chromium.browser.newPage());
  let view: Page | undefined;
  const shown = () => {
    if (!view) throw new Error('The panel is not open yet.');
    return view;
  };
  const inside = (page: () => Page) =>
    // What it gives is what the function gives; puppeteer's types speak of handles, of which there are none.
    ((job: (...args: unknown[]) => unknown, ...args: unknown[]) =>
      page().evaluate(job, ...args)) as Inside;
  return {
    desk: inside(() => tab),
    panel: inside(shown),
    press: (chord) => {
      const [key = '', ...held] = chord.replace('Ctrl', 'Control').split('+').toReversed();
      // The names of keys are in the scenario files.
      return createHands(shown()).press(
        ...([key, ...held] as Parameters<ReturnType<typeof createHands>['press']>),
      );
    },
    type: (text) => shown().keyboard.type(text),
    goTo: (url) => tab.goto(url),
    openPanel: async () => {
      view = await chromium.openPanel(tab);
      await view.bringToFront();
    },
    close: chromium.close,
  };
}

async function inFirefox(): Promise<Bare> {
  const firefox = await launchFirefox({ extension: firefoxBuild });
  return {
    desk: firefox.page.evaluate as Inside, // What it gives is what the function gives.
    panel: firefox.sidebar.evaluate as Inside, // As above.
    press: (chord) => firefox.sidebar.press(chord.replace('Ctrl', 'Control')),
    type: (text) => firefox.sidebar.press(text),
    goTo: firefox.open,
    openPanel: async () => {
      await firefox.openPanel();
    },
    close: firefox.close,
  };
}

/** The customer's line, which the page puts into the conversation. Runs in the page. */
export function say(text: string): void {
  dispatchEvent(new CustomEvent('customersays', { detail: text }));
}

function isReady(): boolean {
  const isNew = document.documentElement.dataset['old'] === undefined;
  return (
    isNew &&
    document.querySelector('.last') !== null &&
    document.querySelector('.phrase, .safety') !== null
  );
}

/** The log and settings of an agent on the first day; what was prepared of the packs stays. Runs in the panel. */
async function forgetAll(settings: Record<string, string>): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof extensionApi }; // The panel's own.
  const request = indexedDB.open('composure');
  await new Promise((resolve) => request.addEventListener('success', resolve));
  const db = request.result;
  const writing = db.transaction([...db.objectStoreNames], 'readwrite');
  for (const name of db.objectStoreNames) writing.objectStore(name).clear();
  await new Promise((resolve) => writing.addEventListener('complete', resolve));
  db.close();
  await chrome.storage.local.set(settings);
  const all = Object.keys(await chrome.storage.local.get());
  await chrome.storage.local.remove(all.filter((key) => !(key in settings)));
}
