// Whether a refusal holds what a good one does (S1–S3, W2, W9, P1), and what to do where it does not.
import type { DraftCheck } from './draft-check';
import type { Ear } from './hear';
import { clausesIn } from './negation';
import type { Clause } from './negation';
import type { Language, Layer, Meaning } from './pack';
import { composeRefusal, layers } from './refusal';
import type { Refusal } from './refusal';
import { findTimes } from './time-words';

/** What is amiss; `words` are those that show it. */
export type RefusalFinding =
  | { is: 'missing'; layer: Layer } // S1–S3
  | { is: 'verdict-first'; words: string } // S2: the no stands before its reason
  | { is: 'no-reason'; words: string } // S2: a bare no
  | { is: 'blunt'; words: string; rule: string; reason: string | undefined } // of the draft check
  | { is: 'negatives-in-a-row'; words: string }
  | { is: 'ends-negative'; words: string }
  | { is: 'no-alternative' } // W2
  | { is: 'no-time' }; // P1

export type RefusalMeans = { language: Language; ear: Ear; check: DraftCheck };

/** Everything that is amiss, in the order in which it is best mended; empty for a good refusal. */
export function checkRefusal(refusal: Refusal, means: RefusalMeans): RefusalFinding[] {
  const text = composeRefusal(refusal, means.language);
  const missing = layers.filter((layer) => sayOnly(refusal, layer, means.language) === '');
  return [
    ...missing.map((layer) => ({ is: 'missing', layer }) as const),
    ...orderIn(refusal, means),
    ...bluntIn(refusal, text, means),
    ...inARow(clausesIn(text, means.language)),
    ...(missing.includes('offer')
      ? []
      : [...endingOf(refusal, means), ...offeredIn(refusal, means)]),
  ];
}

function sayOnly(refusal: Refusal, layer: Layer, language: Language): string {
  return composeRefusal({ affirm: '', explain: '', offer: '', [layer]: refusal[layer] }, language);
}

// W2, S2: here a no has its place, and what is wrong with it is told by where it stands.
const aboutNo: ReadonlySet<string> = new Set(['W2', 'S2']);

function bluntIn(refusal: Refusal, text: string, means: RefusalMeans): RefusalFinding[] {
  const explained = sayOnly(refusal, 'explain', means.language);
  const from = text.indexOf(explained, sayOnly(refusal, 'affirm', means.language).length);
  const isInside = ({ start, end }: { start: number; end: number }) =>
    start >= from && end <= from + explained.length;
  return means
    .check(text)
    .filter((flag) => !(aboutNo.has(flag.rule) && isInside(flag)))
    .map(({ words, rule, reason }) => ({ is: 'blunt', words, rule, reason }));
}

// Somebody apologises or takes a breath before the no; that is no reason.
const fillers: Record<Language, RegExp> = {
  en: /^(?:\S+\s*){1,2}$|^(?:I|we)(?:['’]m|['’]re| am| are) (?:so |very |really |truly )*(?:sorry|afraid)\b/i,
  'zh-CN': /^.{1,4}$|^(?:真的|实在|非常|很|真是)*(?:抱歉|对不起|不好意思|遗憾)/u,
};
const reasons: Record<Language, RegExp> = {
  en: /\b(?:because|since|as|due to|owing to|given|the reason)\b/i,
  'zh-CN': /因为|由于|鉴于|原因|因此|所以/,
};

/** S2: a no belongs behind its reason, and so never into the first layer. */
function orderIn({ affirm, explain }: Refusal, means: RefusalMeans): RefusalFinding[] {
  const { language, ear, check } = means;
  // What sounds like a no to the ear alone ("it is over the time") may be the reason itself.
  const isVerdict = ({ words, negative }: Clause) =>
    negative && (hears(ear, words, 'refuse') || check(words).some(({ rule }) => aboutNo.has(rule)));
  const early = clausesIn(affirm, language).find(isVerdict);
  if (early) return [{ is: 'verdict-first', words: early.words }];
  const clauses = clausesIn(explain, language);
  const at = clauses.findIndex(isVerdict);
  const verdict = clauses[at];
  if (!verdict || reasons[language].test(verdict.words.slice(0, verdict.words.length / 2)))
    return [];
  const tells = (clause: Clause) => !isVerdict(clause) && !fillers[language].test(clause.words);
  if (clauses.slice(0, at).some(tells)) return [];
  const told = clauses.slice(at + 1).some(tells) || reasons[language].test(explain);
  return [{ is: told ? 'verdict-first' : 'no-reason', words: verdict.words }];
}

function inARow(clauses: readonly Clause[]): RefusalFinding[] {
  const at = clauses.findIndex(({ negative }, index) => negative && clauses[index - 1]?.negative);
  const [first, second] = [clauses[at - 1], clauses[at]];
  return first && second ? [{ is: 'negatives-in-a-row', words: second.words }] : [];
}

function endingOf({ offer }: Refusal, { language }: RefusalMeans): RefusalFinding[] {
  const last = clausesIn(offer, language).at(-1);
  return last && (last.negative || last.downbeat)
    ? [{ is: 'ends-negative', words: last.words }]
    : [];
}

// Somebody does something, or the customer may: the ear knows the common ways alone.
const doings: Record<Language, RegExp> = {
  en: /\b(?:I|we|you)(?:['’]ll| will| can| could)\b|\b(?:I|we)(?:['’]ve| have) (?:\w+ed|put|set|sent|made|found|kept)\b|\b(?:would you like|how about|instead)\b/i,
  'zh-CN':
    /我(?:们|这边)?(?:已|现在|马上|这就|来|会|可以|能|先|帮|为|给|去|替|把|再)|可以|[帮为给替]您|您会/,
};
const others: Record<Language, RegExp> = {
  en: /\b(?:other|another|alternatives?|instead|else)\b/i,
  'zh-CN': /别的|其他|其它|另外|替代|另一/,
};

/** W2, P1: what can be done and by when, or why there is nothing else. */
function offeredIn(refusal: Refusal, { language, ear }: RefusalMeans): RefusalFinding[] {
  const { explain, offer } = refusal;
  if (saysWhyNothingElse(`${explain}\n${offer}`, language)) return [];
  const offers =
    (['propose.option', 'promise', 'transfer'] as const).some((means) =>
      hears(ear, offer, means),
    ) ||
    clausesIn(offer, language).some(
      (clause) => !clause.negative && doings[language].test(clause.words),
    );
  return [
    ...(offers ? [] : [{ is: 'no-alternative' } as const]),
    ...(findTimes(offer).length > 0 ? [] : [{ is: 'no-time' } as const]),
  ];
}

function saysWhyNothingElse(text: string, language: Language): boolean {
  const clauses = clausesIn(text, language);
  return clauses.some(
    ({ words, sentence, negative }) =>
      // "别的" is left out of the negative words, so the clause says no beside it.
      negative &&
      others[language].test(words) &&
      clauses.some((each) => each.sentence === sentence && reasons[language].test(each.words)),
  );
}

function hears(ear: Ear, text: string, means: Meaning): boolean {
  return ear({ side: 'agent', text }).some((found) => found.means === means);
}
