import { defineBackground } from 'wxt/utils/define-background';
import { notifyWhenDue } from '../lib/browser/due-alarm';
import { interfaceLanguage, messagesIn } from '../lib/browser/interface-language';
import { loadSettings, watchSettings } from '../lib/browser/settings';
import { openPanelOnClick, paintPanelIn } from '../lib/browser/side-panel';
import { openMemory } from '../lib/data/memory';
import { holdNotice } from '../lib/domain/hold-notice';
import type { Settings } from '../lib/domain/settings';
import { keepOutbox } from './worker/outbox';

export default defineBackground({
  type: 'module',
  main() {
    openPanelOnClick();
    const paint = ({ language }: Settings) => paintPanelIn(interfaceLanguage(language));
    watchSettings((settings) => void paint(settings));
    void loadSettings().then(paint);
    const opening = openMemory({ now: Date.now, createId: () => crypto.randomUUID(), indexedDB });
    keepOutbox(opening);
    const holds = async () => {
      const opened = await opening;
      return opened.ok ? opened.memory.holds : undefined;
    };
    notifyWhenDue({
      running: async () => (await holds())?.running() ?? [],
      claim: async (id, dueAt) => (await holds())?.claim(id, dueAt) ?? false,
      announce: async (hold) => {
        const { language } = await loadSettings();
        return holdNotice(hold, Date.now(), messagesIn(interfaceLanguage(language)));
      },
      now: Date.now,
    });
  },
});
