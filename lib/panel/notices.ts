// The one line at the foot of the panel that says what just happened, and how to take it back.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** What happened. The panel has a text for each; `text` is a part of it that comes from the user's work. */
export type Notice = {
  about:
    | 'inserted'
    | 'reworded'
    | 'not-undone'
    | 'hint-dismissed'
    | 'hint-silenced'
    | 'hint-not-silenced'
    | 'rule-quiet'
    | 'news-dismissed'
    | 'round'
    | 'threat-read'
    | 'threat-dismissed'
    | 'debriefed'
    | 'note-dropped'
    | 'handed-over'
    | 'copied-instead'
    | 'not-inserted'
    | 'saved'
    | 'not-saved'
    | 'removed'
    | 'exported'
    | 'export-cancelled'
    | 'export-failed'
    | 'hold-not-stored'
    | 'hold-over'
    | 'time-not-stored'
    | 'promise-made'
    | 'promise-kept'
    | 'promise-broken'
    | 'promise-dropped'
    | 'promise-renewed'
    | 'promise-lapsed'
    | 'promise-left'
    | 'follow-up-next'
    | 'no-place'
    | 'box-chosen'
    | 'page-taught'
    | 'pack-removed'
    | 'pack-offered'
    | 'copied'
    // In words already.
    | 'told';
  text?: string;
  /** Why it did not work, as an insertion or the database tells. */
  why?: string;
  undo?: () => void;
};

export type Notices = {
  current: ReadonlySignal<Notice | undefined>;
  show(notice: Notice): void;
  dismiss(): void;
  /** Another conversation is shown, by their keys: what was told of the last one waits until it is shown again. */
  turn(from: string, to: string): void;
};

/** These hold beside any conversation. */
const ofAll = new Set<Notice['about']>([
  'exported',
  'export-cancelled',
  'export-failed',
  'no-place',
  'box-chosen',
  'page-taught',
  'pack-removed',
  'pack-offered',
  'copied',
  'told',
]);

export function createNotices(): Notices {
  const current = signal<Notice | undefined>();
  const waiting = new Map<string, Notice>();
  return {
    current,
    show: (notice) => {
      current.value = notice;
    },
    dismiss: () => {
      current.value = undefined;
    },
    turn: (from, to) => {
      const notice = current.peek();
      if (notice && ofAll.has(notice.about)) return;
      if (notice) waiting.set(from, notice);
      current.value = waiting.get(to);
      waiting.delete(to);
    },
  };
}
