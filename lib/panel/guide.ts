// The guide beside the conversation: the step at hand, its sub-steps, and three phrases that fit.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Message } from '../domain/conversation';
import { emptyGuide, pressOn } from '../domain/guide-state';
import type { Guide } from '../domain/guide-state';
import type { Language, Meaning, Place } from '../domain/pack';
import { isLifeInDanger } from '../domain/safety';
import type { StepId, SubStepId } from '../domain/step';
import type { Suggestion } from '../domain/suggestion';
import type { Conversation } from './conversation';
import type { GuideEngine } from './guide-engine';
import type { Packs } from './packs';
import type { Session } from './session';

/** What fills the slots of a phrase, by the slots' names. */
export type Words = Readonly<Record<string, string>>;

// Others (a time, a finding) are asked for each time: what was true an hour ago may not be sent again.
const lastingSlots: ReadonlySet<string> = new Set(['customer', 'order', 'product']);

export type GuideStore = {
  state: ReadonlySignal<Guide>;
  /** The step whose card is open: chosen by hand, otherwise the current one. */
  shown: ReadonlySignal<StepId>;
  /** None while a life may be in danger: then only the procedure speaks (X1). */
  suggestions: ReadonlySignal<readonly Suggestion[]>;
  isSilent: ReadonlySignal<boolean>;
  slots: ReadonlySignal<Words>;
  show(step: StepId): void;
  toggle(subStep: SubStepId): void;
  toggleSkip(step: StepId): void;
  /** Keeps the words that stay true for the rest of the conversation, such as the order number. */
  rememberWords(words: Words): void;
  /**
   * The first fitting phrase for a moment such as `hold.check-in`, with these words, never the last one again
   * while there is another (R5).
   * @param atOnce leaves those out that would ask for a word: somebody is waiting
   */
  phraseFor(place: Place, words?: Words, atOnce?: boolean): Suggestion | undefined;
};

export type GuideWorld = {
  session: Pick<Session, 'reading' | 'draft' | 'lastFromCustomer'>;
  conversation: Conversation;
  packs: Packs;
  language: ReadonlySignal<Language>;
  /** Of the interface's own slots: the agent's name. */
  agentName: ReadonlySignal<string>;
  /** What the agent says that it is about; otherwise it is heard. */
  category: ReadonlySignal<string | undefined>;
  /** Undefined until it is loaded: then nothing is known yet. */
  engine: ReadonlySignal<GuideEngine | undefined>;
  now: () => number;
};

export function createGuide(world: GuideWorld): GuideStore {
  const { conversation, agentName, engine, now } = world;
  const fold = computed(() => engine.value?.createGuideFold());
  const state = computed(() => fold.value?.(conversation.events.value) ?? emptyGuide);
  const chosen = signal<{ step: StepId; while: StepId | undefined; of: string } | undefined>();
  const asked = signal<ReadonlyMap<string, Words>>(new Map());
  const of = conversation.key;
  const placeNow = computed(() => `${of.value} ${state.value.id}`);

  // A step chosen by hand stays open until the conversation itself moves on.
  const shown = computed(() => {
    const { current } = state.value;
    const still = chosen.value?.while === current && chosen.value?.of === placeNow.value;
    return (still ? chosen.value?.step : current) ?? 'close';
  });
  const slots = computed(() => ({
    ...withWord('customer', conversation.customer.value),
    ...withWord('agent', agentName.value),
    ...asked.value.get(of.value),
  }));
  const isSilent = computed(() => isLifeInDanger(conversation.events.value));
  const served = createServed(world);
  const suggestFor = createSuggest({ ...world, state, slots, served });

  return {
    state,
    shown,
    slots,
    isSilent,
    suggestions: computed(() => {
      if (isSilent.value) return [];
      const place = engine.value?.nextPlace(state.value, shown.value, served.value);
      return place ? suggestFor(place) : [];
    }),
    show: (step) => {
      chosen.value = { step, while: state.value.current, of: placeNow.value };
    },
    toggle: (subStep) => {
      const kind = pressOn(state.value, subStep);
      void conversation.append([{ kind, at: now(), subStep }]);
    },
    toggleSkip: (step) => {
      const kind = state.value.steps[step] === 'skipped' ? 'unskipped' : 'skipped';
      void conversation.append([{ kind, at: now(), step }]);
    },
    rememberWords: (words) => {
      const lasting = Object.entries(words).filter(([name]) => lastingSlots.has(name));
      const known = { ...asked.value.get(of.value), ...Object.fromEntries(lasting) };
      asked.value = new Map(asked.value).set(of.value, known);
    },
    phraseFor: (place, words, atOnce = false) => {
      if (!atOnce) return suggestFor(place, words)[0];
      return suggestFor(place, words, Infinity).find(({ missing }) => missing.length === 0);
    },
  };
}

const nothing: ReadonlySet<Meaning> = new Set();

/** What the draft says already, as if it were sent. The same until another meaning is in it, whatever is typed. */
function createServed({ session, packs }: GuideWorld): ReadonlySignal<ReadonlySet<Meaning>> {
  let before = nothing;
  return computed(() => {
    const draft = session.draft.value;
    const text = draft?.found ? draft.text : '';
    const found = text.trim() === '' ? [] : (packs.ear.value?.({ side: 'agent', text }) ?? []);
    const now = new Set(found.map(({ means }) => means));
    if (now.size !== before.size || [...now].some((means) => !before.has(means))) before = now;
    return before;
  });
}

type Suggesting = GuideWorld & {
  state: ReadonlySignal<Guide>;
  slots: ReadonlySignal<Words>;
  served: ReadonlySignal<ReadonlySet<Meaning>>;
};

type SuggestFor = (place: Place, words?: Words, limit?: number) => readonly Suggestion[];

function createSuggest(world: Suggesting): SuggestFor {
  const { session, packs, language, category, engine, state, slots, served } = world;
  const said = computed(() => engine.value?.contentOf(session.lastFromCustomer.value?.text ?? ''));
  const lines = computed(() => engine.value?.createLineMemory());
  const again = computed(() => lines.value?.(lastOfAgent(session.reading.value?.messages ?? [])));
  return (place, words = {}, limit) => {
    const situation = {
      place,
      emotion: state.value.emotion?.is,
      category: category.value ?? state.value.category,
      used: state.value.used,
      slots: { ...slots.value, ...words },
      own: packs.own.value,
      served: served.value,
      isSaid: (text: string) => again.value?.(text) !== undefined,
      ...(said.value && { said: said.value }),
    };
    return engine.value?.suggestPhrases(packs.phrases(language.value), situation, limit) ?? [];
  };
}

/** Who repeats a line repeats one that the customer still remembers. */
const rememberedLines = 60;

/** What the agent said last, the last one last. */
export function lastOfAgent(messages: readonly Message[]): string[] {
  const theirs: string[] = [];
  for (let at = messages.length - 1; at >= 0 && theirs.length < rememberedLines; at--) {
    const message = messages[at];
    if (message?.side === 'agent') theirs.push(message.text);
  }
  return theirs.toReversed();
}

function withWord(name: string, word: string): Record<string, string> {
  return word === '' ? {} : { [name]: word };
}
