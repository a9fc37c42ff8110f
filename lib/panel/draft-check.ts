// The hints on the draft, as the agent accepts, takes back or dismisses them.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DraftCheck, Flag } from '../domain/draft-check';
import type { DraftRange } from '../domain/reply';
import type { Quiet } from '../domain/settings';
import type { Conversation } from './conversation';
import { createFlags, createOnce, draftText, markOf } from './draft-flags';
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
  const text = draftText(world.session);
  const once = createOnce(text);
  const chosen = signal('');
  const all = createFlags({ ...world, text, once: once.marks, chosen });
  const accept = createAccept(world, text);
  const silence = createSilence(world);
  const dismiss: DraftStore['dismiss'] = (flag, how) => {
    if (how === 'once') once.dismiss(flag);
    else if (how === 'always') void silence(flag);
    else dismissHere(world, flag);
  };
  return {
    flags: computed(() => all.value.slice(0, mostShown)),
    more: computed(() => Math.max(0, all.value.length - mostShown)),
    lookAt: (flag) => {
      chosen.value = markOf(flag);
    },
    accept,
    dismiss,
    acceptFirst: async (index) => {
      const [flag] = all.value;
      if (flag) await accept(flag, index);
    },
    dismissFirst: () => {
      const [flag] = all.value;
      if (flag) dismiss(flag, 'once');
    },
  };
}

/** A key pressed twice changes the draft once; as soon as it is changed, the next key counts. */
function createAccept(world: DraftWorld, text: ReadonlySignal<string>): DraftStore['accept'] {
  const exchange = createExchange(world);
  let working = false;
  return async (flag, index) => {
    const rewrite = flag.rewrites[index];
    if (!rewrite || working) return;
    working = true;
    const { start, end } = rewrite;
    const range = { start, end, expected: text.value.slice(start, end) };
    await exchange(range, rewrite.text, flag.id).finally(() => {
      working = false;
    });
  };
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

/** Replaces words of the draft and offers to put them back. Noting it takes its time, and nobody waits for it. */
function createExchange({ session, conversation, notices, copy, now }: DraftWorld) {
  const note = (kind: 'rewriteAccepted' | 'rewriteUndone', rewrite: string) =>
    void conversation.append([{ kind, at: now(), rewrite }]);
  const takeBack = async ({ start, expected }: DraftRange, text: string, id: string) => {
    const range = { start, end: start + text.length, expected: text };
    const result = await session.replace(range, expected);
    if (!result.ok) return notices.show({ about: 'not-undone', why: result.reason });
    notices.dismiss();
    note('rewriteUndone', id);
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
