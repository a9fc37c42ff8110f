// Profiles with something in them, their backups, and all that lies in them.
import { keptTables } from '../../lib/data/backup-tables';
import { createDatabase } from '../../lib/data/db';
import type { DeskMemory } from '../../lib/data/desk-memory';
import { holdPlan, open, promisePlan } from './log';

export const form = { who: 'Dana Reyes', what: 'It never came.', feeling: '', request: '' };
export const origin = { channel: 'help.example', receivedAt: 5 };
export const watch = () => ({ signal: new AbortController().signal, onRows: () => {} });
const quick = { iterations: 10 };

export async function start(name?: string) {
  const opened = await open(name);
  return { ...opened, desk: await opened.memory.desk() };
}
export const emptyDesk = async () => {
  const name = `test-${crypto.randomUUID()}`;
  const opened = await open(name);
  const raw = createDatabase(name, indexedDB);
  await raw.conversations.clear();
  raw.close();
  return { name, memory: opened.memory, desk: await opened.memory.desk() };
};
export const write = async (desk: DeskMemory, passphrase?: string) =>
  new Response(await desk.backup.write({ ...watch(), ...quick, passphrase })).blob();

/** All that is kept, table by table. */
export async function contents(name: string): Promise<Record<string, unknown[]>> {
  const raw = createDatabase(name, indexedDB);
  const all = await Promise.all(
    [...keptTables, 'incoming'].map(
      async (table) => [table, await raw.table(table).toArray()] as const,
    ),
  );
  raw.close();
  return Object.fromEntries(all);
}

export const packOf = (id: string, version: string) => ({
  summary: {
    id,
    version,
    title: id,
    language: 'en' as const,
    authors: [],
    licence: '',
    counts: { phrases: 1, rewrites: 0, cues: 0, refusals: 0, procedures: 0 },
  },
  text: `text of ${id} ${version}`,
  digest: `${id} ${version}`,
});

export const title = (value: string) => ({ is: 'about', key: 'title', value }) as const;

/** One of everything that the product keeps. */
export async function fill({ memory, id, desk }: Awaited<ReturnType<typeof start>>) {
  await memory.holds.start(holdPlan(id));
  await memory.promises.make(promisePlan(id));
  await memory.ledger.append(id, [
    { kind: 'inserted', at: 1, phrase: 'sorry' },
    { kind: 'rewriteDismissed', at: 2, rewrite: 'x', rule: 'W3' },
  ]);
  const complaint = await memory.complaints.add(form, { ...origin, conversationId: id });
  await desk.records.edit(complaint.id, { cause: 'a storm 风暴 🌪' }, 'Noor');
  await memory.outbox.queue(complaint.id, 'rt', { mark: 'm', subject: 's', body: 'b' });
  await memory.packs.take(packOf('house', '1.0.0'));
  await memory.packs.take(packOf('house', '1.1.0'));
  const draft = await desk.packDrafts.start('Night', '{"phrases":[]}');
  await desk.packDrafts.append(draft, {
    edit: title('Night'),
    after: 0,
    knownDone: 0,
    title: 'Night',
  });
  const link = { id: '41', url: '' };
  await memory.outbox.apply(`ticket:${complaint.id}`, { is: 'begun' }, 'look-up');
  await memory.outbox.apply(`ticket:${complaint.id}`, { is: 'created', link }, 'look-up');
  return complaint;
}
