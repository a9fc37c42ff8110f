// Which hints on the draft are left: those that the agent has not dismissed, for now, here or for good.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { compareFlags } from '../domain/draft-check';
import type { DraftCheck, Flag } from '../domain/draft-check';
import type { LedgerEvent } from '../domain/event';
import { guardDraft, isGuard } from '../domain/guard';
import type { Quiet } from '../domain/settings';
import { createLineMemory } from '../text/same-line';
import type { Conversation } from './conversation';
import { lastOfAgent } from './guide';
import type { GuideStore } from './guide';
import type { Packs } from './packs';
import type { Session } from './session';

/** Empty where there is no reply box, too. */
export function draftText({ draft }: Pick<Session, 'draft'>): ReadonlySignal<string> {
  return computed(() => (draft.value?.found ? draft.value.text : ''));
}

/** What was dismissed in this draft alone; it is said anew in the next one. */
export function createOnce(text: ReadonlySignal<string>) {
  const marks = signal<ReadonlySet<string>>(new Set());
  effect(() => {
    if (text.value === '' && marks.peek().size > 0) marks.value = new Set();
  });
  return {
    marks,
    dismiss: (flag: Flag) => {
      marks.value = new Set(marks.value).add(markOf(flag));
    },
  };
}

/** Tells a hint in a draft from the others, though the text around it goes on changing. */
export function markOf({ id, words }: Flag): string {
  return `${id} ${words.toLowerCase()}`;
}

const mostShown = 3;

/** The first ones, the chosen one before all; of guards the worst alone, because each asks for a thought of its own. */
export function chooseShown(flags: readonly Flag[], chosen: string): readonly Flag[] {
  const guard = flags.find(isGuard);
  return flags
    .filter((flag) => !isGuard(flag) || flag === guard)
    .toSorted((a, b) => Number(markOf(b) === chosen) - Number(markOf(a) === chosen))
    .slice(0, mostShown);
}

export type Drafting = {
  session: Pick<Session, 'draft' | 'reading'>;
  conversation: Pick<Conversation, 'events'>;
  packs: Pick<Packs, 'ear'>;
  guide: Pick<GuideStore, 'state' | 'phraseFor'>;
  check: ReadonlySignal<DraftCheck | undefined>;
  /** What was dismissed for good. */
  quiet: ReadonlySignal<readonly Quiet[]>;
};

/** All flags that were not dismissed in any way, the worst first: of wordings and of guards. */
export function createFlags(
  drafting: Drafting,
  once: ReadonlySignal<ReadonlySet<string>>,
): ReadonlySignal<readonly Flag[]> {
  const { session, conversation, guide, check, quiet } = drafting;
  const text = draftText(session);
  const guards = createGuards(drafting, text);
  const dismissed = computed(() => dismissedIn(conversation.events.value));
  const silenced = computed(() => new Set(quiet.value.map(({ id }) => id)));
  const found = computed(() => {
    if (text.value === '') return [];
    return [...(check.value?.(text.value) ?? []), ...guards.value].toSorted(compareFlags);
  });
  return computed(() =>
    found.value.filter((flag) => {
      const { id, rule, until } = flag;
      if (until && guide.state.value.subSteps[until].done) return false;
      const isSilenced = silenced.value.has(id) || silenced.value.has(`rule:${rule}`);
      return !isSilenced && !dismissed.value.has(id) && !once.value.has(markOf(flag));
    }),
  );
}

function createGuards(
  { session, packs, guide }: Drafting,
  text: ReadonlySignal<string>,
): ReadonlySignal<readonly Flag[]> {
  const linesOf = createLineMemory();
  // Looked up, not followed: what was sent stands in the conversation a moment before it leaves the reply box.
  const messages = () => session.reading.peek()?.messages ?? [];
  const ready = (place: 'hold.ask' | 'restate.confirm') => {
    const phrase = guide.phraseFor(place);
    return phrase?.missing.length === 0 ? phrase.text : undefined;
  };
  return computed(() => {
    const ear = packs.ear.value;
    if (!ear || text.value === '') return [];
    return guardDraft(text.value, {
      found: ear({ side: 'agent', text: text.value }, messages().slice(-mostBefore)),
      guide: guide.state.value,
      again: linesOf(lastOfAgent(messages())),
      askToHold: ready('hold.ask'),
      askIfRight: ready('restate.confirm'),
    });
  });
}

/** As when the draft is heard once it is sent. */
const mostBefore = 4;

function dismissedIn(events: readonly LedgerEvent[]): ReadonlySet<string> {
  const dismissed = new Set<string>();
  for (const event of events) {
    if (event.kind === 'rewriteDismissed') dismissed.add(event.rewrite);
    if (event.kind === 'rewriteRestored') dismissed.delete(event.rewrite);
  }
  return dismissed;
}
