// The words of the packs: phrases and the ear at once, the draft check in a task of its own.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { saveSettings } from '../../lib/browser/settings';
import { createEar } from '../../lib/domain/hear';
import { createDraftCheck } from '../../lib/domain/draft-check';
import type { DraftCheck } from '../../lib/domain/draft-check';
import type { Settings } from '../../lib/domain/settings';
import { loadBuiltInPacks } from '../../lib/packs/built-in';
import { createDraftStore } from '../../lib/panel/draft-check';
import type { Panel } from '../../lib/panel/panel';

export async function wakeWords(panel: Panel, settings: ReadonlySignal<Settings>): Promise<void> {
  panel.packs.use(await loadBuiltInPacks(async (path) => (await fetch(path)).json()), createEar);
  const check = signal<DraftCheck | undefined>();
  effect(() => {
    const packs = panel.packs.all.value;
    const timer = setTimeout(() => {
      check.value = createDraftCheck(packs);
    });
    return () => clearTimeout(timer);
  });
  panel.draft.value = createDraftStore({
    ...panel,
    check,
    quiet: computed(() => settings.value.quiet),
    saveQuiet: (quiet) => saveSettings({ quiet }),
    copy: (text) => navigator.clipboard.writeText(text),
    now: Date.now,
  });
}
