import { expect, test } from 'vitest';
import { usualColumns } from '../../lib/domain/export-column';
import type { UsualColumn } from '../../lib/domain/export-column';
import { createExport } from '../../lib/export/save-log';

// As in the file: each column's title is its name. Object.fromEntries forgets the keys.
const titles = Object.fromEntries(usualColumns.map((column) => [column, column])) as Record<
  UsualColumn,
  string
>;

function exporter() {
  const saved: { file: Blob; name: string }[] = [];
  const saveFile = (file: Blob, name: string) => saved.push({ file, name });
  const now = () => Date.UTC(2026, 10, 21, 23, 59);
  return { saved, run: createExport({ titles: () => titles, saveFile, now }) };
}
async function* noPages() {}

test('the log is handed over as one file that bears the day', async () => {
  const { saved, run } = exporter();
  const signal = new AbortController().signal;
  const rows = await run({ pages: noPages(), mask: true, signal, onProgress: () => {} });
  expect(rows).toBe(0);
  expect(saved.map(({ name }) => name)).toEqual(['complaints-2026-11-21.csv']);
  expect(await saved[0]?.file.text()).toContain('number,receivedAt');
});

test('a stopped export hands over nothing', async () => {
  const { saved, run } = exporter();
  const stopped = AbortSignal.abort();
  const running = run({ pages: noPages(), mask: true, signal: stopped, onProgress: () => {} });
  await expect(running).rejects.toThrow();
  expect(saved).toEqual([]);
});
