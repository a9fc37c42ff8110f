// The conversation beside the panel as the ledger knows it: its row, its events, and how events get there.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Reading } from '../domain/conversation';
import type { LedgerEvent } from '../domain/event';
import type { Ear } from '../domain/hear';
import type { ConversationFacts } from '../data/ledger';
import { createHearing } from './hearing';
import { createKeptEvents } from './kept-events';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';
import type { Session } from './session';

export type Conversation = {
  /** Tells conversations apart, in the log or not; empty while there is no page. */
  key: ReadonlySignal<string>;
  /** Of the row in the log; undefined while there is none (opening, refused). */
  id: ReadonlySignal<string | undefined>;
  customer: ReadonlySignal<string>;
  events: ReadonlySignal<readonly LedgerEvent[]>;
  /** Of a conversation that this panel was beside since it was opened. */
  idOf(key: string): string | undefined;
  /**
   * Resolves when the events are on the disk, or kept in this panel alone where the database was refused.
   * @param of the conversation's key; the one at hand if not given
   */
  append(events: readonly LedgerEvent[], of?: string): Promise<void>;
};

/** Without an id where the log did not take the conversation. */
type Row = { key: string; id: string | undefined; events: ReadonlySignal<readonly LedgerEvent[]> };

// All that belongs to a conversation stands under its key, so that a switch can never show or write the
// events of one in another, in whatever order page, database and effects answer.
export function createConversation(
  session: Session,
  memory: ReadonlySignal<MemoryState>,
  ear: ReadonlySignal<Ear | undefined>,
  now: () => number,
): Conversation {
  const facts = computed(() =>
    factsOf(session.reading.value, session.url.value, session.customer.value),
  );
  const key = computed(() => facts.value.key);
  const named = signal({ key: '', name: '' });
  const opened = signal<Row | undefined>();
  const row = computed(() => (opened.value?.key === key.value ? opened.value : undefined));
  const ids = signal<ReadonlyMap<string, string>>(new Map());
  const kept = createKeptEvents();
  const hear = createHearing(now);
  const logged = computed(() => row.value?.events.value ?? []);
  const events = computed(() => [...logged.value, ...kept.of(key.value, logged.value)]);
  effect(() => kept.settle(key.value, logged.value));

  effect(() => {
    const { key: of, customer } = facts.value;
    if (customer !== '') named.value = { key: of, name: customer };
  });

  effect(() => {
    const wanted = key.value;
    const ledger = memoryOf(memory.value)?.ledger;
    if (wanted === '' || !ledger) return undefined;
    const rows = signal<readonly LedgerEvent[]>([]);
    let stop = () => {};
    let left = false;
    const use = (id: string | undefined) => {
      if (id !== undefined) ids.value = new Map(ids.peek()).set(wanted, id);
      if (left) return;
      opened.value = { key: wanted, id, events: rows };
      if (id === undefined) return;
      stop = follow(ledger.watch(id), rows);
      kept.handOver(wanted, (waiting) => ledger.append(id, waiting)).catch(tell);
    };
    ledger.open(facts.peek()).then(
      ({ id }) => use(id),
      (error: unknown) => {
        tell(error);
        use(undefined);
      },
    );
    return () => {
      left = true;
      stop();
    };
  });

  effect(() => {
    const reading = session.reading.value;
    const listen = ear.value;
    const known = row.value;
    const state = memory.value;
    const of = key.value;
    if (!reading || !listen || state.is === 'opening') return;
    const ledger = memoryOf(state)?.ledger;
    if (ledger && !known) return;
    const id = known?.id;
    void hear({
      key: of,
      messages: reading.messages,
      known: events.peek(),
      listen,
      keep: async (said) => {
        if (ledger && id !== undefined) await ledger.hear(id, said).catch(tell);
        else kept.add(of, said);
      },
    });
  });

  return {
    key,
    id: computed(() => row.value?.id),
    customer: computed(() => {
      if (facts.value.customer !== '') return facts.value.customer;
      return named.value.key === key.value ? named.value.name : '';
    }),
    events,
    idOf: (of) => ids.value.get(of),
    append: async (more, of = key.peek()) => {
      const id = ids.peek().get(of);
      const ledger = memoryOf(memory.peek())?.ledger;
      if (!ledger || id === undefined) return kept.add(of, more);
      await ledger.append(id, more).catch((error: unknown) => {
        tell(error);
        kept.add(of, more);
      });
    },
  };
}

function tell(error: unknown): void {
  console.error('The log did not take it:', error);
}

/** A page that cannot be read still has a conversation, one for each address: holds and complaints belong to it. */
export function factsOf(
  reading: Reading | undefined,
  url: string,
  customer: string,
): ConversationFacts {
  const { origin, host, pathname } = URL.canParse(url)
    ? new URL(url)
    : { origin: '', host: '', pathname: '' };
  const site = reading?.site ?? 'unread';
  const key = origin === '' ? '' : `${site} ${origin} ${reading?.key ?? pathname}`;
  return { key, site, channel: host, customer };
}
