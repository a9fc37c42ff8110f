import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Side } from '../../lib/domain/conversation';
import type { LedgerEvent } from '../../lib/domain/event';
import { createGuideFold } from '../../lib/domain/guide';
import { foldGuide } from '../support/fold-guide';
import type { Guide } from '../../lib/domain/guide';
import { pressOn } from '../../lib/domain/guide-state';
import { meaningSchema } from '../../lib/domain/pack';
import { stepIds, stepsOfPath, subStepIds } from '../../lib/domain/step';
import type { SubStepId } from '../../lib/domain/step';
import {
  doneIn,
  inOrder,
  inserted,
  released,
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
  fc.constantFrom(...subStepIds).map(released),
  fc.constantFrom<Told>(
    { kind: 'pathChosen', path: 'enquiry' },
    { kind: 'pathChosen', path: 'complaint' },
    { kind: 'pathReleased' },
    { kind: 'roundStarted', round: 'by-hand' },
    { kind: 'roundJoined', round: 'by-hand' },
    { kind: 'roundSplit', round: 'by-hand' },
    { kind: 'newsDismissed', messageKey: 'adds' },
    { kind: 'newsRestored', messageKey: 'adds' },
  ),
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

  test('a second press gives exactly the state before the first', () => {
    fc.assert(
      fc.property(storyArbitrary, fc.constantFrom(...subStepIds), (story, subStep) => {
        const twice = press(press(story, subStep), subStep);
        expect(visible(foldGuide(twice))).toEqual(visible(foldGuide(story)));
      }),
    );
  });

  test('a list that grows is folded as one that was there from the start', () => {
    fc.assert(
      fc.property(shuffledArbitrary, fc.array(fc.nat(5)), ([, arriving], sizes) => {
        const fold = createGuideFold();
        let arrived = 0;
        for (const size of [...sizes, arriving.length]) {
          arrived = Math.min(arriving.length, arrived + size);
          const now = arriving.slice(0, arrived);
          expect(visible(fold(now))).toEqual(visible(foldGuide(now)));
        }
      }),
    );
  });

  test('another conversation is folded by itself', () => {
    fc.assert(
      fc.property(storyArbitrary, storyArbitrary, (one, other) => {
        const fold = createGuideFold();
        fold(one);
        expect(visible(fold(other))).toEqual(visible(foldGuide(other)));
      }),
    );
  });

  test('the current step is the first of a complaint that is neither done nor skipped', () => {
    fc.assert(
      fc.property(storyArbitrary, (story) => {
        const { path, current, steps } = foldGuide(story);
        fc.pre(path === 'complaint');
        expect(current).toBe(stepsOfPath.complaint.find((step) => steps[step] === 'open'));
      }),
    );
  });

  test('a matter that is joined to the one before leaves no trace', () => {
    fc.assert(
      fc.property(storyArbitrary, (story) => {
        const at = story.length * 1000;
        const begun: LedgerEvent = { kind: 'roundStarted', at, round: 'new' };
        const joined: LedgerEvent = { kind: 'roundJoined', at: at + 1, round: 'new' };
        expect(visible(foldGuide([...story, begun, joined]))).toEqual(visible(foldGuide(story)));
      }),
    );
  });
});

function press(story: readonly LedgerEvent[], subStep: SubStepId): LedgerEvent[] {
  const kind = pressOn(foldGuide(story), subStep);
  return [...story, { kind, subStep, at: story.length * 1000 }];
}

/** Sets compare without their order; the order of the used phrases matters. */
function visible(guide: Guide) {
  return { ...guide, used: [...guide.used] };
}
