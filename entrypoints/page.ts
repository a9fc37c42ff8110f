// Put into each frame of the agent's page by the panel, which then connects. True: this frame is served here.
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { servePage } from '../lib/browser/page-server';
import { openPage } from '../lib/page/open-page';
import type { PickTools } from '../lib/page/pick-tools';

const mark = Symbol.for('composure.page');
const tools = Symbol.for('composure.pick');
// The extension's own world in this frame; it outlives one injection, so that the next one finds the first.
const world = globalThis as { [mark]?: () => void; [tools]?: PickTools }; // A place of our own, unknown to the type.

export default defineUnlistedScript(() => {
  // The parent's script looks after same-origin frames in it.
  if (window.frameElement) return false;
  if (world[mark]) {
    world[mark]();
    return true;
  }
  world[mark] = servePage({
    onConnect: browser.runtime.onConnect,
    open: (emit, signal) =>
      openPage({ document, emit, now: Date.now, tools: () => world[tools], signal }),
    onEnd: () => delete world[mark],
    window,
  });
  return true;
});
