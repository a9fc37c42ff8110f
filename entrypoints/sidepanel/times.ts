// Promises, what is due everywhere, and the worker's alarm for it.
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { setDueAlarm } from '../../lib/browser/due-alarm';
import { browserRun, openPlace } from '../../lib/browser/open-place';
import { schedule } from '../../lib/browser/schedule';
import { playTone } from '../../lib/browser/tone';
import { minutesOf } from '../../lib/domain/due';
import type { Settings } from '../../lib/domain/settings';
import type { Panel } from '../../lib/panel/panel';
import { createPromises } from '../../lib/panel/promises';

export async function makeTimes(panel: Panel, settings: ReadonlySignal<Settings>): Promise<void> {
  const onAnnounce = () => {
    if (settings.peek().sound) playTone(() => new AudioContext());
  };
  const promises = createPromises({
    ...panel,
    settings,
    offset: (at) => -new Date(at).getTimezoneOffset(),
    run: await browserRun(),
    openPlace,
    onAnnounce,
    now: Date.now,
    schedule,
  });
  panel.promises.value = promises;
  effect(() => {
    const hours = settings.value.quietHours ?? undefined;
    void setDueAlarm(promises.items.value, Date.now(), { hours, minutesOf });
  });
  effect(() => {
    if (panel.timers.announced.value > 0) onAnnounce();
  });
}
