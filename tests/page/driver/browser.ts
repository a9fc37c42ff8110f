// Starts a real browser with the page room in it, and opens fixtures there.
import { launch, type Browser, type Frame, type Page } from 'puppeteer-core';
import { findBrowser } from '../../support/browsers.mjs';
import { buildExtension } from './extension';
import { startServer } from './server';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

export type Stage = Awaited<ReturnType<typeof startStage>>;

/** A browser, the extension and the fixtures' server; `close` ends all three. */
export async function startStage(name: BrowserName, built?: string) {
  const [extension, server] = await Promise.all([buildExtension(), startServer(built)]);
  const browser = await startBrowser(name, extension.folder);
  const page = await browser.newPage();
  return {
    page,
    open: (fixture: string) => openFixture(page, `${server.origin}/${fixture}`),
    close: async () => {
      await browser.close();
      server.close();
      await extension.remove();
    },
  };
}

async function startBrowser(name: BrowserName, folder: string): Promise<Browser> {
  const browser = await launch(
    name === 'chromium'
      ? {
          executablePath: executableOf(name),
          pipe: true,
          enableExtensions: true,
          // Chromium refuses its sandbox to root, which is who runs tests in a container.
          args: ['--no-sandbox'],
        }
      : { browser: 'firefox', executablePath: executableOf(name) },
  );
  await browser.installExtension(folder);
  return browser;
}

function executableOf(name: BrowserName): string {
  const path = findBrowser(name);
  if (!path) throw new Error(`No ${name} was found. Install it, then run the tests again.`);
  return path;
}

async function openFixture(page: Page, url: string) {
  await page.goto(url);
  await page.waitForSelector('html[data-hands]');
}

let asked = 0;

/** Asks the page room, which lives in the extension's own world of the page. */
export function ask<Answer>(page: Page | Frame, request: object): Promise<Answer> {
  const id = ++asked;
  return page.evaluate(
    (number, detail) =>
      new Promise<Answer>((resolve, reject) => {
        const onAnswer = (event: Event) => {
          const told = JSON.parse((event as CustomEvent<string>).detail);
          if (told.id !== number) return;
          document.removeEventListener('composure-answer', onAnswer);
          if (told.answer?.error) reject(new Error(told.answer.error));
          else resolve(told.answer);
        };
        document.addEventListener('composure-answer', onAnswer);
        document.dispatchEvent(new CustomEvent('composure-ask', { detail }));
      }),
    id,
    JSON.stringify({ id, ask: request }),
  );
}
