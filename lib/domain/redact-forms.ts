// What tells who somebody is by its form alone, beyond mail addresses and long numbers: accounts, identity numbers,
// plates, names in other services, addresses.

/** What something that is masked is taken for; `number`: long, and of no form that is known. */
const maskedKinds = [
  'mail',
  'phone',
  'card',
  'identity',
  'account',
  'plate',
  'handle',
  'address',
  'number',
] as const;
export type MaskedKind = (typeof maskedKinds)[number];

/** `isReal`: whether its check digits are right. */
export type Form = { kind: MaskedKind; pattern: RegExp; isReal?: (found: string) => boolean };

const street =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Close|Court|Crescent|Square|Terrace|Way|Place)';
const region = String.raw`(?:\p{Script=Han}{2,4}(?:省|市|区|县|镇|乡|街道))*`;

export const forms: readonly Form[] = [
  {
    kind: 'account',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g,
    isReal: isIban,
  },
  // British national insurance.
  { kind: 'identity', pattern: /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z]*\d)[A-HJ-NP-Z\d]{5,6}(?![A-Z\d])/gu,
  },
  {
    kind: 'handle',
    pattern:
      /(?<=(?:微信号?|QQ号?|WeChat|WhatsApp|Telegram|Line)(?: ?ID)?\s*[是为:：]\s*)[A-Za-z\d][\w-]{4,19}/giu,
  },
  { kind: 'handle', pattern: /(?<=QQ号?\s?)\d{5,6}(?!\d)/giu },
  {
    kind: 'address',
    pattern: new RegExp(
      `${region}\\p{Script=Han}{1,4}(?:路|街|大道|巷|弄|胡同)\\s?\\d{1,5}\\s?(?:号|弄)(?:院?[\\p{Script=Han}]{0,2}[A-Za-z\\d-]{1,6}(?:号楼|栋|幢|座|单元|层|楼|室|号|户))*`,
      'gu',
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:(?:Flat|Apt\\.?|Apartment|Unit|Suite) ?\\w{1,5},? )?\\b\\d{1,5}[A-Za-z]?,? (?:[A-Z][\\p{L}'’.-]+ ){1,4}${street}\\b`,
      'gu',
    ),
  },
  // British postcodes, and American ones with their state.
  { kind: 'address', pattern: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/g },
  { kind: 'address', pattern: /\b[A-Z]{2} \d{5}(?:-\d{4})?\b/g },
];

/** What a long number is taken for. */
export function kindOfNumber(words: string): MaskedKind {
  const digits = words.normalize('NFKC').replaceAll(/[^\dxX]/g, '');
  if (isResidentId(digits)) return 'identity';
  const plain = digits.replaceAll(/\D/g, '');
  if (/^(?:86)?1[3-9]\d{9}$/.test(plain) || words.startsWith('+')) return 'phone';
  if (plain.length >= 13 && plain.length <= 19 && isLuhn(plain)) return 'card';
  // Social security in the United States.
  if (/^\d{3}-\d{2}-\d{4}$/.test(words)) return 'identity';
  return /^[0(]/.test(words) && plain.length <= 13 ? 'phone' : 'number';
}

/** ISO/IEC 7812: every second digit from the right counts twice. */
export function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: seventeen digits with a day of birth, and one that checks them. */
export function isResidentId(id: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i.test(id))
    return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id.at(-1)?.toUpperCase();
}

/** ISO 13616: what is left of it when divided by 97 is one. */
function isIban(written: string): boolean {
  const plain = written.replaceAll(' ', '');
  const moved = `${plain.slice(4)}${plain.slice(0, 4)}`;
  const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
