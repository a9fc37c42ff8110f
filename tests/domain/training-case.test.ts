import { describe, expect, test } from 'vitest';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { gapsOf } from '../../lib/domain/standard-gaps';
import { timelineOf } from '../../lib/domain/timeline';
import type { Entry } from '../../lib/domain/timeline';
import { trainingCase } from '../../lib/domain/training-case';
import type { CaseTitles } from '../../lib/domain/training-case';

const complaint = {
  ...newComplaint(
    {
      who: 'Dana Reyes',
      what: 'Dana waited for order AB-1234.\n# Never came; card 4111 1111 1111 1111.',
      feeling: 'angry',
      contact: 'dana@mail.example',
    },
    { channel: 'help.example', receivedAt: 1000 },
    { id: 'x', number: 7, at: 3000 },
  ),
  acknowledgedAt: 2000,
  person: 'Noor Aziz',
  lessons: 'Noor: ask the depot first, then call Ms Reyes.',
};
const change = {
  complaint: 'x',
  n: 0,
  at: 5000,
  by: 'Lin Wei',
  kind: 'edited',
  before: {},
  after: { cause: 'full van' },
} as const;
const promised = {
  kind: 'promiseMade',
  at: 2500,
  promise: 'p',
  of: 'promise',
  owner: 'Sam Poe',
  what: 'I call Dana back.',
  due: 9000,
} as const;
const timeline = timelineOf(
  complaint,
  [change],
  [{ kind: 'debriefed', at: 2400 }, promised, { kind: 'inserted', at: 2600, phrase: 'x' }],
);
const tell = (entry: Entry) => {
  if (entry.is === 'changed') return `${entry.change.by} changed it`;
  return entry.is === 'event' && 'what' in entry.event
    ? `${entry.event.owner}: ${entry.event.what}`
    : entry.is;
};
const titles: CaseTitles = {
  title: 'Case',
  customer: 'the customer',
  colleague: (letter) => `Colleague ${letter}`,
  course: 'Course',
  lessons: 'Lessons',
  none: 'none yet',
  sections: [
    {
      title: 'Told',
      lines: [
        { title: 'What', value: complaint.what },
        { title: 'Contact', value: 'dana@mail.example' },
        { title: 'Wants', value: '' },
      ],
    },
    { title: 'Empty', lines: [{ title: 'Cause', value: ' ' }] },
  ],
  after: (ms) => `after ${ms} ms`,
  entry: tell,
};

test('the timeline tells what matters, in the order of time', () => {
  expect(timeline.map((entry) => `${entry.at} ${entry.is}`)).toEqual([
    '1000 received',
    '2000 acknowledged',
    '2500 event',
    '3000 saved',
    '5000 changed',
  ]);
});

describe('a training case', () => {
  const told = trainingCase(complaint, timeline, titles);

  test('is Markdown with what is known, in its course', () => {
    expect(told).toBe(`# Case

## Told

- **What:** the customer waited for order ●●●●. \\# Never came; card ●●●●11.
- **Contact:** d●●●@●●●

## Course

- after 0 ms: received
- after 1000 ms: acknowledged
- after 1500 ms: Colleague B: I call the customer back.
- after 2000 ms: saved
- after 4000 ms: Colleague C changed it

## Lessons

Colleague A: ask the depot first, then call Ms the customer.

`);
  });

  test('names nobody, and nothing by which they could be found', () => {
    for (const trace of [
      'Dana',
      'Reyes',
      'Noor',
      'Aziz',
      'Lin',
      'Sam Poe',
      '4111',
      'AB-1234',
      'help.example',
    ])
      expect(told).not.toContain(trace);
  });
});

describe('what standards ask for', () => {
  const ids = (asked: readonly { id: string }[]) => asked.map(({ id }) => id);

  test('is missing now or later, by the stage where it stands', () => {
    const { now, later } = gapsOf(complaint, 'management');
    expect(ids(now)).toEqual(['wish', 'product', 'due']);
    expect(ids(later)).toContain('severity');
    expect(ids(later)).not.toContain('responsible');
    const judged = gapsOf({ ...complaint, state: 'judged', severity: 'low' }, 'management');
    expect(ids(judged.now)).toContain('impact');
    expect(ids(judged.now)).not.toContain('severity');
  });

  test('a regulator asks for the reason of a decision, and how long it is kept', () => {
    const closed = { ...complaint, state: 'followedUp', decision: 'founded' } as const;
    const { now, later } = gapsOf(closed, 'regulator');
    expect(ids(now)).toEqual(expect.arrayContaining(['reason', 'retention', 'remedy']));
    expect(later).toEqual([]);
  });
});
