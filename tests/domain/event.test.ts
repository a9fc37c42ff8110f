import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../lib/domain/event';
import type { LedgerEvent } from '../../lib/domain/event';

const plan = {
  conclusion: 'We will send it again',
  basis: '',
  options: [{ what: 'send it by express', reason: 'it is quickest', by: 'noon tomorrow' }],
  immediate: 'send it again',
  permanent: 'check the address',
};
const one: { [Kind in LedgerEvent['kind']]: Extract<LedgerEvent, { kind: Kind }> } = {
  said: {
    kind: 'said',
    at: 1,
    messageKey: 'm1',
    side: 'agent',
    found: [{ means: 'apologise.regret', words: 'sorry' }],
  },
  ticked: { kind: 'ticked', at: 1, subStep: 'probe.open' },
  unticked: { kind: 'unticked', at: 1, subStep: 'probe.open' },
  released: { kind: 'released', at: 1, subStep: 'probe.open' },
  pathChosen: { kind: 'pathChosen', at: 1, path: 'enquiry' },
  pathReleased: { kind: 'pathReleased', at: 1 },
  newsDismissed: { kind: 'newsDismissed', at: 1, messageKey: 'm1' },
  newsRestored: { kind: 'newsRestored', at: 1, messageKey: 'm1' },
  roundStarted: { kind: 'roundStarted', at: 1, round: 'r1' },
  roundJoined: { kind: 'roundJoined', at: 1, round: 'm1' },
  roundSplit: { kind: 'roundSplit', at: 1, round: 'm1' },
  skipped: { kind: 'skipped', at: 1, step: 'probe' },
  unskipped: { kind: 'unskipped', at: 1, step: 'probe' },
  inserted: { kind: 'inserted', at: 1, phrase: 'greet.offer' },
  phraseSent: {
    kind: 'phraseSent',
    at: 1,
    phrase: 'greet.offer',
    messageKey: 'm2',
    how: 'edited',
  },
  holdAsked: { kind: 'holdAsked', at: 1, hold: 'h1', reason: 'the depot', announcedMs: 120_000 },
  holdAnswered: { kind: 'holdAnswered', at: 1, hold: 'h1', answer: 'call-back' },
  holdStarted: { kind: 'holdStarted', at: 1, hold: 'h1' },
  holdCheckedIn: { kind: 'holdCheckedIn', at: 1, hold: 'h1' },
  holdEnded: { kind: 'holdEnded', at: 1, hold: 'h1' },
  promiseMade: {
    kind: 'promiseMade',
    at: 1,
    promise: 'p1',
    of: 'promise',
    owner: 'Noor',
    what: 'news',
    due: 2,
    messageKey: 'm1',
    nth: 0,
  },
  promiseRenewed: { kind: 'promiseRenewed', at: 1, promise: 'p1', due: 3, told: true },
  promiseEnded: { kind: 'promiseEnded', at: 1, promise: 'p1', how: 'broken', done: 'phoned' },
  promiseReopened: { kind: 'promiseReopened', at: 1, promise: 'p1' },
  promiseLeft: { kind: 'promiseLeft', at: 1, messageKey: 'm1', nth: 0 },
  rewriteAccepted: { kind: 'rewriteAccepted', at: 1, rewrite: 'built-in.en:must' },
  rewriteUndone: { kind: 'rewriteUndone', at: 1, rewrite: 'built-in.en:must' },
  rewriteDismissed: {
    kind: 'rewriteDismissed',
    at: 1,
    rewrite: 'built-in.en:must',
    rule: 'W3',
  },
  rewriteRestored: { kind: 'rewriteRestored', at: 1, rewrite: 'built-in.en:must' },
  threatRead: { kind: 'threatRead', at: 1, threat: 'threat.violence', messages: ['m1'] },
  threatUnread: { kind: 'threatUnread', at: 1, threat: 'threat.violence', messages: ['m1'] },
  threatDismissed: { kind: 'threatDismissed', at: 1, threat: 'threat.legal', messages: ['m1'] },
  threatRestored: { kind: 'threatRestored', at: 1, threat: 'threat.legal', messages: ['m1'] },
  debriefed: { kind: 'debriefed', at: 1 },
  debriefReopened: { kind: 'debriefReopened', at: 1 },
  noted: { kind: 'noted', at: 1, note: { id: 'm1.0', is: 'fact', text: 'It never came.' } },
  noteDropped: { kind: 'noteDropped', at: 1, note: 'm1.0' },
  planned: { kind: 'planned', at: 1, plan },
  proposed: { kind: 'proposed', at: 1, plan },
  refusalDrafted: {
    kind: 'refusalDrafted',
    at: 1,
    work: { layer: 'offer', picks: { affirm: 'a1' }, own: { offer: 'By 6 pm.' }, words: {} },
  },
  handOverDrafted: {
    kind: 'handOverDrafted',
    at: 1,
    work: { to: 'Ana', purpose: 'A refund', next: '', masked: true, own: 'Dear Ana' },
  },
  handedOver: { kind: 'handedOver', at: 1, to: 'Ana' },
  handOverTakenBack: { kind: 'handOverTakenBack', at: 1 },
  logged: { kind: 'logged', at: 1, complaint: 'x' },
  unlogged: { kind: 'unlogged', at: 1, complaint: 'x' },
  ticketCommented: { kind: 'ticketCommented', at: 1, complaint: 'x', ticket: '7' },
  ticketed: { kind: 'ticketed', at: 1, complaint: 'x', ticket: '7' },
};

describe('an event of the ledger', () => {
  test.each(Object.values(one))('$kind is read as it was written', (event) => {
    expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  test('carries nothing of the message but what was found', () => {
    expect(eventSchema.parse({ ...one.said, text: 'all that was said' })).toEqual(one.said);
  });

  test.each([
    ['of a kind that does not exist', { ...one.logged, kind: 'guessed' }],
    ['without a time', { kind: 'ticked', subStep: 'probe.open' }],
    ['with a time in words', { ...one.ticked, at: 'noon' }],
    ['for a sub-step that does not exist', { ...one.ticked, subStep: 'probe.close' }],
    ['for a sub-step where a step is meant', { ...one.skipped, step: 'probe.open' }],
    ['from a side that does not exist', { ...one.said, side: 'manager' }],
    ['with a meaning that does not exist', { ...one.said, found: [{ means: 'x', words: 'x' }] }],
    ['without the words that caused it', { ...one.said, found: [{ means: 'angry' }] }],
    ['that is none', null],
  ])('one %s is refused', (_, event) => {
    expect(eventSchema.safeParse(event).success).toBe(false);
  });
});
