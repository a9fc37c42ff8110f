// Promises of all conversations, what is proposed in this one, and the list of everything that is due.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Promises } from '../data/promises';
import type { Language } from '../domain/pack';
import { dueOf, viewPromise } from '../domain/promise';
import type { Ending, PromisePlan, PromiseView, Promised } from '../domain/promise';
import { nextWorkingDay } from '../domain/promise-time';
import type { Here } from '../domain/promise-time';
import { followUpIn, proposalsIn } from '../domain/promise-proposal';
import type { Proposal } from '../domain/promise-proposal';
import { sayMoment } from '../domain/say-time';
import { foldWaiting, responseGoal, viewWaiting } from '../domain/waiting-clock';
import type { WaitingView } from '../domain/waiting-clock';
import type { Settings } from '../domain/settings';
import { offerPhrase } from '../domain/suggestion';
import { createBrokenRows } from './broken';
import type { BrokenRow } from './broken';
import type { Conversation } from './conversation';
import type { GuideStore, Words } from './guide';
import { createDueList, nextMinute } from './due-list';
import type { DueList, DueListWorld } from './due-list';
import { memoryOf, soonOpened } from './live';
import type { Packs } from './packs';
import type { Used } from './panel';
import type { Session } from './session';
import type { Suggestion } from '../domain/suggestion';
import { announce, followPromises, locate, tell } from './promise-effects';
import { createTicker } from './ticker';

export type ShownPromise = { promised: Promised; view: PromiseView };
export type NewPromise = Pick<PromisePlan, 'kind' | 'what' | 'due'>;
/** The verbs tell at the foot of the panel what became of them; false where nothing was done. */
export type PromiseStore = DueList & {
  now: () => number;
  /** The open ones of this conversation, the next due first. */
  here: ReadonlySignal<readonly ShownPromise[]>;
  /** What of the log cannot be read. */
  broken: ReadonlySignal<readonly BrokenRow[]>;
  /** How long this conversation's customer has waited; undefined while it is their turn. */
  waiting: ReadonlySignal<WaitingView | undefined>;
  /** At most one at a time. */
  proposal: ReadonlySignal<Proposal | undefined>;
  take(proposal: Proposal, what: string, due: number): Promise<boolean>;
  leave(proposal: Proposal): Promise<void>;
  /** The one that is being written, by hand. */
  written: Signal<NewPromise | undefined>;
  /** Begins to write one, due in an hour. */
  write(kind: NewPromise['kind'], what: string): void;
  make(plan: NewPromise): Promise<boolean>;
  /** P3: tells the customer the new time and notes it. */
  renew(promised: Promised, due: number): Promise<boolean>;
  end(id: string, how: Ending, done?: string): Promise<boolean>;
  /** A follow-up that was asked without a yes: the next one, a working day later. */
  followOn(promised: Promised): Promise<boolean>;
  /** The working day after this one, at the same hour: when to ask whether it held. */
  nextDay(): number;
};

export type PromisesWorld = Omit<DueListWorld, 'here'> & {
  conversation: Conversation;
  session: Pick<Session, 'reading' | 'tabId' | 'url'>;
  guide: Pick<GuideStore, 'state' | 'slots'>;
  packs: Pick<Packs, 'phrases'>;
  language: ReadonlySignal<Language>;
  settings: ReadonlySignal<Settings>;
  use: (suggestion: Suggestion, words: Words) => Promise<Used>;
  /** Minutes that local time is ahead of UTC at a moment. */
  offset: (at: number) => number;
  /** This run of the browser, in which its tabs keep their numbers. */
  run: string;
  /** Called when this panel is the one to announce something. */
  onAnnounce: () => void;
};

export function createPromises(world: PromisesWorld): PromiseStore {
  const { memory, conversation, session, settings, notices, now } = world;
  const promises = signal<readonly Promised[]>([]);
  const clocks = computed(() => foldWaiting(conversation.events.value));
  const here = (at: number): Here => ({
    now: at,
    offset: world.offset,
    working: settings.value.workingHours,
  });
  const time = createTicker(world, (at) => nextChange(at, promises.value, clocks.value.since));
  followPromises(memory, promises);
  announce(world, promises, time);
  locate(world);

  const own = computed(() =>
    promises.value
      .filter(({ conversationId }) => conversationId === conversation.id.value)
      .map((promised) => ({ promised, view: viewPromise(promised, time.value) }))
      .toSorted((a, b) => a.view.leftMs - b.view.leftMs),
  );
  const list = createDueList({ ...world, here: conversation.id });
  const written = signal<NewPromise | undefined>();
  const nextDay = () => nextWorkingDay(here(now()));
  // Read anew with the conversation, not with the clock: that only lets them lapse.
  const proposals = computed(() => {
    const known = promises.value
      .filter(({ conversationId }) => conversationId === conversation.id.value)
      .map(dueOf);
    const messages = session.reading.value?.messages ?? [];
    return proposalsIn(messages, conversation.events.value, known, here(now()));
  });
  const followUp = computed(() => {
    const isAgreed = world.guide.state.value.subSteps['propose.agreed'].done;
    return followUpIn(conversation.events.value, isAgreed, nextDay());
  });
  const proposal = computed(
    () => proposals.value.find(({ due }) => due > time.value) ?? followUp.value,
  );

  const store = async (work: (verbs: Promises) => Promise<unknown>): Promise<boolean> => {
    const opened = await soonOpened(memory);
    const stored = opened ? await work(opened.promises).catch(tell) : undefined;
    if (stored === undefined) notices.show({ about: 'time-not-stored' });
    return Boolean(stored);
  };
  const make = async (plan: NewPromise, source?: Pick<Proposal, 'messageKey' | 'nth'>) => {
    const conversationId = conversation.id.value;
    const customer = conversation.customer.value;
    const { agentName: owner, warnMinutes } = settings.value;
    if (conversationId === undefined) {
      notices.show({ about: 'time-not-stored' });
      return false;
    }
    const warnMs = warnMinutes * 60_000;
    const whole = { ...plan, conversationId, customer, owner, warnMs };
    const made = await store(async (verbs) => (await verbs.make(whole, source)) ?? false);
    if (made) notices.show({ about: 'promise-made' });
    return made;
  };
  const end = async (id: string, how: Ending, done = '') => {
    const ended = await store((verbs) => verbs.end(id, how, done));
    const undo = () => {
      void store((verbs) => verbs.reopen(id));
      notices.dismiss();
    };
    if (ended) notices.show({ about: `promise-${how}`, undo });
    return ended;
  };

  return {
    now,
    broken: createBrokenRows(memory),
    here: own,
    ...list,
    waiting: computed(() =>
      viewWaiting(
        clocks.value,
        responseGoal(session.reading.value?.site ?? '', settings.value),
        time.value,
      ),
    ),
    proposal,
    take: ({ kind, messageKey, nth }, what, due) => make({ kind, what, due }, { messageKey, nth }),
    leave: async ({ messageKey, nth }) => {
      await conversation.append([{ kind: 'promiseLeft', at: now(), messageKey, nth }]);
      notices.show({ about: 'promise-left' });
    },
    written,
    write: (kind, what) => {
      written.value = { kind, what, due: now() + hourMs };
    },
    make: (plan) => make(plan),
    renew: async (promised, due) => {
      const { id } = promised;
      // Nothing is said of a time that is not over yet when it is.
      if (now() > dueOf(promised)) {
        notices.show({ about: 'promise-lapsed' });
        return false;
      }
      const told = await tellRenewal(world, sayMoment(due, here(now()), world.language.value));
      const renewed = await store((verbs) => verbs.renew(id, due, told));
      if (renewed) notices.show({ about: 'promise-renewed' });
      else if (memoryOf(memory.value)) notices.show({ about: 'promise-lapsed' });
      return renewed;
    },
    end,
    followOn: async ({ id }) => {
      const next = await store((verbs) => verbs.followOn(id, nextDay(), ''));
      if (next) notices.show({ about: 'follow-up-next' });
      return next;
    },
    nextDay,
  };
}

/** Puts the line for a new time into the reply box; whether the customer can hear of it so. */
async function tellRenewal(
  { packs, language, guide, use }: PromisesWorld,
  time: string,
): Promise<boolean> {
  const line = packs.phrases(language.value).find(({ rules }) => rules?.includes('P3'));
  if (!line) return false;
  const used = await use(offerPhrase(line, { ...guide.slots.value, time }), { time });
  return used === 'inserted' || used === 'copied';
}

/** At the next full minute of what is shown, at the next moment to speak of; at each second of the first minutes. */
function nextChange(
  at: number,
  promises: readonly Promised[],
  since: number | undefined,
): number | undefined {
  const calls = promises.flatMap(({ dueAt }) => (dueAt !== undefined && dueAt > at ? [dueAt] : []));
  const waited = at - (since ?? at);
  const seconds =
    since !== undefined && waited < secondsShownMs ? [at + 1000 - (waited % 1000)] : [];
  const minute = nextMinute(at, [...promises.map(dueOf), ...(since === undefined ? [] : [since])]);
  const moments = [...calls, ...seconds, ...(minute === undefined ? [] : [minute])];
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

const hourMs = 60 * 60_000;

/** Who waits longer waits in minutes. */
const secondsShownMs = 10 * 60_000;
