import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { MemoryState } from '../../lib/panel/live';
import { createLog } from '../../lib/panel/log';
import type { ExportLog, ExportOptions } from '../../lib/panel/log';
import { createNotices } from '../../lib/panel/notices';
import { createFakeMemory } from '../support/fake-memory';
import { settled } from '../support/settled';

const form = { who: '', what: 'x', feeling: '', request: '' };
const origin = { channel: 'chat.example.com', receivedAt: 0 };

async function start(exportLog: ExportLog, state?: MemoryState) {
  const fake = createFakeMemory(() => 0);
  await fake.memory.complaints.add(form, origin);
  await fake.memory.complaints.add(form, origin);
  const memory = signal<MemoryState>(state ?? fake.opened);
  const notices = createNotices();
  const log = createLog({ memory, notices, exportLog });
  await settled();
  return { fake, memory, notices, log };
}

/** An export that goes on when the test says so. */
function heldExport() {
  const asked: ExportOptions[] = [];
  let finish = (_rows: number) => {};
  let fail = (_error: unknown) => {};
  const exportLog: ExportLog = (options) => {
    asked.push(options);
    return new Promise((resolve, reject) => {
      [finish, fail] = [resolve, reject];
      options.signal.addEventListener('abort', () => reject(options.signal.reason));
    });
  };
  return { asked, exportLog, finish: (n: number) => finish(n), fail: (e: unknown) => fail(e) };
}

describe('the newest complaints', () => {
  test('are there newest first, and follow the log', async () => {
    const { fake, log } = await start(heldExport().exportLog);
    expect(log.newest.value.map(({ number }) => number)).toEqual([2, 1]);
    await fake.memory.complaints.add(form, origin);
    await settled();
    expect(log.newest.value.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  test('come when the log is open', async () => {
    const { fake, memory, log } = await start(heldExport().exportLog, { is: 'opening' });
    expect(log.newest.value).toEqual([]);
    memory.value = fake.opened;
    await settled();
    expect(log.newest.value).toHaveLength(2);
  });
});

describe('an export', () => {
  test('goes over the whole log, masked if so wished', async () => {
    const { asked, exportLog, finish } = heldExport();
    const { fake, log } = await start(exportLog);
    for (const mask of [true, false]) {
      const running = log.exportAll(mask);
      finish(2);
      await running;
    }
    expect(asked.map(({ mask }) => mask)).toEqual([true, false]);
    const pages = [];
    for await (const page of asked[0]?.pages ?? []) pages.push(page);
    expect(pages).toEqual([fake.complaints]);
  });

  test('tells how far it is, and how many rows there are in the end', async () => {
    const { asked, exportLog, finish } = heldExport();
    const { notices, log } = await start(exportLog);
    expect(log.exporting.value).toBeUndefined();
    const running = log.exportAll(true);
    expect(log.exporting.value).toBe(0);
    asked[0]?.onProgress(500);
    expect(log.exporting.value).toBe(500);
    finish(612);
    await running;
    expect(log.exporting.value).toBeUndefined();
    expect(notices.current.value).toEqual({ about: 'exported', text: '612' });
  });

  test('runs alone: a second one is not begun meanwhile', async () => {
    const { asked, exportLog, finish } = heldExport();
    const { log } = await start(exportLog);
    const running = log.exportAll(true);
    await log.exportAll(true);
    expect(asked).toHaveLength(1);
    finish(2);
    await running;
    void log.exportAll(true);
    expect(asked).toHaveLength(2);
  });

  test('stopped says that no file was made, and may be begun again', async () => {
    const { asked, exportLog } = heldExport();
    const { notices, log } = await start(exportLog);
    const running = log.exportAll(true);
    log.cancelExport();
    await running;
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(notices.current.value).toEqual({ about: 'export-cancelled' });
    expect(log.exporting.value).toBeUndefined();
    void log.exportAll(true);
    expect(asked[1]?.signal.aborted).toBe(false);
  });

  test('that fails says why', async () => {
    const { exportLog, fail } = heldExport();
    const { notices, log } = await start(exportLog);
    const running = log.exportAll(true);
    fail(new Error('The disk is full.'));
    await running;
    expect(notices.current.value).toEqual({
      about: 'export-failed',
      why: 'Error: The disk is full.',
    });
    expect(log.exporting.value).toBeUndefined();
  });

  test('does not begin without a log', async () => {
    const { asked, exportLog } = heldExport();
    const { log } = await start(exportLog, { is: 'opened', ok: false, reason: 'storage-blocked' });
    await log.exportAll(true);
    expect([asked, log.exporting.value]).toEqual([[], undefined]);
  });

  test('that is not running cannot be stopped', async () => {
    const { notices, log } = await start(heldExport().exportLog);
    log.cancelExport();
    expect(notices.current.value).toBeUndefined();
  });
});
