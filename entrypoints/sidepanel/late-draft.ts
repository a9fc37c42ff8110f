// The check of what the agent writes: with the words of the packs, not with the first paint.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { saveSettings } from '../../lib/browser/settings';
import type { DraftCheck } from '../../lib/domain/draft-check';
import type { Settings } from '../../lib/domain/settings';
import { createDraftStore } from '../../lib/panel/draft-check';
import type { Panel } from '../../lib/panel/panel';

export function makeDraft(
  panel: Panel,
  settings: ReadonlySignal<Settings>,
  check: ReadonlySignal<DraftCheck | undefined>,
): void {
  panel.draft.value = createDraftStore({
    ...panel,
    check,
    quiet: computed(() => settings.value.quiet),
    saveQuiet: (quiet) => saveSettings({ quiet }),
    copy: (text) => navigator.clipboard.writeText(text),
    now: Date.now,
  });
}
