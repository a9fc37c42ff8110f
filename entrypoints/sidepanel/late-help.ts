// The help in the steps, and the note for a colleague: with the first words of the customer, not with the first paint.
import { computed, effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { maskAlways } from '../../components/ui/mask-choice';
import { handOverTitles } from '../../components/help/hand-over-titles';
import { showMoment } from '../../components/ui/time';
import { saveSettings } from '../../lib/browser/settings';
import type { Settings } from '../../lib/domain/settings';
import { createHandOver } from '../../lib/panel/hand-over';
import { createHelp } from '../../lib/panel/help';
import type { Panel } from '../../lib/panel/panel';
import { schedule } from '../../lib/browser/schedule';

export function makeHelp(panel: Panel, settings: ReadonlySignal<Settings>): void {
  effect(() => maskAlways(settings.value.maskAlways));
  const clock = { schedule, now: Date.now };
  const help = createHelp({ ...panel, ...clock, createId: () => crypto.randomUUID() });
  panel.help.value = help;
  panel.handOver.value = createHandOver({
    ...panel,
    ...clock,
    help,
    author: computed(() => {
      const { agentName, teamName } = settings.value;
      return { agentName, teamName };
    }),
    sign: (change) => void saveSettings(change),
    titles: handOverTitles,
    showMoment,
    copyText: (text) => navigator.clipboard.writeText(text),
  });
}
