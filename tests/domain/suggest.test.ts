import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emotionSchema } from '../../lib/domain/pack';
import type { Meaning, Phrase } from '../../lib/domain/pack';
import { emptyGuide } from '../../lib/domain/guide-state';
import type { Guide } from '../../lib/domain/guide-state';
import { nextPlace, suggestPhrases } from '../../lib/domain/suggest';
import type { Situation } from '../../lib/domain/suggest';
import { contentOf } from '../../lib/text/echo';

const place = 'apologise.regret';

function phrase(id: string, more: Partial<Phrase> = {}): Phrase {
  return { id, text: `Text of ${id}.`, places: [place], ...more };
}
function situation(more: Partial<Situation> = {}): Situation {
  return { place, used: new Set(), slots: {}, ...more };
}
function ids(phrases: readonly Phrase[], more: Partial<Situation> = {}, limit?: number): string[] {
  return suggestPhrases(phrases, situation(more), limit).map((each) => each.phrase.id);
}

describe('which phrases are offered', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => phrase(id));

  test('three at most, or as many as were asked for', () => {
    expect(ids(four)).toEqual(['a', 'b', 'c']);
    expect(ids(four, {}, 1)).toEqual(['a']);
    expect(ids(four, {}, 9)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('only those for this place', () => {
    const elsewhere = phrase('elsewhere', { places: ['greet', 'probe.open'] });
    const both = phrase('both', { places: ['greet', place] });
    expect(ids([elsewhere, both])).toEqual(['both']);
    expect(ids([])).toEqual([]);
  });
});

describe('what comes first', () => {
  const anyone = phrase('anyone');
  const angry = phrase('angry', { emotions: ['angry'] });
  const sad = phrase('sad', { emotions: ['sad', 'anxious'] });
  const asking = phrase('asking', { text: 'About {order}, {time}:' });
  const billing = phrase('billing', { categories: ['billing'] });
  const all = [anyone, angry, sad, asking, billing];

  test.each<[string, Partial<Situation>, string[]]>([
    ['the one that fits the feeling (L8)', { emotion: 'angry' }, ['angry', 'anyone']],
    ['a second feeling that it names counts', { emotion: 'anxious' }, ['sad', 'anyone']],
    ['the one for anyone while no feeling is known', {}, ['anyone', 'angry']],
    ['the one for anyone with a feeling none fits', { emotion: 'positive' }, ['anyone', 'asking']],
    ['the one that fits the category', { category: 'billing' }, ['billing', 'anyone']],
  ])('%s', (_, more, first) => {
    expect(ids(all, more, 2)).toEqual(first);
  });

  test('another feeling or another category does not fit at all', () => {
    expect(ids(all, { emotion: 'positive', category: 'delivery' }, 9)).toEqual([
      'anyone',
      'asking',
    ]);
  });

  test('a phrase with a word missing falls behind, and each word counts', () => {
    const one = phrase('one', { text: '{order}' });
    const two = phrase('two', { text: '{order} {time}' });
    expect(ids([two, one, anyone])).toEqual(['anyone', 'one', 'two']);
    expect(ids([two, one, anyone], { slots: { order: '7', time: '6' } })).toEqual([
      'two',
      'one',
      'anyone',
    ]);
  });

  test('a line with their own facts stands before one with their name, that before a plain one (R1, R3)', () => {
    const named = phrase('named', { text: 'Yes, {customer}.' });
    const factual = phrase('factual', { text: 'Order {order}.' });
    const slots = { customer: 'Li', order: '7' };
    expect(ids([anyone, named, factual], { slots })).toEqual(['factual', 'named', 'anyone']);
    const blank = { customer: ' ', order: '' };
    expect(ids([anyone, named, factual], { slots: blank })).toEqual(['anyone', 'named', 'factual']);
  });

  test('a missing word costs less than the fit of the feeling', () => {
    const fitting = phrase('fitting', { text: '{order}', emotions: ['angry'] });
    expect(ids([anyone, fitting], { emotion: 'angry' })).toEqual(['fitting', 'anyone']);
  });

  test('a used phrase falls behind every unused one (R5)', () => {
    const order = ids(all, { emotion: 'angry', used: new Set(['angry']) }, 9);
    expect(order).toEqual(['anyone', 'asking', 'billing', 'angry']);
  });

  test('the team’s own wording, however well another fits', () => {
    const own = new Set(['asking']);
    expect(ids(all, { emotion: 'angry', own }, 2)).toEqual(['asking', 'angry']);
    const used = new Set(['asking']);
    expect(ids(all, { emotion: 'angry', own, used }, 9).at(-1)).toBe('asking');
  });

  test('the one that takes up what the customer just said (R3)', () => {
    const parcel = phrase('parcel', { text: 'Tell me about the parcel.' });
    expect(ids([anyone, parcel], { said: contentOf('The PARCELS never came') })[0]).toBe('parcel');
    const chinese = phrase('zh', { text: '包裹的事，请您说说。' });
    expect(ids([anyone, chinese], { said: contentOf('我的包裹呢') })[0]).toBe('zh');
  });

  test('a phrase steps back while the draft says the other thing that it is for', () => {
    const both = phrase('both', { places: [place, 'listen.acknowledge'], emotions: ['angry'] });
    const served = new Set(['listen.acknowledge'] as const);
    expect(ids([both, anyone], { emotion: 'angry' })).toEqual(['both', 'anyone']);
    expect(ids([both, anyone], { emotion: 'angry', served })).toEqual(['anyone', 'both']);
  });

  test('said back are the customer’s own facts before a line made for their category (L5)', () => {
    const at = 'restate.say-back';
    const own = phrase('own', { text: 'So {fact}?', places: [at] });
    const made = phrase('made', { places: [at], categories: ['billing'] });
    expect(ids([made, own], { place: at, category: 'billing' })).toEqual(['own', 'made']);
  });

  test('a line that the agent said by hand falls behind, before one used by its key (R5)', () => {
    const isSaid = (text: string) => text === 'Text of angry.';
    const order = ids(all, { emotion: 'angry', isSaid, used: new Set(['anyone']) }, 9);
    expect(order).toEqual(['asking', 'billing', 'angry', 'anyone']);
  });

  test('when all were used, the one said longest ago comes first, however the last one fits (R5)', () => {
    const three = [angry, anyone, phrase('other')];
    const used = new Set(['other', 'anyone', 'angry']);
    expect(ids(three, { emotion: 'angry', used })).toEqual(['other', 'anyone', 'angry']);
  });
});

describe('a suggestion', () => {
  test('is the phrase with what is known filled in, and names what is not', () => {
    const greeting = phrase('a', { text: 'Hello {customer}, about {order}.' });
    expect(suggestPhrases([greeting], situation({ slots: { customer: 'Li' } }))).toEqual([
      {
        phrase: greeting,
        text: 'Hello Li, about {order}.',
        missing: ['order'],
        why: ['fits-step', 'asks-first'],
      },
    ]);
  });

  test('says why it is there', () => {
    const all = phrase('a', { text: '{order}', emotions: ['sad'], categories: ['billing'] });
    const [first] = suggestPhrases(
      [all],
      situation({ emotion: 'sad', category: 'billing', used: new Set(['a']) }),
    );
    expect(first?.why).toEqual(['fits-feeling', 'fits-category', 'asks-first', 'used-before']);
    expect(suggestPhrases([phrase('b')], situation())[0]?.why).toEqual(['fits-step']);
  });

  test('fits no feeling that it does not name, and none while none is known', () => {
    const none = phrase('none', { emotions: [] });
    const sad = phrase('sad', { emotions: ['sad'] });
    const whys = suggestPhrases([none, sad], situation()).map(({ why }) => why);
    expect(whys).toEqual([['fits-step'], ['fits-step']]);
  });
});

describe('what to say next, with the draft as if it were sent', () => {
  const after = (...served: Meaning[]) => nextPlace(emptyGuide, 'listen', new Set(served));

  test('is what the step needs, whatever else is in the draft', () => {
    expect(after()).toBe('listen.acknowledge');
    expect(after('apologise.regret')).toBe('listen.acknowledge');
  });

  test('is the next step where the draft does what this one needs', () => {
    expect(after('listen.acknowledge')).toBe('apologise.regret');
    expect(after('listen.acknowledge', 'apologise.regret')).toBe('restate.say-back');
  });

  test('asks for the yes to what is said back, but does not wait for it', () => {
    const at = (step: 'restate' | 'listen', ...served: Meaning[]) =>
      nextPlace(emptyGuide, step, new Set(served));
    expect(at('restate', 'restate.say-back')).toBe('restate.confirm');
    const all: Meaning[] = ['listen.acknowledge', 'apologise.regret', 'restate.say-back'];
    expect(at('listen', ...all)).toBe('probe.open');
  });

  test('passes over what is done', () => {
    const steps = { ...emptyGuide.steps, apologise: 'done' as const };
    const guide: Guide = { ...emptyGuide, steps };
    expect(nextPlace(guide, 'listen', new Set(['listen.acknowledge']))).toBe('restate.say-back');
  });
});

const phraseArbitrary: fc.Arbitrary<Phrase> = fc
  .record({
    text: fc.constantFrom('Text.', '{order}', '{order} {time}'),
    emotions: fc.subarray([...emotionSchema.options]),
    categories: fc.subarray(['billing', 'delivery']),
    here: fc.boolean(),
  })
  .map(({ here, ...more }) => phrase('', { ...more, places: [here ? place : 'greet'] }));
const phrasesArbitrary = fc
  .array(phraseArbitrary, { maxLength: 12 })
  .map((list) => list.map((each, index) => ({ ...each, id: `p${index}` })));
const situationArbitrary = fc
  .record({
    emotion: fc.option(fc.constantFrom(...emotionSchema.options), { nil: undefined }),
    category: fc.option(fc.constantFrom('billing', 'delivery'), { nil: undefined }),
    used: fc
      .uniqueArray(fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4'))
      .map((list) => new Set(list)),
    slots: fc.constantFrom({}, { order: '7' }, { order: '7', time: '6' }),
  })
  .map(situation);

describe('for any phrases and any situation', () => {
  test('the same is offered again', () => {
    fc.assert(
      fc.property(phrasesArbitrary, situationArbitrary, (phrases, now) => {
        expect(suggestPhrases(phrases, now)).toEqual(suggestPhrases([...phrases], { ...now }));
      }),
    );
  });

  test('fewer are the beginning of more', () => {
    fc.assert(
      fc.property(phrasesArbitrary, situationArbitrary, fc.nat(12), (phrases, now, limit) => {
        const all = suggestPhrases(phrases, now, Infinity);
        expect(suggestPhrases(phrases, now, limit)).toEqual(all.slice(0, limit));
      }),
    );
  });

  test('no used phrase stands before an unused one (R5)', () => {
    fc.assert(
      fc.property(phrasesArbitrary, situationArbitrary, (phrases, now) => {
        const used = suggestPhrases(phrases, now, Infinity).map((each) =>
          now.used.has(each.phrase.id),
        );
        expect(used).toEqual(used.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});
