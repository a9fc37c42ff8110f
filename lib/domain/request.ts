// What the customer asks for, in their own words (doctrine 3: the request).
import { remember } from '../text/remember';
import { sentencesOf } from '../text/sentence';

// Wishes to be heard or told are no request to record: the panel's steps see to them, and its procedures to threats.
const wishes: readonly RegExp[] = [
  /\bI(?:['’]d (?:really )?(?:like|love|prefer|appreciate)|(?: (?:just|only|really|still|simply))* (?:want|need|demand|expect|insist|request|would (?:like|prefer|appreciate))|['’]m asking for|am asking for)\b(?! (?:to )?(?:complain|report|ask|say|tell|know|understand|hear|mention|point out|check if|a moment|see|kill|die|hurt|harm|end (?:it|my)))/iu,
  /\b(?:please|pls|kindly|can you|could you|can I (?:get|have)|could I (?:get|have)|^just) (?:please )?(?:send|resend|refund|cancel|replace|exchange|repair|return|deliver|redeliver|correct|fix|give|pay|credit|reimburse|remove|ship|a refund|my money)\b/iu,
  /(?:^|[,;:–—-] ?|\b(?:so|then|and|or|please|just) )(?:give|send|refund|pay|credit) me\b|\b(?:my|the) money back\b/iu,
  /(?:我|我们|本人)(?:只|就|现在|还是|也)?(?:是)?(?:想要|希望|要求|需要|要|想)(?!死|自杀|杀|打|炸|跳|伤|投诉|反映|反馈|问|咨询|知道|了解|说|确认|请教|不)/u,
  /(?:希望|要求|麻烦|请(?!问)|能不能|能否|可不可以|必须)[^，。！？,;；]{0,14}(?:退|换|补|赔|重发|发货|送|修|取消|更正|改|处理|道歉|安排|免|给我)/u,
  /给我(?:退|换|补|重|赔|修|送|发)/u,
];

/** The last sentence that asks for something to be done; undefined where none does. */
export function requestIn(texts: readonly string[]): string | undefined {
  for (const text of texts.toReversed()) {
    const asked = lastWish(text);
    if (asked !== undefined) return asked;
  }
  return undefined;
}

const lastWish = remember((text) =>
  sentencesOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .findLast((sentence) => wishes.some((wish) => isWish(wish, sentence))),
);

// What others did not do is told, not asked for.
const denied =
  /(?:n['’]t|\bnot|\bnever|\bnobody|\bwithout|没有?|从不|从未|不肯|不愿)(?: \p{L}+)?\s*$/iu;

function isWish(wish: RegExp, sentence: string): boolean {
  const found = wish.exec(sentence);
  return found !== null && !denied.test(sentence.slice(0, found.index));
}
