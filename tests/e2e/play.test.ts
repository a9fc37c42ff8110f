// The whole complaint that `npm start -- --headless` plays, in both languages: from the first angry word to the log.
import { afterEach, expect, test } from 'vitest';
import { play } from '../demo/play.mjs';
import { besideDemo } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside | undefined;
afterEach(() => beside?.close());

test.each(['en', 'zh'] as const)(
  'a complaint in %s runs through all five steps into the log',
  async (lang) => {
    beside = await besideDemo({ lang });
    const pictures: string[] = [];
    const album = {
      take: (name: string) => {
        pictures.push(name);
        return Promise.resolve();
      },
      save: () => Promise.resolve(0),
    };
    const { desk, panel } = beside;
    expect(await play({ page: desk.page, panel: panel.page, lang, album })).toBe(true);
    expect(pictures).toContain('logged');
    expect(pictures.length).toBeGreaterThanOrEqual(12);
  },
);
