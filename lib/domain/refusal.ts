// A refusal in three layers (S1 affirm, S2 explain, S3 what can be done): which blocks fit, and one text of them all.
import type { Language, Layer, RefusalBlock } from './pack';
import { layerSchema } from './pack';

/** What is said in each layer; an empty one is not written yet. */
export type Refusal = Readonly<Record<Layer, string>>;

export const layers: readonly Layer[] = layerSchema.options;

export type RefusalSituation = {
  category?: string | undefined;
  /** Ids of what was said before in this conversation. */
  used: ReadonlySet<string>;
};

/**
 * A layer's blocks, the most fitting first: those for the category, those for any, those for another; behind them all
 * what was said here before (R5). Ties keep the pack's order.
 */
export function rankBlocks(
  blocks: readonly RefusalBlock[],
  layer: Layer,
  { category, used }: RefusalSituation,
): RefusalBlock[] {
  const distance = ({ id, categories }: RefusalBlock) => {
    const fit = !categories ? 1 : categories.includes(category ?? '') ? 0 : 2;
    return fit + (used.has(id) ? 10 : 0);
  };
  return blocks
    .filter((block) => block.layer === layer)
    .toSorted((a, b) => distance(a) - distance(b));
}

/**
 * The three layers as one text in their language: every layer begins as a sentence and ends as one, Chinese with
 * Chinese marks. Empty layers leave nothing behind.
 */
export function composeRefusal(refusal: Refusal, language: Language): string {
  const sentences = layers
    .map((layer) => asSentence(refusal[layer], language))
    .filter((text) => text !== '');
  return joinSentences(sentences, language);
}

/** The words as a sentence of that language: a beginning, an end, Chinese with Chinese marks. Empty where nothing is said. */
export function asSentence(text: string, language: Language): string {
  return language === 'en' ? inEnglish(text) : inChinese(text);
}

/** Whole sentences as one text; Chinese needs no spaces between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'en' ? ' ' : '');
}

// Letters, digits and whatever else is read aloud; a layer of marks alone says nothing.
const said = /[\p{L}\p{N}]/u;
const loose = /[\s,;:，；：、\-–—]+$/u;

function inEnglish(text: string): string {
  const kept = text.trim().replace(loose, '');
  if (!said.test(kept)) return '';
  // "iPhone" and other names with a small first letter are written so.
  const opened = kept.replace(
    /^(["“(]?)(\p{Ll})(?!\p{Lu})/u,
    (_, quote: string, first: string) => `${quote}${first.toUpperCase()}`,
  );
  return /[.!?…][)"'”’]*$|\p{Extended_Pictographic}\ufe0f?$/u.test(opened) ? opened : `${opened}.`;
}

const wideMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
};

function inChinese(text: string): string {
  const kept = widen(text.trim()).replace(loose, '');
  if (!said.test(kept)) return '';
  const ends = /[。！？…～][）”’」]*$|\p{Extended_Pictographic}\ufe0f?$/u.test(kept);
  return ends
    ? kept
    : `${kept.replace(/[.!?]+$/u, '')}${wideMarks[/[.!?]$/.exec(kept)?.[0] ?? '.']}`;
}

/** Half-width marks beside a Chinese character, as a keyboard left in English writes them, and the space after them. */
function widen(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han})\s*([,;:!?])\s*/gu, (_, mark: string) => wideMarks[mark] ?? mark)
    .replace(/(?<=\p{Script=Han})\.(?=\s|$|\p{Script=Han})\s*/gu, '。')
    .replace(/([,;])\s*(?=\p{Script=Han})/gu, (_, mark: string) => wideMarks[mark] ?? mark);
}
