// Everything to one file and back, on real databases.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { contents, emptyDesk, fill, form, origin, start, watch, write } from './backup-world';

describe('into an empty profile', () => {
  test.each([undefined, 'six plain words 密码'])('all is there again (%s)', async (passphrase) => {
    const one = await start();
    await fill(one);
    const file = await write(one.desk, passphrase);
    const other = await emptyDesk();
    const restored = await other.desk.backup.restore(file, { ...watch(), passphrase });
    expect(restored).toMatchObject({ ok: true, merged: { replaced: 0, conflicts: 0 } });
    const before = await contents(one.name);
    expect(await contents(other.name)).toEqual(before);
    expect(Object.values(before).filter((rows) => rows.length === 0)).toHaveLength(1);
    const { number } = await other.memory.complaints.add(form, origin);
    expect(number).toBe(2);
  });

  const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constant('\n"\\'));
  const moment = fc.integer({ min: 0, max: 2e12 });
  const complaint = fc.record(
    { who: words, what: words, feeling: words, request: words, cause: words, dueAt: moment },
    { requiredKeys: ['who', 'what', 'feeling', 'request'] },
  );
  const kept = fc.record({
    complaints: fc.array(complaint, { maxLength: 8 }),
    events: fc.array(fc.record({ at: moment, text: words }), { maxLength: 8 }),
    uses: fc.uniqueArray(words, { maxLength: 5 }),
    passphrase: fc.option(words, { nil: undefined }),
  });

  test('restore(backup(x)) is x, whatever x holds', async () => {
    await fc.assert(
      fc.asyncProperty(kept, async ({ complaints, events, uses, passphrase }) => {
        const one = await start();
        const raw = createDatabase(one.name, indexedDB);
        await raw.complaints.bulkAdd(
          complaints.map((fields, index) =>
            newComplaint(fields, origin, { id: `c${index}`, number: index + 1, at: index }),
          ),
        );
        await raw.uses.bulkAdd(uses.map((phrase, count) => ({ phrase, count })));
        raw.close();
        await one.memory.ledger.append(
          one.id,
          events.map(({ at, text }, index) => ({
            kind: 'noted',
            at,
            note: { id: `n${index}`, is: 'fact', text },
          })),
        );
        const file = await write(one.desk, passphrase);
        const other = await emptyDesk();
        expect(await other.desk.backup.restore(file, { ...watch(), passphrase })).toMatchObject({
          ok: true,
        });
        expect(await contents(other.name)).toEqual(await contents(one.name));
      }),
      { numRuns: 25 },
    );
  });

  test('more rows than a batch, and a file that is much smaller than they are', async () => {
    const one = await start();
    const raw = createDatabase(one.name, indexedDB);
    await raw.complaints.bulkAdd(
      Array.from({ length: 1203 }, (_, index) =>
        newComplaint(form, origin, { id: `c${index}`, number: index + 1, at: index }),
      ),
    );
    raw.close();
    await one.memory.ledger.append(
      one.id,
      Array.from({ length: 1100 }, (_, at) => ({ kind: 'debriefed' as const, at })),
    );
    const file = await write(one.desk);
    expect(file.size).toBeLessThan(JSON.stringify(await contents(one.name)).length / 5);
    const other = await emptyDesk();
    let rows = 0;
    const onRows = (more: number) => (rows += more);
    await other.desk.backup.restore(file, { ...watch(), onRows });
    // Each is read, and then put in.
    expect(rows).toBe(2 * 2304);
    expect(await contents(other.name)).toEqual(await contents(one.name));
  });

  test('a ticket that waited there waits for the agent here: the other machine may have sent it', async () => {
    const one = await start();
    const { id } = await one.memory.complaints.add(form, origin);
    await one.memory.outbox.queue(id, 'rt', { mark: 'm', subject: 's', body: 'b' });
    const other = await emptyDesk();
    await other.desk.backup.restore(await write(one.desk), watch());
    expect(await other.memory.outbox.open()).toEqual([]);
    expect((await contents(other.name))['outbox']).toMatchObject([
      { state: 'refused', why: 'in-doubt' },
    ]);
  });
});

test('a sealed file shows nothing of what is in it', async () => {
  const one = await start();
  await fill(one);
  const text = await (await write(one.desk, 'secret')).text();
  expect(text).toContain('composure-backup');
  expect(text).not.toMatch(/Dana|never came/);
});

test('what lies outside the log goes along, and comes back as it was', async () => {
  const one = await start();
  const extras = { settings: { language: 'zh-CN' }, taught: [] };
  const stream = await one.desk.backup.write({ ...watch(), extras });
  const restored = await one.desk.backup.restore(await new Response(stream).blob(), watch());
  expect(restored).toMatchObject({ ok: true, extras });
});

test('writing can be stopped', async () => {
  const one = await start();
  await fill(one);
  const stream = await one.desk.backup.write({ signal: AbortSignal.abort(), onRows: () => {} });
  await expect(new Response(stream).blob()).rejects.toThrow();
});
