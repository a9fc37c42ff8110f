import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, browserNames, startStage, type Stage } from './driver/browser';

import type { Leftovers } from './driver/leftovers';

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(browserName);
  });
  afterAll(() => stage.close());

  test.each(['chats/log', 'chats/shadow', 'sites/converse', 'chats/article'])(
    'nothing is left in %s once the page is closed, and it opens again',
    async (fixture) => {
      await stage.open(`${fixture}.html`);
      const leftovers = () => ask<Leftovers>(stage.page, { ask: 'leftovers' });
      const before = await leftovers();
      for (let round = 0; round < 2; round++) {
        await ask(stage.page, { ask: 'open' });
        await ask(stage.page, { ask: 'read' });
        await ask(stage.page, { ask: 'insert', text: 'Hello.' });
        const during = await leftovers();
        expect(during.listeners).toBeGreaterThan(before.listeners);
        expect(during.observers).toBeGreaterThan(0);
        // One more change, so that the page is closed while something is still to be told.
        await stage.page.evaluate(() => document.body.append(document.createElement('p')));
        await ask(stage.page, { ask: 'close' });
        expect(await leftovers()).toEqual({ ...before, observers: 0, timers: 0 });
      }
    },
  );
});
