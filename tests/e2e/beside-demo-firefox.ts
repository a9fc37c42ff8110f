// Firefox with the built add-on in its real sidebar, and the demo helpdesk to go beside.
import axe from 'axe-core';
import type { browser as extensionApi } from 'wxt/browser';
import { serveDemo } from '../demo/serve.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { until } from '../support/until.mjs';
import { firefoxBuild } from './beside-demo';

type Firefox = Awaited<ReturnType<typeof launchFirefox>>;
type View = Firefox['sidebar'];

/** The demo on two servers: for the browser two origins of one site. */
export async function besideDemoInFirefox({ downloads }: { downloads?: string } = {}) {
  const demo = await serveDemo();
  const other = await serveDemo();
  const firefox = await launchFirefox({
    extension: firefoxBuild,
    watch: true,
    prefs:
      downloads === undefined
        ? {}
        : { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
  });
  const withQuery = (url: string) => `${url}?lang=en&speed=fast`;
  return {
    firefox,
    panel: createHands(firefox.sidebar),
    /** The tab in front, when it is one of ours. */
    ownTab: createHands(firefox.page),
    /** A click on the button, and the agent goes on in the sidebar. */
    async openPanel() {
      await firefox.openPanel();
      await firefox.inWindow(focusSidebar);
      await until('the sidebar to have the focus', () =>
        firefox.sidebar.evaluate(() => document.hasFocus()),
      );
    },
    desk: createDesk(firefox),
    demoUrl: withQuery(demo.url),
    otherUrl: withQuery(other.url),
    async close() {
      await firefox.close();
      await Promise.all([demo.close(), other.close()]);
    },
  };
}

export type BesideInFirefox = Awaited<ReturnType<typeof besideDemoInFirefox>>;

function createHands(view: View) {
  return {
    ...view,
    clickOn: (name: string) => view.click({ name }),
    /** Waits until the text can be read. */
    sees: (text: string, within = 'body') =>
      until(`“${text}” in ${within}`, () =>
        view.evaluate(
          (selector: string, wanted: string) =>
            [...document.querySelectorAll<HTMLElement>(selector)].some((one) =>
              one.innerText.includes(wanted),
            ),
          within,
          text,
        ),
      ),
    /** Waits until nothing matches any more. */
    misses: (selector: string) => until(`no ${selector}`, async () => !(await view.has(selector))),
    /** What axe has to say; empty when all is well. */
    findBarriers: (): Promise<string[]> => view.evaluate(axeRun),
    /** What is wider than the window. */
    findOverflow: (): Promise<string[]> =>
      view.evaluate(() =>
        [...document.querySelectorAll('html, body *')]
          .filter(
            (one) =>
              one.getBoundingClientRect().right > innerWidth + 1 ||
              (getComputedStyle(one).overflowX !== 'hidden' &&
                one.scrollWidth > Math.max(one.clientWidth, innerWidth)),
          )
          .map((one) => one.outerHTML.slice(0, 120)),
      ),
  };
}

// A function is carried over as its source, and this one's holds all of axe: an extension page evaluates no strings.
const axeRun = Object.assign(() => undefined, {
  toString: () => `async () => {
    ${axe.source}
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => id + ': ' + html.slice(0, 160)));
  }`,
});

/** The helpdesk, as the agent uses it. */
function createDesk({ page, inWindow, open }: Firefox) {
  return {
    ...page,
    open,
    draft: (): Promise<string> =>
      page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#reply')?.value),
    async reply(text: string) {
      await page.type('#reply', text);
      await page.click('#send');
    },
    /** Another tab, in front. */
    async openTab(url: string) {
      await inWindow((address: string) => {
        const { gBrowser } = window as unknown as FirefoxWindow; // Runs in the browser's own window.
        gBrowser.selectedTab = gBrowser.addTrustedTab(address);
      }, url);
      await until(url, () =>
        inWindow((address: string) => {
          const { selectedTab, currentURI } = (window as unknown as FirefoxWindow).gBrowser; // As above.
          return currentURI.spec === address && !selectedTab.hasAttribute('busy');
        }, url),
      );
    },
    closeTab: () =>
      inWindow(() => {
        const { gBrowser } = window as unknown as FirefoxWindow; // See openTab.
        gBrowser.removeTab(gBrowser.selectedTab);
      }),
    closeSidebar: () =>
      inWindow(() => {
        (window as unknown as FirefoxWindow).SidebarController.hide(); // See openTab.
      }),
  };
}

// Enter presses a button only in what has the focus. Runs in the browser's own window.
function focusSidebar() {
  const { SidebarController } = window as unknown as FirefoxWindow; // As above.
  SidebarController.browser.contentDocument.getElementById('webext-panels-browser')?.focus();
}

type FirefoxWindow = {
  gBrowser: {
    selectedTab: Element;
    currentURI: { spec: string };
    addTrustedTab: (url: string) => Element;
    removeTab: (tab: Element) => void;
  };
  SidebarController: { hide: () => void; browser: { contentDocument: Document } };
};

/**
 * Runs in the panel or the Desk, which may look into the extension's own world of the page: whether the page script
 * has its mark in the tab with this address.
 */
export async function findMark(url: string): Promise<boolean> {
  const { browser } = window as unknown as { browser: typeof extensionApi }; // Every page of the add-on has it.
  const tab = (await browser.tabs.query({})).find((one) => one.url === url);
  if (tab?.id === undefined) throw new Error(`No tab shows ${url}, or it may not be seen.`);
  const [answer] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => Symbol.for('composure.page') in globalThis,
  });
  if (typeof answer?.result !== 'boolean') throw new Error(`${url} did not answer.`);
  return answer.result;
}
