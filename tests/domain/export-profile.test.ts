import { expect, test } from 'vitest';
import { exportColumns } from '../../lib/domain/export-column';
import { moveColumn, withProfile } from '../../lib/domain/export-profile';
import type { ExportProfile } from '../../lib/domain/export-profile';
import { complaintFieldsSchema } from '../../lib/domain/complaint';
import { settingsSchema } from '../../lib/domain/settings';

const profile = (name: string, ...columns: string[]): ExportProfile => ({
  name,
  columns: columns.map((column) => ({ column, title: '' })),
  mark: true,
});
const kept = [profile('Audit', 'number'), profile('Partner', 'what')];

test('every field of a record can be a column, and each column is offered once', () => {
  expect(exportColumns).toEqual(expect.arrayContaining(Object.keys(complaintFieldsSchema.shape)));
  expect(new Set(exportColumns).size).toBe(exportColumns.length);
});

test('a new one is added, one of the same name takes its place', () => {
  expect(withProfile(kept, profile('New', 'who')).map(({ name }) => name)).toEqual([
    'Audit',
    'Partner',
    'New',
  ]);
  expect(withProfile(kept, profile(' Audit ', 'who'))).toEqual([profile('Audit', 'who'), kept[1]]);
});

test('one that is renamed stays in its place; no two bear one name', () => {
  expect(withProfile(kept, profile('Yearly', 'who'), 'Audit')).toEqual([
    profile('Yearly', 'who'),
    kept[1],
  ]);
  expect(withProfile(kept, profile('Partner', 'who'), 'Audit')).toEqual([
    profile('Partner', 'who'),
  ]);
});

test.each([profile(' ', 'who'), profile('Empty'), profile('x'.repeat(61), 'who')])(
  'one without a name or a column is none',
  (none) => {
    expect(withProfile(kept, none)).toBe(kept);
  },
);

test('a column is moved, but not over the edge', () => {
  const { columns } = profile('a', 'who', 'what', 'number');
  const moved = (from: number, by: number) =>
    moveColumn(columns, from, by).map(({ column }) => column);
  expect(moved(0, 1)).toEqual(['what', 'who', 'number']);
  expect(moved(2, -1)).toEqual(['who', 'number', 'what']);
  expect(moved(0, -1)).toEqual(['who', 'what', 'number']);
  expect(moved(2, 1)).toEqual(['who', 'what', 'number']);
  expect(moved(9, -1)).toEqual(['who', 'what', 'number']);
});

test('settings that hold a broken one fall back to none', () => {
  expect(settingsSchema.parse({ exportProfiles: kept }).exportProfiles).toEqual(kept);
  expect(settingsSchema.parse({ exportProfiles: [{ name: 7 }] }).exportProfiles).toEqual([]);
});
