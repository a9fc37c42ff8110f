import { expect, test } from 'vitest';
import { comparePackages, planFor } from './machine-plan.mjs';

const ready = {
  node: 'v20.19.0',
  packages: 'here' as const,
  missing: [] as string[],
  root: false,
  apt: true,
};

test('a machine that has everything needs nothing', () => {
  expect(planFor(ready, 'npm test')).toEqual({ ok: true, actions: [] });
});

test.each(['v18.20.0', 'v20.18.3', 'v0.12.0'])(
  'Node %s is too old, and the message says what to do',
  (node) => {
    const plan = planFor({ ...ready, node }, 'npm start');
    expect(plan).toMatchObject({
      ok: false,
      message: expect.stringContaining('needs Node 20.19 or newer'),
    });
  },
);

test.each(['v20.19.0', 'v22.0.0', 'v100.1.0'])('Node %s is new enough', (node) => {
  expect(planFor({ ...ready, node }, 'npm start').ok).toBe(true);
});

test('root on Debian gets programs first, then packages', () => {
  const machine = {
    ...ready,
    root: true,
    missing: ['chromium', 'xvfb'],
    packages: 'missing' as const,
  };
  const plan = planFor(machine, 'npm test');
  expect(plan.ok && plan.actions.map(({ kind }) => kind)).toEqual(['apt', 'npm']);
  expect(plan.ok && plan.actions[0]).toMatchObject({ packages: ['chromium', 'xvfb'] });
});

test('anyone else on Debian gets the one line to run', () => {
  const plan = planFor({ ...ready, missing: ['prosody', 'lua-event'] }, 'npm test');
  expect(!plan.ok && plan.message).toContain(
    'sudo apt-get install -y --no-install-recommends prosody lua-event',
  );
});

test.each([
  [['chromium'], 'CHROME_PATH'],
  [['firefox-esr'], 'FIREFOX_PATH'],
  [['xvfb', 'prosody'], 'xvfb, prosody'],
])('without apt, %s is asked for by name', (missing, named) => {
  const plan = planFor({ ...ready, apt: false, root: true, missing }, 'npm start');
  expect(!plan.ok && plan.message).toContain(named);
});

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  },
};

test.each([
  ['nothing installed', undefined, 'missing'],
  ['all that this system can have', { 'node_modules/a': { version: '1.0.0' } }, 'here'],
  ['another version', { 'node_modules/a': { version: '0.9.0' } }, 'stale'],
  ['one is not there', {}, 'stale'],
  [
    'one that the lock file no longer names',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } },
    'stale',
  ],
] as const)('packages, %s: %s is %s', (_, packages, verdict) => {
  expect(comparePackages(wanted, packages && { packages })).toBe(verdict);
});
