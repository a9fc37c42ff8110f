// The conversation beside the panel as the ledger knows it: its row, its events, and how events get there.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Reading } from '../domain/conversation';
import type { LedgerEvent } from '../domain/event';
import type { Ear } from '../domain/hear';
import type { ConversationFacts } from '../data/ledger';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';
import type { Session } from './session';

export type Conversation = {
  /** Of the row in the log; undefined while there is none (opening, refused). */
  id: ReadonlySignal<string | undefined>;
  customer: ReadonlySignal<string>;
  events: ReadonlySignal<readonly LedgerEvent[]>;
  /** Resolves when the events are on the disk, or kept in this panel alone where the database was refused. */
  append(events: readonly LedgerEvent[]): Promise<void>;
};

export function createConversation(
  session: Session,
  memory: ReadonlySignal<MemoryState>,
  ear: ReadonlySignal<Ear | undefined>,
  now: () => number,
): Conversation {
  const id = signal<string | undefined>();
  const customer = signal('');
  const events = signal<readonly LedgerEvent[]>([]);
  const key = signal('');

  effect(() => {
    const facts = factsOf(session.reading.value, session.url.value, session.customer.value);
    if (facts.customer !== '') customer.value = facts.customer;
    if (facts.key === key.value) return;
    key.value = facts.key;
    customer.value = facts.customer;
  });

  effect(() => {
    const wanted = key.value;
    const opened = memoryOf(memory.value);
    id.value = undefined;
    events.value = [];
    if (wanted === '' || !opened) return undefined;
    let stop = () => {};
    let left = false;
    void opened.ledger
      .open(factsOf(session.reading.peek(), session.url.peek(), session.customer.peek()))
      .then((row) => {
        if (left) return;
        id.value = row.id;
        stop = follow(opened.ledger.watch(row.id), events);
      });
    return () => {
      left = true;
      stop();
    };
  });

  const keepHere = (more: readonly LedgerEvent[]) => {
    events.value = [...events.value, ...more];
  };

  effect(() => {
    const reading = session.reading.value;
    const listen = ear.value;
    const rowId = id.value;
    const state = memory.value;
    if (!reading || !listen || state.is === 'opening') return;
    const said = heardIn(reading, listen, events.peek(), now());
    if (said.length === 0) return;
    const opened = memoryOf(state);
    if (!opened) keepHere(said);
    else if (rowId !== undefined) void opened.ledger.hear(rowId, said);
  });

  return {
    id,
    customer,
    events,
    append: async (more) => {
      const opened = memoryOf(memory.peek());
      const rowId = id.peek();
      if (opened && rowId !== undefined) await opened.ledger.append(rowId, more);
      else keepHere(more);
    },
  };
}

/** What was said by either side and is not in the ledger yet. */
function heardIn(
  reading: Reading,
  listen: Ear,
  known: readonly LedgerEvent[],
  now: number,
): Extract<LedgerEvent, { kind: 'said' }>[] {
  const heard = new Set(
    known.flatMap((event) => (event.kind === 'said' ? [event.messageKey] : [])),
  );
  return reading.messages
    .filter(({ key, side }) => side !== 'system' && !heard.has(key))
    .map((message) => ({
      kind: 'said',
      at: message.at ?? now,
      messageKey: message.key,
      side: message.side,
      found: listen(message),
    }));
}

// A page that cannot be read still has a conversation, one for each address: holds and complaints belong to it.
function factsOf(reading: Reading | undefined, url: string, customer: string): ConversationFacts {
  const { origin, host, pathname } = URL.canParse(url)
    ? new URL(url)
    : { origin: '', host: '', pathname: '' };
  const site = reading?.site ?? 'unread';
  const key = origin === '' ? '' : `${site} ${origin} ${reading?.key ?? pathname}`;
  return { key, site, channel: host, customer };
}
