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

  test('two in a message are two', () => {
    const text = "I'll call you by 3 pm. And I'll write to you by 5 pm.";
    const left: LedgerEvent = { kind: 'promiseLeft', at: now, messageKey: 'm1', nth: 1 };
    expect(proposed([agent(text)])).toHaveLength(2);
    expect(proposed([agent(text)], [left])).toEqual(["I'll call you by 3 pm. → 03-05T15:00"]);
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
});
