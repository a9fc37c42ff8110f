// One conversation as chat products draw it: no description tells who said what, or what is no part of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page as PageRoom } from '../../lib/page/open-page';
import { ask, browserNames, startStage, type Stage } from './driver/browser';

type View = ReturnType<PageRoom['readConversation']>;

const drawings = [
  { drawing: 'told-to-readers', names: ['Dana Reyes'] },
  { drawing: 'labels-by-place', names: ['Dana Reyes'] },
  { drawing: 'deep-log', names: [] },
  { drawing: 'client-is-me', names: [] },
  { drawing: 'bare-rows', names: [] },
];

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(browserName);
  });
  afterAll(() => stage.close());

  test.each(drawings)('who said what, and nothing else: $drawing', async ({ drawing, names }) => {
    await stage.open(`chats/${drawing}.html`);
    await ask(stage.page, { ask: 'open' });
    const { reading } = await ask<View>(stage.page, { ask: 'read' });
    expect(reading?.messages.map(({ side, text }) => `${side}: ${text}`)).toEqual([
      'customer: My parcel was promised for Monday.',
      'agent: I am sorry that you waited.',
      'customer: 没人回电话，我很生气。',
      'agent: I am asking the depot where it is.',
    ]);
    const customers = reading?.messages.filter(({ side }) => side === 'customer');
    expect([...new Set(customers?.flatMap(({ name }) => name ?? []))]).toEqual(names);
  });

  test('keeps the blanks and lines of a text where the page does, and nowhere else', async () => {
    await stage.open('chats/blanks.html');
    await ask(stage.page, { ask: 'open' });
    const { reading } = await ask<View>(stage.page, { ask: 'read' });
    expect(reading?.messages.map(({ side, text }) => `${side}: ${text}`)).toEqual([
      'customer: Order  7\nnot here. Two\n lines and one more',
      'agent: One line with some blanks',
      'customer: No blanks at all',
    ]);
  });

  test('a name or a time that is part of what was said stays there', async () => {
    await stage.open('chats/words-of-labels.html');
    await ask(stage.page, { ask: 'open' });
    const { reading } = await ask<View>(stage.page, { ask: 'read' });
    expect(reading?.messages.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Dana: Dana here. You said I would hear from you by 10:00',
      'Mara: 10:00 was my promise, and I missed it.\nI am sorry, Mara',
      'Dana: -20 % is what was promised',
    ]);
  });
});
