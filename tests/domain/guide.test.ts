import { describe, expect, test } from 'vitest';
import type { Side } from '../../lib/domain/conversation';
import { foldGuide } from '../support/fold-guide';
import { nextSubStep } from '../../lib/domain/guide-state';
import type { Guide } from '../../lib/domain/guide';
import { stepIds, subStepIds } from '../../lib/domain/step';
import type { StepId, SubStepId } from '../../lib/domain/step';
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

/** The guide after these events, one a second. */
function after(...told: Told[]): Guide {
  return foldGuide(inOrder(told));
}

const open = { done: false };
const byHand = { done: true, by: 'hand' };
const byMessage = (words: string) => ({ done: true, by: 'message', words });

describe('a sub-step', () => {
  test('is open in a new conversation', () => {
    expect(Object.values(after().subSteps)).toEqual(subStepIds.map(() => open));
  });

  test.each(subStepIds.filter((id) => !['restate.confirm', 'propose.agreed'].includes(id)))(
    '%s is ticked by the message of the agent that shows it, with the words',
    (id) => {
      const guide = after(said('agent', id));
      expect(guide.subSteps[id]).toEqual(byMessage(`(${id})`));
      expect(doneIn(guide)).toEqual([id]);
    },
  );

  test.each<Side>(['customer', 'system', 'unknown'])('is not ticked by words of the %s', (side) => {
    expect(doneIn(after(said(side, 'apologise.regret')))).toEqual([]);
  });

  test('keeps the words that ticked it first', () => {
    const again: Told = {
      kind: 'said',
      messageKey: 'b',
      side: 'agent',
      found: [{ means: 'apologise.regret', words: 'so sorry' }],
    };
    const guide = after(said('agent', 'apologise.regret'), again);
    expect(guide.subSteps['apologise.regret']).toEqual(byMessage('(apologise.regret)'));
  });

  test.each<[string, Told[], object]>([
    ['ticked', [ticked('probe.open')], byHand],
    ['ticked and unticked', [ticked('probe.open'), unticked('probe.open')], open],
    ['unticked after a message', [said('agent', 'probe.open'), unticked('probe.open')], open],
    [
      'unticked, and shown by a later message',
      [unticked('probe.open'), said('agent', 'probe.open')],
      open,
    ],
    [
      'unticked, and ticked again by hand',
      [said('agent', 'probe.open'), unticked('probe.open'), ticked('probe.open')],
      byHand,
    ],
    [
      'ticked, and shown by a later message',
      [ticked('probe.open'), said('agent', 'probe.open')],
      byHand,
    ],
  ])('%s: the hand wins', (_, told, state) => {
    expect(after(...told).subSteps['probe.open']).toEqual(state);
  });
});

describe('the yes of a customer', () => {
  const sayBack = said('agent', 'restate.say-back');
  const offer = said('agent', 'propose.option');
  const yes = said('customer', 'agrees');

  test.each<[string, Told[], SubStepId[]]>([
    ['to nothing ticks nothing', [yes], []],
    ['confirms what was said back', [sayBack, yes], ['restate.confirm']],
    ['agrees to what was proposed', [offer, yes], ['propose.agreed']],
    ['answers the last offer of two', [sayBack, offer, yes], ['propose.agreed']],
    ['answers what was said back after an offer', [offer, sayBack, yes], ['restate.confirm']],
    [
      'answers the proposal where one message holds both',
      [said('agent', 'propose.option', 'restate.say-back'), yes],
      ['propose.agreed'],
    ],
    [
      'still answers after other words of the agent',
      [sayBack, said('agent', 'listen.acknowledge'), yes],
      ['restate.confirm'],
    ],
    ['comes too early before the offer', [yes, sayBack], []],
    [
      'answers each offer in turn',
      [sayBack, yes, offer, yes],
      ['restate.confirm', 'propose.agreed'],
    ],
    ['is none where the same message refuses', [offer, said('customer', 'agrees', 'refuses')], []],
    ['is none where a no comes first', [offer, said('customer', 'refuses', 'agrees')], []],
    [
      'counts after a refusal',
      [offer, said('customer', 'refuses'), offer, yes],
      ['propose.agreed'],
    ],
    ['is none from the agent', [offer, said('agent', 'agrees')], []],
    ['is none from a side that is not known', [offer, said('unknown', 'agrees')], []],
    ['is none from the system', [offer, said('system', 'agrees')], []],
  ])('%s', (_, told, ticks) => {
    const answers = new Set<SubStepId>(['restate.confirm', 'propose.agreed']);
    expect(doneIn(after(...told)).filter((id) => answers.has(id))).toEqual(ticks);
  });

  test('is kept with the words of the customer', () => {
    expect(after(offer, yes).subSteps['propose.agreed']).toEqual(byMessage('(agrees)'));
  });
});

describe('the steps', () => {
  test('the current one is the first that is open', () => {
    expect(after().current).toBe('listen');
    expect(after(ticked('apologise.regret')).current).toBe('listen');
    expect(after(ticked('listen.acknowledge')).current).toBe('apologise');
  });

  test('one is done when all sub-steps that it needs are done', () => {
    expect(after(ticked('restate.say-back')).steps.restate).toBe('open');
    const both = after(ticked('restate.say-back'), ticked('restate.confirm'));
    expect(both.steps.restate).toBe('done');
  });

  test('an optional sub-step is not needed (Q2), and is not enough', () => {
    expect(after(ticked('probe.open')).steps.probe).toBe('done');
    expect(after(ticked('probe.check')).steps.probe).toBe('open');
  });

  test('none is left when all are done: time to close', () => {
    const guide = after(...subStepIds.map(ticked));
    expect(guide.current).toBeUndefined();
    expect(Object.values(guide.steps)).toEqual(stepIds.map(() => 'done'));
  });

  test('one may be skipped and taken up again, done or not', () => {
    expect(after(skipped('listen'))).toMatchObject({
      current: 'apologise',
      steps: { listen: 'skipped' },
    });
    expect(after(skipped('listen'), unskipped('listen')).steps.listen).toBe('open');
    const done = [ticked('listen.acknowledge'), skipped('listen')];
    expect(after(...done).steps.listen).toBe('skipped');
    expect(after(...done, unskipped('listen')).steps.listen).toBe('done');
  });

  test('one comes back when a sub-step is taken back', () => {
    const told = [ticked('listen.acknowledge'), unticked('listen.acknowledge')];
    expect(after(...told).current).toBe('listen');
  });
});

describe('the feeling (L8)', () => {
  test.each<[string, Told[], string | undefined]>([
    ['is not known at first', [], undefined],
    ['is what the customer showed', [said('customer', 'angry')], 'angry'],
    ['is the last one shown', [said('customer', 'angry'), said('customer', 'sad')], 'sad'],
    ['of several in a message is the heaviest', [said('customer', 'anxious', 'angry')], 'angry'],
    ['is heavy before it is good', [said('customer', 'positive', 'disappointed')], 'disappointed'],
    [
      'of a later message wins, light as it is',
      [said('customer', 'angry', 'sad'), said('customer', 'disappointed')],
      'disappointed',
    ],
    [
      'outlasts messages without one',
      [said('customer', 'angry'), said('customer', 'agrees')],
      'angry',
    ],
    ['may turn good', [said('customer', 'angry'), said('customer', 'positive')], 'positive'],
    [
      'is not forgotten for a neutral word',
      [said('customer', 'angry'), said('customer', 'neutral')],
      'angry',
    ],
    ['is never that of the agent', [said('agent', 'angry')], undefined],
    ['is never that of a side not known', [said('unknown', 'angry')], undefined],
  ])('%s', (_, told, is) => {
    const emotion = is === undefined ? undefined : { is, words: `(${is})` };
    expect(after(...told).emotion).toEqual(emotion);
  });
});

describe('phrases used here (R5)', () => {
  test('each is there once, the last used one last', () => {
    const { used } = after(inserted('a'), inserted('b'), inserted('a'));
    expect([...used]).toEqual(['b', 'a']);
  });
});

describe('the next sub-step of a step', () => {
  test.each<[string, Told[], StepId, SubStepId]>([
    ['is the first at first', [], 'propose', 'propose.option'],
    [
      'is the first that is open',
      [ticked('propose.option'), ticked('propose.agreed')],
      'propose',
      'propose.when',
    ],
    ['passes over an optional one', [ticked('probe.open')], 'probe', 'probe.check'],
    ['is the only one', [], 'apologise', 'apologise.regret'],
    [
      'is the last when all are done',
      [ticked('restate.say-back'), ticked('restate.confirm')],
      'restate',
      'restate.confirm',
    ],
  ])('%s', (_, told, step, next) => {
    expect(nextSubStep(after(...told), step)).toBe(next);
  });
});
