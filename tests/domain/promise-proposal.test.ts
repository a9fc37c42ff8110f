import { describe, expect, test } from 'vitest';
import type { Message } from '../../lib/domain/conversation';
import type { LedgerEvent } from '../../lib/domain/event';
import { createEar } from '../../lib/domain/hear';
import { packSchema } from '../../lib/domain/pack';
import { followUpIn, proposalsIn } from '../../lib/domain/promise-proposal';
import english from '../../public/packs/en.json';
import chinese from '../../public/packs/zh-cn.json';

const packs = [packSchema.parse(english), packSchema.parse(chinese)];
const listen = createEar(packs.flatMap(({ cues = [] }) => cues));
// Wednesday, 5 March 2025, 14:20 in a place two hours ahead of UTC.
const now = Date.parse('2025-03-05T14:20:00+02:00');
const here = { now, offset: () => 120 };
const agent = (text: string, key = 'm1', at = now): Message => ({ key, side: 'agent', text, at });

function heard(messages: readonly Message[]): LedgerEvent[] {
  return messages.map(({ key, side, text, at = now }) => ({
    kind: 'said',
    at,
    messageKey: key,
    side,
    found: listen({ side, text }),
  }));
}

function proposed(messages: readonly Message[], more: readonly LedgerEvent[] = [], known = [0]) {
  return proposalsIn(messages, [...heard(messages), ...more], known, here).map(
    ({ what, due }) => `${what} → ${new Date(due + 7_200_000).toISOString().slice(5, 16)}`,
  );
}

describe('what the agent promised', () => {
  test.each([
    ["I'll call you back by 3 pm.", "I'll call you back by 3 pm. → 03-05T15:00"],
    ["I'll get back to you by noon.", "I'll get back to you by noon. → 03-06T12:00"],
    [
      "I see. I'll write to you within 20 minutes. Thank you!",
      "I'll write to you within 20 minutes. → 03-05T14:40",
    ],
    ['我会在今天18点前给您回电。', '我会在今天18点前给您回电。 → 03-05T18:00'],
    ['我们将在两个工作日内处理好。', '我们将在两个工作日内处理好。 → 03-07T18:00'],
  ])('%s', (text, proposal) => {
    expect(proposed([agent(text)])).toEqual([proposal]);
  });

  test.each([
    'The shop opens at 9 am tomorrow.',
    "I'll look into it as soon as I can.",
    'May I ask you to wait two minutes?',
    "I'll be right back, please give me 5 minutes.",
  ])('%s is none to note', (text) => {
    expect(proposed([agent(text)])).toEqual([]);
  });

  test('is not proposed when the customer says it', () => {
    const message = { ...agent("I'll call you back by 3 pm."), side: 'customer' as const };
    expect(proposed([message])).toEqual([]);
  });

  test('is not proposed once it has lapsed, or lies far back in the conversation', () => {
    const old = agent("I'll call you within 10 minutes.", 'm0', now - 3_600_000);
    expect(proposed([old])).toEqual([]);
    const talk = ['a', 'b', 'c'].map((key) => agent('I see.', key));
    expect(proposed([agent("I'll call you back by 3 pm."), ...talk])).toEqual([]);
  });

  test('is proposed once: taken or left, it does not come again', () => {
    const messages = [agent("I'll call you back by 3 pm.")];
    const left: LedgerEvent = { kind: 'promiseLeft', at: now, messageKey: 'm1', nth: 0 };
    expect(proposed(messages, [left])).toEqual([]);
    const taken: LedgerEvent = {
      kind: 'promiseMade',
      at: now,
      promise: 'p',
      of: 'promise',
      owner: '',
      what: '',
      due: 1,
      messageKey: 'm1',
      nth: 0,
    };
    expect(proposed(messages, [taken])).toEqual([]);
  });

  test('is not proposed where the same moment is promised already', () => {
    const three = Date.parse('2025-03-05T15:00:00+02:00');
    expect(proposed([agent("I'll call you back by 3 pm.")], [], [three])).toEqual([]);
  });

  test.each([
    [
      "I'll call you by 3 pm. We will refund it by Friday.",
      ['We will refund it by Friday. → 03-07T18:00', "I'll call you by 3 pm. → 03-05T15:00"],
    ],
    [
      '我会在今天15点前给您回电。我们今天18点前把邮件发给您。',
      ['我们今天18点前把邮件发给您。 → 03-05T18:00', '我会在今天15点前给您回电。 → 03-05T15:00'],
    ],
  ])('two in one message, in other words: %s', (text, proposals) => {
    expect(proposed([agent(text)])).toEqual(proposals);
  });

  test('two in a message are two', () => {
    const text = "I'll call you by 3 pm. And I'll write to you by 5 pm.";
    const left: LedgerEvent = { kind: 'promiseLeft', at: now, messageKey: 'm1', nth: 1 };
    expect(proposed([agent(text)])).toHaveLength(2);
    expect(proposed([agent(text)], [left])).toEqual(["I'll call you by 3 pm. → 03-05T15:00"]);
  });
});

describe('where and when it was said', () => {
  const call = 'I will call you back by 3 pm.';

  test('the last three messages of the agent count, whoever spoke between them', () => {
    const customer = (key: string): Message => ({ key, side: 'customer', text: 'Hm.' });
    const between = [customer('c1'), agent('I see.', 'a'), customer('c2'), agent('好的。', 'b')];
    expect(proposed([agent(call), ...between])).toHaveLength(1);
    expect(proposed([agent(call), ...between, agent('OK.', 'c')])).toEqual([]);
  });

  test('the newest promise comes first, and each knows its message and its place there', () => {
    const messages = [
      agent('I will call you by 3 pm. And I will write by 4 pm.', 'm1'),
      agent('We sent it. I will write to you by 5 pm.', 'm2'),
    ];
    const found = proposalsIn(messages, heard(messages), [], here);
    expect(found.map(({ kind, messageKey, nth }) => [kind, messageKey, nth])).toEqual([
      ['promise', 'm2', 0],
      ['promise', 'm1', 1],
      ['promise', 'm1', 0],
    ]);
  });

  test('a message that nobody has listened to yet promises nothing', () => {
    expect(proposalsIn([agent(call)], [], [], here)).toEqual([]);
  });

  test('a span counts from when it was said, or else from when it was heard', () => {
    const text = 'I will call you within 30 minutes.';
    const ago = now - 1_200_000;
    const dueOf = (message: Message, at: number) =>
      proposalsIn([message], heard([{ ...message, at }]), [], here).map(({ due }) => due);
    expect(dueOf(agent(text, 'm1', ago), now)).toEqual([ago + 1_800_000]);
    expect(dueOf({ key: 'm1', side: 'agent', text }, ago)).toEqual([ago + 1_800_000]);
  });

  test('a time that is up this very moment is none any more', () => {
    const message = agent('I will call you within 10 minutes.', 'm1', now - 600_000);
    const later = (more: number) =>
      proposalsIn([message], heard([message]), [], { ...here, now: now + more });
    expect([later(-1).length, later(0).length]).toEqual([1, 0]);
  });

  test.each([
    [-60_000, 1],
    [-59_999, 0],
    [59_999, 0],
    [60_000, 1],
  ])('a promise that is open for %i ms from it leaves %i to propose', (away, count) => {
    const three = Date.parse('2025-03-05T15:00:00+02:00');
    expect(proposed([agent(call)], [], [0, three + away])).toHaveLength(count);
  });

  test.each<[string, LedgerEvent]>([
    ['in another message', { kind: 'promiseLeft', at: now, messageKey: 'm2', nth: 0 }],
    ['in another sentence', { kind: 'promiseLeft', at: now, messageKey: 'm1', nth: 1 }],
    [
      'by hand',
      { kind: 'promiseMade', at: 1, promise: 'p', of: 'promise', owner: '', what: '', due: 2 },
    ],
  ])('what was settled %s is not what was promised here', (_, event) => {
    expect(proposed([agent(call)], [event])).toHaveLength(1);
  });

  test('a promise that was taken without its place was the first of its message', () => {
    const made = { promise: 'p', of: 'promise' as const, owner: '', what: '', due: 1 };
    const taken: LedgerEvent = { kind: 'promiseMade', at: now, ...made, messageKey: 'm1' };
    expect(proposed([agent(call)], [taken])).toEqual([]);
  });
});

describe('which sentence promises, and which time', () => {
  test.each([
    ['the last of several', 'I will call you by 3 pm or by 5 pm.', ['03-05T17:00']],
    ['one of its own sentence', 'I will call you. We close at 6 pm.', []],
    ['nor of the one before', 'We close by 3 pm. I will call you.', []],
    ['one behind the promise as well as before it', 'By 5 pm I will call you.', ['03-05T17:00']],
    [
      'one in each of the sentences',
      'I will call by 3 pm. Thanks. I will call by 4 pm.',
      ['03-05T15:00', '03-05T16:00'],
    ],
    ['none where the customer is asked to wait as well', '我会查一下，请您稍等5分钟。', []],
    ['that of a plan', '今天18点前可以办好。', ['03-05T18:00']],
  ])('%s counts: %s', (_, text, times) => {
    expect(proposed([agent(text)]).map((line) => line.split(' → ')[1])).toEqual(times.toReversed());
  });

  test.each([
    ['promise', 1],
    ['propose.when', 1],
    ['apologise.regret', 0],
  ] as const)('words that mean “%s” promise: %i', (means, count) => {
    const text = 'Your lamp by 3 pm.';
    const found = [{ means, words: 'Your lamp' }];
    const event: LedgerEvent = { kind: 'said', at: now, messageKey: 'm1', side: 'agent', found };
    expect(proposalsIn([agent(text)], [event], [], here)).toHaveLength(count);
  });

  test.each(['hold.ask', 'hold.check-in'] as const)(
    'words that mean “%s” take a promise back in their own sentence alone',
    (means) => {
      const text = 'Wait, I will call by 3 pm. I will write by 4 pm.';
      const found = [
        { means: 'promise' as const, words: 'I will' },
        { means, words: 'Wait' },
      ];
      const event: LedgerEvent = { kind: 'said', at: now, messageKey: 'm1', side: 'agent', found };
      expect(proposalsIn([agent(text)], [event], [], here)).toMatchObject([
        { what: 'I will write by 4 pm.', nth: 0 },
      ]);
    },
  );

  test('a time right behind the sentence that promises is not its own', () => {
    const found = [{ means: 'promise' as const, words: '我会回电' }];
    const event: LedgerEvent = { kind: 'said', at: now, messageKey: 'm1', side: 'agent', found };
    expect(proposalsIn([agent('我会回电。18点前关门。')], [event], [], here)).toEqual([]);
    expect(proposalsIn([agent('我会回电，18点前。')], [event], [], here)).toHaveLength(1);
  });

  test('of a long sentence the first 160 signs are noted', () => {
    const text = `I will call you by 3 pm${', as I said'.repeat(20)}.`;
    const [line = ''] = proposed([agent(text)]);
    expect(line.split(' → ')).toEqual([text.slice(0, 160), '03-05T15:00']);
  });
});

describe('a follow-up', () => {
  const made = { at: 1, promise: 'p', owner: '', what: '', due: 2 };

  test('is proposed when the customer agreed to a solution, once', () => {
    expect(followUpIn([], true, 7)).toMatchObject({ kind: 'follow-up', due: 7 });
    expect(followUpIn([], false, 7)).toBeUndefined();
    expect(
      followUpIn([{ kind: 'promiseMade', of: 'follow-up', ...made }], true, 7),
    ).toBeUndefined();
    const left: LedgerEvent = { kind: 'promiseLeft', at: 1, messageKey: 'follow-up', nth: 0 };
    expect(followUpIn([left], true, 7)).toBeUndefined();
  });

  test('has no words, and is known by a name of its own', () => {
    expect(followUpIn([], true, 7)).toEqual({
      kind: 'follow-up',
      what: '',
      due: 7,
      messageKey: 'follow-up',
      nth: 0,
    });
  });

  test('is proposed whatever else was promised or left', () => {
    const others: LedgerEvent[] = [
      { kind: 'promiseMade', of: 'promise', ...made },
      { kind: 'promiseLeft', at: 1, messageKey: 'm1', nth: 0 },
      { kind: 'promiseLeft', at: 1, messageKey: 'follow-up', nth: 1 },
    ];
    expect(followUpIn(others, true, 7)?.due).toBe(7);
  });
});
