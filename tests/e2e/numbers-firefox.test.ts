// A number that is taken meanwhile, in Firefox, which completes a transaction without the row that it could not add.
import { expect, test } from 'vitest';
import { besideDemoInFirefox } from './beside-demo-firefox';

test('a complaint of no conversation is saved under the next free number, and none is lost', async () => {
  const beside = await besideDemoInFirefox();
  const { desk, panel } = beside;
  try {
    // Opened there, it may not read the page that comes next.
    await beside.openPanel();
    await desk.open(beside.demoUrl);
    await panel.sees('Composure cannot see this page yet');
    await panel.press('l');
    await panel.type('.complaint-form textarea', 'The first.');
    await panel.press('Control+Enter');
    await panel.sees('no. 1', '.complaints');
    // The panel does not hear of it: as if another window had saved a moment before.
    await panel.evaluate(readLog, 'The second.');
    await panel.type('.complaint-form textarea', 'The third.');
    await panel.press('Control+Enter');
    await panel.sees('no. 3', '.complaints');
    expect(await panel.evaluate(readLog)).toEqual([
      '1 The first.',
      '2 The second.',
      '3 The third.',
    ]);
  } finally {
    await beside.close();
  }
});

/** Runs in the panel: what the log holds, with a complaint that is added as no. 2 before. */
async function readLog(second?: string): Promise<string[]> {
  type Row = { id: string; number: number; what: string };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(String(request.error))));
    });
  const db = await done(indexedDB.open('composure'));
  const store = db.transaction('complaints', 'readwrite').objectStore('complaints');
  const first = (await done<Row[]>(store.getAll()))[0];
  if (second !== undefined)
    await done(store.add({ ...first, id: 'another', number: 2, what: second }));
  const rows = await done<Row[]>(store.index('number').getAll());
  db.close();
  return rows.map(({ number, what }) => `${number} ${what}`);
}
