import { describe, expect, test } from 'vitest';
import type { Interrogative, Phrase } from '../../lib/domain/pack';
import { questionsFor } from '../../lib/domain/probe';
import type { ProbeSituation } from '../../lib/domain/probe';

const open = (id: string, asks: Interrogative, more: Partial<Phrase> = {}): Phrase => ({
  id,
  text: `${id}？`,
  places: ['probe.open'],
  asks,
  ...more,
});
const closed = (id: string, text: string, more: Partial<Phrase> = {}): Phrase => ({
  id,
  text,
  places: ['probe.check'],
  ...more,
});
const situation = (more: Partial<ProbeSituation> = {}): ProbeSituation => ({
  answered: new Set(),
  facts: {},
  used: new Set(),
  ...more,
});
const asked = (phrases: readonly Phrase[], more?: Partial<ProbeSituation>) =>
  questionsFor(phrases, situation(more)).open.map(({ asks, phrase }) => `${asks}: ${phrase.id}`);
const checked = (phrases: readonly Phrase[], more?: Partial<ProbeSituation>) =>
  questionsFor(phrases, situation(more)).closed.map(({ id }) => id);

describe('open questions', () => {
  const phrases = [open('q-why', 'why'), open('q-when', 'when'), open('q-what', 'what')];

  test('come in the order in which they are best asked, one for each thing', () => {
    expect(asked([...phrases, open('q-what-too', 'what')])).toEqual([
      'what: q-what',
      'when: q-when',
      'why: q-why',
    ]);
  });

  test('are not asked once they are answered', () => {
    expect(asked(phrases, { answered: new Set(['what', 'why']) })).toEqual(['when: q-when']);
  });

  test('are not asked again, in other words either', () => {
    const more = [...phrases, open('q-what-too', 'what')];
    expect(asked(more, { used: new Set(['q-what-too', 'unknown']) })).toEqual([
      'when: q-when',
      'why: q-why',
    ]);
  });

  test('are not asked again where the one that was said is for another matter', () => {
    const other = open('q-what-delivery', 'what', { categories: ['delivery'] });
    expect(asked([...phrases, other], { used: new Set([other.id]) })).not.toContain('what: q-what');
  });

  test('for the matter at hand go before those for any', () => {
    const ours = open('q-what-delivery', 'what', { categories: ['billing', 'delivery'] });
    expect(asked([...phrases, ours], { category: 'delivery' })[0]).toBe('what: q-what-delivery');
    expect(asked([...phrases, ours], { category: 'quality' })[0]).toBe('what: q-what');
    expect(asked([...phrases, ours])[0]).toBe('what: q-what');
  });

  test('for a feeling are asked of who has it alone', () => {
    const calm = open('q-where', 'where', { emotions: ['neutral', 'positive'] });
    expect(asked([calm], { emotion: 'positive' })).toEqual(['where: q-where']);
    expect(asked([calm], { emotion: 'angry' })).toEqual([]);
    expect(asked([calm])).toEqual([]);
  });

  test('have to fit both the matter and the feeling', () => {
    const both = open('q-who', 'who', { categories: ['delivery'], emotions: ['sad'] });
    expect(asked([both], { category: 'delivery', emotion: 'sad' })).toEqual(['who: q-who']);
    expect(asked([both], { category: 'delivery', emotion: 'angry' })).toEqual([]);
    expect(asked([both], { category: 'billing', emotion: 'sad' })).toEqual([]);
  });
});

describe('closed questions', () => {
  test('are those that make sure of something, and nothing else', () => {
    const hello: Phrase = { id: 'hello', text: '您好。', places: ['greet', 'probe.open'] };
    const both: Phrase = { ...closed('both', '是这样吗？'), places: ['greet', 'probe.check'] };
    expect(checked([hello, closed('a', 'Is that so?'), both])).toEqual(['a', 'both']);
  });

  test('are offered where all that they name is known', () => {
    const order = closed('order', '订单号是{order}，对吗？');
    expect(checked([order])).toEqual([]);
    expect(checked([order], { facts: { order: 'A-1' } })).toEqual(['order']);
    expect(checked([order], { facts: { amount: '$5' } })).toEqual([]);
  });

  test('that hold the most facts come first, and a word with a usual value is no fact', () => {
    const phrases = [
      closed('usual', 'Is {minutes:5} or {hours:2} enough?'),
      closed('one', 'Is it {order}?'),
      closed('two', 'Did {order} cost {amount}?'),
    ];
    const facts = { order: 'A-1', amount: '$5' };
    expect(checked(phrases, { facts })).toEqual(['two', 'one']);
    expect(checked(phrases.slice(0, 2), { facts })).toEqual(['one', 'usual']);
  });

  test('are two at most, and of equal ones the first', () => {
    expect(checked(['a', 'b', 'c'].map((id) => closed(id, 'Right?')))).toEqual(['a', 'b']);
  });

  test('that were said are not said again, and those for another matter are not at all', () => {
    const phrases = [
      closed('said', '对吗？'),
      closed('ours', '到货了吗？', { categories: ['delivery'] }),
      closed('theirs', '扣款了吗？', { categories: ['billing'] }),
    ];
    const more = { used: new Set(['said']), category: 'delivery' };
    expect(checked(phrases, more)).toEqual(['ours']);
  });
});
