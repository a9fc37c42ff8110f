import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { startHold, viewHold } from '../../lib/domain/hold';
import { factsOf } from '../../lib/panel/conversation';
import { createOthers } from '../../lib/panel/others';
import type { ShownHold } from '../../lib/panel/timers';
import { createSession } from '../../lib/panel/session';
import { createFakeClock } from '../support/fake-clock';
import { createFakePage, message, viewOf } from '../support/fake-page';

const url = 'https://desk.example/chat';
const minute = 60_000;

function start() {
  const clock = createFakeClock(100 * minute);
  const page = createFakePage();
  const session = createSession(page.openLink);
  const holds = signal<readonly ShownHold[]>([]);
  const went: unknown[] = [];
  const key = signal('');
  const others = createOthers({
    ...clock,
    session,
    conversation: { key, idOf: (of) => `id of ${of}` },
    timers: { holds },
    showTab: async (...to) => void went.push(to),
  });
  const at = (minutes: number) => (100 + minutes) * minute;
  /** Goes beside a tab that shows this. */
  const go = (tab: number, talk: string, ...said: ReturnType<typeof message>[]) => {
    session.bind(tab);
    page.show(url, viewOf(said, { key: talk, customer: `Customer ${talk}` }));
    key.value = factsOf(session.reading.value, url, '').key;
  };
  const shown = () =>
    others.all.value.map(({ customer, waitingMs, hold }) =>
      [customer, waitingMs === undefined ? '–' : Math.floor(waitingMs / minute), hold ?? '']
        .join(' ')
        .trim(),
    );
  return { clock, page, session, holds, went, others, at, go, shown };
}

describe('the other conversations', () => {
  test('are none while there is one alone', () => {
    const { go, shown } = start();
    go(1, 'a', message('m1', 'customer', 'Hello'));
    expect(shown()).toEqual([]);
  });

  test('show since when nobody answered, who waits longest first, and go on while time passes', () => {
    const { clock, go, shown, at } = start();
    go(1, 'a', message('m1', 'customer', 'Hello', { at: at(-2) }));
    go(2, 'b', message('m1', 'customer', 'Hello', { at: at(-5) }));
    go(3, 'c', message('m1', 'agent', 'Bye', { at: at(-9) }));
    go(4, 'd');
    expect(shown()).toEqual(['Customer b 5', 'Customer a 2', 'Customer c –']);
    clock.pass(minute);
    expect(shown()).toEqual(['Customer b 6', 'Customer a 3', 'Customer c –']);
  });

  test('where the page tells no times, the wait began when it was first seen', () => {
    const { clock, page, go, shown } = start();
    go(1, 'a', message('m1', 'customer', 'Hello'));
    clock.pass(3 * minute);
    go(2, 'b');
    const [first] = page.opened;
    const said = [message('m1', 'customer', 'Hello'), message('m2', 'customer', 'Hello?')];
    first?.onState({
      is: 'open',
      url,
      frames: new Map([[0, viewOf(said, { key: 'a', customer: 'Customer a' })]]),
    });
    expect(shown()).toEqual(['Customer a 3']);
  });

  test('what is due comes first', () => {
    const { clock, holds, go, shown, at } = start();
    go(1, 'a', message('m1', 'customer', 'Hello', { at: at(-9) }));
    go(2, 'b', message('m1', 'agent', 'One moment'));
    go(3, 'c');
    const of = (talk: string) => `id of generic https://desk.example ${talk}`;
    const plan = { customer: '', reason: '', announcedMs: 2 * minute, pulseMs: minute };
    const hold = startHold('h', { ...plan, conversationId: of('b') }, clock.now());
    const look = () => (holds.value = [{ hold, view: viewHold(hold, clock.now()), here: false }]);
    look();
    expect(shown()).toEqual(['Customer a 9', 'Customer b – running']);
    clock.pass(minute);
    look();
    expect(shown()).toEqual(['Customer b – due', 'Customer a 10']);
  });

  test('a tab that is closed is none of them, nor what it showed before', () => {
    const { page, go, shown } = start();
    go(1, 'a', message('m1', 'customer', 'Hello'));
    go(1, 'a2', message('m1', 'customer', 'Hello'));
    go(2, 'b');
    expect(shown()).toEqual(['Customer a 0', 'Customer a2 0']);
    page.opened[0]?.onState({ is: 'closed', why: 'no-tab' });
    expect(shown()).toEqual([]);
  });

  test('of the conversations that one tab showed before, those are left in which somebody waits', () => {
    const { page, session, shown } = start();
    session.bind(1);
    const show = (key: string, ...said: ReturnType<typeof message>[]) =>
      page.show(url, viewOf(said, { key, customer: key }));
    show('a', message('m1', 'customer', 'Hello'));
    show('b', message('m1', 'agent', 'Bye'));
    show('c', message('m1', 'customer', 'Hello'));
    // The fake conversation has no key of its own here: c, which is shown, is among them.
    expect(shown().toSorted()).toEqual(['a 0', 'c 0']);
  });
});

describe('the way there', () => {
  const places = (hash: string) => `https://desk.example/chat#${hash}`;

  test('is the tab, and within the page the place that only # leads to', async () => {
    const { page, session, went, others } = start();
    session.bind(1);
    const said = [message('m1', 'customer', 'Hello')];
    for (const hash of ['one', 'two'])
      page.show(places(hash), viewOf(said, { key: places(hash), customer: hash }));
    const [one, two] = others.all.value;
    await others.goTo(one?.key ?? '');
    await others.goTo(two?.key ?? '');
    await others.goTo('nobody');
    expect(went).toEqual([
      [1, places('one')],
      [1, undefined],
    ]);
  });

  test('never loads a page anew: a draft could be lost', async () => {
    const { page, session, went, others } = start();
    session.bind(1);
    const said = [message('m1', 'customer', 'Hello')];
    for (const path of ['1', '2'])
      page.show(
        `https://desk.example/${path}`,
        viewOf(said, { key: `https://desk.example/${path}` }),
      );
    await others.goTo(others.all.value[0]?.key ?? '');
    expect(went).toEqual([[1, undefined]]);
  });
});
