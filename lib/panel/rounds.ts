// What the agent sets right about the course of a conversation: complaint or question, old or new, one matter or two.
import { roundByHand, startOf } from '../domain/guide-state';
import type { Round } from '../domain/guide-state';
import type { LedgerEvent } from '../domain/event';
import type { Conversation } from './conversation';
import type { GuideStore } from './guide';
import type { Notices } from './notices';
import type { Session } from './session';

export type RoundStore = {
  guide: Pick<GuideStore, 'state'>;
  /** A question instead of a complaint, or the other way round; by hand, until it is turned back. */
  turnPath(): void;
  /** What the customer said brought nothing new: the steps that it re-opened are as before. */
  dismissNews(): void;
  /** The customer's last message began another matter. */
  start(): void;
  /** The matter at hand is still the one before. */
  join(round: Round): void;
};

export type RoundWorld = {
  session: Pick<Session, 'lastFromCustomer'>;
  conversation: Pick<Conversation, 'append'>;
  guide: Pick<GuideStore, 'state'>;
  notices: Notices;
  now: () => number;
};

export function createRounds(world: RoundWorld): RoundStore {
  const { session, conversation, guide, notices, now } = world;
  const note = (event: LedgerEvent) => void conversation.append([event]);
  /** Notes it, and offers to take it back. */
  const set = (event: LedgerEvent, back: () => LedgerEvent, about: 'news-dismissed' | 'round') => {
    note(event);
    const undo = () => {
      note(back());
      notices.dismiss();
    };
    notices.show({ about, undo });
  };
  return {
    guide,
    turnPath: () => {
      const { path, heardPath } = guide.state.value;
      const other = path === 'complaint' ? 'enquiry' : 'complaint';
      if (other === heardPath) note({ kind: 'pathReleased', at: now() });
      else note({ kind: 'pathChosen', at: now(), path: other });
    },
    dismissNews: () => {
      const { news } = guide.state.value;
      if (!news) return;
      const { messageKey } = news;
      const back = () => ({ kind: 'newsRestored', at: now(), messageKey }) as const;
      set({ kind: 'newsDismissed', at: now(), messageKey }, back, 'news-dismissed');
    },
    start: () => {
      const key = session.lastFromCustomer.value?.key ?? '';
      // A key pressed twice begins one.
      if (startOf(guide.state.value) === key) return;
      const round = roundByHand(key, now());
      const back = () => ({ kind: 'roundJoined', at: now(), round }) as const;
      set({ kind: 'roundStarted', at: now(), round }, back, 'round');
    },
    join: ({ id: round }) => {
      const back = () => ({ kind: 'roundSplit', at: now(), round }) as const;
      set({ kind: 'roundJoined', at: now(), round }, back, 'round');
    },
  };
}
