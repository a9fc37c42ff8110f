// Put into the agent's page when the panel asks them to point at something there.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPickTools } from '../lib/page/pick-tools';
import type { PickTools } from '../lib/page/pick-tools';

const tools = Symbol.for('composure.pick');
// The extension's own world in this frame, where the page script finds them; they remember what was pointed at before.
const world = globalThis as { [tools]?: PickTools };

export default defineUnlistedScript(() => {
  world[tools] ??= createPickTools(document);
});
