// Masks what identifies a customer in a text before it leaves the log.
import { maskMails, maskNumbers } from './redact';
import { forms, kindOfNumber } from './redact-forms';
import type { MaskedKind } from './redact-forms';

export type Masked = { kind: MaskedKind; words: string; as: string };

// Most texts hold nothing of the kind; asking this is cheaper than all the questions that follow.
const couldName = /[\p{Nd}@]|(?:微信|QQ|WeChat|WhatsApp|Telegram|Line)/iu;

/**
 * A text without mail addresses, long numbers, identity numbers, accounts, plates and addresses: of numbers the last
 * two digits stay, to tell cases apart.
 *
 * It goes by form alone. Masked as well, because they look like an account: order numbers and versions of seven
 * digits or more (letters around them stay), dates written as `20261121`, a row of numbers with one space between
 * them. Not masked: names within a text, addresses without a number of the house, shorter numbers, numbers in words,
 * birth dates.
 * @param tell hears of each that was masked
 */
export function maskText(text: string, tell: (masked: Masked) => void = () => {}): string {
  if (!couldName.test(text)) return text;
  const note = (kind: MaskedKind, words: string, as: string) => {
    tell({ kind, words, as });
    return as;
  };
  const withoutMails = maskMails(text, (words, as) => note('mail', words, as));
  const withoutForms = forms.reduce(
    (masked, { kind, pattern, isReal }) =>
      masked.replace(pattern, (words) =>
        isReal && !isReal(words) ? words : note(kind, words, '●●●●'),
      ),
    withoutMails,
  );
  return maskNumbers(withoutForms, (words, as) => note(kindOfNumber(words), words, as));
}
