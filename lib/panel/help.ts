// Help in the steps: notes, a restatement from the customer's own facts, what is still to be asked, and the proposal.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { factsIn } from '../domain/fact';
import type { Note } from '../domain/note';
import type { Interrogative, Language } from '../domain/pack';
import { lastPlan } from '../domain/last-plan';
import { emptyPlan } from '../domain/plan';
import type { Plan } from '../domain/plan';
import { questionsFor } from '../domain/probe';
import { composeProposal } from '../domain/proposal';
import { restate } from '../domain/restate';
import type { Restated } from '../domain/restate';
import { offerPhrase } from '../domain/suggestion';
import type { Suggestion } from '../domain/suggestion';
import { answeredIn, createSigns } from '../domain/told';
import type { ComplaintStore } from './complaint';
import type { Conversation } from './conversation';
import type { GuideStore, Words } from './guide';
import { createKeptWork } from './kept-work';
import { createNotes } from './notes';
import type { NotesStore } from './notes';
import type { Notices } from './notices';
import type { Packs } from './packs';
import type { Used } from './panel';
import type { Session } from './session';

/** A question that may be asked; `asks` is missing for those that make sure (Q2). */
type Question = { asks?: Interrogative; suggestion: Suggestion };

export type HelpStore = {
  notes: NotesStore;
  /** Undefined while there is nothing to say back. */
  restated: ReadonlySignal<Restated | undefined>;
  /** Puts the restatement into the reply box; where that fails, on the clipboard. */
  restate(): Promise<void>;
  /** Open ones first; none that the customer has answered or that was asked. */
  questions: ReadonlySignal<readonly Question[]>;
  ask(question: Question): Promise<void>;
  plan: ReadonlySignal<Plan>;
  edit(change: Partial<Plan>): void;
  /** The plan as one text; empty while nothing is written. */
  proposal: ReadonlySignal<string>;
  propose(): Promise<Used>;
};

export type HelpWorld = {
  session: Pick<Session, 'reading'>;
  conversation: Pick<Conversation, 'key' | 'events' | 'append'>;
  guide: Pick<GuideStore, 'state' | 'slots'>;
  complaint: Pick<ComplaintStore, 'form'>;
  packs: Packs;
  language: ReadonlySignal<Language>;
  notices: Notices;
  put: (text: string) => Promise<Used>;
  use: (suggestion: Suggestion, words?: Words) => Promise<Used>;
  schedule: (callback: () => void, ms: number) => () => void;
  createId: () => string;
  now: () => number;
};

const mostOpen = 3;

export function createHelp(world: HelpWorld): HelpStore {
  const { session, conversation, guide, complaint, packs, language, put, now } = world;
  const signs = computed(() => createSigns(packs.all.value));
  const notes = createNotes({ ...world, signs });
  const frames = computed(() => framesIn(packs, language.value));
  const texts = computed(() => textsOf(session, notes.all.value));
  const facts = computed(() => ({ ...factsIn(texts.value), ...knownOrder(guide.slots.value) }));
  const restated = computed(() =>
    // Nothing noted yet: what was heard will do.
    restate(notes.all.value.length > 0 ? notes.all.value : notes.proposed.value, facts.value, {
      language: language.value,
      frames: frames.value,
      used: guide.state.value.used,
    }),
  );
  const plan = createKeptWork<Plan>({
    ...world,
    empty: emptyPlan,
    read: lastPlan,
    write: (work, at) => ({ kind: 'planned', at, plan: work }),
  });
  const proposal = computed(() =>
    composeProposal(plan.value.value, { language: language.value, frames: frames.value }),
  );
  return {
    notes,
    restated,
    restate: async () => {
      const draft = restated.value;
      if (!draft) return;
      const of = conversation.key.value;
      if ((await put(draft.text)) === 'failed') return;
      await conversation.append([{ kind: 'inserted', at: now(), phrase: draft.id }], of);
    },
    questions: computed(() => {
      const { open, closed } = questionsFor(packs.phrases(language.value), {
        answered: answeredIn(texts.value, signs.value),
        facts: facts.value,
        category: complaint.form.value.category,
        emotion: guide.state.value.emotion?.is,
        used: guide.state.value.used,
      });
      const words = { ...guide.slots.value, ...facts.value };
      return [
        ...open.slice(0, mostOpen).map(({ asks, phrase }) => ({
          asks,
          suggestion: offerPhrase(phrase, words),
        })),
        ...closed.map((phrase) => ({ suggestion: offerPhrase(phrase, words) })),
      ];
    }),
    ask: async ({ suggestion }) => {
      await world.use(suggestion, facts.value);
    },
    plan: plan.value,
    edit: plan.change,
    proposal,
    propose: async () => {
      const text = proposal.value;
      if (text === '') return 'asks';
      const of = conversation.key.value;
      const proposed = plan.value.value;
      const used = await put(text);
      if (used !== 'failed')
        await conversation.append([{ kind: 'proposed', at: now(), plan: proposed }], of);
      return used;
    },
  };
}

function framesIn(packs: Packs, language: Language) {
  return packs.all.value.flatMap((pack) => (pack.language === language ? (pack.frames ?? []) : []));
}

function textsOf({ reading }: Pick<Session, 'reading'>, notes: readonly Note[]): string[] {
  const messages = reading.value?.messages ?? [];
  const theirs = messages.filter(({ side }) => side === 'customer').map(({ text }) => text);
  return [...theirs, ...notes.map(({ text }) => text)];
}

/** What the agent was asked for is surer than what is read out of the words. */
function knownOrder({ order }: Words): { order?: string } {
  return order === undefined || order === '' ? {} : { order };
}
