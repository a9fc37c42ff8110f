// What an agent's own fields of a ticket get.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { complaintSchema } from '../../lib/domain/complaint';
import { mapFields, mapSources } from '../../lib/domain/field-mapping';
import type { MapRow } from '../../lib/domain/field-mapping';

const file = path.join(import.meta.dirname, '..', 'fixtures', 'complaint-2.json');
const complaint = complaintSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const fixed = (to: string, value: string): MapRow => ({ to, from: 'fixed', value });

test.each([
  ['20', 20],
  ['true', true],
  ['{"id":"7"}', { id: '7' }],
  ['"20"', '20'],
  ['high', 'high'],
  ['{"id":', '{"id":'],
])('a fixed value %s is %j', (value, wanted) => {
  expect(mapFields([fixed('priority', value)], complaint)).toEqual({ priority: wanted });
});

test('what the complaint does not have is left out, and a row without a name as well', () => {
  const { severity: _severity, ...without } = complaint;
  const rows: MapRow[] = [
    { to: 'severity', from: 'severity', value: 'ignored' },
    { to: ' ', from: 'who', value: '' },
    fixed('empty', ''),
  ];
  expect(mapFields(rows, without)).toEqual({});
});

test('times are told as such, the rest as it stands in the record', () => {
  const rows = mapSources
    .filter((from) => from !== 'fixed')
    .map((from): MapRow => ({ to: ` ${from} `, from, value: '' }));
  const given = mapFields(rows, { ...complaint, dueAt: Date.UTC(2026, 10, 22) });
  expect(given).toMatchObject({
    dueAt: '2026-11-22T00:00:00.000Z',
    number: complaint.number,
    what: complaint.what,
    state: complaint.state,
  });
});

test('a field with the name of what every object has is a field', () => {
  const given = mapFields([fixed('__proto__', 'x'), fixed('constructor', 'y')], complaint);
  expect(JSON.parse(JSON.stringify(given))).toEqual(
    JSON.parse('{"__proto__":"x","constructor":"y"}'),
  );
});
