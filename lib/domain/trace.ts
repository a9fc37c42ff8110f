// Where a customer stands in the log: whose row it is, and which rows of others name them.
import { wordLetter } from './known-names';

/** As it is compared: width, case and spaces aside. */
export function comparable(name: string): string {
  return inOneLine(name.normalize('NFKC'));
}

function inOneLine(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

const anybody =
  /^(?:(?:anonymous|guest|visitor|website|web|new|unknown|the)\b.*|.*\b(?:guest|visitor|user|customer|client)|.*(?:客户|顾客|访客|游客|买家|用户|匿名|网友|先生|女士|小姐).*)$/u;

/**
 * Whether it tells one person from others, so that it can be looked for in the texts of others: a name of two words, a
 * Chinese one with its family, a way to reach them. A first name is many people's, and so is what a chat calls those
 * who gave none.
 */
function isTelling(name: string): boolean {
  const plain = comparable(name);
  if (/@|\d{5,}/.test(plain)) return true;
  if (anybody.test(plain)) return false;
  if (/\p{Script=Han}/u.test(plain)) return Array.from(plain).length >= 2;
  return plain.split(' ').filter((word) => word.length > 1).length >= 2;
}

export type Needles = { found: (row: unknown) => boolean; masked: <T>(row: T) => T };

/** Finds these names in rows, whole and whatever their case, and takes them out of their texts. */
export function createNeedles(names: readonly string[]): Needles {
  // Texts are searched as they are: a name of wide letters stands there so, too.
  const forms = names.filter(isTelling).flatMap((name) => [inOneLine(name), comparable(name)]);
  const patterns = [...new Set(forms)].map(patternOf);
  const mask = (text: string) =>
    patterns.reduce((rest, pattern) => rest.replace(pattern, '●●●●'), text);
  const isIn = (text: string) => patterns.some((pattern) => new RegExp(pattern, 'iu').test(text));
  return {
    found: (row) => anyText(row, isIn),
    // The same shape, texts for texts.
    masked: <T>(row: T) => mapTexts(row, mask) as T, // See above.
  };
}

function patternOf(name: string): RegExp {
  const source = name
    .split(' ')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  // Words end where letters end; Chinese has no such ends, and other words end where it begins.
  const isWhole = !/\p{Script=Han}/u.test(name);
  const [from, to] = isWhole ? [`(?<!${wordLetter})`, `(?!${wordLetter})`] : ['', ''];
  return new RegExp(`${from}${source}${to}`, 'giu');
}

function anyText(value: unknown, is: (text: string) => boolean): boolean {
  if (typeof value === 'string') return is(value);
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some((each) => anyText(each, is));
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, map)]));
}
