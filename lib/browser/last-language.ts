// The language that the interface spoke last, known before any settings are read.
import type { Language } from '../domain/pack';

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
