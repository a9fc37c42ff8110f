// Where a conversation stands in its steps: a fold of its events (doctrine 1).
//
//   sub-step:   open ──a message shows it──► done (with its words)
//                 │ ▲                           │
//            ticked unticked ◄──────────────────┘     by hand always wins, whatever is said later;
//                 ▼ │                                 released: as if the hand had not been there
//                 done (by hand)
//
//   step:       done when its required sub-steps are done, or skipped by hand
//   current:    the first step of the path that is neither done nor skipped
//
//   path:       (nothing heard) complaint ──a question──► enquiry ──a complaint──► complaint
//               by hand either way, until released
//   complaint:  listen ─► apologise ─► restate ─► probe ─► propose ─► close
//                                         ▲         ▲         │
//                                         └─ added ─┘◄────────┤    new information re-opens both
//                                         ▲                   │
//                                  corrected              refused ─► ask why, look again, propose anew ─► agreed
//   enquiry:    greet ─► probe ─► answer ─► close
//
//   round:      a second matter, heard or begun by hand, starts anew; the first stays as it was
import type { LedgerEvent } from './event';
import { heaviestFirst } from './feeling';
import { hasBegun, hearAgent, hearCustomer, openRound, setByHand, viewRound } from './guide-round';
import type { OpenRound, Said } from './guide-round';
import type { Feeling, Guide, Round } from './guide-state';
import type { Meaning } from './pack';

export type { Guide } from './guide-state';

/**
 * The state after a conversation's events, given in any order: the same events make the same guide. Of a list that
 * grows, what was folded before is not read again. Give it one conversation's events at a time; another list, or an event that came late, is folded from the start.
 */
export function createGuideFold(): (events: readonly LedgerEvent[]) => Guide {
  let before: readonly LedgerEvent[] = [];
  let fold = foldAll(before);
  let view = viewFold(fold);
  return (events) => {
    if (events === before) return view;
    const more = isContinued(before, events) ? events.slice(before.length) : undefined;
    if (more && canFollow(fold, more)) for (const event of more) take(fold, event);
    else fold = foldAll(events);
    before = events;
    view = viewFold(fold);
    return view;
  };
}

type Fold = {
  rounds: Round[];
  round: OpenRound;
  emotion: Feeling | undefined;
  hold: Guide['hold'];
  used: Set<string>;
  lastAt: number;
  /** What was taken back: rounds that were joined to the one before, messages that brought nothing new. */
  joined: ReadonlySet<string>;
  stale: ReadonlySet<string>;
};

function foldAll(events: readonly LedgerEvent[]): Fold {
  const ordered = events.toSorted((a, b) => a.at - b.at);
  const fold: Fold = {
    rounds: [],
    round: openRound('', undefined),
    emotion: undefined,
    hold: undefined,
    used: new Set(),
    lastAt: -Infinity,
    joined: joinedIn(ordered),
    stale: staleIn(ordered),
  };
  for (const event of ordered) take(fold, event);
  return fold;
}

// Events are never changed: a list that has the last one at the same place has all those before it.
function isContinued(before: readonly LedgerEvent[], events: readonly LedgerEvent[]): boolean {
  return events.length >= before.length && events[before.length - 1] === before.at(-1);
}

const takingBack = new Set<LedgerEvent['kind']>([
  'newsDismissed',
  'newsRestored',
  'roundJoined',
  'roundSplit',
] as const);

function canFollow({ lastAt }: Fold, more: readonly LedgerEvent[]): boolean {
  let at = lastAt;
  for (const event of more) {
    if (event.at < at || takingBack.has(event.kind)) return false;
    at = event.at;
  }
  return true;
}

function viewFold({ rounds, round, emotion, hold, used }: Fold): Guide {
  return { ...viewRound(round), earlier: [...rounds], emotion, hold, used: new Set(used) };
}

function take(fold: Fold, event: LedgerEvent): void {
  fold.lastAt = event.at;
  const { round } = fold;
  switch (event.kind) {
    case 'said':
      return hear(fold, event);
    case 'ticked':
    case 'unticked':
      return setByHand(round, event.subStep, event.kind === 'ticked');
    case 'released':
      return setByHand(round, event.subStep, undefined);
    case 'skipped':
      round.skipped.add(event.step);
      return;
    case 'unskipped':
      round.skipped.delete(event.step);
      return;
    case 'pathChosen':
      round.path = event.path;
      return;
    case 'pathReleased':
      round.path = undefined;
      return;
    case 'roundStarted':
      return startRound(fold, event.round, undefined);
    case 'inserted':
      fold.used.delete(event.phrase);
      fold.used.add(event.phrase);
      return;
    default: // Holds, hints and threats are others' to read.
  }
}

function hear(fold: Fold, said: Said): void {
  if (said.side !== 'agent' && said.side !== 'customer') return;
  fold.hold = holdAfter(fold.hold, said);
  if (said.side === 'agent') return hearAgent(fold.round, said);
  const feeling = feelingIn(said);
  fold.emotion = feeling ?? fold.emotion;
  const next = said.found.find(({ means }) => means === 'another');
  if (next && hasBegun(fold.round)) startRound(fold, said.messageKey, next.words);
  const isStale = fold.stale.has(said.messageKey);
  const found = isStale
    ? said.found.filter(({ means }) => means !== 'adds' && means !== 'refuses')
    : said.found;
  hearCustomer(fold.round, { ...said, found }, feeling);
}

/** A consent is good for the hold that was asked for, until the agent is back. */
function holdAfter(before: Guide['hold'], { side, found }: Said): Guide['hold'] {
  const has = (means: Meaning) => found.some((each) => each.means === means);
  if (side === 'customer') {
    if (before === undefined || has('refuses')) return undefined;
    return has('agrees') ? 'given' : before;
  }
  if (has('hold.return')) return undefined;
  if (before === 'given') return before;
  return has('hold.ask') ? 'asked' : undefined;
}

function startRound(fold: Fold, id: string, words: string | undefined): void {
  if (fold.joined.has(id)) return;
  fold.rounds.push(viewRound(fold.round));
  fold.round = openRound(id, words);
}

// A message heard by an earlier version may show several feelings; the one that asks most of the agent counts.
function feelingIn({ found }: Said): Feeling | undefined {
  const is = heaviestFirst.find((emotion) => found.some(({ means }) => means === emotion));
  const words = found.find(({ means }) => means === is)?.words;
  return is && words !== undefined ? { is, words } : undefined;
}

function joinedIn(ordered: readonly LedgerEvent[]): ReadonlySet<string> {
  const joined = new Set<string>();
  for (const event of ordered) {
    if (event.kind === 'roundJoined') joined.add(event.round);
    if (event.kind === 'roundSplit') joined.delete(event.round);
  }
  return joined;
}

function staleIn(ordered: readonly LedgerEvent[]): ReadonlySet<string> {
  const stale = new Set<string>();
  for (const event of ordered) {
    if (event.kind === 'newsDismissed') stale.add(event.messageKey);
    if (event.kind === 'newsRestored') stale.delete(event.messageKey);
  }
  return stale;
}
