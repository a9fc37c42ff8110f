// Tells Chinese from English text by its characters.

/** `zh-CN` if at least a fifth of the letters are Han, `en` if there are other letters, undefined without letters. */
export function languageOf(text: string): 'en' | 'zh-CN' | undefined {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  return han * 5 >= letters ? 'zh-CN' : 'en';
}
