// Masks names, mail addresses and long numbers: what the first paint needs of lib/domain/mask-text.ts.

// Addresses in an alphabet end where Chinese begins, as people write 请发到a@b.com谢谢; what is left of addresses
// with Chinese in them is found second.
const local = String.raw`\p{L}\p{N}._%+\-!#$&'*\/=?^\`\{\|\}~`;
const domain = String.raw`\p{L}\p{N}\-`;
const emails = [
  mailOf(`[[${local}]--\\p{Script=Han}]`, `[[${domain}]--\\p{Script=Han}]`),
  mailOf(`[${local}]`, `[${domain}]`),
];

// Whichever begins first, in this order: a day and an amount stay, a long number goes.
const date =
  /(?:19|20)\d\d(?<dash>[-.])(?:0?[1-9]|1[0-2])\k<dash>(?:0?[1-9]|[12]\d|3[01])(?!\d|[-.]\d)/;
const amount = /[¥￥$€£] ?\d+(?:\.\d+)?(?!\d|[-.]\d)|\d{1,7}\.\d{1,2}(?!\d|[-.]\d)|\d+(?= ?元)/;
// Seven digits or more, with the separators people write: phones, cards, account and identity numbers.
const longNumber = /\+?\p{Nd}(?:(?:[-. \u00a0‐-–]|\)[- ]?| ?\()?\p{Nd}){6,}[xX]?/u;
const keptOrLong = new RegExp(
  `(?<kept>${date.source}|${amount.source})|${longNumber.source}`,
  'gu',
);

/** Hears of what is masked, and gives what stands in its place. */
export type Note = (words: string, as: string) => string;
const silent: Note = (_, as) => as;

// Nobody pays as much: what looks like an amount and is as long as a card is one.
const longestAmount = 10;

/** A text without long numbers; amounts and days stay. */
export function maskNumbers(text: string, note: Note = silent): string {
  return text.replace(keptOrLong, (number, kept: string | undefined) => {
    const digits = number.match(/\p{Nd}/gu) ?? [];
    if (kept !== undefined && digits.length <= longestAmount) return number;
    return note(number, `●●●●${digits.slice(-2).join('')}`);
  });
}

/**
 * A name of which the first word, or a Chinese family name, stays: `Dana R●●●●`, `陈●●`. The order of the words
 * is taken as written: of `Reyes, Dana` the family name stays.
 */
export function maskName(name: string): string {
  return maskNumbers(maskMails(name.trim()))
    .split(/([\s,，、;；:：/()（）]+)/u)
    .map((part, index) => (index % 2 === 0 ? maskWord(part, index === 0) : part))
    .join('');
}

function maskWord(word: string, isFirst: boolean): string {
  if (word === '' || word.includes('●')) return word;
  if (/^\p{Script=Han}./u.test(word)) return `${firstOf(word)}●●`;
  return isFirst ? word : `${firstOf(word)}●●●●`;
}

/** A text without mail addresses. */
export function maskMails(text: string, note: Note = silent): string {
  // Most texts have none; looking for one takes longest in a long text without.
  if (!text.includes('@')) return text;
  return emails.reduce(
    (masked, email) => masked.replace(email, (mail) => note(mail, `${firstOf(mail)}●●●@●●●`)),
    text,
  );
}

function mailOf(before: string, after: string): RegExp {
  return new RegExp(`${before}+@${after}+(?:\\.${after}+)+`, 'gv');
}

function firstOf(text: string): string {
  return Array.from(text)[0] ?? '';
}
