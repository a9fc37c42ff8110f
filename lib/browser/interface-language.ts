// Which language the interface speaks, and its messages.
import { browser } from 'wxt/browser';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import type { Language } from '../domain/pack';
import type { Messages } from '../domain/texts';
import type { Settings } from '../domain/settings';

/** The chosen language, or the browser's; English where it is neither Chinese nor English. */
export function interfaceLanguage(chosen: Settings['language']): Language {
  if (chosen !== 'auto') return chosen;
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** All texts of the interface in a language. Both languages have the same keys: the types hold them to it. */
export function messagesIn(language: Language): Messages {
  return language === 'zh-CN' ? chinese : english;
}
