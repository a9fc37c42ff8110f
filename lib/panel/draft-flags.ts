// Which hints on the draft are left: those that the agent has not dismissed, here or for good.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { compareFlags } from '../domain/draft-check';
import type { DraftCheck, Flag } from '../domain/draft-check';
import type { LedgerEvent } from '../domain/event';
import { guardDraft } from '../domain/guard';
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
export function createFlags(drafting: Drafting): ReadonlySignal<readonly Flag[]> {
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
    found.value.filter(
      ({ id, rule, until }) =>
        !silenced.value.has(id) &&
        !silenced.value.has(`rule:${rule}`) &&
        !dismissed.value.has(id) &&
        !(until && guide.state.value.subSteps[until].done),
    ),
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
