// The browser's own question for a permission, answered with real keys on a real screen.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { openScreen } from '../support/screen.mjs';
import { until } from '../support/until.mjs';

type Screen = Awaited<ReturnType<typeof openScreen>>;

/**
 * Presses these keys at the prompt. It is no page and no window: that none of the views has the focus tells that it
 * is there.
 */
export async function answerPrompt(
  screen: Screen,
  views: readonly Page[],
  ...keys: string[]
): Promise<void> {
  const elsewhere = async () => (await Promise.all(views.map(hasFocus))).includes(true);
  await until('the prompt', async () => !(await elsewhere()));
  await standsStill(screen);
  screen.press(...keys);
  await until('the prompt to go', elsewhere);
}

export function hasFocus(view: Page): Promise<boolean> {
  return view.evaluate(() => document.hasFocus());
}

/** Waits until nothing moves any more: while it appears the prompt takes no answer, and "Allow" not yet for a while. */
async function standsStill(screen: Screen): Promise<void> {
  const pictures = mkdtempSync(path.join(tmpdir(), 'composure-pictures-'));
  const file = path.join(pictures, 'screen.ppm');
  let before = Buffer.alloc(0);
  let same = 0;
  const look = () => {
    screen.screenshot(file);
    const now = readFileSync(file);
    same = now.equals(before) ? same + 1 : 0;
    before = now;
    return same === 3;
  };
  await until('the screen to stand still', look, { every: 300 });
  rmSync(pictures, { recursive: true });
}
