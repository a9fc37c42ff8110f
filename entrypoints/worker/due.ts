// Announces what is due while no panel is open, bound to the real browser.
import { notifyWhenDue } from '../../lib/browser/due-alarm';
import { interfaceLanguage, messagesIn } from '../../lib/browser/interface-language';
import { loadSettings } from '../../lib/browser/settings';
import type { OpenedMemory } from '../../lib/data/memory';
import { minutesOf } from '../../lib/domain/due';
import { dueNotice } from '../../lib/domain/due-notice';

export function keepDue(opening: Promise<OpenedMemory>): void {
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
}
