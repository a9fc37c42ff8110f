// A backup put into a profile that has its own, on real databases.
import { describe, expect, test } from 'vitest';
import type { DeskMemory } from '../../lib/data/desk-memory';
import {
  contents,
  emptyDesk,
  fill,
  form,
  origin,
  packOf,
  start,
  title,
  watch,
  write,
} from './backup-world';
import { clock, facts, first } from './log';

describe('merged into a profile that has its own', () => {
  async function twins() {
    const one = await start();
    const complaint = await fill(one);
    const file = await write(one.desk);
    const other = await emptyDesk();
    await other.desk.backup.restore(file, watch());
    return { one, other, complaint };
  }
  const restoreInto = async (to: { desk: DeskMemory }, from: { desk: DeskMemory }) => {
    const restored = await to.desk.backup.restore(await write(from.desk), watch());
    if (!restored.ok) throw new Error(`It was refused: ${restored.refusal.reason}`);
    return restored.merged;
  };
  const history = async (name: string) =>
    (await contents(name))['changes']?.map((change) => change as { kind: string; n: number });

  test('the same file again changes nothing', async () => {
    const { one, other } = await twins();
    const before = await contents(other.name);
    const merged = await restoreInto(other, one);
    expect(merged).toMatchObject({ added: 0, replaced: 0, conflicts: 0 });
    expect(await contents(other.name)).toEqual(before);
  });

  test('newer wins, whichever side it is on, and an older file adds nothing', async () => {
    const { one, other, complaint } = await twins();
    const older = await write(one.desk);
    clock.now += 1000;
    await one.desk.records.edit(complaint.id, { cause: 'an ice storm' }, 'Noor');
    await restoreInto(other, one);
    expect(await contents(other.name)).toEqual(await contents(one.name));
    await other.desk.backup.restore(older, watch());
    expect(await contents(other.name)).toEqual(await contents(one.name));
  });

  test('changed in both: the newer one stands, the other is in its history, and nothing is lost', async () => {
    const { one, other, complaint } = await twins();
    clock.now += 1000;
    await one.desk.records.edit(complaint.id, { cause: 'theirs', product: 'kettle' }, 'Noor');
    clock.now += 1000;
    await other.desk.records.edit(complaint.id, { cause: 'mine' }, 'Lin');
    const merged = await restoreInto(other, one);
    expect(merged.conflicts).toBe(1);
    const after = await contents(other.name);
    expect(after['complaints']).toMatchObject([{ cause: 'mine', revision: 4 }]);
    expect(await history(other.name)).toMatchObject([
      { n: 0, kind: 'edited' },
      { n: 1, kind: 'edited', by: 'Lin' },
      { n: 2, kind: 'edited', by: 'Noor' },
      { n: 3, kind: 'merged', before: { cause: 'theirs', product: 'kettle' } },
    ]);
    // What lost can be had back.
    expect(await other.desk.records.undo(complaint.id, 'Lin')).toMatchObject({
      complaint: { cause: 'theirs', product: 'kettle' },
    });
  });

  test('both went on with a conversation: theirs comes after mine, and it can go on', async () => {
    const { one, other } = await twins();
    await one.memory.ledger.append(one.id, [{ kind: 'debriefed', at: 71 }]);
    await other.memory.ledger.append(one.id, [{ kind: 'debriefReopened', at: 72 }]);
    await restoreInto(other, one);
    const kinds = (await contents(other.name))['events']?.map(
      (row) => (row as { event: { kind: string } }).event.kind,
    );
    expect(kinds?.slice(-2)).toEqual(['debriefReopened', 'debriefed']);
    await other.memory.ledger.append(one.id, [{ kind: 'debriefed', at: 73 }]);
    expect((await contents(other.name))['events']).toHaveLength((kinds?.length ?? 0) + 1);
  });

  test('numbers that both gave away: both complaints stay, theirs gets the next free one', async () => {
    const { one, other } = await twins();
    const mine = await other.memory.complaints.add({ ...form, what: 'Mine.' }, origin);
    const theirs = await one.memory.complaints.add({ ...form, what: 'Theirs.' }, origin);
    expect(theirs.number).toBe(mine.number);
    await restoreInto(other, one);
    const numbers = (await contents(other.name))['complaints']?.map((row) => {
      const { what, number } = row as { what: string; number: number };
      return `${what} ${number}`;
    });
    expect(numbers?.toSorted()).toEqual(['It never came. 1', 'Mine. 2', 'Theirs. 3']);
  });

  test('the same conversation begun in both: both stay', async () => {
    const one = await start();
    const other = await start();
    await one.memory.ledger.append(one.id, [{ kind: 'debriefed', at: 1 }]);
    await restoreInto(other, one);
    const rows = (await contents(other.name))['conversations'];
    expect(rows).toHaveLength(2);
    expect((await other.memory.ledger.open(facts)).id).toBe(other.id);
  });

  test('what went further wins: a promise that was kept stays kept', async () => {
    const { one, other } = await twins();
    const [open1] = await one.memory.promises.open();
    await one.memory.promises.end(open1?.id ?? '', 'kept', '');
    await restoreInto(other, one);
    expect(await other.memory.promises.open()).toEqual([]);
    const still = await start();
    await restoreInto(one, still);
    expect(await one.memory.promises.open()).toEqual([]);
  });

  test('a pack that is known here stays as it is; another comes with its versions', async () => {
    const { one, other } = await twins();
    await one.memory.packs.take(packOf('house', '2.0.0'));
    await one.memory.packs.take(packOf('theirs', '1.0.0'));
    await other.memory.packs.take(packOf('mine', '1.0.0'));
    await restoreInto(other, one);
    const rows = await other.memory.packs.all();
    const told = await Promise.all(rows.map((row) => other.memory.packs.textOf(row)));
    expect(new Set(told)).toEqual(
      new Set(['text of house 1.1.0', 'text of mine 1.0.0', 'text of theirs 1.0.0']),
    );
  });

  describe('a draft of a pack', () => {
    const drafts = async ({ desk }: { desk: DeskMemory }) => {
      const rows = await first(desk.packDrafts.watch());
      const all = await Promise.all(rows.map(({ id }) => desk.packDrafts.open(id)));
      return all.map((draft) => draft?.edits.map(({ is, ...rest }) => [is, rest]));
    };
    const retitle = async ({ desk }: { desk: DeskMemory }, text: string, after = 1) => {
      const [draft] = await first(desk.packDrafts.watch());
      const edit = { edit: title(text), after, knownDone: after, title: text };
      await desk.packDrafts.append(draft?.id ?? 0, edit);
    };
    const called = (...titles: string[]) =>
      titles.map((value) => ['about', { key: 'title', value }]);

    test('that went further there goes on from there; one that went further here stays', async () => {
      const { one, other } = await twins();
      await retitle(one, 'Night shift');
      await restoreInto(other, one);
      expect(await drafts(other)).toEqual([called('Night', 'Night shift')]);
      await retitle(other, 'Late shift', 2);
      await restoreInto(other, one);
      expect(await drafts(other)).toEqual([called('Night', 'Night shift', 'Late shift')]);
    });

    test('that was changed in both is there twice', async () => {
      const { one, other } = await twins();
      await retitle(one, 'Theirs');
      await retitle(other, 'Mine');
      await restoreInto(other, one);
      expect(await drafts(other)).toEqual(
        expect.arrayContaining([called('Night', 'Theirs'), called('Night', 'Mine')]),
      );
    });
  });
});
