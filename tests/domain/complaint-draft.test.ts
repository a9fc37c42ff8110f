import { describe, expect, test } from 'vitest';
import { draftComplaint } from '../../lib/domain/complaint-draft';
import type { LedgerEvent } from '../../lib/domain/event';
import { requestIn } from '../../lib/domain/request';
import { emptyPlan } from '../../lib/domain/plan';
import { message } from '../support/fake-page';

describe('what they ask for is the last sentence that asks for something to be done', () => {
  test.each([
    ['The kettle leaks. I want my money back! It is the second one.', 'I want my money back!'],
    ['I would like a new one by Friday, thanks.', 'I would like a new one by Friday, thanks.'],
    ['It is broken, please send another.', 'It is broken, please send another.'],
    ['Can you refund the fee? Nobody told me of it.', 'Can you refund the fee?'],
    [
      'I just need somebody to come and look at it.',
      'I just need somebody to come and look at it.',
    ],
    ['It broke again, so send me a new one.', 'It broke again, so send me a new one.'],
    ['I expect an apology from the manager.', 'I expect an apology from the manager.'],
    ['水壶漏水。我要退货！这是第二个了。', '我要退货！'],
    ['希望你们今天就把钱退给我。', '希望你们今天就把钱退给我。'],
    ['麻烦尽快安排重发，谢谢。', '麻烦尽快安排重发，谢谢。'],
    ['屏幕碎了，给我换一台。', '屏幕碎了，给我换一台。'],
    ['能不能把运费退了？', '能不能把运费退了？'],
  ])('%s', (text, asked) => {
    expect(requestIn(['Hello', text])).toBe(asked);
  });

  test.each([
    'I want to complain about the driver.',
    'I’d like to know why nobody called.',
    'The parcel never came and nobody called.',
    'Please, this is the third time.',
    'You are the first who does not just send me another link.',
    'They never gave my money back.',
    'He didn’t even pay me a visit.',
    '他们一直没有给我退款。',
    '我要投诉你们的快递员。',
    '我想问一下为什么没人联系我。',
    '包裹一直没有到。',
    '我不想再等了。',
    'I want to kill myself.',
    '我想死了算了。',
    '请问什么时候发货？',
  ])('none: %s', (text) => {
    expect(requestIn([text])).toBeUndefined();
  });

  test('a later wish takes the place of an earlier one', () => {
    expect(requestIn(['I want a new one.', 'That is too late. Refund me.', 'Are you there?'])).toBe(
      'Refund me.',
    );
  });
});

const talk = [
  message('m0', 'agent', 'Welcome.', { at: 50 }),
  message('m1', 'customer', 'It leaks. Reach me at dana@mail.example.', { at: 100 }),
  message('m2', 'agent', 'I am sorry to hear that.'),
  message('m3', 'customer', 'I want a new one.', { at: 300 }),
];
const made = (promise: string, due: number): LedgerEvent => ({
  kind: 'promiseMade',
  at: 1,
  promise,
  of: 'promise',
  owner: 'Noor',
  what: 'news',
  due,
});

describe('the conversation tells', () => {
  test('how to reach them, what they want, and nothing that was not said', () => {
    expect(draftComplaint(talk, [])).toEqual({
      contact: 'dana@mail.example',
      request: 'I want a new one.',
    });
    expect(draftComplaint([], [])).toEqual({ request: '' });
  });

  test('when they first had an answer: as the page tells, or as it was heard', () => {
    const heard: LedgerEvent = {
      kind: 'said',
      at: 170,
      messageKey: 'm2',
      side: 'agent',
      found: [],
    };
    expect(draftComplaint(talk, [heard]).acknowledgedAt).toBe(170);
    const dated = talk.map((each) => (each.key === 'm2' ? { ...each, at: 160 } : each));
    expect(draftComplaint(dated, [heard]).acknowledgedAt).toBe(160);
  });

  test('the next moment that is promised and not over', () => {
    const ended = { kind: 'promiseEnded', at: 2, promise: 'a', how: 'kept', done: '' } as const;
    const renewed = { kind: 'promiseRenewed', at: 2, promise: 'b', due: 700, told: true } as const;
    const events = [made('a', 500), made('b', 600), made('c', 900), ended, renewed];
    expect(draftComplaint(talk, events).dueAt).toBe(700);
    const again = { kind: 'promiseReopened', at: 3, promise: 'a' } as const;
    expect(draftComplaint(talk, [...events, again]).dueAt).toBe(500);
    expect(draftComplaint(talk, [made('a', 500), ended]).dueAt).toBeUndefined();
  });

  test('what could be done, as it was planned', () => {
    const plan = {
      ...emptyPlan,
      options: [
        { what: 'send it again', reason: '', by: 'Friday' },
        { what: 'refund it', reason: '', by: '' },
        { what: '', reason: '', by: '' },
      ],
    };
    const { options } = draftComplaint(talk, [{ kind: 'proposed', at: 1, plan }]);
    expect(options).toBe('send it again (Friday); refund it');
  });
});
