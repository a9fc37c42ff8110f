// One complaint or question of a conversation while it is being folded: what its events made of it (doctrine 1).
import type { Found, LedgerEvent } from './event';
import { heaviestFirst } from './feeling';
import { mapSteps, mapSubSteps, subStepsNow } from './guide-state';
import type { Feeling, News, Round, SubStepState } from './guide-state';
import type { Meaning } from './pack';
import { afterRefusal, optionalSubSteps, stepOf, stepsOfPath, subStepIds } from './step';
import type { Path, StepId, SubStepId } from './step';

export type Said = Extract<LedgerEvent, { kind: 'said' }>;

/** Changed by each event; `viewRound` gives what is to be seen of it. */
export type OpenRound = {
  id: string;
  words: string | undefined;
  byMessage: Map<SubStepId, string>;
  /** What the hand set, each over the one before, so that taking the last one back is exact. */
  byHand: Map<SubStepId, readonly boolean[]>;
  skipped: Set<StepId>;
  path: Path | undefined;
  /** The customer's first words that complain, and that ask. */
  complaint: string | undefined;
  question: string | undefined;
  /** What a yes would be a yes to: the last thing that the agent said back or proposed. */
  offered: SubStepId | undefined;
  /** The agent asked for facts last: what comes now is the answer. */
  probing: boolean;
  /** The agent asked something else last: a yes or no is meant for that, not for what was offered. */
  aside: boolean;
  refused: string | undefined;
  news: News | undefined;
  heaviest: Feeling | undefined;
  categories: Map<string, number>;
};

export function openRound(id: string, words: string | undefined): OpenRound {
  return {
    id,
    words,
    byMessage: new Map(),
    byHand: new Map(),
    skipped: new Set(),
    path: undefined,
    complaint: undefined,
    question: undefined,
    offered: undefined,
    probing: false,
    aside: false,
    refused: undefined,
    news: undefined,
    heaviest: undefined,
    categories: new Map(),
  };
}

/** `undefined` takes the hand's last word back; the same word twice is one. */
export function setByHand({ byHand }: OpenRound, id: SubStepId, done: boolean | undefined): void {
  const hands = byHand.get(id) ?? [];
  if (hands.at(-1) === done) return;
  const next = done === undefined ? hands.slice(0, -1) : [...hands, done];
  if (next.length > 0) byHand.set(id, next);
  else byHand.delete(id);
}

export function hearAgent(round: OpenRound, { found }: Said): void {
  const tick = (id: SubStepId, words: string) => {
    if (!round.byMessage.has(id)) round.byMessage.set(id, words);
  };
  for (const { means, words } of found) {
    if (isRegret(found, { means, words })) continue;
    const own = subStepOf.get(means);
    if (own) tick(own, words);
    if (answering.has(means) && pathOf(round) === 'enquiry') tick('answer.give', words);
    const again = round.refused === undefined ? undefined : afterNo.get(means);
    if (again) tick(again, words);
  }
  const means = new Set(found.filter((each) => !isRegret(found, each)).map((each) => each.means));
  const offer = offers.find(([offering]) => means.has(offering))?.[1];
  round.offered = offer ?? round.offered;
  round.probing = means.has('probe.open') || means.has('probe.check');
  round.aside = !offer && (round.probing || means.has('close.else') || means.has('hold.ask'));
}

/** Who is sorry that the parcel did not come names what happened, and says nothing back: nobody is asked for a yes. */
export function isRegret(found: readonly Found[], { means, words }: Found): boolean {
  if (means !== 'restate.say-back') return false;
  return found.some((each) => each.means === 'apologise.regret' && words.includes(each.words));
}

/** What a yes is a yes to; who says back and proposes at once asks about the proposal. */
const offers: readonly (readonly [Meaning, SubStepId])[] = [
  ['propose.option', 'propose.agreed'],
  ['restate.say-back', 'restate.confirm'],
];

const subStepOf = new Map<Meaning, SubStepId>(subStepIds.map((id) => [id, id]));
/** Who proposes or promises something to a question has answered it. */
const answering: ReadonlySet<Meaning> = new Set(['propose.option', 'propose.when', 'promise']);
/** What answers a no: ask why, look again, propose anew. */
const afterNo = new Map<Meaning, SubStepId>([
  ['probe.open', 'propose.ask-why'],
  ['probe.check', 'propose.ask-why'],
  ['hold.ask', 'propose.look-again'],
  ['hold.check-in', 'propose.look-again'],
  ['promise', 'propose.look-again'],
  ['propose.option', 'propose.anew'],
]);

export function hearCustomer(round: OpenRound, said: Said, feeling: Feeling | undefined): void {
  const wordsOf = (...means: Meaning[]) =>
    said.found.find((each) => means.includes(each.means))?.words;
  round.complaint ??= wordsOf(...complaining);
  round.question ??= wordsOf('asks');
  round.heaviest = heavierOf(round.heaviest, feeling);
  for (const { category } of said.found) if (category !== undefined) nameAgain(round, category);
  // "That is not right" holds the words of a yes too: a refusal in the same message wins.
  const no = round.aside ? undefined : wordsOf('refuses');
  const yes = round.aside || no !== undefined ? undefined : wordsOf('agrees');
  if (no !== undefined && round.offered === 'propose.agreed') refuse(round, no);
  if (no !== undefined && round.offered === 'restate.confirm')
    learn(round, { is: 'corrected', words: no, messageKey: said.messageKey });
  if (yes !== undefined && round.offered && !round.byMessage.has(round.offered))
    round.byMessage.set(round.offered, yes);
  const more = wordsOf('adds');
  if (more !== undefined && isAfterFacts(round))
    learn(round, { is: 'added', words: more, messageKey: said.messageKey });
}

/** Who is only anxious may just be asking; who threatens is not. */
const complaining: Meaning[] = [
  ...(['complains', 'angry', 'disappointed', 'sad'] as const),
  ...(['threat.self-harm', 'threat.violence', 'threat.legal'] as const),
];

function refuse(round: OpenRound, words: string): void {
  round.refused = words;
  for (const id of ['propose.agreed', ...afterRefusal] as const) round.byMessage.delete(id);
}

/** A back-step: what the messages ticked there is to be done anew. The hand's own ticks stay. */
function learn(round: OpenRound, news: News): void {
  round.news = news;
  for (const id of reopenedBy[news.is]) round.byMessage.delete(id);
}

const reopenedBy: Record<News['is'], readonly SubStepId[]> = {
  added: ['restate.say-back', 'restate.confirm', 'probe.open', 'probe.check'],
  corrected: ['restate.say-back', 'restate.confirm'],
};

/** Facts that answer a question are what was asked for, not news. */
function isAfterFacts(round: OpenRound): boolean {
  const facts = ['restate.say-back', 'restate.confirm', 'probe.open'] as const;
  return !round.probing && facts.every((id) => stateOf(round, id).done);
}

function nameAgain({ categories }: OpenRound, category: string): void {
  const times = (categories.get(category) ?? 0) + 1;
  categories.delete(category);
  categories.set(category, times);
}

function heavierOf(one: Feeling | undefined, other: Feeling | undefined): Feeling | undefined {
  if (!one || !other) return one ?? other;
  return heaviestFirst.indexOf(other.is) < heaviestFirst.indexOf(one.is) ? other : one;
}

/** Whether something was done in it that belongs to it alone: then another matter is another round. */
export function hasBegun(round: OpenRound): boolean {
  const begun = ['restate.say-back', 'propose.option', 'answer.give'] as const;
  return begun.some((id) => stateOf(round, id).done);
}

export function viewRound(round: OpenRound): Round {
  const subSteps = mapSubSteps((id) => stateOf(round, id));
  const refused =
    round.refused === undefined || subSteps['propose.agreed'].done
      ? undefined
      : { words: round.refused };
  const steps = mapSteps((step) => {
    if (round.skipped.has(step)) return 'skipped';
    const needed = subStepsNow({ refused }, step).filter((id) => !optionalSubSteps.has(id));
    return needed.every((id) => subSteps[id].done) ? 'done' : 'open';
  });
  const path = pathOf(round);
  return {
    id: round.id,
    words: round.words,
    path,
    heardPath: heardPath(round),
    pathBy: pathByOf(round),
    subSteps,
    hands: new Map(round.byHand),
    shown: new Set(round.byMessage.keys()),
    steps,
    current: currentOf(path, steps),
    heaviest: round.heaviest,
    category: mostNamed(round.categories),
    news: round.news && isNewsOpen(round.news, steps) ? round.news : undefined,
    refused,
  };
}

function stateOf({ byHand, byMessage }: OpenRound, id: SubStepId): SubStepState {
  const hand = byHand.get(id)?.at(-1);
  if (hand !== undefined) return hand ? { done: true, by: 'hand' } : { done: false };
  const words = byMessage.get(id);
  return words === undefined ? { done: false } : { done: true, by: 'message', words };
}

function pathOf(round: OpenRound): Path {
  return round.path ?? heardPath(round);
}

function heardPath({ complaint, question }: OpenRound): Path {
  return complaint === undefined && question !== undefined ? 'enquiry' : 'complaint';
}

function pathByOf({ path, complaint, question }: OpenRound): Round['pathBy'] {
  if (path !== undefined) return { by: 'hand' };
  const words = complaint ?? question;
  return words === undefined ? { by: 'default' } : { by: 'message', words };
}

/** A question may be answered without asking back: what lies before a step that is done is not gone back to. */
function currentOf(path: Path, steps: Round['steps']): StepId | undefined {
  const own = stepsOfPath[path];
  const begun = path === 'enquiry' ? own.findLastIndex((step) => steps[step] !== 'open') : -1;
  return own.slice(begun + 1).find((step) => steps[step] === 'open');
}

function isNewsOpen({ is }: News, steps: Round['steps']): boolean {
  return reopenedBy[is].some((id) => steps[stepOf(id)] === 'open');
}

function mostNamed(categories: ReadonlyMap<string, number>): string | undefined {
  const all = [...categories];
  const most = Math.max(0, ...all.map(([, times]) => times));
  return all.findLast(([, times]) => times === most)?.[0];
}
