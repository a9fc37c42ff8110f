// A way to reach the customer, as they gave it in the conversation (H2).
import { remember } from '../text/remember';
import type { Message } from './conversation';

// Latin letters alone: people write 请发到a@b.com谢谢 without spaces.
const mail = /[a-z\d._%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/iu;
// Seven digits or more with the separators that people write: shorter ones are prices, years and order numbers.
const phone = /(?<![a-z\d#-])\+?\d(?:[-. ()]{0,2}\d){6,14}(?![a-z\d])/iu;
const named = /(?:phone|mobile|call|reach|number|tel|whatsapp|微信|电话|手机|联系|打给|号码)/iu;

/**
 * The last mail address or telephone number that the customer wrote, empty if none. A long number counts only where
 * they speak of reaching them, or begins with a plus: others are orders and accounts.
 */
export function contactIn(messages: readonly Pick<Message, 'side' | 'text'>[]): string {
  for (const { side, text } of messages.toReversed()) {
    const contact = side === 'customer' ? contactOf(text) : undefined;
    if (contact !== undefined) return contact;
  }
  return '';
}

const contactOf = remember((text) => {
  const number = phone.exec(text)?.[0];
  if (number !== undefined && (number.startsWith('+') || isMobile(number) || named.test(text)))
    return number;
  return mail.exec(text)?.[0];
});

/** Mobile numbers of mainland China tell themselves by their form. */
function isMobile(number: string): boolean {
  return /^1[3-9]\d{9}$/.test(number.replaceAll(/\D/g, ''));
}
