// What holds and promises should do, told as simply as possible: lists of moments to speak of, crossed out.
import type { Consent } from '../../lib/domain/hold';
import type { Ending } from '../../lib/domain/promise';

export const pulse = 30_000;
export const warn = 300_000;

type OracleHold = {
  state: 'asked' | 'agreed' | 'running' | 'over';
  /** When to speak of the next check-in; undefined once that was done. */
  call: number | undefined;
  /** The moment last put down, spoken of or not. */
  next: number;
  checkIns: number;
};
type OraclePromise = {
  due: number;
  /** The moments still to be spoken of. */
  calls: number[];
  renewals: number;
  end: Ending | undefined;
};

export type Oracle = ReturnType<typeof createOracle>;

export function createOracle() {
  const holds: OracleHold[] = [];
  const promises: OraclePromise[] = [];
  const oracle = {
    holds,
    promises,
    announced: 0,
    ask: () => holds.push({ state: 'asked', call: undefined, next: 0, checkIns: 0 }),
    answer(hold: OracleHold, answer: Consent) {
      if (hold.state === 'asked') hold.state = answer === 'yes' ? 'agreed' : 'over';
    },
    begin(hold: OracleHold, now: number) {
      if (hold.state !== 'agreed') return;
      hold.state = 'running';
      hold.next = hold.call = now + pulse;
    },
    checkIn(hold: OracleHold, now: number) {
      if (hold.state !== 'running') return;
      hold.checkIns++;
      hold.next = hold.call = now + pulse;
    },
    putOff(hold: OracleHold, now: number) {
      if (hold.state === 'running') hold.next = hold.call = now + pulse;
    },
    end(hold: OracleHold) {
      hold.state = 'over';
      hold.call = undefined;
    },
    make(now: number, due: number) {
      promises.push({ due, calls: callsFor(now, due), renewals: 0, end: undefined });
    },
    renew(promise: OraclePromise, now: number, due: number) {
      if (promise.end || now > promise.due || due <= now) return;
      promise.due = due;
      promise.calls = callsFor(now, due);
      promise.renewals++;
    },
    endPromise(promise: OraclePromise, how: Ending) {
      if (promise.end) return;
      promise.end = how;
    },
    /** As if it had never been ended. */
    reopen(promise: OraclePromise) {
      promise.end = undefined;
    },
    putOffPromise(promise: OraclePromise, now: number, ms: number) {
      if (promise.end) return;
      const { due } = promise;
      promise.calls = now < due ? [Math.min(due, now + ms), due] : [now + ms];
    },
    /** Everything whose moment has come is spoken of once. */
    look(now: number) {
      for (const hold of holds) {
        if (hold.state !== 'running') continue;
        // The clock was set back: nobody waits longer than a pulse.
        if (hold.next > now + pulse) hold.next = hold.call = now + pulse;
        if (hold.call === undefined || hold.call > now) continue;
        hold.call = undefined;
        oracle.announced++;
      }
      for (const promise of promises) {
        if (promise.end || !promise.calls.some((call) => call <= now)) continue;
        promise.calls = promise.calls.filter((call) => call > now);
        oracle.announced++;
      }
    },
  };
  return oracle;
}

function callsFor(now: number, due: number): number[] {
  return due - warn > now ? [due - warn, due] : [due];
}
