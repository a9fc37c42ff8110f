// The words of the packs: phrases, the ear, and the draft check.
import { computed } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { prepareInWorker } from '../../lib/browser/prepare-packs';
import { saveSettings } from '../../lib/browser/settings';
import { createPreparedShelf } from '../../lib/data/prepared';
import type { DraftCheck } from '../../lib/domain/draft-check';
import type { Settings } from '../../lib/domain/settings';
import { loadBuiltInPacks } from '../../lib/packs/built-in';
import { createDraftStore } from '../../lib/panel/draft-check';
import { guideEngine } from '../../lib/panel/guide-engine';
import type { Panel } from '../../lib/panel/panel';
import { makeHelp } from './late-help';

export async function wakeWords(
  panel: Panel,
  settings: ReadonlySignal<Settings>,
  check: Signal<DraftCheck | undefined>,
): Promise<void> {
  const prepared = await loadBuiltInPacks({
    read: async (file) => (await fetch(file)).text(),
    prepare: prepareInWorker,
    ...createPreparedShelf(indexedDB),
  });
  panel.engine.value = guideEngine;
  panel.packs.use(prepared.packs, () => prepared.ear);
  makeHelp(panel, settings);
  check.value = prepared.check;
  panel.draft.value = createDraftStore({
    ...panel,
    check,
    quiet: computed(() => settings.value.quiet),
    saveQuiet: (quiet) => saveSettings({ quiet }),
    copy: (text) => navigator.clipboard.writeText(text),
    now: Date.now,
  });
}
