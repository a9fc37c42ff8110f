import { describe, expect, test, vi } from 'vitest';
import { dueOf } from '../../lib/domain/promise';
import { message } from '../support/fake-page';
import { minute, startPromises as start, url } from '../support/promises-world';
import { settled } from '../support/settled';

describe('a promise', () => {
  test('is of this conversation, with its owner, and is warned of as the settings say (P1)', async () => {
    const { make, promises, conversation, about } = await start();
    expect(await make()).toMatchObject({
      conversationId: conversation.id.value,
      customer: 'Dana',
      owner: 'Noor',
      warnMs: 5 * minute,
    });
    expect(promises.here.value.map(({ view }) => view.state)).toEqual(['ahead']);
    expect(about()).toBe('promise-made');
  });

  test('goes from ahead to soon to overdue by the clock alone', async () => {
    const { make, promises, pass } = await start();
    await make();
    const state = () => promises.here.value[0]?.view.state;
    await pass(25 * minute);
    expect(state()).toBe('soon');
    await pass(5 * minute);
    expect(state()).toBe('soon');
    await pass(minute);
    expect(state()).toBe('overdue');
  });

  test('is announced by this panel at its warning and at its time, once each', async () => {
    const { make, pass, announced } = await start();
    await make();
    await pass(25 * minute - 1);
    expect(announced()).toBe(0);
    await pass(1);
    expect(announced()).toBe(1);
    await pass(5 * minute);
    await pass(60 * minute);
    expect(announced()).toBe(2);
  });

  test('that another window has announced is not announced again', async () => {
    const { make, pass, fake, clock, announced } = await start();
    const { id, dueAt = 0 } = await make();
    clock.set(dueAt);
    await fake.memory.promises.claim(id, dueAt);
    await pass(minute);
    expect(announced()).toBe(0);
  });

  test('is renewed with a line to the customer that names the new time (P3)', async () => {
    const { make, promises, said, fake, about } = await start();
    const promised = await make();
    const due = Date.UTC(2025, 2, 5, 14, 30);
    expect(await promises.renew(promised, due)).toBe(true);
    expect(said).toEqual([expect.stringContaining('2:30 pm today')]);
    expect(fake.promises.get(promised.id)?.terms.at(-1)).toMatchObject({ due, told: true });
    expect(about()).toBe('promise-renewed');
  });

  test('renewed where the line could not be put anywhere counts as not told', async () => {
    const { make, promises, fake, clock } = await start({ used: 'failed' });
    const promised = await make();
    await promises.renew(promised, clock.now() + 60 * minute);
    expect(fake.promises.get(promised.id)?.terms.at(-1)?.told).toBe(false);
  });

  test('that has lapsed is not renewed, and that is said', async () => {
    const { make, promises, clock, pass, about, said } = await start();
    const promised = await make();
    await pass(31 * minute);
    expect(await promises.renew(promised, clock.now() + 60 * minute)).toBe(false);
    expect([about(), said]).toEqual(['promise-lapsed', []]);
  });

  test('kept, it goes, and comes back by Undo', async () => {
    const { make, promises, notices, about, fake } = await start();
    const { id } = await make();
    await promises.end(id, 'kept');
    await settled();
    expect([promises.here.value, about()]).toEqual([[], 'promise-kept']);
    notices.current.value?.undo?.();
    await settled();
    expect(promises.here.value).toHaveLength(1);
    expect(fake.promises.get(id)).not.toHaveProperty('end');
  });

  test('that could not be stored is said, and nothing is shown', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { fake, promises, clock, about } = await start();
    fake.refuse('promises.make');
    const plan = { kind: 'promise', what: '', due: clock.now() + minute } as const;
    expect(await promises.make(plan)).toBe(false);
    expect([promises.here.value, about()]).toEqual([[], 'time-not-stored']);
    expect(told).toHaveBeenCalled();
    told.mockRestore();
  });
});

describe('what is proposed', () => {
  const promise = () => message('m1', 'agent', "I'll call you back within 20 minutes.");

  test('is taken with what was changed, and not proposed again', async () => {
    const { show, promises, fake, clock } = await start();
    await show('a', 'Dana', promise());
    const proposal = promises.proposal.value;
    if (!proposal) throw new Error('Nothing is proposed.');
    expect(proposal.due).toBe(clock.now() + 20 * minute);
    await promises.take(proposal, 'call Dana', proposal.due + minute);
    await settled();
    expect(promises.proposal.value).toBeUndefined();
    expect([...fake.promises.values()]).toMatchObject([{ what: 'call Dana' }]);
  });

  test('taken by two panels at once is one promise', async () => {
    const { show, promises, fake } = await start();
    await show('a', 'Dana', promise());
    const proposal = promises.proposal.value;
    if (!proposal) throw new Error('Nothing is proposed.');
    await Promise.all([promises.take(proposal, 'x', 9), promises.take(proposal, 'x', 9)]);
    expect(fake.promises.size).toBe(1);
  });

  test('is left, and does not come again', async () => {
    const { show, promises } = await start();
    await show('a', 'Dana', promise());
    const proposal = promises.proposal.value;
    if (!proposal) throw new Error('Nothing is proposed.');
    await promises.leave(proposal);
    await settled();
    expect(promises.proposal.value).toBeUndefined();
  });

  test('once they agreed to a solution, is a follow-up on the next working day', async () => {
    const { conversation, promises, clock } = await start();
    await conversation.append([{ kind: 'ticked', at: 1, subStep: 'propose.agreed' }]);
    await settled();
    expect(promises.proposal.value).toMatchObject({
      kind: 'follow-up',
      due: clock.now() + 24 * 60 * minute,
    });
  });

  test('a follow-up without a yes is followed by the next one, over the weekend', async () => {
    const { make, promises, fake, clock } = await start();
    const followUp = await make({ kind: 'follow-up' });
    clock.set(Date.UTC(2025, 2, 7, 15, 30));
    expect(await promises.followOn(followUp)).toBe(true);
    const [first, second] = [...fake.promises.values()];
    expect(first?.end?.how).toBe('kept');
    expect(second && dueOf(second)).toBe(Date.UTC(2025, 2, 10, 15, 30));
  });
});

describe('over all conversations', () => {
  test('holds and promises are in one list, the most urgent first', async () => {
    const { make, show, promises, timers } = await start();
    await make();
    await show('b', 'Li');
    await timers.start({ reason: 'depot', announcedMs: minute });
    await settled();
    expect(promises.due.value.map(({ item, here }) => [item.kind, item.customer, here])).toEqual([
      ['hold', 'Li', true],
      ['promise', 'Dana', false],
    ]);
  });

  test('what does not change by the clock is the same list at the next second', async () => {
    const { timers, promises, pass } = await start();
    await timers.start({ reason: 'depot', announcedMs: minute });
    await settled();
    const before = promises.items.value;
    await pass(5000);
    expect(promises.items.value).toBe(before);
  });

  test('a customer who waits elsewhere is listed, and goes where the answer is', async () => {
    const { show, promises, pass, clock } = await start();
    await show('a', 'Dana', message('m1', 'customer', 'Hello?', { at: clock.now() }));
    expect(promises.waiting.value).toMatchObject({ isFirst: true, leftMs: minute });
    await show('b', 'Li');
    await pass(3 * minute);
    expect(promises.waits.value).toMatchObject([{ customer: 'Dana', waitedMs: 3 * minute }]);
    await show(
      'a',
      'Dana',
      message('m1', 'customer', 'Hello?'),
      message('m2', 'agent', 'Hello, Dana.', { at: clock.now() }),
    );
    await show('b', 'Li');
    expect(promises.waits.value).toEqual([]);
  });

  test('opening one goes to the tab where it was seen', async () => {
    const { make, promises, places, about } = await start();
    const { conversationId } = await make();
    await promises.open(conversationId);
    expect(places).toEqual([{ url, tabId: 7, run: 'run' }]);
    await promises.open('nobody');
    expect(about()).toBe('no-place');
  });

  test('later is later', async () => {
    const { make, promises, fake, pass } = await start();
    const { id } = await make();
    await pass(30 * minute);
    const [due] = promises.due.value;
    if (!due) throw new Error('Nothing is due.');
    await promises.snooze(due.item);
    expect(fake.promises.get(id)?.dueAt).toBe(due.item.at + 5 * minute);
  });
});
