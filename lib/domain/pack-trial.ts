// Tries a pack's own tests: drafts that must be flagged or must not, messages that must mean something or nothing.
import type { DraftCheck } from './draft-check';
import type { Ear } from './hear';
import type { Pack } from './pack';
import type { UnplacedFault } from './pack-fault';

/** Those of the tests that fail, as faults of the pack. `ear` and `check` are of the pack with those below it. */
export function failedTests(
  { tests = {} }: Pick<Pack, 'tests'>,
  { ear, check }: { ear: Ear; check: DraftCheck },
): UnplacedFault[] {
  const { drafts = [], messages = [] } = tests;
  return [
    ...drafts.flatMap(({ text, flagged }, index) => {
      const found = check(text).map(({ rule }) => rule);
      return compare(flagged, found, { text, path: ['tests', 'drafts', index] }, drafting);
    }),
    ...messages.flatMap(({ text, side, means }, index) => {
      const found: string[] = ear({ side, text }).map((one) => one.means);
      return compare(means, found, { text, path: ['tests', 'messages', index] }, hearing);
    }),
  ];
}

const drafting = { missed: 'must-flag', extra: 'must-not-flag' } as const;
const hearing = { missed: 'must-mean', extra: 'must-not-mean' } as const;

function compare(
  wanted: readonly string[],
  found: readonly string[],
  { text, path }: { text: string; path: (string | number)[] },
  why: typeof drafting | typeof hearing,
): UnplacedFault[] {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  const missed = wanted.filter((each) => !found.includes(each));
  if (missed.length > 0) return [{ path, why: why.missed, what: [short, missed.join(', ')] }];
  if (wanted.length > 0 || found.length === 0) return [];
  return [{ path, why: why.extra, what: [short, [...new Set(found)].join(', ')] }];
}
