// Masks what identifies a customer before it leaves the log.

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
// Seven digits or more, with the separators people write: phones, cards, account and identity numbers.
const longNumber = /\+?\d(?:[ ().-]?\d){6,}[xX]?/g;

/** A text without mail addresses and long numbers: the last two digits stay, to tell cases apart. */
export function maskText(text: string): string {
  return text
    .replace(email, (mail) => `${mail.slice(0, 1)}●●●@●●●`)
    .replace(longNumber, (number) => `●●●●${number.replaceAll(/\D/g, '').slice(-2)}`);
}

/** A name of which the first given name, or a Chinese family name, stays: `Dana R●●●●`, `陈●●`. */
export function maskName(name: string): string {
  const masked = maskText(name.trim());
  if (/^\p{Script=Han}{2,4}$/u.test(masked)) return `${masked.slice(0, 1)}●●`;
  const [first = '', ...others] = masked.split(/\s+/u);
  return [first, ...others.map((part) => `${part.slice(0, 1)}●●●●`)].join(' ');
}
