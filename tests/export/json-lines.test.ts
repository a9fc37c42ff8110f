import { expect, test } from 'vitest';
import { masked, writeLines } from '../../lib/data/log-lines';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { maskComplaint } from '../../lib/domain/mask-complaint';
import { linesToFile, linesToPages } from '../../lib/export/json-lines';

const complaints = [1, 2, 3].map((number) =>
  newComplaint(
    {
      who: 'Dana Reyes',
      contact: 'dana@example.com',
      what: `Line one\nline "two" of Dana Reyes，找陈先生 \u2028 ${number}, call 020 7946 0018`,
      tags: ['typical', '020 7946 0018'],
    },
    { channel: 'help.example', receivedAt: 5 },
    { id: `c${number}`, number, at: 6 },
  ),
);
const row = writeLines(0, complaints);
async function* lines(mask: boolean) {
  yield { bytes: mask ? masked(row) : row.bytes, count: row.count };
  yield { bytes: new Uint8Array(), count: 0 };
}
async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const got: T[] = [];
  for await (const each of from) got.push(each);
  return got;
}
const { signal } = new AbortController();

test('what was written is read again, plain and masked', async () => {
  expect(await all(linesToPages(lines(false)))).toEqual([complaints]);
  const hidden = await all(linesToPages(lines(true)));
  expect(hidden).toEqual([complaints.map((each) => maskComplaint(each))]);
  expect(JSON.stringify(hidden)).not.toMatch(/Reyes|0018|dana@/);
});

test('a file has a line for each record, each with the version of its format', async () => {
  const told: number[] = [];
  const { file, rows } = await linesToFile(lines(true), {
    signal,
    onProgress: (n) => told.push(n),
  });
  expect([rows, told]).toEqual([3, [3, 3]]);
  const text = await file.text();
  expect(text.endsWith('}\n')).toBe(true);
  const versions = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(versions).toMatchObject([{ version: 2 }, { version: 2 }, { version: 2 }]);
});

test('one that is stopped is no file', async () => {
  const stopped = AbortSignal.abort();
  await expect(
    linesToFile(lines(true), { signal: stopped, onProgress: () => {} }),
  ).rejects.toThrow();
});
