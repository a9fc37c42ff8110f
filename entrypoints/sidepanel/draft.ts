// The draft check: compiled in a task of its own once the packs are there, and again when they change.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { saveSettings } from '../../lib/browser/settings';
import { createDraftCheck } from '../../lib/domain/draft-check';
import type { DraftCheck } from '../../lib/domain/draft-check';
import type { Settings } from '../../lib/domain/settings';
import { createDraftStore } from '../../lib/panel/draft-check';
import type { Panel } from '../../lib/panel/panel';

export function watchDraft(panel: Panel, settings: ReadonlySignal<Settings>): void {
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
