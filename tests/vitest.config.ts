import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './support/browsers.mjs';

const jsx = { runtime: 'automatic', importSource: 'preact' } as const;

// unit: pure logic in Node · browser: real IndexedDB and DOM in Chromium · page: our page script in real
// editors, both browsers · e2e: the built extension in both browsers.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          // Properties try thousands of texts, on whatever else the machine is doing.
          testTimeout: 60_000,
          include: [
            'tests/*.test.ts',
            'tests/{browser,demo,domain,export,packs,panel,support,text,tickets}/**/*.test.ts',
          ],
        },
      },
      {
        publicDir: false,
        oxc: { jsx },
        test: {
          name: 'browser',
          include: ['tests/{data,components,dom}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/patience.ts'],
          expect: { poll: { timeout: 12_000 } },
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser('chromium') ?? '/usr/bin/chromium',
                args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.ts'],
          // Two browsers have room beside each other, and none beside the tests before and after.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
