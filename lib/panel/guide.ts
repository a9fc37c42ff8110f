// The guide beside the conversation: the step at hand, its sub-steps, and three phrases that fit.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { foldGuide, nextSubStep } from '../domain/guide';
import type { Guide } from '../domain/guide';
import type { Language, Place } from '../domain/pack';
import { isLifeInDanger } from '../domain/safety';
import type { StepId, SubStepId } from '../domain/step';
import { suggestPhrases } from '../domain/suggest';
import type { Suggestion } from '../domain/suggest';
import type { Conversation } from './conversation';
import type { Packs } from './packs';

/** What fills the slots of a phrase, by the slots' names. */
export type Words = Readonly<Record<string, string>>;

// Others (a time, a finding) are asked for each time: what was true an hour ago may not be sent again.
const lastingSlots: ReadonlySet<string> = new Set(['customer', 'order', 'product']);

export type GuideStore = {
  state: ReadonlySignal<Guide>;
  /** The step whose card is open: chosen by hand, otherwise the current one. */
  shown: ReadonlySignal<StepId | 'close'>;
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
  conversation: Conversation;
  packs: Packs;
  language: ReadonlySignal<Language>;
  /** Of the interface's own slots: the agent's name. */
  agentName: ReadonlySignal<string>;
  now: () => number;
};

export function createGuide({
  conversation,
  packs,
  language,
  agentName,
  now,
}: GuideWorld): GuideStore {
  const state = computed(() => foldGuide(conversation.events.value));
  const chosen = signal<{ step: StepId; while: StepId | undefined; of: string } | undefined>();
  const asked = signal<ReadonlyMap<string, Words>>(new Map());
  const of = conversation.key;

  // A step chosen by hand stays open until the conversation itself moves on.
  const shown = computed(() => {
    const { current } = state.value;
    const still = chosen.value?.while === current && chosen.value?.of === of.value;
    return (still ? chosen.value?.step : current) ?? 'close';
  });
  const slots = computed(() => ({
    ...withWord('customer', conversation.customer.value),
    ...withWord('agent', agentName.value),
    ...asked.value.get(of.value),
  }));
  const isSilent = computed(() => isLifeInDanger(conversation.events.value));
  const suggestFor = (place: Place, words: Words = {}, limit?: number) => {
    const { emotion, used } = state.value;
    const known = { ...slots.value, ...words };
    const situation = { place, emotion: emotion?.is, used, slots: known };
    return suggestPhrases(packs.phrases(language.value), situation, limit);
  };

  return {
    state,
    shown,
    slots,
    isSilent,
    suggestions: computed(() => {
      if (isSilent.value) return [];
      return suggestFor(
        shown.value === 'close' ? 'close.else' : nextSubStep(state.value, shown.value),
      );
    }),
    show: (step) => {
      chosen.value = { step, while: state.value.current, of: of.value };
    },
    toggle: (subStep) => {
      const kind = state.value.subSteps[subStep].done ? 'unticked' : 'ticked';
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

function withWord(name: string, word: string): Record<string, string> {
  return word === '' ? {} : { [name]: word };
}
