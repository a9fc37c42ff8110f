import { defineBackground } from 'wxt/utils/define-background';
import { notifyWhenDue } from '../lib/browser/due-alarm';
import { interfaceLanguage, messagesIn } from '../lib/browser/interface-language';
import { loadSettings, watchSettings } from '../lib/browser/settings';
import { openPanelOnClick, paintPanelIn } from '../lib/browser/side-panel';
import { openMemory } from '../lib/data/memory';
import { minutesOf } from '../lib/domain/due';
import { dueNotice } from '../lib/domain/due-notice';
import type { Settings } from '../lib/domain/settings';
import { keepOutbox } from './worker/outbox';
import { keepPacks } from './worker/packs';

export default defineBackground({
  type: 'module',
  main() {
    openPanelOnClick();
    const paint = ({ language }: Settings) => paintPanelIn(interfaceLanguage(language));
    watchSettings((settings) => void paint(settings));
    void loadSettings().then(paint);
    const opening = openMemory({ now: Date.now, createId: () => crypto.randomUUID(), indexedDB });
    keepOutbox(opening);
    keepPacks(opening);
    notifyWhenDue({
      due: async () => {
        const opened = await opening;
        return opened.ok ? opened.memory.due : undefined;
      },
      announce: async (item) => {
        const { language } = await loadSettings();
        return dueNotice(item, Date.now(), messagesIn(interfaceLanguage(language)));
      },
      quiet: async () => {
        const { quietHours, sound } = await loadSettings();
        return { hours: quietHours ?? undefined, minutesOf, sound };
      },
      now: Date.now,
    });
  },
});
