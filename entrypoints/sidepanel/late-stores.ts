// The stores that nobody needs at the first paint.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { onCommand } from '../../lib/browser/commands';
import { showTab } from '../../lib/browser/side-panel';
import { saveSettings } from '../../lib/browser/settings';
import type { DraftCheck } from '../../lib/domain/draft-check';
import type { Language } from '../../lib/domain/pack';
import type { Settings } from '../../lib/domain/settings';
import { createOthers } from '../../lib/panel/others';
import type { Panel } from '../../lib/panel/panel';
import { createRefusal } from '../../lib/panel/refusal';
import { createRounds } from '../../lib/panel/rounds';
import { createSafety } from '../../lib/panel/safety';
import { schedule } from '../../lib/browser/schedule';

/** Gives the place for the draft check, which comes with the packs. */
export function makeLateStores(
  panel: Panel,
  settings: ReadonlySignal<Settings>,
  interfaceLanguage: ReadonlySignal<Language>,
): Signal<DraftCheck | undefined> {
  const check = signal<DraftCheck>();
  panel.refusal.value = createRefusal({
    ...panel,
    // A reason is the agent's to know: what was only heard chooses none.
    category: panel.complaint.chosenCategory,
    check,
    memory: computed(() => settings.value.refusals),
    saveMemory: (refusals) => saveSettings({ refusals }),
    schedule,
    now: Date.now,
  });
  panel.rounds.value = createRounds({ ...panel, now: Date.now });
  panel.safety.value = createSafety({ ...panel, interfaceLanguage, now: Date.now });
  panel.others.value = createOthers({ ...panel, showTab, schedule, now: Date.now });
  onCommand((command) => (panel.command.value = command), new AbortController().signal);
  return check;
}
