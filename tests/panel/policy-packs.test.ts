// The packs of a policy over a log that is a plain list: which are taken, which wait, which are let go.
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { admitPack } from '../../lib/domain/admit-pack';
import type { KeptPack } from '../../lib/domain/kept-pack';
import { noPolicy } from '../../lib/domain/policy';
import type { PolicyPack } from '../../lib/domain/policy';
import type { Fetched } from '../../lib/packs/fetch-pack';
import type { MemoryState } from '../../lib/panel/live';
import { createPolicyPacks } from '../../lib/panel/policy-packs';
import { keptPack, packFile } from '../packs/small-pack';
import { createFakeMemory } from '../support/fake-memory';

const url = 'https://team.example/north.json';

function world({ allowed = true, fetched }: { allowed?: boolean; fetched?: Fetched } = {}) {
  const rows: KeptPack[] = [];
  const change = (id: string, more: Partial<KeptPack>) => {
    const at = rows.findIndex((row) => row.id === id);
    const [row] = rows.slice(at);
    if (row) rows[at] = { ...row, ...more };
    return Promise.resolve();
  };
  const { memory } = createFakeMemory(() => 0);
  const packs = {
    ...memory.packs,
    all: async () => [...rows],
    textOf: async () => packFile(),
    take: async ({
      summary,
      digest,
      source,
    }: {
      summary: { id: string; version: string };
      digest: string;
      source?: { url: string };
    }) => {
      const before = rows.find(({ id }) => id === summary.id);
      if (before) return change(summary.id, { version: summary.version, digest });
      rows.push(
        keptPack(summary.id, {
          enabled: false,
          digest,
          version: summary.version,
          ...(source && { source }),
        }),
      );
    },
    setEnabled: (id: string, enabled: boolean) => change(id, { enabled }),
    setPolicy: (id: string, policy: KeptPack['policy']) => change(id, { policy }),
  };
  const state = signal<MemoryState>({ is: 'opened', ok: true, memory: { ...memory, packs } });
  const asked: string[] = [];
  const policyPacks = createPolicyPacks({
    memory: state,
    readBuiltIn: async () => [],
    admit: async ({ text }) => ({
      ...admitPack({ text, builtIn: [] }),
      signer: { is: 'unsigned' },
    }),
    compare: async () => [],
    digest: async (text) => text,
    isSelector: () => true,
    textOfFile: async () => undefined,
    fetchPack: async (from) => {
      asked.push(from);
      return fetched ?? { is: 'text', text: packFile({ id: 'team.far' }) };
    },
    lookAt: async () => ({ is: 'same' }),
    allow: async () => true,
    isAllowed: async () => allowed,
  });
  const apply = (...all: PolicyPack[]) => policyPacks.apply({ ...noPolicy, packs: all });
  const kept = () =>
    rows.map(({ id, enabled, policy }) => ({ id, enabled, locked: policy?.locked }));
  return { policyPacks, apply, kept, rows, asked, packs };
}

test('what the policy holds is taken and in use at once; what it lets go stays as any other', async () => {
  const { apply, kept, rows } = world();
  await apply({ text: packFile(), locked: true }, { url });
  expect(kept()).toEqual([
    { id: 'team.north', enabled: true, locked: true },
    { id: 'team.far', enabled: true, locked: false },
  ]);
  await apply({ text: packFile({ version: '1.1.0' }) });
  expect(rows[0]?.version).toBe('1.1.0');
  expect(kept()).toEqual([
    { id: 'team.north', enabled: true, locked: false },
    { id: 'team.far', enabled: true, locked: undefined },
  ]);
});

test('an address that is not allowed waits and is not asked; others are taken all the same', async () => {
  const { apply, kept, policyPacks, asked } = world({ allowed: false });
  await apply({ url }, { text: packFile() });
  expect(asked).toEqual([]);
  expect(policyPacks.missing.value).toEqual([{ name: url, url, is: 'waits' }]);
  expect(kept().map(({ id }) => id)).toEqual(['team.north']);
});

test('what cannot be used is told, and nothing that is there is let go for it', async () => {
  const { apply, kept, policyPacks } = world({
    fetched: { is: 'failed', why: 'offline', what: '' },
  });
  await apply({ text: packFile(), locked: true });
  await apply({ text: '{"format":1}', locked: true }, { url });
  expect(policyPacks.missing.value.map(({ name, is }) => [name, is])).toEqual([
    ['packs[0]', 'refused'],
    [url, 'refused'],
  ]);
  expect(kept()).toEqual([{ id: 'team.north', enabled: true, locked: true }]);
});

test('a policy that could not be kept holds up none behind it', async () => {
  const { apply, kept, packs } = world();
  const { setPolicy } = packs;
  packs.setPolicy = () => Promise.reject(new Error('The disk is full.'));
  await expect(apply({ text: packFile(), locked: true })).rejects.toThrow('The disk is full.');
  packs.setPolicy = setPolicy;
  await apply({ text: packFile(), locked: true });
  expect(kept()).toEqual([{ id: 'team.north', enabled: true, locked: true }]);
});
