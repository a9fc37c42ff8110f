// What a conversation does beside its five steps: back-steps, questions, the close, and a second matter.
import { describe, expect, test } from 'vitest';
import { foldGuide } from '../support/fold-guide';
import { nextSubStep, subStepsNow } from '../../lib/domain/guide-state';
import type { Guide } from '../../lib/domain/guide-state';
import type { Meaning } from '../../lib/domain/pack';
import { doneIn, inOrder, said, skipped, ticked } from '../support/story';
import type { Told } from '../support/story';

function after(...told: Told[]): Guide {
  return foldGuide(inOrder(told));
}
const customer = (...means: Meaning[]) => said('customer', ...means);
const agent = (...means: Meaning[]) => said('agent', ...means);
const facts = [
  customer('complains'),
  agent('listen.acknowledge', 'apologise.regret'),
  agent('restate.say-back'),
  customer('agrees'),
  agent('probe.open'),
  customer(),
  agent('listen.acknowledge'),
];
const proposed = [...facts, agent('propose.option', 'propose.when')];

test('what is regretted is not said back', () => {
  const regret = { means: 'apologise.regret', words: 'sorry' } as const;
  const back = { means: 'restate.say-back', words: 'sorry that the lamp is not' } as const;
  const sorry: Told = { kind: 'said', messageKey: 'm', side: 'agent', found: [back, regret] };
  expect(doneIn(after(sorry))).toEqual(['apologise.regret']);
  expect(doneIn(after({ ...sorry, found: [back] }))).toEqual(['restate.say-back']);
});

describe('new information', () => {
  test('after restate and probe were done opens both again, with its words', () => {
    expect(after(...proposed).current).toBe('propose');
    const guide = after(...proposed, customer('adds'));
    expect(guide.news).toEqual({ is: 'added', words: '(adds)', messageKey: 'adds' });
    expect([guide.steps.restate, guide.steps.probe]).toEqual(['open', 'open']);
    expect(guide.steps.apologise).toBe('done');
    expect(guide.current).toBe('restate');
  });

  test('is told until both are done anew', () => {
    const again = [agent('restate.say-back'), customer('agrees')];
    const restated = after(...proposed, customer('adds'), ...again);
    expect(restated).toMatchObject({ current: 'probe', news: { is: 'added' } });
    const probed = after(...proposed, customer('adds'), ...again, agent('probe.open'));
    expect(probed).toMatchObject({ current: 'propose', news: undefined });
  });

  test.each<[string, Told[]]>([
    ['is none before the facts are there', [agent('restate.say-back'), customer('adds')]],
    ['is none where it answers a question', [...proposed, agent('probe.check'), customer('adds')]],
    ['is none from the agent', [...proposed, agent('adds')]],
  ])('%s', (_, told) => {
    expect(after(...told).news).toBeUndefined();
  });

  test('leaves alone what was ticked by hand', () => {
    const byHand = [ticked('restate.say-back'), ticked('restate.confirm'), ticked('probe.open')];
    const guide = after(...byHand, customer('adds'));
    expect(guide.steps.restate).toBe('done');
    expect(guide.news).toBeUndefined();
  });

  test('that was none is dismissed, and the steps are as they were', () => {
    const dismissed: Told = { kind: 'newsDismissed', messageKey: 'adds' };
    const story = [...proposed, customer('adds')];
    expect(after(...story, dismissed)).toEqual(after(...proposed, customer()));
    const restored: Told = { kind: 'newsRestored', messageKey: 'adds' };
    expect(after(...story, dismissed, restored)).toEqual(after(...story));
  });

  test('is a no to what was said back: it is to be said back anew', () => {
    const guide = after(agent('restate.say-back', 'probe.open'), customer('refuses'));
    expect(guide.news).toMatchObject({ is: 'corrected', words: '(refuses)' });
    expect(doneIn(guide)).toEqual(['probe.open']);
  });
});

describe('a yes or no', () => {
  test.each<[string, Meaning]>([
    ['“anything else?”', 'close.else'],
    ['a question for facts', 'probe.check'],
    ['a hold', 'hold.ask'],
  ])('to %s is none to the proposal before it', (_, asked) => {
    const told = [...proposed, agent(asked)];
    expect(after(...told, customer('refuses')).refused).toBeUndefined();
    expect(doneIn(after(...told, customer('agrees')))).not.toContain('propose.agreed');
    const both = after(...proposed, agent(asked, 'propose.option'), customer('agrees'));
    expect(doneIn(both)).toContain('propose.agreed');
  });
});

describe('consent to a hold (H1)', () => {
  const asked = agent('hold.ask');
  test.each<[string, Told[], Guide['hold']]>([
    ['is not there before it is asked for', [customer('agrees')], undefined],
    ['is asked for', [asked], 'asked'],
    ['is given by a yes', [asked, customer('agrees')], 'given'],
    ['is good for the hold that follows', [asked, customer('agrees'), asked], 'given'],
    ['is not given by a no', [asked, customer('refuses')], undefined],
    ['is not given by other words', [asked, customer('asks')], 'asked'],
    ['is asked for in vain where the agent goes on', [asked, agent('probe.open')], undefined],
    ['ends when the agent is back', [asked, customer('agrees'), agent('hold.return')], undefined],
  ])('%s', (_, told, hold) => {
    expect(after(...told).hold).toBe(hold);
  });
});

describe('a refused proposal', () => {
  const refused = [...proposed, customer('refuses')];
  const agreed = 'propose.agreed';

  test('asks for three more sub-steps, which nobody sees before', () => {
    const usual = ['propose.option', 'propose.when', agreed];
    expect(subStepsNow(after(...proposed), 'propose')).toEqual(usual);
    const guide = after(...refused);
    expect(guide.refused).toEqual({ words: '(refuses)' });
    const more = ['propose.ask-why', 'propose.look-again', 'propose.anew'];
    expect(subStepsNow(guide, 'propose')).toEqual([
      'propose.option',
      'propose.when',
      ...more,
      agreed,
    ]);
    expect(nextSubStep(guide, 'propose')).toBe('propose.ask-why');
  });

  test.each<[Meaning, string]>([
    ['probe.open', 'propose.ask-why'],
    ['probe.check', 'propose.ask-why'],
    ['hold.ask', 'propose.look-again'],
    ['promise', 'propose.look-again'],
    ['propose.option', 'propose.anew'],
  ])('%s of the agent ticks %s', (means, subStep) => {
    expect(doneIn(after(...refused, agent(means)))).toContain(subStep);
    expect(doneIn(after(...proposed, agent(means)))).not.toContain(subStep);
  });

  test('takes back an agreement', () => {
    const guide = after(...proposed, customer('agrees'), customer('refuses'));
    expect(guide.subSteps[agreed].done).toBe(false);
  });

  test('is over when the customer agrees, or the agent says that they did', () => {
    const anew = [...refused, agent('propose.option'), customer('agrees')];
    expect(after(...anew)).toMatchObject({ refused: undefined, current: 'close' });
    expect(after(...refused, ticked(agreed))).toMatchObject({ refused: undefined });
  });

  test('a second time begins again', () => {
    const guide = after(
      ...refused,
      agent('probe.open'),
      agent('propose.option'),
      customer('refuses'),
    );
    expect(doneIn(guide)).not.toContain('propose.ask-why');
    expect(doneIn(guide)).not.toContain('propose.anew');
  });
});

describe('a second matter', () => {
  const second = [...proposed, customer('another', 'complains')];

  test('starts anew, and the first stays as it was', () => {
    const guide = after(...second, agent('listen.acknowledge'));
    expect(guide).toMatchObject({ id: 'another,complains', words: '(another)' });
    expect(doneIn(guide)).toEqual(['listen.acknowledge']);
    const [first, ...others] = guide.earlier;
    expect(others).toEqual([]);
    const { earlier: _, emotion: __, used: ___, ...before } = after(...proposed);
    expect(first).toEqual(before);
  });

  test('is none before something was done about the first', () => {
    expect(after(customer('complains'), customer('another')).earlier).toEqual([]);
  });

  test('may be a question after a complaint', () => {
    expect(after(...proposed, customer('another', 'asks'))).toMatchObject({ path: 'enquiry' });
  });

  test('has its own feeling and category; the feeling of the moment goes on', () => {
    const about = (category: string): Told => ({
      kind: 'said',
      messageKey: category,
      side: 'customer',
      found: [
        {
          means: 'about',
          words: category,
          category,
        },
      ],
    });
    const first = [about('billing'), customer('angry'), ...proposed];
    const guide = after(...first, customer('another'), about('delivery'));
    expect([guide.category, guide.earlier[0]?.category]).toEqual(['delivery', 'billing']);
    expect([guide.heaviest?.is, guide.emotion?.is]).toEqual([undefined, 'angry']);
  });

  test('that is none is joined to the first, and split again', () => {
    const joined: Told = { kind: 'roundJoined', round: 'another,complains' };
    expect(after(...second, joined)).toMatchObject({ id: '', earlier: [], current: 'propose' });
    const split: Told = { kind: 'roundSplit', round: 'another,complains' };
    expect(after(...second, joined, split)).toEqual(after(...second));
  });

  test('is begun by hand where nothing was heard', () => {
    const guide = after(...proposed, { kind: 'roundStarted', round: 'r' }, skipped('listen'));
    expect(guide).toMatchObject({ id: 'r', words: undefined, current: 'apologise' });
    expect(guide.earlier.map(({ current }) => current)).toEqual(['propose']);
  });
});
