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

const rememberedAs = 'interfaceLanguage';

/**
 * The language that this browser's interface spoke last, at once and without waiting for the settings; the first
 * time, the browser's own.
 */
export function lastInterfaceLanguage(): Language {
  const last = whereAllowed(() => localStorage.getItem(rememberedAs)) ?? navigator.language;
  return last.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Keeps the language for the next page's first paint. */
export function rememberInterfaceLanguage(language: Language): void {
  whereAllowed(() => localStorage.setItem(rememberedAs, language));
}

// A browser may forbid pages to store anything; the first paint is then in the browser's language.
function whereAllowed<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** All texts of the interface in a language. Both languages have the same keys: the types hold them to it. */
export function messagesIn(language: Language): Messages {
  return language === 'zh-CN' ? chinese : english;
}
