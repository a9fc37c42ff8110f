// The table against the plainest way to say the same: filter, sort and search an array of all records.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
import { foldLog } from '../../lib/data/fold-log';
import { createLogTable } from '../../lib/data/log-table';
import { acceptances, severities, states } from '../../lib/domain/complaint-choices';
import { complaintSchema } from '../../lib/domain/complaint';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { emptyForm } from '../../lib/domain/complaint-form';
import { customerKey, minuteOf, orderOf, wordOf } from '../../lib/domain/log-column';
import { isMomentColumn, isWordColumn } from '../../lib/domain/log-column';
import { holdsEach, rangesOf, termsOf } from '../../lib/domain/log-search';
import { isWordFilter, minutesOf, newestView } from '../../lib/domain/log-view';
import type { Filter, View } from '../../lib/domain/log-view';
import { edgesOf, periodFilters, reviewCharts } from '../../lib/domain/review';
import type { Period, Review } from '../../lib/domain/review';

const day = 86_400_000;
const words = [
  'refund',
  'Refunds!',
  '退款',
  '没办法',
  'the parcel',
  '快递坏了',
  'Café',
  'SF123456',
  '办',
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((all) => all.join(' '));
const moment = fc.option(
  fc.integer({ min: 1, max: 400 }).map((days) => days * day),
  { nil: undefined },
);
const change = fc.record(
  {
    what: text.map((told) => `x ${told}`),
    who: fc.constantFrom('Dana Reyes', 'dana  reyes', '陈明', ''),
    category: fc.constantFrom('delivery', '质量', 'billing'),
    severity: fc.constantFrom(...severities),
    state: fc.constantFrom(...states),
    department: fc.constantFrom('Depot 2', 'Depot 10', '售后'),
    acceptance: fc.constantFrom(...acceptances),
    dueAt: moment,
    lessons: text,
  },
  { requiredKeys: [] },
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    by: fc.constantFrom('category', 'state', 'severity', 'department', 'acceptance'),
    words: fc.subarray(['', 'delivery', '质量', 'judged', 'high', 'Depot 10', 'accepted'], {
      minLength: 1,
    }),
  }),
  fc
    .record({ by: fc.constant('dueAt'), from: moment, before: moment })
    .map(({ from, before }): Filter => ({
      by: 'dueAt',
      ...(from !== undefined && { from }),
      ...(before !== undefined && { before }),
    })),
);
const view: fc.Arbitrary<View> = fc.record({
  filters: fc.uniqueArray(filter, { maxLength: 3, selector: ({ by }) => by }),
  sort: fc.record({
    by: fc.constantFrom('number', 'dueAt', 'severity', 'department', 'receivedAt'),
    down: fc.boolean(),
  }),
  search: fc.constantFrom(
    '',
    '',
    'refund',
    'ref 退款',
    '没办法',
    '办',
    'cafe',
    '123',
    'nothing',
    're',
  ),
});
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('add' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('edit' as const),
      at: fc.nat(),
      other: fc.boolean(),
      change,
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('remove' as const), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('fold' as const),
      other: fc.boolean(),
      isAwaited: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ is: fc.constant('look' as const), view, other: fc.boolean() }),
  },
);

/** Numbers lie far apart, so that they fall into several blocks. */
const numberOf = (count: number) => count * 5_000 + 1;

function passes(complaint: Complaint, asked: Filter): boolean {
  if (isWordFilter(asked)) return asked.words.includes(wordOf(complaint, asked.by) ?? '');
  const { from, before } = minutesOf(asked);
  const minute = minuteOf(complaint, asked.by);
  return minute >= from && minute < before;
}

function naive(all: readonly Complaint[], { filters, sort, search }: View): number[] {
  const found = all
    .filter((each) => filters.every((one) => passes(each, one)))
    .filter((each) => search === '' || holdsEach(termsOf(each), rangesOf(search)));
  const { by, down } = sort;
  const [none, some] = [
    found.filter((each) => keyOf(each, by) === undefined),
    found.filter((each) => keyOf(each, by) !== undefined),
  ];
  const compare = (a: Complaint, b: Complaint) => {
    const [left = 0, right = 0] = [keyOf(a, by), keyOf(b, by)];
    const order =
      typeof left === 'string' ? collator.compare(left, String(right)) : left - Number(right);
    return (down ? -order : order) || b.number - a.number;
  };
  return [...some.toSorted(compare), ...none.toSorted((a, b) => b.number - a.number)].map(
    ({ number }) => number,
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });

function keyOf(complaint: Complaint, by: View['sort']['by']): number | string | undefined {
  if (isMomentColumn(by)) return minuteOf(complaint, by) || undefined;
  if (!isWordColumn(by)) return complaint.number;
  const word = wordOf(complaint, by);
  return word !== undefined && orderOf(by).length > 0 ? orderOf(by).indexOf(word) : word;
}

const lock = (work: () => Promise<void>) => work();
const { signal } = new AbortController();

function openWindow(name: string) {
  const db = createDatabase(name, indexedDB);
  return { db, table: createLogTable(db) };
}

test('any view, through any changes, folded or not, from any window, is what an array would give', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const name = `table-${crypto.randomUUID()}`;
      const windows = [openWindow(name), openWindow(name)] as const;
      const all: Complaint[] = [];
      let count = 0;
      // Of a log that was never folded a table may miss what was not read yet, and tells so.
      let folding = foldLog(windows[0].db, { lock, signal });
      await folding;
      for (const each of steps) {
        const { db, table } = windows['other' in each && each.other ? 1 : 0];
        const at = 'at' in each && all.length > 0 ? each.at % all.length : -1;
        const chosen = all[at];
        if (each.is === 'add') {
          const added = each.changes.map((fields) => made(numberOf(++count), fields));
          await db.complaints.bulkAdd(added);
          all.push(...added);
        } else if (each.is === 'edit' && chosen) {
          const edited = made(chosen.number, each.change, chosen);
          await db.complaints.put(edited);
          all[at] = edited;
        } else if (each.is === 'remove' && chosen) {
          await db.complaints.delete(chosen.id);
          all.splice(at, 1);
        } else if (each.is === 'fold') {
          await folding;
          folding = foldLog(db, { lock, signal });
          // Else what follows happens while it is folded.
          if (each.isAwaited) await folding;
        } else if (each.is === 'look') {
          const { numbers } = await table.list(each.view);
          expect([...numbers]).toEqual(naive(all, each.view));
          expect(await table.count(each.view)).toBe(naive(all, each.view).length);
          if (rangesOf(each.view.search).length > 0) {
            const { search } = each.view;
            const newest = naive(all, { ...newestView, search }).slice(0, 2);
            expect(await table.newestWith(search, 2)).toEqual(newest);
          }
          const first = naive(all, newestView).slice(0, 3);
          const shown = ['state', 'receivedAt', 'department'] as const;
          expect(await table.newest(3, shown)).toEqual(await table.rows(first, shown));
          const period = each.other ? 'all' : 'year';
          const { review } = await table.review(period, 400 * day);
          const asMaps = Object.entries(review.charts).map(([chart, bars]) => [
            chart,
            new Map(bars.map(({ word, count: of }) => [word, of])),
          ]);
          expect({ ...review, charts: Object.fromEntries(asMaps) }).toEqual(recount(all, period));
        }
      }
      await folding;
      for (const { db } of windows) db.close();
      indexedDB.deleteDatabase(name);
    }),
    { numRuns: 30 },
  );
  // On whatever else the machine is doing.
}, 120_000);

test('a record that was changed is never listed before a newer one that holds the words too', async () => {
  const { db, table } = openWindow(`table-${crypto.randomUUID()}`);
  const [oldest, ...newer] = [1, 6, 8].map((count) => made(numberOf(count), { what: 'a refund' }));
  if (!oldest) throw new Error('There is no record.');
  await db.complaints.bulkAdd([oldest, ...newer]);
  await foldLog(db, { lock, signal });
  await db.complaints.put(made(oldest.number, { what: 'a refund, again' }, oldest));
  expect(await table.newestWith('refund', 2)).toEqual([numberOf(8), numberOf(6)]);
  db.close();
});

test('a record that is taken out again before it was ever folded is listed no more', async () => {
  const { db, table } = openWindow(`table-${crypto.randomUUID()}`);
  const [undone, other] = [made(numberOf(1), {}), made(numberOf(2), {})];
  await foldLog(db, { lock, signal });
  await db.complaints.add(undone);
  expect([...(await table.list(newestView)).numbers]).toEqual([undone.number]);
  await db.complaints.delete(undone.id);
  await foldLog(db, { lock, signal });
  expect([...(await table.list(newestView)).numbers]).toEqual([]);
  await db.complaints.add(other);
  expect([...(await table.list(newestView)).numbers]).toEqual([other.number]);
  db.close();
});

/** A review by asking each record. */
function recount(all: readonly Complaint[], period: Period): Review {
  const filters = periodFilters(period, 400 * day);
  const counted = all.filter((each) => filters.every((one) => passes(each, one)));
  const [first = 400 * day] = all
    .map(({ receivedAt }) => receivedAt)
    .filter((at) => at > 0)
    .toSorted((a, b) => a - b);
  const [begin] = filters.map((one) => ('from' in one ? one.from : undefined));
  const edges = edgesOf(period, begin ?? first, 400 * day);
  const between = (of: (complaint: Complaint) => number | undefined) =>
    edges.slice(0, -1).map((edge, index) => {
      const end = edges[index + 1] ?? 0;
      return counted.filter(
        (each) => (of(each) ?? 0) >= Math.max(edge, 60_000) && (of(each) ?? 0) < end,
      ).length;
    });
  const groups = Map.groupBy(
    counted.filter((each) => customerKey(each) > 0),
    customerKey,
  );
  const many = [...groups.values()].filter(({ length }) => length > 1);
  const charts = reviewCharts.map((chart) => {
    const bars = [...Map.groupBy(counted, (each) => wordOf(each, chart) ?? '')];
    return [chart, new Map(bars.map(([word, { length }]) => [word, length]))] as const;
  });
  return {
    total: counted.length,
    charts: Object.fromEntries(
      charts.map(([chart, counts]) => [chart, counts]),
    ) as unknown as Review['charts'], // Compared as maps below.
    received: between(({ receivedAt }) => receivedAt),
    closed: between(({ closedAt }) => closedAt),
    repeats: { records: many.flat().length, customers: many.length },
  };
}

function made(number: number, fields: Partial<Complaint>, of?: Complaint): Complaint {
  const form = { ...emptyForm, what: 'x' };
  const origin = { channel: 'help.example', receivedAt: (number % 7) * day };
  const base = of ?? newComplaint(form, origin, { id: `n${number}`, number, at: number });
  return complaintSchema.parse({ ...base, ...fields });
}
