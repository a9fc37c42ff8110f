import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../lib/domain/event';
import type { Procedure, Threat } from '../../lib/domain/pack';
import { foldSafety, isLifeInDanger, procedureFor } from '../../lib/domain/safety';
import { inOrder, said } from '../support/story';
import type { Told } from '../support/story';

const harm = 'threat.self-harm';
const legal = 'threat.legal';
/** A customer's message with a threat in these words; its key is the words. */
const threatens = (threat: Threat, words: string): Told => ({
  kind: 'said',
  messageKey: words,
  side: 'customer',
  found: [{ means: threat, words }],
});
const marked = (
  kind: 'threatRead' | 'threatUnread' | 'threatDismissed' | 'threatRestored',
  threat: Threat,
  ...messages: string[]
): Told => ({ kind, threat, messages });

const after = (...told: Told[]) => foldSafety(inOrder(told), false);
const seen = (...told: Told[]) =>
  after(...told).alarms.map(
    ({ threat, words, open }) => `${threat} ${words} ${open ? 'open' : 'read'}`,
  );

describe('a threat', () => {
  test.each<[string, Told[], string[]]>([
    ['none where nobody threatens', [said('customer', 'angry')], []],
    ['is open when heard', [threatens(harm, 'x')], [`${harm} x open`]],
    ['is the customer’s alone', [{ ...threatens(harm, 'x'), side: 'agent' } as Told], []],
    [
      'once read stays, and is not open',
      [threatens(harm, 'x'), marked('threatRead', harm, 'x')],
      [`${harm} x read`],
    ],
    [
      'is open again when that is undone',
      [threatens(harm, 'x'), marked('threatRead', harm, 'x'), marked('threatUnread', harm, 'x')],
      [`${harm} x open`],
    ],
    ['is gone as a false alarm', [threatens(harm, 'x'), marked('threatDismissed', harm, 'x')], []],
    [
      'is back when that is undone',
      [
        threatens(harm, 'x'),
        marked('threatDismissed', harm, 'x'),
        marked('threatRestored', harm, 'x'),
      ],
      [`${harm} x open`],
    ],
    [
      'in the same harmless words is none again',
      [
        threatens(harm, 'x'),
        marked('threatDismissed', harm, 'x'),
        { ...threatens(harm, 'X'), messageKey: 'later' } as Told,
      ],
      [],
    ],
    [
      'in other words is one, whatever was harmless',
      [threatens(harm, 'x'), marked('threatDismissed', harm, 'x'), threatens(harm, 'y')],
      [`${harm} y open`],
    ],
    [
      'made again opens again',
      [threatens(harm, 'x'), marked('threatRead', harm, 'x'), threatens(harm, 'y')],
      [`${harm} y open`],
    ],
    [
      'of lawyers, once read, is known',
      [threatens(legal, 'x'), marked('threatRead', legal, 'x'), threatens(legal, 'y')],
      [`${legal} y read`],
    ],
    [
      'to life comes before one of lawyers, and what is open before what was read',
      [threatens(legal, 'l'), threatens(harm, 'x'), marked('threatRead', harm, 'x')],
      [`${legal} l open`, `${harm} x read`],
    ],
  ])('%s', (_, told, expected) => {
    expect(seen(...told)).toEqual(expected);
  });

  test('an answer speaks of all messages that made it', () => {
    expect(after(threatens(harm, 'x'), threatens(harm, 'y')).alarms[0]?.messages).toEqual([
      'x',
      'y',
    ]);
  });

  test('is shown in the words said last, in whatever order they were read', () => {
    const [early, late] = [
      { ...threatens(harm, 'early'), at: 1000 },
      { ...threatens(harm, 'late'), at: 2000 },
    ] as const;
    const { alarms } = foldSafety([late, early] as LedgerEvent[], false);
    expect(alarms[0]?.words).toBe('late');
    expect(alarms[0]?.messages).toEqual(['early', 'late']);
  });

  test('is answered for itself alone', () => {
    expect(seen(threatens(harm, 'x'), marked('threatRead', legal, 'x'))).toEqual([
      `${harm} x open`,
    ]);
  });

  test('is never open behind an answer to all that was heard, in whatever order the messages came', () => {
    const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('threatRead' as const, 'threatDismissed' as const),
        (keys, kind) => {
          const events = inOrder([
            ...keys.map((key) => threatens(harm, key)),
            marked(kind, harm, ...keys),
          ]);
          const { alarms } = foldSafety(
            events
              .toReversed()
              .toSorted((a, b) => Number(b.kind === 'said') - Number(a.kind === 'said')),
            false,
          );
          expect(alarms.some(({ open }) => open)).toBe(false);
          expect(alarms).toHaveLength(kind === 'threatRead' ? 1 : 0);
        },
      ),
    );
  });
});

describe('the debrief (X2)', () => {
  const read = [threatens(harm, 'x'), marked('threatRead', harm, 'x')];
  const logged: Told = { kind: 'logged', complaint: 'c' };

  test.each<[string, Told[], boolean, { closing?: boolean }?]>([
    ['waits while the conversation goes on', read, false],
    ['comes when the guide is through', read, true, { closing: true }],
    ['comes with the goodbye', [...read, said('agent', 'close.thanks')], true],
    [
      'does not come with thanks before the threat',
      [said('agent', 'close.thanks'), ...read],
      false,
    ],
    ['comes when the complaint is logged', [...read, logged], true],
    [
      'waits when that is taken back',
      [...read, logged, { kind: 'unlogged', complaint: 'c' }],
      false,
    ],
    ['waits while the threat is not read', [threatens(harm, 'x')], false, { closing: true }],
    [
      'is not for talk of lawyers',
      [threatens(legal, 'x'), marked('threatRead', legal, 'x')],
      false,
      { closing: true },
    ],
    [
      'is not for a false alarm',
      [threatens(harm, 'x'), marked('threatDismissed', harm, 'x')],
      false,
      { closing: true },
    ],
    [
      'waits while one of two threats is not read',
      [...read, threatens('threat.violence', 'y')],
      false,
      { closing: true },
    ],
    [
      'comes with a goodbye behind both',
      [
        threatens('threat.violence', 'y'),
        marked('threatRead', 'threat.violence', 'y'),
        ...read,
        said('agent', 'close.thanks'),
      ],
      true,
    ],
    [
      'does not come with one between the two',
      [
        threatens('threat.violence', 'y'),
        marked('threatRead', 'threat.violence', 'y'),
        said('agent', 'close.thanks'),
        ...read,
      ],
      false,
    ],
    [
      'does not come with what the customer says',
      [...read, said('customer', 'close.thanks')],
      false,
    ],
    ['does not come with what else the agent says', [...read, said('agent', 'probe.open')], false],
    ['is over when it was done', [...read, { kind: 'debriefed' }], false, { closing: true }],
    [
      'is back when that is undone',
      [...read, { kind: 'debriefed' }, { kind: 'debriefReopened' }],
      true,
      { closing: true },
    ],
  ])('%s', (_, told, expected, { closing = false } = {}) => {
    expect(foldSafety(inOrder(told), closing).debrief).toBe(expected);
  });
});

test('a life is in danger while a threat to one is open, and not for talk of lawyers', () => {
  const inDanger = (...told: Told[]) => isLifeInDanger(inOrder(told));
  expect(inDanger()).toBe(false);
  expect(inDanger(threatens(legal, 'x'))).toBe(false);
  expect(inDanger(threatens(harm, 'x'))).toBe(true);
  expect(inDanger(threatens('threat.violence', 'x'))).toBe(true);
  expect(inDanger(threatens(harm, 'x'), marked('threatRead', harm, 'x'))).toBe(false);
  expect(inDanger(threatens(harm, 'x'), marked('threatDismissed', harm, 'x'))).toBe(false);
});

describe('the procedure', () => {
  const procedure = (title: string): Procedure => ({
    id: 'p',
    threat: harm,
    title,
    steps: [title],
    say: title,
  });
  const pack = (id: string, language: 'en' | 'zh-CN', ...procedures: Procedure[]) => ({
    id,
    language,
    procedures,
  });
  const builtIn = [
    pack('built-in.en', 'en', procedure('built-in')),
    pack('built-in.zh-cn', 'zh-CN', procedure('内置')),
  ];
  const found = (packs: typeof builtIn, threat: Threat = harm) => {
    const { title, say } = procedureFor(packs, threat, { agent: 'en', customer: 'en' }) ?? {};
    return [title, say];
  };

  test('is the built-in one: its steps in the agent’s language, its line in the customer’s', () => {
    expect(found(builtIn)).toEqual(['built-in', 'built-in']);
    expect(procedureFor(builtIn, harm, { agent: 'zh-CN', customer: 'en' })).toMatchObject({
      title: '内置',
      say: 'built-in',
    });
  });

  test('is the team’s own where there is one, wherever its pack stands', () => {
    const team = pack('bank', 'en', procedure('team'));
    expect(found([...builtIn, team])).toEqual(['team', 'team']);
    expect(found([team, ...builtIn])).toEqual(['team', 'team']);
  });

  test('of a team in another language still counts; its line to the customer is in theirs', () => {
    expect(found([...builtIn, pack('bank', 'zh-CN', procedure('团队'))])).toEqual([
      '团队',
      'built-in',
    ]);
  });

  test('is none where no pack has one for the threat', () => {
    expect(procedureFor(builtIn, legal, { agent: 'en', customer: 'en' })).toBeUndefined();
    const events: LedgerEvent[] = [];
    expect(foldSafety(events, true)).toEqual({ alarms: [], debrief: false });
  });
});
