// Turns what a customer says of themselves round, so that the agent can say it to them: "my parcel" is "your parcel".

/**
 * The same sentence seen from the other side: I and we become you, you becomes we or us. Undefined where it cannot be
 * told how, such as in a command; better a quotation then than broken grammar.
 */
export function turnRound(text: string, language: 'en' | 'zh-CN'): string | undefined {
  return language === 'en' ? inEnglish(text) : inChinese(text);
}

// Somebody is told to do something: turned round it would be told to the customer.
const commands =
  /^(?:please|pls|just|now|so|and)?\s*(?:please|send|give|refund|tell|call|fix|cancel|check|help|stop|get|let|do|make|look|explain|return|replace|change|don['’]t|do not)\b/i;

const forms: Readonly<Record<string, string>> = {
  i: 'you',
  "i'm": "you're",
  "i've": "you've",
  "i'd": "you'd",
  "i'll": "you'll",
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  we: 'you',
  "we're": "you're",
  "we've": "you've",
  "we'd": "you'd",
  "we'll": "you'll",
  us: 'you',
  our: 'your',
  ours: 'yours',
  your: 'our',
  yours: 'ours',
  "you're": "we're",
  "you've": "we've",
  "you'd": "we'd",
  "you'll": "we'll",
  yourself: 'ourselves',
  yourselves: 'ourselves',
};
const beforeObject =
  /(?:\b(?:to|from|with|for|by|of|at|about|on|than|told|called|asked|paid|sent|gave|emailed|phoned|rang|wrote|contacted|messaged|reminded|trusted|thank)\s+)$/i;
const ownVerb = /^(?:am|was)$/i;

function inEnglish(text: string): string | undefined {
  if (commands.test(text)) return undefined;
  const plain = text.replace(/[’‘]/g, "'");
  let turnedI = false;
  const turned = plain.replace(/[\p{L}']+/gu, (word, at: number) => {
    const small = word.toLowerCase();
    const follows = turnedI;
    // "I am" and "I was" are "you are" and "you were"; an adverb may stand between them.
    turnedI =
      small === 'i' ||
      (follows && /^(?:really|still|also|just|already|never|then|only)$/i.test(word));
    if (follows && ownVerb.test(word)) return small === 'am' ? 'are' : 'were';
    if (small === 'you') return beforeObject.test(plain.slice(0, at)) ? 'us' : 'we';
    const form = Object.hasOwn(forms, small) ? forms[small] : undefined;
    return form ?? word;
  });
  return /\b(?:was|am) you\b/i.test(turned) ? undefined : turned;
}

const chineseCommands =
  /^(?:请|麻烦|快(?!递)|赶紧|赶快|马上|立刻|给我|帮我|把|别(?!人)|不要|能不能|可以)/u;

function inChinese(text: string): string | undefined {
  if (chineseCommands.test(text)) return undefined;
  return text.replace(/你们|您们|你|您|我们家|我们|咱们|我/gu, (word) => {
    if (/[你您]/u.test(word)) return '我们';
    return word === '我们家' ? '您家' : '您';
  });
}
