// Holds and promises against an oracle: whatever agents, clocks, windows and workers do, in whatever order.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueItems, isWaiting } from '../../lib/domain/due';
import * as holding from '../../lib/domain/hold';
import type { Consent, Hold } from '../../lib/domain/hold';
import * as promising from '../../lib/domain/promise';
import type { Ending, Promised } from '../../lib/domain/promise';
import { createOracle, pulse, warn } from '../support/times-oracle';
import type { Oracle } from '../support/times-oracle';

const start = 1_000_000_000;

/** The product's rows as the database would hold them: each act replaces a row by what the rules make of it. */
function createRows() {
  const rows = { now: start, holds: [] as Hold[], promises: [] as Promised[], announced: 0 };
  return {
    ...rows,
    /** As a panel or the worker: settles, speaks of what waits, and notes it. */
    look() {
      this.holds = this.holds.map((hold) => holding.settleHold(hold, this.now));
      for (const item of dueItems(this.holds, this.promises)) {
        if (!isWaiting(item) || item.dueAt > this.now) continue;
        this.announced++;
        this.holds = this.holds.map((hold) =>
          hold.id === item.id ? holding.fireHold(hold, this.now) : hold,
        );
        this.promises = this.promises.map((each) =>
          each.id === item.id ? promising.firePromise(each, this.now) : each,
        );
      }
    },
    /** Killed and started again: nothing but what was stored is left. */
    restart() {
      this.holds = structuredClone(this.holds);
      this.promises = structuredClone(this.promises);
    },
  };
}
type Rows = ReturnType<typeof createRows>;
type Act = {
  name: string;
  oracle: (oracle: Oracle, now: number) => void;
  rows: (rows: Rows) => void;
};

class Step implements fc.Command<Oracle, Rows> {
  constructor(private readonly act: Act) {}
  check = () => true;
  run(oracle: Oracle, rows: Rows): void {
    this.act.oracle(oracle, rows.now);
    this.act.rows(rows);
    expect(pictureOfRows(rows)).toEqual(pictureOfOracle(oracle));
  }
  toString = () => this.act.name;
}

function pictureOfRows({ holds, promises, announced }: Rows) {
  return {
    announced,
    holds: holds.map((hold) => [holding.stateOf(hold), hold.checkIns.length]),
    promises: promises.map((each) => [promising.dueOf(each), each.terms.length - 1, each.end?.how]),
  };
}

function pictureOfOracle({ holds, promises, announced }: Oracle) {
  return {
    announced,
    holds: holds.map(({ state, checkIns }) => [state, checkIns]),
    promises: promises.map(({ due, renewals, end }) => [due, renewals, end]),
  };
}

const plan = { customer: 'Li', reason: 'depot', announcedMs: 60_000, pulseMs: pulse };
const promisePlan = { customer: 'Li', kind: 'promise', owner: '', what: '', warnMs: warn } as const;

/** On one of the rows there are; nothing where there is none. */
function onHold(
  name: string,
  nth: number,
  oracle: (oracle: Oracle, hold: Oracle['holds'][number], now: number) => void,
  next: (hold: Hold, now: number) => Hold,
): Act {
  return {
    name: `${name} ${nth}`,
    oracle: (model, now) => {
      const hold = model.holds[nth % model.holds.length];
      if (hold) oracle(model, hold, now);
    },
    rows: (rows) => {
      const at = nth % rows.holds.length;
      rows.holds = rows.holds.map((hold, index) => (index === at ? next(hold, rows.now) : hold));
    },
  };
}

function onPromise(
  name: string,
  nth: number,
  oracle: (oracle: Oracle, promise: Oracle['promises'][number], now: number) => void,
  next: (promised: Promised, now: number) => Promised,
): Act {
  return {
    name: `${name} ${nth}`,
    oracle: (model, now) => {
      const promise = model.promises[nth % model.promises.length];
      if (promise) oracle(model, promise, now);
    },
    rows: (rows) => {
      const at = nth % rows.promises.length;
      rows.promises = rows.promises.map((each, index) =>
        index === at ? next(each, rows.now) : each,
      );
    },
  };
}

const nth = fc.nat(3);
// Round lengths meet each other and the pulse: what falls together is where faults hide.
const length = fc.oneof(
  fc.constantFrom(1, pulse - 1, pulse, pulse + 1, warn - 1, warn, warn + 1, 600_000),
  fc.integer({ min: 1, max: 3_600_000 }),
);
const time = (by: number): Act => ({
  name: `clock ${by}`,
  oracle: () => {},
  rows: (rows) => {
    rows.now += by;
  },
});

const acts: fc.Arbitrary<Act>[] = [
  fc.constant({
    name: 'ask',
    oracle: (oracle) => oracle.ask(),
    rows: (rows) => {
      const id = `h${rows.holds.length}`;
      rows.holds = [...rows.holds, holding.askHold(id, { ...plan, conversationId: id }, rows.now)];
    },
  }),
  fc
    .tuple(nth, fc.constantFrom<Consent>('yes', 'yes', 'yes', 'no', 'call-back'))
    .map(([at, answer]) =>
      onHold(
        `answer ${answer}`,
        at,
        (oracle, hold) => oracle.answer(hold, answer),
        (hold, now) => holding.answerHold(hold, answer, now),
      ),
    ),
  nth.map((at) =>
    onHold(
      'begin',
      at,
      (oracle, hold, now) => oracle.begin(hold, now),
      (hold, now) => holding.beginHold(hold, '', now),
    ),
  ),
  nth.map((at) =>
    onHold('check in', at, (oracle, hold, now) => oracle.checkIn(hold, now), holding.checkIn),
  ),
  nth.map((at) =>
    onHold('put off', at, (oracle, hold, now) => oracle.putOff(hold, now), holding.snoozeHold),
  ),
  nth.map((at) => onHold('end', at, (oracle, hold) => oracle.end(hold), holding.endHold)),
  length.map((ms) => ({
    name: `promise ${ms}`,
    oracle: (oracle, now) => oracle.make(now, now + ms),
    rows: (rows) => {
      const id = `p${rows.promises.length}`;
      const whole = { ...promisePlan, conversationId: id, due: rows.now + ms };
      rows.promises = [...rows.promises, promising.makePromise(id, whole, rows.now)];
    },
  })),
  fc.tuple(nth, length).map(([at, ms]) =>
    onPromise(
      `renew ${ms}`,
      at,
      (oracle, promise, now) => oracle.renew(promise, now, now + ms),
      (promised, now) => promising.renewPromise(promised, now + ms, true, now),
    ),
  ),
  fc.tuple(nth, fc.constantFrom<Ending>('kept', 'broken', 'dropped')).map(([at, how]) =>
    onPromise(
      how,
      at,
      (oracle, promise) => oracle.endPromise(promise, how),
      (promised, now) => promising.endPromise(promised, how, '', now),
    ),
  ),
  nth.map((at) =>
    onPromise('reopen', at, (oracle, promise) => oracle.reopen(promise), promising.reopenPromise),
  ),
  fc.tuple(nth, length).map(([at, ms]) =>
    onPromise(
      `later ${ms}`,
      at,
      (oracle, promise, now) => oracle.putOffPromise(promise, now, ms),
      (promised, now) => promising.snoozePromise(promised, ms, now),
    ),
  ),
  // Two panels and a worker look one after the other; only the first has something to say.
  fc.constant({
    name: 'look',
    oracle: (oracle, now) => oracle.look(now),
    rows: (rows) => {
      rows.look();
      rows.look();
    },
  }),
  fc.constant({ name: 'killed', oracle: () => {}, rows: (rows) => rows.restart() }),
  length.map(time),
  fc.integer({ min: -7_200_000, max: 7_200_000 }).map(time),
];

test('ten thousand stories end as the oracle says, with every moment spoken of once', () => {
  const commands = fc.commands(
    acts.map((each) => each.map((act) => new Step(act))),
    { size: '+1' },
  );
  let [stories, looks] = [0, 0];
  fc.assert(
    fc.property(commands, (story) => {
      const rows = createRows();
      const setup = () => ({ model: createOracle(), real: rows });
      fc.modelRun(setup, story);
      stories++;
      looks += rows.announced;
    }),
    { numRuns: 10_000 },
  );
  // The stories speak of something at all.
  expect(looks).toBeGreaterThan(stories / 10);
});
