// The stores that nobody needs at the first paint.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { saveSettings } from '../../lib/browser/settings';
import { createDraftCheck } from '../../lib/domain/draft-check';
import type { Language } from '../../lib/domain/pack';
import type { Settings } from '../../lib/domain/settings';
import type { Panel } from '../../lib/panel/panel';
import { createRefusal } from '../../lib/panel/refusal';
import { createSafety } from '../../lib/panel/safety';

export function makeLateStores(
  panel: Panel,
  settings: ReadonlySignal<Settings>,
  interfaceLanguage: ReadonlySignal<Language>,
): void {
  panel.refusal.value = createRefusal({
    ...panel,
    category: computed(() => panel.complaint.form.value.category),
    // Compiled when a refusal is first composed.
    check: computed(() => createDraftCheck(panel.packs.all.value)),
    memory: computed(() => settings.value.refusals),
    saveMemory: (refusals) => saveSettings({ refusals }),
    now: Date.now,
  });
  panel.safety.value = createSafety({ ...panel, interfaceLanguage, now: Date.now });
}
