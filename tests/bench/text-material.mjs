// Finds and drafts for the text bench, always the same, made of the words of the built-in packs.
import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const [english, chinese] = ['en', 'zh-cn'].map((name) => {
  const file = new URL(`../../public/packs/${name}.json`, import.meta.url);
  /** @type {{ phrases: { text: string }[] }} */
  const { phrases: all } = JSON.parse(readFileSync(file, 'utf8'));
  return all.map(({ text }) => text.replaceAll(/\{[^}]*\}/g, ''));
});
const words = [...new Set((english ?? []).join(' ').match(/[a-z']+/gi))];
const characters = [...new Set((chinese ?? []).join('').match(/\p{Script=Han}/gu))];

/**
 * Half English of two to five words, half Chinese of two to ten characters; no two are the same. With `least` more,
 * so that even of very many hardly one stands in a draft by chance.
 * @param {number} count
 */
export function phrases(count, least = 2) {
  const next = randomNumbers(count);
  /** @type {Set<string>} */
  const all = new Set();
  while (all.size < count) {
    const isEnglish = all.size % 2 === 0;
    const size = isEnglish ? least + next(4) : least + next(9);
    const list = isEnglish ? words : characters;
    const chosen = Array.from({ length: size }, () => list[next(list.length)]);
    all.add(chosen.join(isEnglish ? ' ' : ''));
  }
  return [...all];
}

/** Drafts of 400 characters. @param {number} count */
export function drafts(count) {
  return cut(english ?? [], ' ', count);
}

/** @param {number} count */
export function chineseDrafts(count) {
  return cut(chinese ?? [], '', count);
}

/** Drafts nobody has read before: halves of two sentences each. @param {number} count @param {number} seed */
export function freshDrafts(count, seed) {
  const next = randomNumbers(seed);
  const half = () => (english ?? [])[next((english ?? []).length)]?.split(' ') ?? [];
  const mixed = Array.from({ length: count * 12 }, () => {
    const [one, other] = [half(), half()];
    return [...one.slice(0, one.length / 2), ...other.slice(other.length / 2)].join(' ');
  });
  return Array.from({ length: count }, (_, index) =>
    mixed
      .slice(index * 12, index * 12 + 12)
      .join(' ')
      .slice(0, 400),
  );
}

/** @param {readonly string[]} sentences @param {string} between @param {number} count */
function cut(sentences, between, count) {
  const next = randomNumbers(count + sentences.length);
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < 400) text += sentences[next(sentences.length)] + between;
    // A copy in one piece, as a text box gives it: not a rope of the pieces it was put together from.
    return JSON.parse(JSON.stringify(text.slice(0, 400)));
  });
}

/** Lists of finds that have about so many characters, each bad in its own way. @param {number} size */
export function hostileLines(size) {
  const next = randomNumbers(size);
  const any = () => String.fromCharCode(0x4e00 + next(0x5000));
  /** @param {number} length @param {(index: number) => string} line */
  const repeat = (length, line) =>
    Array.from({ length: Math.ceil(size / length) }, (_, index) => line(index));
  return {
    'one letter each': repeat(1, () => 'a'),
    'all the same': repeat(500, () => 'a b '.repeat(125)),
    'one long stem': repeat(500, (index) => 'ab '.repeat(164) + index),
    'random characters': repeat(8, () => Array.from({ length: 8 }, any).join('')),
    'random pairs': repeat(2, () => any() + any()),
    'many alternatives': repeat(40, (index) => `${index}${'(a|b c)[d]'.repeat(4)}`.slice(0, 40)),
    'very many alternatives': repeat(60, (index) => `${index}${'(a|b)'.repeat(11)}`),
    'open brackets': repeat(500, () => '('.repeat(500)),
    gaps: repeat(16, (index) => `a${index}…b…c…d…e…f`),
    'whole Unicode': repeat(20, () =>
      Array.from({ length: 20 }, () => String.fromCharCode(next(65536))).join(''),
    ),
  };
}

/** The same numbers below a limit for the same seed. @param {number} seed */
function randomNumbers(seed) {
  let state = seed >>> 0 || 1;
  /** @param {number} limit */
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Canned phrases of 86 characters or so, somewhat more Chinese than English. @param {number} count */
export function canned(count) {
  const next = randomNumbers(count);
  const pool = (chinese ?? []).join('').match(/\p{Script=Han}+/gu) ?? [];
  const chunk = () => {
    const run = pool[next(pool.length)] ?? '';
    const at = next(run.length);
    return run.slice(at, at + 2 + next(5));
  };
  return Array.from({ length: count }, (_, index) =>
    index % 20 < 11
      ? `${Array.from({ length: 10 + next(16) }, chunk).join('')}。`
      : `${Array.from({ length: 8 + next(14) }, () => words[next(words.length)]).join(' ')}.`,
  );
}

/**
 * What people would type to find some of these phrases. `plain`: words and their beginnings in any order, Chinese
 * out of the middle. `harder`: an error in a word, pinyin, pinyin initials.
 * @param {readonly string[]} all @param {number} count of each kind
 */
export function searches(all, count) {
  const next = randomNumbers(all.length + count);
  const spaced = all.filter((text) => /^[a-z']+ /i.test(text));
  const runs = all.filter((text) => /^\p{Script=Han}/u.test(text));
  const some = () => (spaced[next(spaced.length)] ?? '').slice(0, -1).split(' ');
  const wordsOf = (/** @type {number} */ size) => {
    const list = some();
    return Array.from({ length: size }, () => list[next(list.length)] ?? '');
  };
  const run = (/** @type {number} */ size) => {
    const text = runs[next(runs.length)] ?? '';
    const at = next(Math.max(1, text.length - size - 1));
    return text.slice(at, at + size);
  };
  const times = (/** @type {() => string} */ make) => Array.from({ length: count }, make);
  const wrong = (/** @type {string} */ word) => {
    const at = 1 + next(Math.max(1, word.length - 2));
    return word.slice(0, at) + word.slice(at + 1);
  };
  return {
    plain: [
      ...times(() => wordsOf(1)[0] ?? ''),
      ...times(() => (wordsOf(1)[0] ?? '').slice(0, 2)),
      ...times(() => wordsOf(2).join(' ')),
      ...times(() => `${wordsOf(1)[0]} ${(wordsOf(1)[0] ?? '').slice(0, 3)}`),
      ...times(() => wordsOf(3).join(' ')),
      ...times(() => run(2)),
      ...times(() => run(3)),
      ...times(() => run(4)),
      ...times(() => run(6)),
    ],
    harder: [
      ...times(() => wrong(words.filter((word) => word.length > 5)[next(200)] ?? '')),
      ...times(() => pinyin(run(2), { toneType: 'none', type: 'array' }).join('')),
      ...times(() => pinyin(run(3), { toneType: 'none', type: 'array' }).join('')),
      ...times(() =>
        pinyin(run(3), { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
      ),
      ...times(() =>
        pinyin(run(2), { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
      ),
    ],
  };
}
