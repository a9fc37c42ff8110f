// Whole conversations, told as text files in scenarios/, through the built extension. Adding one is adding a file.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScenario } from '../support/scenario';
import { playScenario } from './scenario-player';
import { openStage } from './scenario-stage';
import type { Stage } from './scenario-stage';

const folder = path.join(import.meta.dirname, 'scenarios');
const files = readdirSync(folder).toSorted();
const read = (file: string) => parseScenario(file, readFileSync(path.join(folder, file), 'utf8'));

test('both languages have theirs', () => {
  const langs = files.map((file) => read(file).lang);
  for (const lang of ['en', 'zh'] as const)
    expect(langs.filter((each) => each === lang).length).toBeGreaterThanOrEqual(6);
});

describe.each([
  { browser: 'chromium', played: files },
  // Firefox forgets the click on the icon with the page: each gets a browser of its own.
  { browser: 'firefox', played: ['parcel-redelivery.en.txt'] },
  { browser: 'firefox', played: ['hotel-tea-bags.zh.txt'] },
] as const)('in $browser', ({ browser, played }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browser);
  });
  afterAll(() => stage.close());

  test.each(played)('%s', async (file) => {
    await playScenario(stage, read(file));
  });
});
