// Binds the panel to the real browser.
import type { ReadonlySignal } from '@preact/signals';
import { computed } from '@preact/signals';
import { csvTitles } from '../../components/complaint/csv-titles';
import { t } from '../../components/ui/texts';
import { saveFile } from '../../lib/browser/download';
import { openLateLink } from '../../lib/browser/late-link';
import { schedule } from '../../lib/browser/schedule';
import { allowSite, forgetSite, isAllowed } from '../../lib/browser/permissions';
import type { Settings } from '../../lib/domain/settings';
import type { Language } from '../../lib/domain/pack';
import { createExport } from '../../lib/export/save-log';
import type { PanelWorld } from '../../lib/panel/panel';

export function panelWorld(
  settings: ReadonlySignal<Settings>,
  language: ReadonlySignal<Language>,
): PanelWorld {
  return {
    openLink: openLateLink,
    sites: { isAllowed, allowSite, forgetSite },
    taught: {
      save: async (...what) => (await import('../../lib/browser/taught-sites')).saveTaught(...what),
    },
    now: Date.now,
    schedule,
    copy: (text) => navigator.clipboard.writeText(text),
    loadSearch: async () => (await import('../../lib/text/search')).createSearch,
    exportLog: createExport({ titles: csvTitles, saveFile, now: Date.now }),
    agentName: computed(() => settings.value.agentName),
    pulseMs: computed(() => settings.value.pulseSeconds * 1000),
    interfaceLanguage: language,
    describeFeeling: ({ is, words }) => t('feelingInForm', t(`emotion_${is}`), words),
  };
}
