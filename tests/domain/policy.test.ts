// A policy: what is right of it applies, what is wrong is named by its key.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noPolicy, readPolicy } from '../../lib/domain/policy';
import { connectionsUnder } from '../../lib/domain/policy-tickets';
import { policySchemaText } from '../../lib/domain/policy-schema';
import type { Connection } from '../../lib/domain/ticket';

const good = {
  packs: [{ url: 'https://team.example/north.json', locked: true }, { text: '{}' }],
  sites: [{ origin: 'https://help.example', replyBox: '#answer', locked: true }],
  tickets: { system: 'zendesk', address: 'https://north.zendesk.com', fields: { brand: '7' } },
  settings: { pulseSeconds: 45, teamName: 'North', retention: { days: 365, states: ['reviewed'] } },
  locked: ['pulseSeconds', 'retention'],
};

test('a policy is taken as it is', () => {
  expect(readPolicy(good)).toEqual({ ...good, faults: [] });
  expect(readPolicy({})).toEqual(noPolicy);
});

test('what is wrong is named by its key, and the rest applies', () => {
  const policy = readPolicy({
    ...good,
    pack: 1,
    packs: [
      { url: 'http://team.example/x.json' },
      { url: 'https://ok.example/x.json', lock: true },
      ...good.packs,
    ],
    sites: [{ origin: 'https://help.example/path' }],
    tickets: { system: 'zendesk', address: 'ftp://x' },
    settings: { ...good.settings, pulseSeconds: 5, sound: 'loud', colour: 'red' },
    locked: ['sound', 'agentName'],
  });
  expect(policy.packs).toEqual(good.packs);
  expect(policy.settings).toEqual({ teamName: 'North', retention: good.settings.retention });
  expect(policy.locked).toEqual(['sound']);
  expect(policy.tickets).toBeUndefined();
  expect(policy.faults.map(({ key, why }) => [key, why])).toEqual([
    ['pack', 'unknown'],
    ['packs[0].url', 'address'],
    ['packs[1].lock', 'unknown'],
    ['sites[0].origin', 'origin'],
    ['tickets.address', 'address'],
    ['settings.pulseSeconds', 'value'],
    ['settings.sound', 'type'],
    ['settings.colour', 'unknown'],
    ['locked[1]', 'value'],
  ]);
});

test('a fault says what is wanted instead', () => {
  const { faults } = readPolicy({
    packs: 'all',
    tickets: { system: 'zendesk', address: 'https://x.example', mapping: [{ to: 7 }], a: 1, b: 2 },
    settings: { pulseSeconds: 5, sound: 'loud', tone: 'cold', retention: { days: 0, states: [] } },
    locked: ['sound', 'agentName'],
  });
  const told = faults.map(({ key, why, what }) => `${key} ${why} ${what}`.trim());
  expect(told).toEqual([
    'packs type array',
    'tickets.mapping[0].to type string',
    expect.stringMatching(/^tickets\.mapping\[0\]\.from value fixed, category, /),
    'tickets.mapping[0].value type string',
    'tickets.a, b unknown',
    'settings.pulseSeconds value ≥ 15',
    'settings.sound type boolean',
    'settings.tone unknown',
    'settings.retention.days value ≥ 30',
    expect.stringMatching(/^locked\[1\] value language, teamName, /),
  ]);
  expect(readPolicy({ settings: { pulseSeconds: 1e9 } }).faults).toEqual([
    { key: 'settings.pulseSeconds', why: 'value', what: '≤ 120' },
  ]);
});

test('whatever stands there, reading it ends, and nothing is polluted', () => {
  const key = fc.constantFrom('packs', 'sites', 'tickets', 'settings', 'locked', '__proto__', 'x');
  fc.assert(
    fc.property(fc.oneof(fc.dictionary(key, fc.jsonValue()), fc.jsonValue()), (raw) => {
      const { packs, faults } = readPolicy(raw);
      expect(Array.isArray(packs) && Array.isArray(faults)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('the schema for browsers is made of the one that reads policies; npm run pack -- schema writes it', () => {
  const file = path.join(import.meta.dirname, '../../public/policy.schema.json');
  expect(readFileSync(file, 'utf8')).toBe(policySchemaText());
  const words = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [word, value] of Object.entries(node)) {
      words.add(word);
      for (const inner of word === 'properties' ? Object.values(value) : [value]) collect(inner);
    }
  };
  collect(JSON.parse(policySchemaText()));
  // Chromium refuses a whole schema for a word that it does not know.
  expect([...words].toSorted()).toEqual(['additionalProperties', 'items', 'properties', 'type']);
});

describe('the ticket system of a policy', () => {
  const set = { ...good.tickets, mask: true };
  const mine: Connection = {
    id: 'jira https://j.example',
    system: 'jira',
    address: 'https://j.example',
    fields: {},
    mask: false,
  };
  const id = 'zendesk https://north.zendesk.com';

  test('is offered where the agent has none', () => {
    expect(connectionsUnder(set, [])).toMatchObject([{ id, fields: { brand: '7' } }]);
    expect(connectionsUnder(set, [mine])).toEqual([mine]);
    expect(connectionsUnder(undefined, [mine])).toEqual([mine]);
  });

  test('is masked unless the policy says otherwise, and open to changes unless it locks', () => {
    const [offered] = connectionsUnder(good.tickets, []);
    expect(offered).toStrictEqual({
      id,
      system: 'zendesk',
      address: 'https://north.zendesk.com',
      mask: true,
      fields: { brand: '7' },
    });
    const mapping = [{ from: 'what' as const, to: 'subject', value: '' }];
    const [mapped] = connectionsUnder({ ...set, mapping, mask: false }, []);
    expect(mapped).toMatchObject({ mapping, mask: false });
    expect(connectionsUnder({ ...set, address: 'no address', locked: true }, [mine])).toEqual([
      mine,
    ]);
  });

  test('goes before the agent’s own where it is locked, with the fields that the agent has given', () => {
    const own = {
      ...mine,
      id,
      system: 'zendesk',
      address: 'https://north.zendesk.com',
      fields: { email: 'kim@north.example', brand: '9' },
    };
    expect(connectionsUnder({ ...set, locked: true }, [mine, own])).toEqual([
      { ...own, mask: true, fields: { email: 'kim@north.example', brand: '7' }, locked: ['brand'] },
      mine,
    ]);
  });
});
