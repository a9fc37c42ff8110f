// Holds and promises in the real database: whole transactions, and two windows at once.
import { describe, expect, test } from 'vitest';
import { clock, first, holdPlan, kinds, minute, open, promisePlan } from './log';

describe('a hold', () => {
  test('is asked, answered, begun, answered for and ended, and all of it is in the ledger', async () => {
    const { memory, id, events } = await open();
    const { id: hold } = await memory.holds.ask(holdPlan(id));
    clock.now += 5000;
    await memory.holds.answer(hold, 'yes');
    await memory.holds.begin(hold, '020 7946 0999');
    clock.now += 95_000;
    await memory.holds.checkIn(hold);
    clock.now += 60_000;
    await memory.holds.end(hold);
    expect((await events()).slice(0, 2)).toMatchObject([
      { kind: 'holdAsked', reason: 'depot', announcedMs: 2 * minute },
      { kind: 'holdAnswered', answer: 'yes' },
    ]);
    expect((await events()).slice(2)).toMatchObject([
      { kind: 'holdStarted' },
      { kind: 'holdCheckedIn' },
      { kind: 'holdEnded', lengthMs: 155_000, overMs: 35_000, missed: 3 },
    ]);
    expect(JSON.stringify(await events())).not.toContain('020');
  });

  test('is one for a conversation, though two panels ask at once', async () => {
    const { memory, name, id, events } = await open();
    const other = await open(name);
    const [one, two] = await Promise.all([
      memory.holds.ask(holdPlan(id)),
      other.memory.holds.start(holdPlan(id)),
    ]);
    expect(two.id).toBe(one.id);
    expect(await memory.holds.running()).toHaveLength(1);
    expect(kinds(await events())).toEqual(expect.arrayContaining(['holdAnswered', 'holdStarted']));
    expect(kinds(await events()).filter((kind) => kind === 'holdStarted')).toHaveLength(1);
  });

  test('answered twice is noted once', async () => {
    const { memory, id, events } = await open();
    const { id: hold } = await memory.holds.ask(holdPlan(id));
    await Promise.all([memory.holds.answer(hold, 'no'), memory.holds.answer(hold, 'yes')]);
    expect(kinds(await events())).toEqual(['holdAsked', 'holdAnswered']);
    expect(await memory.holds.running()).toEqual([]);
  });
});

describe('a promise', () => {
  test('is made, renewed and ended, each change with its entry or not at all', async () => {
    const { memory, id, events } = await open();
    const made = await memory.promises.make(promisePlan(id));
    if (!made) throw new Error('It was not made.');
    expect(await memory.promises.renew(made.id, clock.now + 60 * minute, true)).toBe(true);
    clock.now += 61 * minute;
    expect(await memory.promises.renew(made.id, clock.now + minute, true)).toBe(false);
    expect(await memory.promises.end(made.id, 'broken', 'phoned')).toBe(true);
    expect(await memory.promises.end(made.id, 'kept', '')).toBe(false);
    expect(kinds(await events())).toEqual(['promiseMade', 'promiseRenewed', 'promiseEnded']);
    expect(await memory.promises.open()).toEqual([]);
  });

  test('of a message is taken once, by whichever window', async () => {
    const { memory, name, id } = await open();
    const other = await open(name);
    const source = { messageKey: 'm1', nth: 0 };
    const made = await Promise.all(
      [memory, other.memory, memory].map(({ promises }) => promises.make(promisePlan(id), source)),
    );
    expect(made.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await memory.promises.make(promisePlan(id), { ...source, nth: 1 })).toBeDefined();
  });

  test('of an unknown conversation is refused whole', async () => {
    const { memory } = await open();
    await expect(memory.promises.make(promisePlan('nobody'))).rejects.toThrow(/nobody/);
    expect(await memory.promises.open()).toEqual([]);
  });

  test('announced by one of many windows, at the warning and at its time', async () => {
    const { memory, name, id } = await open();
    const other = await open(name);
    const made = await memory.promises.make(promisePlan(id));
    const claimAll = async (dueAt: number) => {
      const verbs = [memory, other.memory, memory];
      const claims = await Promise.all(
        verbs.map(({ promises }) => promises.claim(made?.id ?? '', dueAt)),
      );
      return claims.filter(Boolean).length;
    };
    expect(await claimAll(clock.now + 25 * minute)).toBe(0);
    clock.now += 25 * minute;
    expect(await claimAll(clock.now)).toBe(1);
    clock.now += 5 * minute;
    expect(await claimAll(clock.now)).toBe(1);
    expect(await claimAll(clock.now)).toBe(0);
  });

  test('followed by the next is both or neither', async () => {
    const { memory, id, events } = await open();
    const made = await memory.promises.make({ ...promisePlan(id), kind: 'follow-up' });
    const next = clock.now + 1440 * minute;
    const both = await Promise.all(
      [1, 2].map(() => memory.promises.followOn(made?.id ?? '', next, '')),
    );
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(kinds(await events())).toEqual(['promiseMade', 'promiseEnded', 'promiseMade']);
    expect(await memory.promises.open()).toMatchObject([{ kind: 'follow-up', what: 'news' }]);
  });
});

describe('where a conversation is, and who waits there', () => {
  const said = (side: 'customer' | 'agent', messageKey: string) => ({
    kind: 'said' as const,
    at: clock.now,
    messageKey,
    side,
    found: [],
  });

  test('is known by its id', async () => {
    const { memory, id } = await open();
    const place = { url: 'https://help.example/1', tabId: 7, run: 'r' };
    await memory.ledger.locate(id, place);
    const made = await memory.promises.make(promisePlan(id));
    expect(await memory.due.placeOf({ kind: 'promise', id: made?.id ?? '' })).toEqual(place);
    expect(await memory.due.placeOf({ kind: 'hold', id: 'none' })).toBeUndefined();
  });

  test('follows what was heard', async () => {
    const { memory, id } = await open();
    await memory.ledger.hear(id, [said('customer', 'm1')]);
    expect(await first(memory.ledger.watchWaiting(5))).toMatchObject([{ id }]);
    clock.now += 5000;
    await memory.ledger.hear(id, [said('agent', 'm2')]);
    expect(await first(memory.ledger.watchWaiting(5))).toEqual([]);
  });
});
