// The words of pages, as they were told, made ready for looking.
import type { PageWords } from '../domain/page-words';

export type Vocabulary = ReturnType<typeof openVocabulary>;

export function openVocabulary(words: PageWords) {
  const sides = [words.agent, words.customer, words.system].map((own) => own.split(' '));
  const pattern = (source: string, flags = 'i') => new RegExp(source, flags);
  return {
    ...words,
    /** Whose words a value of a tag has, such as `msg--from-me`: bits for the agent (1), the customer (2), nobody (4). */
    sidesIn: (value: string): number => {
      let said = 0;
      const plain = value.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      for (const word of plain.split(/[^a-z]+/))
        sides.forEach((own, bit) => (said |= own.includes(word) ? 1 << bit : 0));
      return said;
    },
    telling: pattern(words.telling),
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
