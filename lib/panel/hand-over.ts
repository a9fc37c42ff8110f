// The note for a colleague: made from the record, corrected by the agent, given away, and counted (M1-M3, T1-T5).
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { contactIn } from '../domain/contact';
import type { LedgerEvent } from '../domain/event';
import { composeHandOver, countHandOvers } from '../domain/hand-over';
import type { HandOverFacts, HandOverTitles, HandOverWork } from '../domain/hand-over';
import type { Plan } from '../domain/plan';
import type { ComplaintStore } from './complaint';
import type { Conversation } from './conversation';
import type { HelpStore } from './help';
import { createKeptWork } from './kept-work';
import type { Notices } from './notices';
import type { Used } from './panel';
import type { Session } from './session';

/** Who writes the note. */
type Author = { agentName: string; teamName: string };

export type HandOverStore = {
  work: ReadonlySignal<HandOverWork>;
  /** The note as it would be given: the agent's own wording where they changed it. */
  text: ReadonlySignal<string>;
  /** How often this conversation was handed over before (T1). */
  transfers: ReadonlySignal<number>;
  author: ReadonlySignal<Author>;
  /** Changes what goes into the note, while it is in no own wording. */
  edit(change: Partial<Omit<HandOverWork, 'own'>>): void;
  write(own: string): void;
  /** From own wording back to what the record says now. */
  renew(): void;
  sign(change: Partial<Author>): void;
  copy(): Promise<void>;
  /** Into the page's reply box; the agent switches it to an internal note first. */
  insert(): Promise<Used>;
};

export type HandOverWorld = {
  session: Pick<Session, 'reading' | 'url'>;
  conversation: Conversation;
  complaint: Pick<ComplaintStore, 'form'>;
  help: Pick<HelpStore, 'notes' | 'plan'>;
  notices: Notices;
  author: ReadonlySignal<Author>;
  sign: (change: Partial<Author>) => void;
  titles: () => HandOverTitles;
  /** A moment as the interface writes it. */
  showMoment: (at: number) => string;
  put: (text: string) => Promise<Used>;
  copyText: (text: string) => Promise<void>;
  schedule: (callback: () => void, ms: number) => () => void;
  now: () => number;
};

const untouched: HandOverWork = { to: '', purpose: '', next: '', masked: true };

export function createHandOver(world: HandOverWorld): HandOverStore {
  const { conversation, notices, author, titles, put, copyText, now } = world;
  const { value: work, change } = createKeptWork<HandOverWork>({
    ...world,
    empty: untouched,
    read: lastDrafted,
    write: (drafted, at) => ({ kind: 'handOverDrafted', at, work: drafted }),
  });
  const transfers = computed(() => countHandOvers(conversation.events.value));
  const composed = computed(() =>
    composeHandOver(factsOf(world, work.value, transfers.value), titles(), work.value.masked),
  );
  const text = computed(() => work.value.own ?? composed.value);
  // The same note copied and then inserted is one hand-over.
  const given = signal<ReadonlyMap<string, string>>(new Map());

  const count = async (of: string, note: string, used: 'copied' | 'inserted') => {
    const { to } = work.value;
    if (given.value.get(of) !== note) {
      given.value = new Map(given.value).set(of, note);
      await conversation.append([{ kind: 'handedOver', at: now(), to }], of);
    }
    const undo = () => {
      given.value = new Map([...given.value].filter(([key]) => key !== of));
      void conversation.append([{ kind: 'handOverTakenBack', at: now() }], of);
      notices.dismiss();
    };
    notices.show({ about: 'handed-over', why: used, undo });
  };
  return {
    work,
    text,
    transfers,
    author,
    edit: change,
    write: (own) => change({ own }),
    renew: () => change({ own: undefined }),
    sign: world.sign,
    copy: async () => {
      const [of, note] = [conversation.key.value, text.value];
      await copyText(note);
      await count(of, note, 'copied');
    },
    insert: async () => {
      const [of, note] = [conversation.key.value, text.value];
      const used = await put(note);
      // On the clipboard it can be given as well, and the notice says why it is there.
      if (used === 'inserted') await count(of, note, used);
      return used;
    },
  };
}

function lastDrafted(events: readonly LedgerEvent[]): HandOverWork | undefined {
  return events.findLast((event) => event.kind === 'handOverDrafted')?.work;
}

function factsOf(world: HandOverWorld, work: HandOverWork, transfers: number): HandOverFacts {
  const { session, conversation, complaint, help, author, showMoment, now } = world;
  const { who, what, feeling, request } = complaint.form.value;
  const notes = help.notes.all.value;
  const textsOf = (is: 'fact' | 'promised') =>
    notes.filter((note) => note.is === is).map(({ text }) => text);
  const facts = textsOf('fact');
  const url = session.url.value;
  const { agentName, teamName } = author.value;
  const plan = help.plan.value;
  return {
    to: work.to,
    customer: who,
    contact: contactIn(session.reading.value?.messages ?? []),
    channel: URL.canParse(url) ? new URL(url).host : '',
    feeling,
    purpose: work.purpose || request,
    facts: facts.length > 0 || what === '' ? facts : [what],
    promised: [...textsOf('promised'), ...timesIn(plan)],
    tried: triedIn(conversation.events.value, plan),
    next: work.next,
    transfers,
    time: showMoment(now()),
    author: [agentName, teamName].filter(Boolean).join(', '),
  };
}

/** P1: a time that was named is a promise to be kept, whoever keeps it. */
function timesIn({ options }: Plan): string[] {
  return options.flatMap(({ what, by }) => (what && by ? [`${what} (${by})`] : []));
}

/** What the agent offered: as planned, otherwise in the words that were heard. */
function triedIn(events: readonly LedgerEvent[], plan: Plan): string[] {
  const planned = plan.options.flatMap(({ what }) => (what ? [what] : []));
  if (planned.length > 0) return [...planned, ...(plan.immediate ? [plan.immediate] : [])];
  return events.flatMap((event) =>
    event.kind === 'said' && event.side === 'agent'
      ? event.found.flatMap(({ means, words }) => (means === 'propose.option' ? [words] : []))
      : [],
  );
}
