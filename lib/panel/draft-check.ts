// The hints on the draft, as the agent accepts, takes back or dismisses them.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Flag } from '../domain/draft-check';
import type { DraftRange } from '../domain/reply';
import { quietRule } from '../domain/settings';
import type { Quiet } from '../domain/settings';
import type { Conversation } from './conversation';
import { chooseShown, createFlags, createOnce, draftText, markOf } from './draft-flags';
import type { Drafting } from './draft-flags';
import { memoryOf } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';
import type { Session } from './session';

/** For this draft, for the rest of the conversation, or for good. */
type Dismissal = 'once' | 'conversation' | 'always';

export type DraftStore = {
  /** At most three, the worst first, or the one that is looked at. */
  flags: ReadonlySignal<readonly Flag[]>;
  /** How many there are beyond them. */
  more: ReadonlySignal<number>;
  lookAt(flag: Flag): void;
  /** Puts a rewrite into the reply box; where that fails, on the clipboard. */
  accept(flag: Flag, index: number): Promise<void>;
  dismiss(flag: Flag, how: Dismissal): void;
  acceptFirst(index: number): Promise<void>;
  dismissFirst(): void;
};

export type DraftWorld = Drafting & {
  session: Session;
  conversation: Conversation;
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  saveQuiet: (quiet: readonly Quiet[]) => Promise<void>;
  copy: (text: string) => Promise<void>;
  now: () => number;
};

export function createDraftStore(world: DraftWorld): DraftStore {
  const text = draftText(world.session);
  const once = createOnce(text);
  const chosen = signal('');
  const all = createFlags(world, once.marks);
  const flags = computed(() => chooseShown(all.value, chosen.value));
  const accept = createAccept(world, text);
  const silence = createSilence(world);
  const dismissHere = createDismiss(world, silence);
  const dismiss: DraftStore['dismiss'] = (flag, how) => {
    if (how === 'once') once.dismiss(flag);
    else if (how === 'conversation') void dismissHere(flag);
    else void silence({ id: flag.id, words: flag.words }, 'hint-silenced');
  };
  return {
    flags,
    more: computed(() => all.value.length - flags.value.length),
    lookAt: (flag) => {
      chosen.value = markOf(flag);
    },
    accept,
    dismiss,
    acceptFirst: async (index) => {
      const [flag] = flags.value;
      if (flag) await accept(flag, index);
    },
    dismissFirst: () => {
      const [flag] = flags.value;
      if (flag) dismiss(flag, 'conversation');
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
    await exchange(range, rewrite.text, flag).finally(() => {
      working = false;
    });
  };
}

/** What is dismissed in so many conversations one after the other helps nobody. */
const mostInARow = 3;

type Silence = (quiet: Quiet, about: 'hint-silenced' | 'rule-quiet') => Promise<void>;

/** Quiet for this conversation; the rule for good where it was dismissed in the last ones too. */
function createDismiss(world: DraftWorld, silence: Silence): (flag: Flag) => Promise<void> {
  const { conversation, memory, notices, now } = world;
  return async ({ id, rule, words }) => {
    const note = (kind: 'rewriteDismissed' | 'rewriteRestored') =>
      conversation.append([{ kind, at: now(), rewrite: id, rule }]);
    const undo = () => {
      void note('rewriteRestored');
      notices.dismiss();
    };
    const noted = note('rewriteDismissed');
    notices.show({ about: 'hint-dismissed', text: words, undo });
    await noted;
    const hints = memoryOf(memory.value)?.hints;
    if (!hints || (await hints.inARow(rule)) < mostInARow) return;
    await silence(quietRule(rule), 'rule-quiet');
    // Switched on again, it has as many chances as before.
    await hints.restart(rule);
  };
}

function createSilence({ quiet, saveQuiet, notices }: DraftWorld): Silence {
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
  return async (one, about) => {
    const others = () => quiet.value.filter((each) => each.id !== one.id);
    if (!(await save([...others(), one]))) return;
    const undo = () => {
      void save(others());
      notices.dismiss();
    };
    notices.show({ about, text: one.words, undo });
  };
}

/** Replaces words of the draft and offers to put them back. Noting it takes its time, and nobody waits for it. */
function createExchange({ session, conversation, notices, copy, now }: DraftWorld) {
  const note = (kind: 'rewriteAccepted' | 'rewriteUndone', { id: rewrite, rule }: Flag) =>
    void conversation.append([{ kind, at: now(), rewrite, rule }]);
  const takeBack = async ({ start, expected }: DraftRange, text: string, flag: Flag) => {
    const range = { start, end: start + text.length, expected: text };
    const result = await session.replace(range, expected);
    if (!result.ok) return notices.show({ about: 'not-undone', why: result.reason });
    notices.dismiss();
    note('rewriteUndone', flag);
  };
  return async (range: DraftRange, text: string, flag: Flag): Promise<void> => {
    const result = await session.replace(range, text);
    if (result.ok) {
      notices.show({ about: 'reworded', undo: () => void takeBack(range, text, flag) });
      return note('rewriteAccepted', flag);
    }
    const copied = await copy(text).then(
      () => true,
      () => false,
    );
    notices.show({ about: copied ? 'copied-instead' : 'not-inserted', why: result.reason, text });
  };
}
