// Which way a conversation goes, as a complaint or a question, to its close; and what the hand may set.
import { describe, expect, test } from 'vitest';
import { foldGuide } from '../support/fold-guide';
import { nextSubStep, pressOn } from '../../lib/domain/guide-state';
import type { Guide } from '../../lib/domain/guide-state';
import type { Meaning } from '../../lib/domain/pack';
import { inOrder, said, ticked, unticked } from '../support/story';
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

describe('the path', () => {
  test.each<[string, Told[], Guide['path'], Guide['pathBy']]>([
    ['is that of a complaint before anything is heard', [], 'complaint', { by: 'default' }],
    [
      'is an enquiry for a question',
      [customer('asks')],
      'enquiry',
      { by: 'message', words: '(asks)' },
    ],
    [
      'is a complaint for a complaint that asks',
      [customer('asks', 'complains')],
      'complaint',
      { by: 'message', words: '(complains)' },
    ],
    [
      'becomes a complaint as soon as one is heard',
      [customer('asks'), agent('greet'), customer('disappointed')],
      'complaint',
      { by: 'message', words: '(disappointed)' },
    ],
    [
      'stays a complaint whatever is asked later',
      [customer('angry'), customer('asks')],
      'complaint',
      { by: 'message', words: '(angry)' },
    ],
    [
      'worry alone is no complaint',
      [customer('asks', 'anxious')],
      'enquiry',
      { by: 'message', words: '(asks)' },
    ],
  ])('%s', (_, told, path, pathBy) => {
    expect(after(...told)).toMatchObject({ path, pathBy });
  });

  test('is what the hand says, until it is released', () => {
    const byHand: Told = { kind: 'pathChosen', path: 'enquiry' };
    const told = [customer('angry'), byHand, customer('complains')];
    expect(after(...told)).toMatchObject({ path: 'enquiry', pathBy: { by: 'hand' } });
    const released = after(...told, { kind: 'pathReleased' });
    expect(released).toMatchObject({ path: 'complaint', pathBy: { by: 'message' } });
  });
});

describe('an enquiry', () => {
  const asked = [customer('asks')];

  test('is greeted, answered and closed, and nobody apologises', () => {
    expect(after(...asked).current).toBe('greet');
    expect(after(...asked, agent('greet')).current).toBe('probe');
    expect(after(...asked, agent('greet'), agent('probe.check')).current).toBe('probe');
    const answered = [...asked, agent('greet'), agent('answer.give')];
    expect(after(...answered).current).toBe('close');
    expect(after(...answered, agent('close.else'), agent('close.thanks')).current).toBeUndefined();
  });

  test('is answered by a proposal and by a promise as well', () => {
    expect(after(...asked, agent('propose.option')).current).toBe('close');
    expect(after(...asked, agent('promise')).current).toBe('close');
  });
});

describe('the close', () => {
  const done = [...proposed, customer('agrees')];

  test('asks for more, thanks, and ends on a warm note, which is not needed', () => {
    const guide = after(...done);
    expect(guide.current).toBe('close');
    expect(nextSubStep(guide, 'close')).toBe('close.else');
    const asked = after(...done, agent('close.else'));
    expect(nextSubStep(asked, 'close')).toBe('close.thanks');
    const thanked = after(...done, agent('close.else', 'close.thanks'));
    expect(thanked.current).toBeUndefined();
    expect(nextSubStep(thanked, 'close')).toBe('close.note');
  });
});

describe('the category', () => {
  test('is the one named most, of equals the last', () => {
    const about = (category: string): Told => ({
      kind: 'said',
      messageKey: '',
      side: 'customer',
      found: [
        {
          means: 'about',
          words: category,
          category,
        },
      ],
    });
    expect(after(about('a'), about('b')).category).toBe('b');
    expect(after(about('a'), about('a'), about('b')).category).toBe('a');
  });
});

describe('a press on a sub-step', () => {
  test.each<[string, Told[], string]>([
    ['ticks what is open', [], 'ticked'],
    ['takes back what a message ticked', [agent('probe.open')], 'unticked'],
    ['takes back its own tick', [ticked('probe.open')], 'released'],
    [
      'brings back what the message showed',
      [agent('probe.open'), unticked('probe.open')],
      'released',
    ],
    [
      'turns over what hand and message agree on',
      [agent('probe.open'), ticked('probe.open')],
      'unticked',
    ],
  ])('%s', (_, told, kind) => {
    expect(pressOn(after(...told), 'probe.open')).toBe(kind);
  });
});
