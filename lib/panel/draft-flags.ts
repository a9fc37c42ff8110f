// Which hints on the draft are shown: those that the agent has not dismissed, for now, here or for good.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DraftCheck, Flag } from '../domain/draft-check';
import type { LedgerEvent } from '../domain/event';
import type { Quiet } from '../domain/settings';
import type { Conversation } from './conversation';
import type { Session } from './session';

/** Empty where there is no reply box, too. */
export function draftText({ draft }: Session): ReadonlySignal<string> {
  return computed(() => (draft.value?.found ? draft.value.text : ''));
}

/** What was dismissed in this draft; it is said anew in the next one. */
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

type Drafting = {
  conversation: Pick<Conversation, 'events'>;
  check: ReadonlySignal<DraftCheck | undefined>;
  quiet: ReadonlySignal<readonly Quiet[]>;
  text: ReadonlySignal<string>;
  once: ReadonlySignal<ReadonlySet<string>>;
  chosen: ReadonlySignal<string>;
};

/** All flags that were not dismissed in any way, the chosen one first. */
export function createFlags(drafting: Drafting): ReadonlySignal<readonly Flag[]> {
  const { conversation, check, quiet, text, once, chosen } = drafting;
  const dismissed = computed(() => dismissedIn(conversation.events.value));
  const silenced = computed(() => new Set(quiet.value.map(({ id }) => id)));
  const found = computed(() => (text.value === '' ? [] : (check.value?.(text.value) ?? [])));
  return computed(() => {
    const left = found.value.filter(
      (flag) =>
        !silenced.value.has(flag.id) &&
        !dismissed.value.has(flag.id) &&
        !once.value.has(markOf(flag)),
    );
    return left.toSorted(
      (a, b) => Number(markOf(b) === chosen.value) - Number(markOf(a) === chosen.value),
    );
  });
}

/** Tells a hint in a draft from the others, though the text around it goes on changing. */
export function markOf({ id, words }: Flag): string {
  return `${id} ${words.toLowerCase()}`;
}

function dismissedIn(events: readonly LedgerEvent[]): ReadonlySet<string> {
  const dismissed = new Set<string>();
  for (const event of events) {
    if (event.kind === 'rewriteDismissed') dismissed.add(event.rewrite);
    if (event.kind === 'rewriteRestored') dismissed.delete(event.rewrite);
  }
  return dismissed;
}
