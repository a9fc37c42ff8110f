import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Complaint, ComplaintFields } from '../../lib/domain/complaint';
import { complaintSchema } from '../../lib/domain/complaint';
import { differ, lastStanding, withValues } from '../../lib/domain/complaint-change';
import type { Change } from '../../lib/domain/complaint-change';
import * as choices from '../../lib/domain/complaint-choices';
import type { State } from '../../lib/domain/complaint-choices';
import { newComplaint } from '../../lib/domain/complaint-formats';
import {
  edit,
  mayReopen,
  missingFor,
  moveTo,
  nextState,
  pathOf,
  reopen,
} from '../../lib/domain/complaint-life';

const fresh = newComplaint(
  { who: 'Dana', what: 'The parcel never came.' },
  { channel: 'help.example', receivedAt: 1 },
  { id: 'x', number: 1, at: 2 },
);
const bothFixes = {
  immediate: 'A courier brings it.',
  immediateOwner: 'Noor',
  immediateAt: 50,
  permanent: 'The depot calls first.',
  permanentOwner: 'Lin',
  permanentAt: 90,
} as const;
const full: Partial<ComplaintFields> = {
  decision: 'founded',
  department: 'Dispatch',
  cause: 'The van was full.',
  approval: 'given',
  approver: 'Lin',
  outcome: 'solved',
  acceptance: 'accepted',
  ...bothFixes,
};
const at = (state: State, more: Partial<ComplaintFields> = {}): Complaint => {
  const moved = moveTo({ ...fresh, ...full, ...more }, state, 100);
  if (!moved.ok) throw new Error(`It lacks ${moved.missing.join(', ')}.`);
  return moved.complaint;
};

describe('going on', () => {
  test('a founded complaint goes through all stages, one after the other', () => {
    const seen: State[] = [];
    for (let now = 10, here: Complaint = { ...fresh, ...full }; ; now++) {
      seen.push(here.state);
      const next = nextState(here);
      if (!next) break;
      here = at(next);
    }
    expect(seen).toEqual(choices.states);
  });

  test.each<[State, Partial<ComplaintFields>, readonly string[]]>([
    ['judged', { decision: undefined }, ['decision']],
    ['judged', { decision: 'unfounded' }, ['decisionReason']],
    ['assigned', { department: undefined }, ['person']],
    ['analysed', { cause: undefined }, ['cause']],
    ['proposed', { immediate: undefined }, ['immediate']],
    ['approved', { approval: 'asked' }, ['approval']],
    ['approved', { approver: '' }, ['approver']],
    ['carriedOut', { outcome: undefined }, ['outcome']],
    ['followedUp', { acceptance: undefined }, ['acceptance']],
    ['followedUp', { acceptance: 'declined' }, ['acceptance']],
  ])('%s wants what it needs', (state, change, missing) => {
    const moved = moveTo({ ...fresh, ...full, ...change }, state, 9);
    expect(moved).toEqual({ ok: false, missing, invalid: [] });
  });

  test.each<[string, Partial<ComplaintFields>]>([
    ['a person is as good as a department', { department: undefined, person: 'Noor' }],
    ['nobody needs to approve', { approval: 'notNeeded', approver: undefined }],
    ['the customer was asked and did not answer', { acceptance: 'noAnswer' }],
  ])('%s', (_, change) => {
    expect(at('followedUp', change).state).toBe('followedUp');
  });

  test('never goes back by it, and stays where it is', () => {
    const closed = at('followedUp');
    for (const state of ['judged', 'followedUp'] as const) {
      const moved = moveTo(closed, state, 200);
      expect(moved.ok && moved.complaint).toBe(closed);
    }
  });

  test('times of approval, solution and end are noted when it gets there', () => {
    const approved = at('approved');
    expect(approved).toMatchObject({ approvedAt: 100 });
    const resolved = moveTo(approved, 'carriedOut', 200);
    const closed = resolved.ok && moveTo(resolved.complaint, 'reviewed', 300);
    expect(closed).toMatchObject({
      complaint: { approvedAt: 100, resolvedAt: 200, closedAt: 300 },
    });
  });
});

test('the time of approval is that of a yes: not noted before, nor where none was needed', () => {
  expect(at('proposed')).not.toHaveProperty('approvedAt');
  expect(at('approved', { approval: 'notNeeded' })).not.toHaveProperty('approvedAt');
});

test('what happened is wanted from the first stage on', () => {
  expect(missingFor({ ...fresh, what: ' ' }, 'recorded')).toEqual(['what']);
});

describe('the two solutions', () => {
  test.each<[string, Partial<ComplaintFields>, readonly string[]]>([
    ['both with owner and date', {}, []],
    ['the immediate one has no owner', { immediateOwner: '' }, ['immediateOwner']],
    ['the permanent one has no date', { permanentAt: undefined }, ['permanentAt']],
    [
      'there is no permanent one',
      { permanent: undefined, permanentOwner: undefined, permanentAt: undefined },
      ['permanent', 'permanentOwner', 'permanentAt'],
    ],
    [
      'there is none, and a reason why',
      { permanent: undefined, permanentOwner: undefined, permanentNone: 'A storm.' },
      [],
    ],
    [
      'nothing was done at once, and a reason why',
      {
        immediate: undefined,
        immediateOwner: undefined,
        immediateAt: undefined,
        immediateNone: 'It came by itself.',
      },
      [],
    ],
    ['a reason of blanks is none', { permanent: undefined, permanentNone: ' ' }, ['permanent']],
  ])('%s', (_, change, missing) => {
    expect(missingFor({ ...fresh, ...full, ...change }, 'carriedOut')).toEqual(missing);
  });

  test('of what is unfounded none is wanted: the reason is', () => {
    const { immediate: _, permanent: __, cause: ___, department: ____, ...rest } = full;
    const judged = { ...rest, decision: 'unfounded', decisionReason: 'It was delivered.' } as const;
    expect(missingFor({ ...fresh, ...judged }, 'reviewed')).toEqual([]);
    expect(pathOf(judged)).not.toContain('approved');
  });
});

describe('re-opening', () => {
  test('goes back to the analysis; what was said to the old solution counts no more', () => {
    const again = reopen(at('reviewed'), 400);
    expect(again).toMatchObject({ state: 'analysed', reopened: 1, immediate: bothFixes.immediate });
    for (const field of ['acceptance', 'approval', 'approver', 'outcome', 'closedAt', 'resolvedAt'])
      expect(again).not.toHaveProperty(field);
  });

  test('of what was found unfounded goes back to the judgement', () => {
    const closed = at('reviewed', { decision: 'unfounded', decisionReason: 'It was delivered.' });
    expect(reopen(closed, 400).state).toBe('judged');
  });

  test('is not counted before the customer was told that it is solved', () => {
    expect(reopen(at('approved'), 400)).toMatchObject({ state: 'analysed', reopened: 0 });
  });

  test('before there is a proposal there is nothing to go back on', () => {
    const assigned = at('assigned');
    expect(mayReopen(assigned)).toBe(false);
    expect(mayReopen(at('proposed'))).toBe(true);
    expect(reopen(assigned, 400)).toBe(assigned);
  });
});

describe('editing', () => {
  test('takes what is emptied out, and blanks around words away', () => {
    const edited = edit(at('judged'), { department: ' ', cause: ' a ', feeling: '' });
    expect(edited).toMatchObject({ ok: true, complaint: { cause: 'a', feeling: '' } });
    expect(edited.ok && 'department' in edited.complaint).toBe(false);
  });

  test('a complaint that came from no page can be edited as any other', () => {
    const edited = edit({ ...fresh, channel: '' }, { cause: 'a' });
    expect(edited).toMatchObject({ ok: true, complaint: { channel: '', cause: 'a' } });
  });

  test.each<[string, State, Partial<ComplaintFields>, object]>([
    ['what happened must stay', 'recorded', { what: ' ' }, { missing: ['what'] }],
    ['what the stage wants must stay', 'assigned', { department: '' }, { missing: ['person'] }],
    [
      'what is resolved keeps its solutions',
      'carriedOut',
      { permanentOwner: undefined },
      { missing: ['permanentOwner'] },
    ],
    ['a text may be too long', 'recorded', { cause: 'x'.repeat(4001) }, { invalid: ['cause'] }],
    ['five is the most', 'recorded', { satisfaction: 6 }, { invalid: ['satisfaction'] }],
  ])('%s', (_, state, change, refusal) => {
    expect(edit(at(state), change)).toEqual({ ok: false, missing: [], invalid: [], ...refusal });
  });
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const text = maybe(fc.constantFrom('', ' ', 'words', '话'));
const moment = maybe(fc.nat(1000));
const fields = fc.record(
  {
    what: fc.constantFrom('x', ' '),
    decision: maybe(fc.constantFrom(...choices.decisions)),
    approval: maybe(fc.constantFrom(...choices.approvals)),
    outcome: maybe(fc.constantFrom(...choices.outcomes)),
    acceptance: maybe(fc.constantFrom(...choices.acceptances)),
    immediateAt: moment,
    permanentAt: moment,
    ...Object.fromEntries(
      'decisionReason department person cause approver immediate immediateOwner immediateNone permanent permanentOwner permanentNone'
        .split(' ')
        .map((field) => [field, text]),
    ),
    tags: fc.array(fc.constantFrom('typical', 'depot'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const act = fc.oneof(
  { weight: 4, arbitrary: fields.map((change) => ({ do: 'edit' as const, change })) },
  { weight: 2, arbitrary: fc.constant({ do: 'fill' as const }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...choices.states).map((to) => ({ do: 'move' as const, to })),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
);

/** The rules once more, as a reader of the doctrine would check a record. */
function faultsOf(complaint: Complaint): string[] {
  const place = choices.states.indexOf(complaint.state);
  const isFilled = (...values: (string | number | undefined)[]) =>
    values.every((value) => value !== undefined && String(value).trim() !== '');
  const is = (state: State) => place >= choices.states.indexOf(state);
  const { decision } = complaint;
  const founded = decision !== 'unfounded';
  const fix = (which: 'immediate' | 'permanent') =>
    isFilled(complaint[`${which}None`]) ||
    isFilled(complaint[which], complaint[`${which}Owner`], complaint[`${which}At`]);
  const rules: [string, boolean][] = [
    ['schema', complaintSchema.safeParse(complaint).success],
    ['judged', !is('judged') || isFilled(decision)],
    ['tactful', decision !== 'unfounded' || !is('judged') || isFilled(complaint.decisionReason)],
    ['resolved', !is('carriedOut') || !founded || (fix('immediate') && fix('permanent'))],
    ['resolvedAt', is('carriedOut') === isFilled(complaint.resolvedAt)],
    ['closed', !is('followedUp') || /accepted|noAnswer/.test(complaint.acceptance ?? '')],
    ['closedAt', is('followedUp') === isFilled(complaint.closedAt)],
  ];
  return rules.flatMap(([name, holds]) => (holds ? [] : [name]));
}

test('whatever is done in whatever order: each stage holds what it wants, and all can be taken back', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let here = fresh;
      let now = 10;
      const history: Change[] = [];
      const note = (next: Complaint, kind: Change['kind'], of?: number) => {
        const values = differ(here, next);
        if (!values) return;
        const base = { complaint: 'x', n: history.length, at: now, by: '', kind, ...values };
        history.push(of === undefined ? base : { ...base, of });
        here = next;
      };
      const undo = () => {
        const last = lastStanding(history);
        const before = last && withValues(here, last.before);
        if (before) note(before, 'undone', last.n);
        return last !== undefined;
      };
      for (const each of acts) {
        now += 1;
        if (each.do === 'undo') undo();
        if (each.do === 'reopen') note(reopen(here, now), 'reopened');
        if (each.do === 'edit' || each.do === 'fill') {
          const edited = edit(here, each.do === 'fill' ? full : each.change);
          if (edited.ok) note(edited.complaint, 'edited');
          else expect([...edited.missing, ...edited.invalid]).not.toEqual([]);
        }
        if (each.do === 'move') {
          const moved = moveTo(here, each.to, now);
          if (moved.ok) note(moved.complaint, 'moved');
          else expect(moved.missing).not.toEqual([]);
        }
        expect(faultsOf(here)).toEqual([]);
      }
      while (undo()) expect(faultsOf(here)).toEqual([]);
      expect(here).toEqual(fresh);
    }),
  );
});
