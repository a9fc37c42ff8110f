// Reads rows that come in a torrent: they are alike but for what is said. Of a kind that was read often enough only
// the words are taken out of the HTML, which costs the page a tenth of looking at each element.
//
//   HTML of a row ──► fits a kind? ──yes──► its words, its key, its time; at times, and at last, one is read, too
//                         └──no──► read, and a kind made of it: the same tags and labels around other words
import { sameMessage } from '../domain/splice';
import { isPlain } from './plain-text';
import type { Reader, Row } from './reader';
import { rootsBelow } from './roots';

// Tags and comments; a `>` within quotes ends no tag.
const tags = /(<!--.*?-->|<[^">]*(?:"[^"]*"[^">]*)*>)/s;
// What is not escaped as other text is, or may show what its HTML does not hold.
const opaque =
  /^<(?:script|style|xmp|i?frame|noembed|noframes|noscript|plaintext|template|slot|[a-z]+-)/;
const attribute = / ([^\s=">]+)="([^"]*)"/g;
// Of what names a row or tells its time the numbers may differ; elsewhere a number may tell one sender from another.
const naming =
  /^(?:id|data-[\w-]*id|data-index|data-testid|aria-labelledby|aria-describedby|datetime)$/;
const numberInName = /[\da-f]*\d[\da-f]*|[a-f]{4,}/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const enough = 3;
// To be compared is dear, for the page may have to lay itself out: the rarer, the longer all was right.
const [firstUnchecked, mostUnchecked] = [100, 1600];
const mostKinds = 20;
const longest = 20_000;

type Kind = {
  /** Of the HTML of its rows: captures the words, the key and the time. */
  pattern: RegExp;
  row: Row;
  /** How long the words must be, to be longer than all labels. */
  least: number;
  /** How often reading gave what was guessed; -1: the rows are not as alike as they look. */
  right: number;
  /** Guessed since it was last compared. */
  guessed: Element[];
};

export function createAlikeRows({ read, isTelling }: Pick<Reader, 'read' | 'isTelling'>) {
  const kinds: Kind[] = [];
  let doubted: Element[] = [];

  const guessOf = ({ pattern, row, least }: Kind, html: string): Row | undefined => {
    const { said, key, at } = pattern.exec(html)?.groups ?? {};
    if (said === undefined) return undefined;
    const text = plain(said).trim();
    if (text.length < least || !isPlain(text) || isTelling(text)) return undefined;
    const guess = { ...row, text };
    if (key !== undefined) guess.key = plain(key);
    if (at !== undefined) guess.at = Date.parse(at);
    return guess;
  };
  const compare = (kind: Kind, guess: Row, element: Element) => {
    const row = read(element);
    const isRight = sameMessage(guess, row) && rootsBelow(element).length === 0;
    // What one kind did not see, such as a change of style, the others may have missed as well.
    for (const each of isRight ? [kind] : kinds) {
      if (!isRight) doubted.push(...each.guessed);
      each.right = isRight ? each.right + 1 : Math.min(each.right, 0);
      each.guessed = [];
    }
    if (!isRight) kind.right = -1;
    return row;
  };

  return {
    /** What a row says by others of its kind; undefined where it must be read. */
    guess: (element: Element): Row | undefined => {
      const html = element.outerHTML;
      for (const kind of kinds) {
        if (kind.right < enough || kind.guessed.length >= 2 * uncheckedOf(kind)) continue;
        const guess = guessOf(kind, html);
        if (!guess) continue;
        kind.guessed.push(element);
        return guess;
      }
      return undefined;
    },
    /** Reads a row, and learns from it. */
    read: (element: Element): Row => {
      const html = element.outerHTML;
      const known = kinds.find(({ pattern }) => pattern.test(html));
      const guess = known && known.right >= 0 && guessOf(known, html);
      if (known && guess) return compare(known, guess, element);
      const row = read(element);
      const kind = known || html.length > longest ? undefined : kindOf(html, row);
      if (kind && rootsBelow(element).length === 0 && kinds.unshift(kind) > mostKinds) kinds.pop();
      return row;
    },
    /** Whether so many were guessed that one should be compared; where none is, guessing ends at twice as many. */
    isDue: () => kinds.some((kind) => kind.guessed.length >= uncheckedOf(kind)),
    /** Compares the last guess of each kind with what reading tells. */
    check: (rowOf: (element: Element) => Row | undefined) => {
      for (const kind of kinds) {
        const element = kind.guessed.findLast(({ isConnected }) => isConnected);
        const guess = element && rowOf(element);
        if (guess) compare(kind, guess, element);
      }
    },
    /** Rows that were told by a kind that has since told wrong. */
    takeDoubted: (): readonly Element[] => {
      const taken = doubted;
      doubted = [];
      return taken;
    },
  };
}

/** How many of its rows may be guessed until one is compared. */
function uncheckedOf({ right }: Kind): number {
  return Math.min(firstUnchecked * 2 ** (right - enough), mostUnchecked);
}

function kindOf(html: string, row: Row): Kind | undefined {
  const parts = html.split(tags);
  if (parts.some((part) => opaque.test(part)) || /\d/.test(row.name ?? '')) return undefined;
  // Tags have the odd places.
  const texts = parts.map((part, n) => (n % 2 === 0 ? plain(part).trim() : ''));
  const at = texts.indexOf(row.text);
  const least = 1 + Math.max(...texts.map((text, n) => (n === at ? 0 : text.length)));
  if (at < 0 || row.text.length < least) return undefined;
  const wanted = new Set<string>();
  if (row.key !== undefined) wanted.add('key');
  if (row.at !== undefined) wanted.add('at');
  /** A value that may differ, under its name where it is the row's key or time. */
  const valueOf = (value: string) => {
    const pattern = escape(value, numberInName, '[\\da-f]*');
    const name = [...wanted].find((each) =>
      each === 'key' ? plain(value) === row.key : Date.parse(value) === row.at,
    );
    return name !== undefined && wanted.delete(name) ? `(?<${name}>${pattern})` : pattern;
  };
  const tagOf = (tag: string) => {
    let source = '';
    let from = 0;
    for (const { 0: all, 1: name = '', 2: value = '', index } of tag.matchAll(attribute)) {
      if (!naming.test(name)) continue;
      const start = index + all.length - value.length - 1;
      source += escape(tag.slice(from, start)) + valueOf(value);
      from = start + value.length;
    }
    return source + escape(tag.slice(from));
  };
  const source = parts
    .map((part, n) => {
      if (n === at) return '(?<said>[^<]*)';
      return n % 2 === 0 ? escape(part, /\d+/g, '\\d*') : tagOf(part);
    })
    .join('');
  if (wanted.size > 0) return undefined;
  return { pattern: new RegExp(`^${source}$`), row, least, right: 0, guessed: [] };
}

/** The source of a pattern for just this text, but for what is found in it. */
function escape(text: string, differing?: RegExp, by = ''): string {
  const literals = differing ? text.split(differing) : [text];
  return literals.map((each) => each.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join(by);
}

function plain(html: string): string {
  if (!html.includes('&') && !html.includes('\u00a0')) return html;
  return html
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll('\u00a0', ' ');
}
