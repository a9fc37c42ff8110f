// The words of the packs: phrases, the ear, and the draft check.
import { computed } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { keepPackSites } from '../../lib/browser/pack-sites';
import type { DraftCheck } from '../../lib/domain/draft-check';
import type { Settings } from '../../lib/domain/settings';
import { followPacks } from '../../lib/packs/follow-packs';
import { guideEngine } from '../../lib/panel/guide-engine';
import { memoryOf } from '../../lib/panel/live';
import { createPackNews } from '../../lib/panel/pack-news';
import type { Panel } from '../../lib/panel/panel';
import { followPhraseFates } from '../../lib/panel/phrase-fates';
import { makeDraft } from './late-draft';
import { makeHelp } from './late-help';
import { packWorld } from './pack-world';

export async function wakeWords(
  panel: Panel,
  settings: ReadonlySignal<Settings>,
  check: Signal<DraftCheck | undefined>,
): Promise<void> {
  const script = computed(() => settings.value.chineseScript);
  await followPacks(packWorld(script), memoryOf(panel.memory.value)?.packs, (open) => {
    panel.engine.value = guideEngine;
    panel.packs.use(open.packs, () => open.ear);
    check.value = open.check;
    void keepPackSites(open.packs.flatMap(({ sites = [] }) => sites));
  });
  makeHelp(panel, settings);
  followPhraseFates({ ...panel, phrases: panel.packs.byId, now: Date.now });
  // Nobody waits for it: what it brings is heard like any other pack or setting.
  void import('../options/policy').then(({ followPolicy }) => followPolicy(panel));
  memoryOf(panel.memory.value)?.packs.watch().subscribe(createPackNews(panel.notices));
  makeDraft(panel, settings, check);
}
