import { expect, test } from 'vitest';
import type { Pack } from '../../lib/domain/pack';
import { builtInPacks } from '../support/built-in-packs';

/** How many rules each family of the doctrine has. */
const families = { L: 10, R: 7, W: 9, Q: 2, S: 3, H: 6, T: 5, P: 5, B: 3, X: 4 };

/** Rules that no words of ours can keep, and what keeps them instead. */
const keptElsewhere: Readonly<Record<string, string>> = {
  R5: 'a guard: the same line twice is a matter of what was said before',
  X2: 'the reminder to talk about it afterwards, which is for the agent',
  X3: 'the procedure of the organisation, agreed in advance',
};

const rules = Object.entries(families).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}${index + 1}`),
);
const layerRules = { affirm: 'S1', explain: 'S2', offer: 'S3' } as const;

/** Where a pack carries each rule: something to say that keeps it, or words pointed out that break it. */
function carriersOf({ phrases, rewrites = [], refusals = [] }: Pack): ReadonlyMap<string, number> {
  const carried = [
    ...phrases.flatMap((phrase) => phrase.rules ?? []),
    ...rewrites.map(({ rule }) => rule),
    ...refusals.map(({ layer }) => layerRules[layer]),
  ];
  const counts = new Map<string, number>();
  for (const rule of carried) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

test.each(builtInPacks)('$id carries every rule of the doctrine about wording', (pack) => {
  const carriers = carriersOf(pack);
  expect(rules.filter((rule) => !carriers.has(rule) && !(rule in keptElsewhere))).toEqual([]);
});

test('what is said to be kept elsewhere is carried by no pack', () => {
  const carried = new Set(builtInPacks.flatMap((pack) => [...carriersOf(pack).keys()]));
  expect(Object.keys(keptElsewhere).filter((rule) => carried.has(rule))).toEqual([]);
});

test('both packs carry each rule with about as many words', () => {
  const [en, zh] = builtInPacks.map(carriersOf);
  const lopsided = rules.filter((rule) => {
    const [fewer = 0, more = 0] = [en?.get(rule) ?? 0, zh?.get(rule) ?? 0].toSorted(
      (a, b) => a - b,
    );
    return more > 2 * fewer + 2;
  });
  expect(lopsided).toEqual([]);
});

// What a conversation passes through besides its steps.
test.each([
  ['asking before a hold', ['H1', 'H2', 'H3', 'H5']],
  ['a hold and its end', ['H4', 'H6']],
  ['handing over', ['T1', 'T2', 'T3', 'T4', 'T5']],
  ['promises and progress', ['P1', 'P2', 'P3', 'P4', 'P5']],
  ['a refusal', ['S1', 'S2', 'S3']],
  ['safety', ['X1', 'X4']],
])('there are phrases for %s', (_, wanted) => {
  for (const { phrases } of builtInPacks) {
    const carried = new Set(phrases.flatMap((phrase) => phrase.rules ?? []));
    expect(wanted.filter((rule) => !carried.has(rule))).toEqual([]);
  }
});
