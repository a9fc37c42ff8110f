import { beforeEach, expect, test, vi } from 'vitest';
import { extras } from '../../lib/browser/extras';

/** The extension's own storage, kept in plain sight. */
const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: (names: string | string[]) =>
          Promise.resolve(
            Object.fromEntries(
              [names]
                .flat()
                .flatMap((name) => (stored.has(name) ? [[name, stored.get(name)]] : [])),
            ),
          ),
        set: async (values: object) => {
          for (const [name, value] of Object.entries(values)) stored.set(name, value);
        },
      },
    },
  },
}));

const site = (origin: string, replyBox: string) => ({ origin, replyBox });
beforeEach(() => {
  stored.clear();
  stored.set('agentName', 'Noor');
  stored.set('taught', [site('https://a.example', '#mine')]);
});

test('settings and taught sites are taken; ticket systems and their credentials are not', async () => {
  stored.set('connections', [{ id: 'rt', address: 'https://rt.example' }]);
  stored.set('secrets', { rt: { token: 'hush' } });
  const taken = await extras.take();
  expect(taken).toMatchObject({ settings: { agentName: 'Noor' } });
  expect(JSON.stringify(taken)).not.toMatch(/hush|rt\.example/);
});

test('what was set or taught here stays; the rest comes from the backup', async () => {
  await extras.put({
    settings: { agentName: 'Lin', teamName: 'Dispatch', pulseSeconds: 60 },
    taught: [site('https://a.example', '#theirs'), site('https://b.example', '#b')],
  });
  expect(stored.get('agentName')).toBe('Noor');
  expect(stored.get('teamName')).toBe('Dispatch');
  expect(stored.get('pulseSeconds')).toBe(60);
  expect(stored.get('taught')).toEqual([
    site('https://a.example', '#mine'),
    site('https://b.example', '#b'),
  ]);
});

test('into a profile where nothing was set: all of it comes back', async () => {
  const taken = await extras.take();
  stored.clear();
  await extras.put(taken);
  expect(await extras.take()).toEqual(taken);
});

test.each([undefined, null, 'x', { settings: 7 }, { taught: [{ origin: 5 }] }])(
  '%j changes nothing',
  async (given) => {
    const before = [...stored];
    await extras.put(given);
    expect([...stored]).toEqual(before);
  },
);
