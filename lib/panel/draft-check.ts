// The hints on the draft: what to say another way, accepted, taken back or dismissed by the agent.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DraftCheck, Flag } from '../domain/draft-check';
import type { LedgerEvent } from '../domain/event';
import type { DraftRange } from '../domain/reply';
import type { Quiet } from '../domain/settings';
import type { Conversation } from './conversation';
import type { Notices } from './notices';
import type { Session } from './session';

/** For this place in this draft, for the rest of the conversation, or for good. */
export type Dismissal = 'once' | 'conversation' | 'always';

export type DraftStore = {
  /** At most three, the worst first, or the one first that the agent wants to look at. */
  flags: ReadonlySignal<readonly Flag[]>;
  /** How many there are beyond those. */
  more: ReadonlySignal<number>;
  lookAt(flag: Flag): void;
  /** Puts a rewrite into the reply box; where that fails, on the clipboard. */
  accept(flag: Flag, index: number): Promise<void>;
  dismiss(flag: Flag, how: Dismissal): void;
  acceptFirst(index: number): Promise<void>;
  dismissFirst(): void;
};

export type DraftWorld = {
  session: Session;
  conversation: Conversation;
  notices: Notices;
  check: ReadonlySignal<DraftCheck | undefined>;
  /** What was dismissed for good, and how to store that. */
  quiet: ReadonlySignal<readonly Quiet[]>;
  saveQuiet: (quiet: readonly Quiet[]) => Promise<void>;
  copy: (text: string) => Promise<void>;
  now: () => number;
};

const mostShown = 3;

export function createDraftStore(world: DraftWorld): DraftStore {
  const { session, conversation, check } = world;
  const text = computed(() => (session.draft.value?.found ? session.draft.value.text : ''));
  const once = signal<ReadonlySet<string>>(new Set());
  const chosen = signal('');
  const dismissed = computed(() => dismissedIn(conversation.events.value));
  const all = computed(() => {
    const silenced = new Set(world.quiet.value.map(({ id }) => id));
    const found = text.value === '' ? [] : (check.value?.(text.value) ?? []);
    const left = found.filter(
      (flag) =>
        !silenced.has(flag.id) && !dismissed.value.has(flag.id) && !once.value.has(markOf(flag)),
    );
    return left.toSorted(
      (a, b) => Number(markOf(b) === chosen.value) - Number(markOf(a) === chosen.value),
    );
  });
  // What was dismissed once is said anew in the next draft.
  effect(() => {
    if (text.value === '' && once.peek().size > 0) once.value = new Set();
  });

  const silence = createSilence(world);
  const exchange = createExchange(world);
  let working = false;
  const store: DraftStore = {
    flags: computed(() => all.value.slice(0, mostShown)),
    more: computed(() => Math.max(0, all.value.length - mostShown)),
    lookAt: (flag) => {
      chosen.value = markOf(flag);
    },
    accept: async (flag, index) => {
      const rewrite = flag.rewrites[index];
      // A key pressed twice changes the draft once.
      if (!rewrite || working) return;
      working = true;
      const { start, end } = rewrite;
      const expected = text.value.slice(start, end);
      await exchange({ start, end, expected }, rewrite.text, flag.id).finally(() => {
        working = false;
      });
    },
    dismiss: (flag, how) => {
      if (how === 'once') once.value = new Set(once.value).add(markOf(flag));
      else if (how === 'always') void silence(flag);
      else dismissHere(world, flag);
    },
    acceptFirst: async (index) => {
      const [flag] = all.value;
      if (flag) await store.accept(flag, index);
    },
    dismissFirst: () => {
      const [flag] = all.value;
      if (flag) store.dismiss(flag, 'once');
    },
  };
  return store;
}

/** Tells a hint in a draft from the others, though the text around it goes on changing. */
function markOf({ id, words }: Flag): string {
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

function dismissHere({ conversation, notices, now }: DraftWorld, { id, words }: Flag): void {
  const note = (kind: 'rewriteDismissed' | 'rewriteRestored') =>
    void conversation.append([{ kind, at: now(), rewrite: id }]);
  note('rewriteDismissed');
  const undo = () => {
    note('rewriteRestored');
    notices.dismiss();
  };
  notices.show({ about: 'hint-dismissed', text: words, undo });
}

function createSilence({ quiet, saveQuiet, notices }: DraftWorld) {
  const save = async (next: readonly Quiet[]) => {
    try {
      await saveQuiet(next);
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notices.show({ about: 'hint-not-silenced', why });
      return false;
    }
  };
  return async ({ id, words }: Flag) => {
    const others = () => quiet.value.filter((each) => each.id !== id);
    if (!(await save([...others(), { id, words }]))) return;
    const undo = () => {
      void save(others());
      notices.dismiss();
    };
    notices.show({ about: 'hint-silenced', text: words, undo });
  };
}

/** Replaces words of the draft and offers to put them back. */
function createExchange({ session, conversation, notices, copy, now }: DraftWorld) {
  const note = (kind: 'rewriteAccepted' | 'rewriteUndone', rewrite: string) =>
    conversation.append([{ kind, at: now(), rewrite }]);
  const takeBack = async ({ start, expected }: DraftRange, text: string, id: string) => {
    const range = { start, end: start + text.length, expected: text };
    const result = await session.replace(range, expected);
    if (!result.ok) return notices.show({ about: 'not-undone', why: result.reason });
    notices.dismiss();
    await note('rewriteUndone', id);
  };
  return async (range: DraftRange, text: string, id: string): Promise<void> => {
    const result = await session.replace(range, text);
    if (result.ok) {
      notices.show({ about: 'reworded', undo: () => void takeBack(range, text, id) });
      return note('rewriteAccepted', id);
    }
    const copied = await copy(text).then(
      () => true,
      () => false,
    );
    notices.show({ about: copied ? 'copied-instead' : 'not-inserted', why: result.reason, text });
  };
}
