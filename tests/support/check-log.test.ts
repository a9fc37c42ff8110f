import { expect, test } from 'vitest';
import { checkLog } from './soak/check-log.mjs';

const done = (act: string, name: string) =>
  (['begun', 'done'] as const).map((is) => ({ is, act, name, cycle: 0 }));
const entry = (n: number, event: object) => ({ conversationId: 'c1', n, event });
const told = [
  ...done('complaint', 'complaint-0-0.'),
  ...done('hold', 'hold-0-1.'),
  ...done('promise', 'promise-0-2.'),
  ...done('setting', 'setting-0-3.'),
];
const hold = { id: 'h1', reason: 'hold-0-1.', startedAt: 1, openSince: 1, checkIns: [] };
const promised = { id: 'p1', what: 'promise-0-2.', terms: [{}], dueAt: 9 };

const sound = () => ({
  tables: {
    conversations: [{ id: 'c1', events: 4 }],
    complaints: [{ id: 'x1', what: 'complaint-0-0.', number: 1 }],
    holds: [{ ...hold }],
    promises: [{ ...promised }],
    uses: [{ phrase: 'a', count: 1 }],
    events: [
      entry(0, { kind: 'logged', complaint: 'x1' }),
      entry(1, { kind: 'holdStarted', hold: 'h1' }),
      entry(2, { kind: 'promiseMade', promise: 'p1' }),
      entry(3, { kind: 'inserted', phrase: 'a' }),
    ] as ReturnType<typeof entry>[],
  },
  settings: { agentName: 'setting-0-3.' },
  prepared: true,
});
type Kept = ReturnType<typeof sound>;

test('a log with everything in it, once, has no faults', () => {
  expect(checkLog(sound(), told)).toEqual({ lost: [], doubled: [], inconsistent: [] });
});

test('what was begun and not acknowledged may be there or not', () => {
  const more = [...told, { is: 'begun', act: 'hold', name: 'hold-0-9.', cycle: 0 } as const];
  expect(checkLog(sound(), more).lost).toEqual([]);
});

test.each<[string, (kept: Kept) => void, 'lost' | 'doubled' | 'inconsistent']>([
  ['a lost complaint', ({ tables }) => tables.complaints.pop(), 'lost'],
  ['a lost hold', ({ tables }) => tables.holds.pop(), 'lost'],
  ['a lost setting', ({ settings }) => (settings.agentName = 'older'), 'lost'],
  ['lost packs', (kept) => (kept.prepared = false), 'lost'],
  ['a promise twice', ({ tables }) => tables.promises.push({ ...promised, id: 'p2' }), 'doubled'],
  ['a gap in the ledger', ({ tables }) => tables.events.splice(1, 1), 'inconsistent'],
  ['an entry without its row’s count', ({ tables }) => tables.events.pop(), 'inconsistent'],
  [
    'a hold that its entries do not know',
    ({ tables }) => tables.holds.splice(0, 1, { ...hold, checkIns: [5 as never] }),
    'inconsistent',
  ],
  [
    'a phrase counted twice',
    ({ tables }) => tables.uses.splice(0, 1, { phrase: 'a', count: 2 }),
    'inconsistent',
  ],
  [
    'a row nobody began',
    ({ tables }) => tables.holds.push({ ...hold, reason: 'x' }),
    'inconsistent',
  ],
])('%s is found', (_, damage, fault) => {
  const kept = sound();
  damage(kept);
  expect(checkLog(kept, told)[fault]).not.toEqual([]);
});
