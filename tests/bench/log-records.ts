// Complaints of about a kilobyte for the log's bench, always the same, half English and half Chinese, with words as
// common and as rare as in a language.
import type { Complaint } from '../../lib/domain/complaint';
import { outcomes, severities, states } from '../../lib/domain/complaint-choices';
import { newComplaint } from '../../lib/domain/complaint-formats';

/** The same numbers below a limit for the same seed. */
export function randomNumbers(seed: number) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    /** The first of a list far more often than the last: by Zipf's law. */
    common: (limit: number) => Math.floor(limit ** next()) - 1,
  };
}

const from = Date.UTC(2023, 0, 2);
const minute = 60_000;
const day = 1_440 * minute;

/** As `crypto.randomUUID` gives them: records that follow each other lie anywhere, and no two have the same. */
function idOf(number: number): string {
  const { below } = randomNumbers(number * 7_919);
  const hex = (digits: number) =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(6)}${hex(6)}`;
}

/** `count` records are spread over three years. */
export function createRecords(count: number) {
  const words = makeWords();
  return (number: number): Complaint => {
    const random = randomNumbers(number * 7_919);
    const pick = <T>(list: readonly T[]) => list[random.below(list.length)];
    const isEnglish = number % 2 === 0;
    const list = isEnglish ? words.english : words.chinese;
    const text = (size: number) => {
      let told = '';
      while (told.length < size)
        told += `${list[random.common(list.length)]}${isEnglish ? ' ' : ''}`;
      return told.slice(0, size);
    };
    const receivedAt =
      from + Math.floor((number / count) * 1_095) * day + random.below(1_440) * minute;
    const resolvedAt = receivedAt + random.below(14 * 1_440) * minute;
    // In UTF-8 a Chinese character is three bytes.
    const size = isEnglish ? 3 : 1;
    const record = newComplaint(
      {
        who: isEnglish ? `Dana R${random.below(60_000)}` : `陈明${random.below(60_000)}`,
        what: text(110 * size),
        feeling: text(10 * size),
        request: text(30 * size),
        category: pick(['delivery', 'quality', 'billing', 'service', 'safety']) ?? '',
        immediate: text(15 * size),
        permanent: text(15 * size),
        severity: pick(severities) ?? 'low',
        department: `Depot ${random.below(12)}`,
        person: `Agent ${random.below(40)}`,
        cause: `Cause ${random.common(60)}`,
        acknowledgedAt: receivedAt + random.below(600) * minute,
        dueAt: receivedAt + random.below(10 * 1_440) * minute,
        outcome: pick(outcomes) ?? 'solved',
        satisfaction: 1 + random.below(5),
      },
      { channel: 'help.example.com', receivedAt },
      { id: idOf(number), number, at: receivedAt + minute },
    );
    const state = pick(states) ?? 'recorded';
    return { ...record, state, ...(state === 'reviewed' && { resolvedAt, closedAt: resolvedAt }) };
  };
}

const vocabulary = 12_000;

function makeWords() {
  const random = randomNumbers(5);
  const syllable = () => `${'bcdfghklmnprstvw'[random.below(16)]}${'aeiou'[random.below(5)]}`;
  const make = (parts: () => string) => {
    const words = new Set<string>();
    while (words.size < vocabulary) words.add(parts());
    return [...words];
  };
  const character = () => String.fromCharCode(0x4e00 + random.common(4_000));
  return {
    english: make(() => Array.from({ length: 1 + random.below(4) }, syllable).join('')),
    chinese: make(() => Array.from({ length: 1 + random.below(3) }, character).join('')),
  };
}

/** Searches for common, middling and rare words, alone and together. */
export function makeSearches(): string[] {
  const { english, chinese } = makeWords();
  const at = (list: readonly string[], rank: number, least: number) =>
    list.slice(rank).find(({ length }) => length >= least) ?? '';
  const ranks = [8, 40, 200, 1_000, 4_000, 9_000];
  return ranks.flatMap((rank) => [
    at(english, rank, 4),
    `${at(english, rank, 4)} ${at(english, rank >> 1, 4)}`,
    at(chinese, rank, 3),
  ]);
}
