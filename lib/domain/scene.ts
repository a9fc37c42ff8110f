// A message as its cues see it: its sentences and questions, and what was said before it.
import { sharedWords } from '../text/echo';
import type { Range } from '../text/gap';
import { questionsOf } from '../text/question';
import type { Question } from '../text/question';
import { clausesOf, sentencesOf } from '../text/sentence';
import type { Sentence } from '../text/sentence';
import type { Message } from './conversation';
import type { Cue } from './pack';

export type Said = Pick<Message, 'side' | 'text'>;

export type Scene = {
  text: string;
  sentences: readonly Sentence[];
  questions: readonly Question[];
  /** Whether the passage repeats so many content words of what the customer said last. */
  echoes(range: Range, least: number): boolean;
};

const rememberedMessages = 4;
/** One content word is enough where a cue says that something is said back. */
const leastEcho = 1;

export function sceneOf(text: string, before: readonly Said[]): Scene {
  const earlier = before
    .slice(-rememberedMessages)
    .flatMap((each) => (each.side === 'agent' ? [] : [each.text]));
  return {
    text,
    sentences: sentencesOf(text),
    questions: questionsOf(text),
    echoes: ({ start, end }, least) =>
      earlier.length > 0 && sharedWords(text.slice(start, end), earlier) >= least,
  };
}

/** Whether the cue counts where its words were found: in a question or not, at a start, as an echo. */
export function counts(cue: Cue, range: Range, scene: Scene): boolean {
  const isAsked = scene.questions.some((question) => overlaps(question, range));
  if (cue.only && cue.only !== (isAsked ? 'question' : 'statement')) return false;
  if (cue.start && !isAtStart(cue.start, range, scene)) return false;
  return !cue.echo || scene.echoes(sentenceAt(scene, range), leastEcho);
}

export function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The sentence in which a passage begins. */
export function sentenceAt({ sentences, text }: Scene, { start }: Range): Range {
  const own = sentences.find((each) => each.start <= start && start < each.end);
  return own ?? { start: 0, end: text.length };
}

// What may stand between the beginning of a clause and its verb without being a subject.
const lead =
  /(?:^|\s)(?:please|pls|kindly|then|and then|and please)\s+$|^(?:(?:and|or|so|but|just|also|now|first|next|simply|yes|ok|okay|sure|no|otherwise|alternatively|instead|again)\s+)+$|^[请麻烦劳烦辛苦您你亲先再然后那就也可以]+$/i;

function isAtStart(of: 'clause' | 'message', range: Range, scene: Scene): boolean {
  const sentence = sentenceAt(scene, range);
  const clauses = clausesOf(scene.text, sentence);
  if (of === 'message')
    return sentence === scene.sentences[0] && range.start < (clauses[0]?.end ?? 0);
  const clause = clauses.findLast(({ start }) => start <= range.start);
  const before = scene.text.slice(clause?.start ?? 0, range.start);
  return before === '' || lead.test(before);
}
