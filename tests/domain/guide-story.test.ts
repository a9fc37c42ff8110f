import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Side } from '../../lib/domain/conversation';
import type { LedgerEvent } from '../../lib/domain/event';
import { foldGuide } from '../../lib/domain/guide';
import type { Guide } from '../../lib/domain/guide';
import { meaningSchema } from '../../lib/domain/pack';
import { stepIds, subStepIds } from '../../lib/domain/step';
import type { SubStepId } from '../../lib/domain/step';
import {
  doneIn,
  inOrder,
  inserted,
  said,
  skipped,
  ticked,
  unskipped,
  unticked,
} from '../support/story';
import type { Told } from '../support/story';

const toldArbitrary: fc.Arbitrary<Told> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom<Side>('customer', 'agent', 'system', 'unknown'),
      fc.array(fc.constantFrom(...meaningSchema.options), { maxLength: 3 }),
    )
    .map(([side, means]) => said(side, ...means)),
  fc.constantFrom(...subStepIds).map(ticked),
  fc.constantFrom(...subStepIds).map(unticked),
  fc.constantFrom(...stepIds).map(skipped),
  fc.constantFrom(...stepIds).map(unskipped),
  fc.constantFrom('a', 'b', 'c').map(inserted),
);
const storyArbitrary = fc.array(toldArbitrary, { maxLength: 20 }).map(inOrder);
const shuffledArbitrary = storyArbitrary.chain((story) =>
  fc.tuple(
    fc.constant(story),
    fc.shuffledSubarray(story, { minLength: story.length, maxLength: story.length }),
  ),
);

describe('for any story', () => {
  test('the order in which the events arrive does not matter, their times do', () => {
    fc.assert(
      fc.property(shuffledArbitrary, ([story, shuffled]) => {
        expect(visible(foldGuide(shuffled))).toEqual(visible(foldGuide(story)));
      }),
    );
  });

  test('the events are left as they were', () => {
    fc.assert(
      fc.property(shuffledArbitrary, ([, shuffled]) => {
        const copy = structuredClone(shuffled);
        foldGuide(shuffled);
        expect(shuffled).toEqual(copy);
      }),
    );
  });

  test('one press on a sub-step turns it over, two bring back what was to be seen', () => {
    fc.assert(
      fc.property(storyArbitrary, fc.constantFrom(...subStepIds), (story, subStep) => {
        const before = foldGuide(story);
        const once = press(story, subStep);
        expect(foldGuide(once).subSteps[subStep].done).toBe(!before.subSteps[subStep].done);
        const twice = foldGuide(press(once, subStep));
        expect(twice.steps).toEqual(before.steps);
        expect(twice.current).toBe(before.current);
        expect(doneIn(twice)).toEqual(doneIn(before));
      }),
    );
  });

  test('the current step is the first that is neither done nor skipped', () => {
    fc.assert(
      fc.property(storyArbitrary, (story) => {
        const { current, steps } = foldGuide(story);
        expect(current).toBe(stepIds.find((step) => !['done', 'skipped'].includes(steps[step])));
      }),
    );
  });
});

function press(story: readonly LedgerEvent[], subStep: SubStepId): LedgerEvent[] {
  const kind = foldGuide(story).subSteps[subStep].done ? 'unticked' : 'ticked';
  return [...story, { kind, subStep, at: story.length * 1000 }];
}

/** Sets compare without their order; the order of the used phrases matters. */
function visible(guide: Guide) {
  return { ...guide, used: [...guide.used] };
}
