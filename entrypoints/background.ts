import { defineBackground } from 'wxt/utils/define-background';
import { interfaceLanguage } from '../lib/browser/interface-language';
import { loadSettings, watchSettings } from '../lib/browser/settings';
import { openPanelOnClick, paintPanelIn } from '../lib/browser/side-panel';
import { openMemory } from '../lib/data/memory';
import type { Settings } from '../lib/domain/settings';
import { keepDue } from './worker/due';
import { keepOutbox } from './worker/outbox';
import { keepPacks } from './worker/packs';
import { keepRetention } from './worker/retention';

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
    keepRetention(opening);
    keepDue(opening);
  },
});
