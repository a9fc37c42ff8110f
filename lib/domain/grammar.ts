// The little grammar that a rewrite needs: where clauses begin, what may follow, what cannot be moved.
import type { Language, Wording } from './pack';

export type Grammar = {
  /** What opens a sentence and goes with the flagged words: "Unfortunately, ", "其实". */
  softener: RegExp;
  /** Ends what stands before a new clause. */
  clauseOpening: RegExp;
  /** Before the words: a question does not follow upon it ("Sign here, and could you …?"). */
  joined: RegExp;
  /** Somewhere before the words: what follows belongs to another clause and cannot stand alone. */
  dependent: RegExp;
  /** Right before what is stated of the customer: it is asked, known or regretted, not said to them. */
  embedded: RegExp;
  /** In the words' own clause before or behind them: nothing is said, only imagined. */
  condition: RegExp;
  conditionBehind: RegExp;
  /** Where clauses are cut. */
  clauseCut: RegExp;
  /** The sentence asks, with or without a question mark. */
  question: RegExp;
  /** More than one thought: such a rest cannot be moved into another sentence. */
  complex: RegExp;
  /** Where a statement may be replaced up to a comma; the rest goes on unless it depends on what was replaced. */
  comma: RegExp | undefined;
  /** Behind the last word of what is moved, dropped there. */
  particles: RegExp;
  /** Right behind the flagged words and part of them. */
  tail: RegExp;
  /** A form of address or a filler, which leaves a sentence of one word a sentence of one word. */
  address: RegExp;
  follows: Record<NonNullable<Wording['follows']>, RegExp>;
};

const english: Grammar = {
  softener:
    /(?:\b(?:unfortunately|sadly|regrettably|honestly|actually)\b,?|\bI(?: a|['’])m (?:afraid|sorry to say)(?: that| but|,)?)\s+$/i,
  clauseOpening:
    /(?:^|[,;:]|\s[-–—]+|(?:^|\s)(?:and|but|so|then|however|therefore|also)|\p{Extended_Pictographic}\ufe0f?)\s*$/iu,
  joined: /\band\s+$/i,
  dependent:
    /\b(?:if|when(?:ever)?|once|as|since|because|although|though|while|until|unless|before|after|that|which|who|where|why|how|whether|without|for|to)\b/i,
  embedded:
    /\b(?:do|did|does|would|will|could|should|have|had|are|were|don't|didn't|won't|doesn't|never|all|what|whatever|anything|everything|something|thing|things|ones?|much|many|long|where|when|whenever|how|why|which|who|as|feel|think|until|every time)\s+$|\b(?:sorry|hear|see|understand|shame|frustrating|apologi[sz]e|disappointed|appreciate|know|thanks?|glad)\b[^.!?]{0,40}$/i,
  condition: /\b(?:if|in case|whether|even though|what happens when|whenever|should you)\b/i,
  conditionBehind: /^(?!)/,
  clauseCut: /[,;:()]|\s[-–—]+\s/,
  question:
    /^(?:(?:and|but|so|ok|okay|hi|hello|sorry)\W+)*(?:do|does|did|are|is|was|were|can|could|would|will|have|has|what|where|which|when|who|how|why|may|shall)\b(?! (?:not )?(?:you|we) (?:do|can)\b.*,)/i,
  complex:
    // Words that join clauses, or are said behind one; “as soon as possible” joins none.
    /[,;:()"“”«»[\]\n]|\s[-–—]\s|\b(?:or|but|because|otherwise|unless|until|although|though|since|while|if|when|once|then|instead|https?)\b|\bso (?!that\b)|\bas\b(?! soon as possible| well| a )|\band (?:I|we|you|they|it|he|she|that|this|there)\b|\b(?:sorry|tbh|lol|ok|okay|i[’']?m afraid)$|\p{Extended_Pictographic}/iu,
  comma: undefined,
  particles: /\s+(?:though|anyway|either|any ?more|any longer|at all)$/i,
  tail: /^(?!)/,
  address: /^(?:sorry|hi|hello|well|oh|ok|okay|sir|madam|[^\p{L}\p{N}])*$/iu,
  follows: {
    verb: /^\s(?!(?:a|an|the|my|your|our|their|this|that|these|those|it|him|them|me|us|you|we|I|is|are|was|were|been|being|have|has|had|not|never|no|at|in|on|of|with|from|by|and|or|but|if|as|be|able|know|understand|realise|realize|really|actually)\b)[a-z]+\b(?<!(?:[^r]ing|[^e]ed)\b|(?:thing)\b)/i,
    noun: /^\s(?:(?:a|an|the|your|our|this|that|these|those|another|some|both|one|two|its|their)\b|\d)/i,
    words: /^\s[\p{L}\p{N}]/u,
    end: /^\s*$/,
  },
};

const chinese: Grammar = {
  softener: /(?:很遗憾|遗憾的是|可惜|其实|事实上|说实话|老实说)[，,]?\s*$/,
  clauseOpening:
    /(?:^|[，,；;：:、]|\s|所以|那么|那|然后|但是|但|不过|亲|这边|这个|那个|这款|也|就|而且|同时|首先|先|\p{Extended_Pictographic}\ufe0f?)\s*$/u,
  joined: /(?:而且|并且)$/,
  dependent:
    /如果|若|要是|因为|由于|当|虽然|即使|只有|只要|除非|的话|之后|以后|之前|才|万一|假如|说/,
  embedded:
    /(?:不|让|给|为|帮|跟|和|对|替|问|请问|请|建议|麻烦|辛苦|可以|看|看到|显示|知道|觉得|以为|认为|什么时候|为什么|怎么|所|有什么|哪些|什么|只要|当|送|等|感谢|谢谢|抱歉|理解|明白|了解到|得知|听到)$/,
  condition:
    /如果|若[^干]|要是|万一|假如|假设|如[需有您]|^如$|是否|有没有|会不会|能不能|可不可以|有什么|有何|哪里|哪些/,
  conditionBehind:
    /^(?:(?!如果|若|要是)[^，,。！？；]){0,12}的话|^[^，,。！？；]{0,8}(?:的时候|之前|时[，,])/,
  clauseCut: /[，,；;：:]|\s/,
  question:
    /(?:吗|么|嘛|是不是|是吧|对吧|什么|多少|几[个件天点号]|哪[个些里位种]|怎么|如何|还是).{0,12}$|[吗么][^吗么]{0,2}$/,
  complex:
    /[，,；;：:、（）()“”"「」\n]|\p{Extended_Pictographic}|否则|不然|但是|因为|所以|才能|才可以|\s/u,
  comma:
    /[，,](?!\s*(?:因为|由于|否则|不然|要不|所以|但|才|就|也|除非|如果|只|而|并|且|我们也|谢谢|请谅解|请理解|望))/,
  particles: /[哦呢哈啦呀噢喔哟嘛啊]+$/,
  tail: /^[哦呢哈啦呀噢喔哟嘛啊的]+/,
  address: /^(?:亲爱的|亲|您好|你好|是的|那|这个|这|嗯|[^\p{L}\p{N}]|[哦呢哈啦呀噢喔哟嘛啊的])*$/u,
  follows: {
    verb: /^(?![的了吗呢吧啊呀哦嘛啦么是有没不])[\p{Script=Han}A-Za-z]/u,
    noun: /^[\p{Script=Han}A-Za-z0-9]/u,
    words: /^(?![的了吗呢吧啊呀哦嘛啦么])[\p{Script=Han}A-Za-z0-9]/u,
    end: /^[哦呢哈啦呀噢喔哟嘛啊的]*\s*(?:$|[，,])/,
  },
};

/** The grammar of a pack's language. */
export function grammarOf(language: Language): Grammar {
  return language === 'en' ? english : chinese;
}
