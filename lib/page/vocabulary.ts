// The words of pages, as they were told, made ready for looking.
import type { PageWords } from '../domain/page-words';

export type Vocabulary = ReturnType<typeof openVocabulary>;

export function openVocabulary(words: PageWords) {
  const list = (text: string) => new Set(text.split(' '));
  const pattern = (source: string, flags = 'i') => new RegExp(source, flags);
  return {
    ...words,
    agent: list(words.agent),
    customer: list(words.customer),
    system: list(words.system),
    self: pattern(words.self),
    systemText: pattern(words.systemText, ''),
    time: pattern(words.time, 'gi'),
    state: pattern(words.state),
    aroundName: pattern(words.aroundName, 'gi'),
    message: pattern(words.message),
    replyBox: pattern(words.replyBox),
    otherBox: pattern(words.otherBox),
    keyIn: words.keyIn.split(' '),
  };
}
