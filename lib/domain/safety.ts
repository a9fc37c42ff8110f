// Threats heard in a conversation, what was made of them, and whether the agent is to be looked after (X1, X2).
//
//   heard ──► open ──"I have read it"──► read      a later message opens it again; talk of lawyers does not
//               └───"not a threat"─────► gone      the same words later are not heard as one either
import type { LedgerEvent } from './event';
import type { Language, Pack, Procedure, Threat } from './pack';

export type Alarm = {
  threat: Threat;
  /** Those of the customer that caused it, the latest. */
  words: string;
  open: boolean;
  /** Keys of the messages that an answer of the agent speaks of. */
  messages: readonly string[];
};

export type Safety = {
  /** The gravest first, open ones before those that were read. */
  alarms: readonly Alarm[];
  /** X2: the conversation with a threat to life has come to its end, and nobody has talked about it yet. */
  debrief: boolean;
};

type Mark = 'read' | 'dismissed';
type Heard = { words: string; message: string; at: number };

/** The state after a conversation's events. `closing`: the guide has come to its end. Pure. */
export function foldSafety(events: readonly LedgerEvent[], closing: boolean): Safety {
  const alarms = [...grave, 'threat.legal' as const].flatMap(
    (threat) => alarmOf(threat, events) ?? [],
  );
  const toLife = alarms.filter(({ threat }) => grave.includes(threat));
  const talked = events.findLast(({ kind }) => kind === 'debriefed' || kind === 'debriefReopened');
  return {
    alarms: alarms.toSorted((a, b) => Number(b.open) - Number(a.open)),
    debrief:
      toLife.length > 0 &&
      toLife.every(({ open }) => !open) &&
      talked?.kind !== 'debriefed' &&
      (closing || hasClosed(events)),
  };
}

/** An alarm that nobody has answered yet, and that is about more than lawyers. */
export function isLifeInDanger(events: readonly LedgerEvent[]): boolean {
  return grave.some((threat) => alarmOf(threat, events)?.open === true);
}

const grave: readonly Threat[] = ['threat.self-harm', 'threat.violence'];

function alarmOf(threat: Threat, events: readonly LedgerEvent[]): Alarm | undefined {
  const heard = heardIn(threat, events);
  const marks = marksIn(threat, events);
  const harmless = new Set(
    heard
      .filter(({ message }) => marks.get(message) === 'dismissed')
      .map(({ words }) => words.toLowerCase()),
  );
  const meant = heard.filter(({ words }) => !harmless.has(words.toLowerCase()));
  const unread = meant.filter(({ message }) => marks.get(message) === undefined);
  // Who speaks of lawyers does so in every message; once read, it is known.
  const known = threat === 'threat.legal' && unread.length < meant.length;
  const open = unread.length > 0 && !known;
  const shown = open ? unread : meant;
  const last = shown.at(-1);
  return last && { threat, words: last.words, open, messages: shown.map(({ message }) => message) };
}

function heardIn(threat: Threat, events: readonly LedgerEvent[]): Heard[] {
  return events
    .flatMap((event) => {
      if (event.kind !== 'said' || event.side !== 'customer') return [];
      const found = event.found.find(({ means }) => means === threat);
      return found ? [{ words: found.words, message: event.messageKey, at: event.at }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
}

function marksIn(threat: Threat, events: readonly LedgerEvent[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const event of events) {
    if (!('threat' in event) || event.threat !== threat) continue;
    for (const message of event.messages) {
      if (event.kind === 'threatRead') marks.set(message, 'read');
      else if (event.kind === 'threatDismissed') marks.set(message, 'dismissed');
      else marks.delete(message);
    }
  }
  return marks;
}

/** The complaint is in the log, or the agent said goodbye behind the last threat to life. */
function hasClosed(events: readonly LedgerEvent[]): boolean {
  const logged = events.findLast(({ kind }) => kind === 'logged' || kind === 'unlogged');
  if (logged?.kind === 'logged') return true;
  const times = grave.flatMap((threat) => heardIn(threat, events));
  const lastAt = Math.max(...times.map(({ at }) => at));
  return events.some(
    (event) =>
      event.kind === 'said' &&
      event.side === 'agent' &&
      event.at >= lastAt &&
      event.found.some(({ means }) => means === 'close.thanks'),
  );
}

const builtIn = /^built-in\./;

/** Two readers: the agent reads the steps in the interface's language, the customer the line in theirs. */
export type Readers = { agent: Language; customer: Language };

/** The procedure for a threat: a team's own if there is one, in the agent's language if it is there in several. */
export function procedureFor(
  packs: readonly Pick<Pack, 'id' | 'language' | 'procedures'>[],
  threat: Threat,
  { agent, customer }: Readers,
): Procedure | undefined {
  const own = packs.flatMap(({ id, language, procedures = [] }) =>
    procedures
      .filter((procedure) => procedure.threat === threat)
      .map((procedure) => ({ procedure, team: !builtIn.test(id), language })),
  );
  const ranked = own.toSorted(
    (a, b) =>
      Number(b.team) - Number(a.team) ||
      Number(b.language === agent) - Number(a.language === agent),
  );
  const [best] = ranked;
  const line = ranked.find(({ language }) => language === customer)?.procedure.say;
  return best && { ...best.procedure, say: line ?? best.procedure.say };
}
