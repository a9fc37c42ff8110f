import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { createConversation } from '../../lib/panel/conversation';
import type { MemoryState } from '../../lib/panel/live';
import { createSession } from '../../lib/panel/session';
import { createTimers } from '../../lib/panel/timers';
import { createFakeClock } from '../support/fake-clock';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const url = 'https://chat.example.com/talks/1';
const second = 1000;
const minute = 60 * second;
const plan = { reason: 'asking the warehouse', announcedMs: 2 * minute };

async function start(state?: MemoryState) {
  const page = createFakePage();
  const clock = createFakeClock();
  const session = createSession(page.openLink);
  const fake = createFakeMemory(clock.now);
  const memory = signal<MemoryState>(state ?? fake.opened);
  const conversation = createConversation(session, memory, signal(undefined), clock.now);
  const pulseMs = signal(30 * second);
  const timers = createTimers({ ...clock, memory, conversation, pulseMs });
  session.bind(7);
  page.show(url, viewOf([], { key: 'a', customer: 'Dana' }));
  await settled();
  const pass = async (ms: number) => {
    clock.pass(ms);
    await settled();
  };
  return { page, clock, fake, memory, conversation, pulseMs, timers, pass };
}

async function startHold() {
  const all = await start();
  expect(await all.timers.start(plan)).toBe(true);
  await settled();
  const [hold] = all.fake.holds.values();
  if (!hold) throw new Error('The hold is not in the log.');
  const view = () => all.timers.holds.value[0]?.view;
  return { ...all, id: hold.id, view };
}

describe('while nothing runs', () => {
  test('nothing is scheduled', async () => {
    const { clock, timers, pass } = await start();
    expect([clock.waiting(), timers.holds.value]).toEqual([[], []]);
    await pass(10 * minute);
    expect(clock.waiting()).toEqual([]);
  });

  test('nothing is scheduled any more once the hold is over', async () => {
    const { clock, timers, id, pass } = await startHold();
    await pass(5 * second);
    await timers.end(id);
    await settled();
    expect([clock.waiting(), timers.holds.value]).toEqual([[], []]);
  });
});

describe('a hold', () => {
  test('starts in this conversation with the pulse of the settings (H4)', async () => {
    const { fake, conversation, pulseMs, timers } = await start();
    pulseMs.value = 45 * second;
    await timers.start(plan);
    expect([...fake.holds.values()]).toMatchObject([
      { ...plan, conversationId: conversation.id.value, customer: 'Dana', pulseMs: 45 * second },
    ]);
  });

  test('is not started where the log is refused', async () => {
    const { timers } = await start({ is: 'opened', ok: false, reason: 'storage-blocked' });
    expect(await timers.start(plan)).toBe(false);
  });

  test('is not started before its conversation has a row', async () => {
    const { page, timers } = await start();
    page.show(url, viewOf([], { key: 'b' }));
    expect(await timers.start(plan)).toBe(false);
  });

  test('is not started where the disk is full, and the reason is told', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { fake, timers } = await start();
    fake.refuse('holds.start');
    expect(await timers.start(plan)).toBe(false);
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });

  test('of this conversation stands first, those of others after it', async () => {
    const { page, timers } = await startHold();
    page.show(url, viewOf([], { key: 'b', customer: 'Li' }));
    await settled();
    await timers.start(plan);
    await settled();
    expect(timers.holds.value.map(({ hold, here }) => [hold.customer, here])).toEqual([
      ['Li', true],
      ['Dana', false],
    ]);
  });
});

describe('the clock of the panel', () => {
  test('wakes at each full second of the hold, no more often', async () => {
    const { clock, view, pass } = await startHold();
    expect([clock.waiting(), view()?.elapsedMs]).toEqual([[1000], 0]);
    await pass(999);
    expect([clock.waiting(), view()?.elapsedMs]).toEqual([[1], 0]);
    await pass(1);
    expect([clock.waiting(), view()?.elapsedMs]).toEqual([[1000], 1000]);
    await pass(10 * second);
    expect([clock.waiting(), view()?.elapsedMs]).toEqual([[1000], 11_000]);
  });

  test('wakes at the seconds of each hold where two began between seconds', async () => {
    const { clock, page, timers, pass } = await startHold();
    await pass(250);
    page.show(url, viewOf([], { key: 'b' }));
    await settled();
    await timers.start(plan);
    await settled();
    expect(clock.waiting()).toEqual([750]);
    await pass(750);
    expect(clock.waiting()).toEqual([250]);
    await pass(250);
    expect(clock.waiting()).toEqual([750]);
  });

  test('wakes when a check-in is due, between two seconds too', async () => {
    const { clock, pulseMs, timers, fake, pass } = await start();
    pulseMs.value = 1500;
    await timers.start(plan);
    await settled();
    const woken = async () => {
      const [next = 0] = clock.waiting();
      await pass(next);
      return next;
    };
    expect([await woken(), fake.callsOf('holds.claim')]).toEqual([1000, []]);
    expect(await woken()).toBe(500);
    expect(fake.callsOf('holds.claim')).toHaveLength(1);
    expect(await woken()).toBe(500);
  });

  test('counts the wait up to the overrun and on', async () => {
    const { view, pass } = await startHold();
    await pass(2 * minute);
    expect(view()).toMatchObject({ leftMs: 0, share: 1 });
    await pass(5 * second);
    expect(view()).toMatchObject({ leftMs: -5 * second, share: 1 });
  });

  test('set back, it never shows a negative wait, and goes on', async () => {
    const { clock, view, pass } = await startHold();
    await pass(10 * second);
    clock.set(clock.now() - 60 * minute);
    await pass(second);
    expect(view()).toMatchObject({ elapsedMs: 0, leftMs: 2 * minute });
    expect(view()?.checkInMs).toBe(30 * second);
    expect(clock.waiting().every((ms) => ms > 0 && ms <= 2 * second)).toBe(true);
    clock.set(clock.now() + 60 * minute);
    await pass(2 * second);
    expect(view()?.elapsedMs).toBe(13 * second);
  });

  test('that stood still for hours shows the time that really passed', async () => {
    const { clock, view, pass } = await startHold();
    clock.set(clock.now() + 60 * minute);
    await pass(second);
    expect(view()?.elapsedMs).toBe(60 * minute + second);
  });
});

describe('a check-in that is due (H4)', () => {
  test('is claimed once, at its moment and not before', async () => {
    const { fake, id, pass } = await startHold();
    const dueAt = fake.holds.get(id)?.dueAt;
    await pass(30 * second - 1);
    expect(fake.callsOf('holds.claim')).toEqual([]);
    await pass(1);
    await pass(20 * second);
    expect(fake.callsOf('holds.claim')).toEqual([[id, dueAt]]);
  });

  test('is claimed anew after the agent checked in', async () => {
    const { fake, timers, id, pass } = await startHold();
    await pass(31 * second);
    await timers.checkIn(id);
    await pass(30 * second);
    expect(fake.callsOf('holds.claim')).toHaveLength(2);
    expect(fake.holds.get(id)?.checkIns).toHaveLength(1);
  });

  test('is not claimed after someone else has announced it', async () => {
    const { fake, id, pass } = await startHold();
    const { dueAt = 0 } = fake.holds.get(id) ?? {};
    await fake.memory.holds.claim(id, dueAt);
    await pass(40 * second);
    expect(fake.callsOf('holds.claim')).toHaveLength(1);
  });

  test('moves on when the agent checks in early', async () => {
    const { timers, id, view, pass } = await startHold();
    await pass(20 * second);
    await timers.checkIn(id);
    await settled();
    expect(view()?.checkInMs).toBe(30 * second);
  });
});
