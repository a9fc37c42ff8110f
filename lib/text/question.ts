// Where a message asks something, told by its grammar: English and Chinese, with or without a question mark.
import type { Range } from './gap';
import { clausesOf, sentencesOf } from './sentence';
import type { Sentence } from './sentence';

/**
 * `open` asks for a fact (who, what, when, 什么, 多少), `closed` for a yes or no; `said` is a statement with a question
 * mark or a tag behind it ("you want two, right?", "您是想退货对吗").
 */
export type Question = Range & { form: 'open' | 'closed' | 'said' };

/** The questions in their order; each begins with the clause that asks and ends with its sentence or clause. */
export function questionsOf(text: string): Question[] {
  return sentencesOf(text).flatMap((sentence) => {
    const clauses = clausesOf(text, sentence);
    const isHan = /\p{Script=Han}/u.test(text.slice(sentence.start, sentence.end));
    return isHan ? chineseIn(text, sentence, clauses) : englishIn(text, sentence, clauses);
  });
}

const lead =
  '(?:(?:and|but|so|ok|okay|also|well|hi|hey|hello|oh|please|sorry|thanks|thank you|great|sure|yes|no|alright|perfect|first|firstly|then|now|or|because|in that case|just to (?:check|confirm|clarify|be sure)|to confirm|if so|if not|by the way|just wondering|once again|again|there)[ ,]+){0,3}';
const asker = '(?:you|your|yours|i|we|it|this|that|there|they|he|she|u|ya)';
const anyone = `(?:${asker}|the|these|those|any|anyone|anything|someone|something|my|our|all|both|either)`;
const short = '(?:i|we|you|he|she|it|this|that|they|there)';
const auxiliary =
  "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|am|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|can't|couldn't|won't|wouldn't|shouldn't)";
const asking = `(?:what|what's|whats|when|when's|where|where's|who|who's|whom|whose|which|why|how|how's)`;

// Marked with a question mark, a look at the first words is enough; without one, the order of the words must show it.
const open = new RegExp(
  `^${lead}(?:(?:at|in|on|to|from|for|by|with|of|about|since) )?${asking}\\b`,
  'i',
);
const inverted = new RegExp(`^${lead}${auxiliary} (?:not )?${anyone}\\b`, 'i');
const openPlain = new RegExp(
  `^${lead}(?:(?:at|in|on|to|from|for|by|with|of|about|since) )?(?:(?:when|where|who|why|how)|(?:what|which|how)(?: (?!you|your|i|we|it|they)[\\p{L}']+){0,3}?) (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should) (?:you|your|the|it|this|that|they|there|we|i)\\b|^${lead}(?:what's|whats|where's|who's|when's) (?:your|the)\\b`,
  'iu',
);
const invertedPlain = new RegExp(
  `^${lead}(?:(?:do|does|did|have|can|could|would|will|are|were|should) you|(?:may|can|could|shall|should) (?:i|we)|(?:is|was|did|does|has) (?:it|this|that|there|your|the))\\b`,
  'i',
);
// "Have you any questions, write to us" is rare; "when you have it, send it" is not, and has no inversion.
const inside = new RegExp(
  `(?:^|[ ,])(?:(?:and|or|but|so) )(${auxiliary} ${asker}\\b|${asking} ${auxiliary}\\b|${asking} \\p{L}+ ${auxiliary}\\b)`,
  'iu',
);
const tag = new RegExp(
  `(?:^|[\\s,])(?:right|correct|yes|yeah|no|ok|okay|is it|is that so|is that (?:it|right|correct)|[a-z]+n't ${short})\\s*\\?*$`,
  'i',
);
// "It won't close, will it?": only behind what is denied, for "if it is late, will you?" asks.
const tagBehindNo = new RegExp(
  `(?:n't|\\b(?:not|never|no|nothing|nobody|hardly))\\b.*[\\s,]${auxiliary} ${short}\\s*\\?*$`,
  'i',
);
const tagAlone = new RegExp(`^${auxiliary} ${short}\\s*\\?*$`, 'i');

function englishIn(text: string, sentence: Sentence, clauses: readonly Range[]): Question[] {
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (!first || !last) return [];
  if (!sentence.asked) return plainEnglish(text, sentence, clauses);
  if (isTagged(text, sentence, clauses))
    return [{ start: first.start, end: sentence.end, form: 'said' }];
  const asks = clauses.find((clause) => isForm(plainOf(text, clause)));
  if (asks)
    return [
      {
        start: asks.start,
        end: sentence.end,
        form: open.test(plainOf(text, asks)) ? 'open' : 'closed',
      },
    ];
  const within = inside.exec(plainOf(text, last));
  if (within?.[1] !== undefined) {
    const start = last.start + within.index + within[0].length - within[1].length;
    return [
      {
        start,
        end: sentence.end,
        form: new RegExp(`^${asking}\\b`, 'i').test(within[1]) ? 'open' : 'closed',
      },
    ];
  }
  return [{ start: first.start, end: sentence.end, form: 'said' }];
}

/** A statement with a tag behind it: "it is the lid, isn't it?". A tag alone has a question's form and is none. */
function isTagged(text: string, sentence: Sentence, clauses: readonly Range[]): boolean {
  const said = clauses.map((clause) => plainOf(text, clause));
  const last = said.at(-1) ?? '';
  if (!tag.test(last) && !tagBehindNo.test(plainOf(text, sentence))) return false;
  const stated = said.length > 1 && tagAlone.test(last) ? said.slice(0, -1) : said;
  return !stated.some(isForm);
}

function isForm(said: string): boolean {
  return open.test(said) || inverted.test(said);
}

function plainEnglish(text: string, sentence: Sentence, clauses: readonly Range[]): Question[] {
  for (const clause of clauses) {
    const said = plainOf(text, clause);
    if (openPlain.test(said)) return [{ start: clause.start, end: sentence.end, form: 'open' }];
    if (invertedPlain.test(said))
      return [{ start: clause.start, end: sentence.end, form: 'closed' }];
  }
  return [];
}

/** Curly quotes straight: one character for one, so that places stay. */
function plainOf(text: string, { start, end }: Range): string {
  return text.slice(start, end).replace(/[‘’ʼ]/g, "'");
}

const chineseClosed =
  /是否|有没有|是不是|能不能|可不可以|会不会|要不要|对不对|好不好|行不行|需不需要|方不方便|愿不愿意|(?:吗|嘛|么|不|没)[?？]|(?:吗|对吧|是吧|对不|好么|行么|的么|了么)(?:[呢呀啊哦哈亲~～!！.。?？…\s]*)$|(?:吗|对吧|是吧)[呢呀啊哦哈亲]?(?=[\s,，?？])/u;
const chineseOpen =
  /什么|哪[里个些款种位天家一儿边]|哪(?=\p{Script=Han})|谁|多少|几[点号个件天次张双台盒瓶月周位月楼单]|怎么|怎样|为何|为啥|为什么|啥|何时|如何|多久|多大|多长|多高/u;
// 什么 and its kin also mean "anything", "nothing", "whatever".
const indefinite =
  /(?:如果|如|若|要是|万一|不管|无论|不论|任何|随便|没有?|没|有)[^，,。]{0,8}(?:什么|哪|谁|怎么|多少|啥)[^?？]{0,12}(?:可以|都|也|请|随时|欢迎|尽管|直接|联系|问题|需要|不)|(?:什么|哪[里个儿]|谁|怎么|多少|啥)[^，,。?？]{0,6}(?:都|也)|没什么|没啥|什么的|怎么也|几[天个分]|这么|那么|不知道|不清楚|不确定|为什么会|怎么这么/u;
const strongOpen =
  /请问|您|你|是什么|是多少|是哪|在哪|多少呢|什么呢|哪[里个款种]呢|[要选]哪|怎么了|什么问题|什么原因|怎么样|多久/u;
const chineseTag =
  /(?:对吗|是吗|对吧|是吧|对么|是么|对不对|是不是|是这样吗|没错吧|吧)[\s呢呀啊哦哈亲~～?？!！]*$/u;

function chineseIn(text: string, sentence: Sentence, clauses: readonly Range[]): Question[] {
  const found = clauses.flatMap((clause, index): Question[] => {
    const isLast = index === clauses.length - 1;
    const said = text.slice(clause.start, isLast ? sentence.end : clause.end);
    const form = chineseForm(said, isLast && sentence.asked);
    const end = isLast ? sentence.end : clause.end;
    return form ? [{ start: clause.start, end, form }] : [];
  });
  return found;
}

function chineseForm(said: string, asked: boolean): Question['form'] | undefined {
  if (chineseTag.test(said) && (asked || /[吗么]/u.test(said))) return 'said';
  if (chineseClosed.test(said)) return 'closed';
  const isOpen = chineseOpen.test(said);
  if (asked) return isOpen ? 'open' : 'closed';
  if (!isOpen || indefinite.test(said) || said.length > 24) return undefined;
  return strongOpen.test(said) ? 'open' : undefined;
}
