// Which clauses say no: the small closed lists of negative words in both languages, without what only looks like one.
import { clausesOf, sentencesOf } from '../text/sentence';
import type { Language } from './pack';

/** `words` as written. `sentence` counts from 0. */
export type Clause = { words: string; sentence: number; negative: boolean; downbeat: boolean };

type Words = { negative: RegExp; harmless: RegExp; downbeat: RegExp; joins: RegExp };

const english: Words = {
  negative:
    /\b(?:not|no|never|nothing|nobody|none|neither|nor|cannot|unable|impossible|refused?|declined?|rejected?|without)\b|n['’]t\b/i,
  harmless:
    /\bnot only\b|\bno (?:problem|worries|later than|matter|doubt|extra|additional|cost|charge|obligation)\b|\bat no\b|\b(?:don['’]t|do not|no need to) (?:worry|hesitate)\b|\bwhy (?:not|don['’]t)\b|\bwithout (?:any |extra |further )*(?:cost|costs|charge|delay|waiting|trouble|fee|fees)\b/gi,
  downbeat: /\b(?:sorry|afraid|unfortunately|regrettably|sadly)\b/i,
  joins: /\s+(?:and|but|nor|or|so)\s+/i,
};

const chinese: Words = {
  negative: /不|没|無|无|未|勿|别|拒|驳回|禁止/,
  harmless:
    /不仅|不但|不少|不过|不管|不论|不断|不同|不错|不久|不限|不好意思|不客气|对不起|了不起|差不多|要不(?!行|了)|(.)不\1|不用(?:担心|着急|再|您)|不必(?:担心|着急|再)|不会(?:耽误|影响|让您|再)|不(?:另|额外|再)?收(?:取)?(?:任何)?(?:费|运费)|没问题|没关系|无论|无需|无忧|无条件|未来|特别|个别|分别|区别|级别|别的|别人|别处|别家/g,
  downbeat: /抱歉|遗憾|恐怕|对不起|不好意思/,
  joins: /(?:而且|并且|但是|但)/,
};

/** The clauses of a text in their order, each with whether it says no, and whether it regrets. */
export function clausesIn(text: string, language: Language): Clause[] {
  const { negative, harmless, downbeat, joins } = language === 'en' ? english : chinese;
  return sentencesOf(text).flatMap((sentence, index) =>
    clausesOf(text, sentence)
      .flatMap(({ start, end }) => text.slice(start, end).split(joins))
      .map((words) => words.trim().replace(/[\s.!?。！？…,，]+$/u, ''))
      .filter((words) => /[\p{L}\p{N}]/u.test(words))
      .map((words) => ({
        words,
        sentence: index,
        negative: negative.test(words.replaceAll(harmless, ' ')),
        downbeat: downbeat.test(words),
      })),
  );
}
