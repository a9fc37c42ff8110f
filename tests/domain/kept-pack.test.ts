import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, keptPackSchema } from '../../lib/domain/kept-pack';
import { keptPack } from '../packs/small-pack';

describe('the order in which packs lie over each other', () => {
  const ids = (...packs: Parameters<typeof inOrder>[0]) => inOrder(packs).map(({ id }) => id);

  test('the team’s come before the agent’s own, whatever their numbers say', () => {
    const own = keptPack('own', { layer: 'personal', order: 1 });
    const team = keptPack('team', { layer: 'team', order: 9 });
    expect([ids(own, team), ids(team, own)]).toEqual([
      ['team', 'own'],
      ['team', 'own'],
    ]);
  });

  test('within a layer the lower number comes first, and packs with one number stay as they came', () => {
    expect(
      ids(
        keptPack('c', { order: 10 }),
        keptPack('b', { order: 9 }),
        keptPack('a', { order: -1 }),
        keptPack('d', { order: 10 }),
      ),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  test('the list that was given stays as it was', () => {
    const given = [keptPack('b', { order: 2 }), keptPack('a', { order: 1 })];
    inOrder(given);
    expect(given.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('does not depend on how the packs were stored', () => {
    const places = fc.uniqueArray(
      fc.record({
        layer: fc.constantFrom('team' as const, 'personal' as const),
        order: fc.nat(20),
      }),
      { selector: ({ layer, order }) => `${layer} ${order}` },
    );
    const shuffled = places.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const stored = (each: typeof one) =>
          inOrder(each.map((more) => keptPack(`${more.layer} ${more.order}`, more)));
        expect(stored(other)).toEqual(stored(one));
      }),
    );
  });
});

describe('what is read from storage', () => {
  test('a pack with all that is known of it is kept as it is', () => {
    const whole = keptPack('team.north', {
      language: 'zh-CN',
      authors: ['Kim'],
      licence: 'MIT',
      counts: { phrases: 3 },
      source: {
        url: 'https://packs.example/north.json',
        etag: '"a"',
        lookedAt: 5,
        failed: { why: 'no-ed25519', what: '' },
        offered: '1.1.0',
        declined: 'digest',
      },
      policy: { locked: true },
      signer: 'key',
    });
    expect(keptPackSchema.parse(whole)).toEqual(whole);
    expect(keptPackSchema.parse(keptPack('small'))).toEqual(keptPack('small'));
  });

  test.each([
    ['in a layer that is none', { layer: 'built-in' }],
    ['in a language that is none', { language: 'zh' }],
    ['that may be on or off', { enabled: 'yes' }],
    ['with an order that is no number', { order: '1' }],
    [
      'whose address failed for an unknown reason',
      { source: { url: '', failed: { why: 'moon', what: '' } } },
    ],
    ['that is held by a policy which does not say whether it is locked', { policy: {} }],
  ])('a pack %s is refused', (_, more) => {
    expect(keptPackSchema.safeParse({ ...keptPack('a'), ...more }).success).toBe(false);
  });
});
