import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LookedAt } from '../../lib/packs/look-at-pack';
import { fetchPack, mostFetchMs } from '../../lib/packs/fetch-pack';
import { digestOf } from '../../lib/packs/load-packs';
import { lookAtPack } from '../../lib/packs/look-at-pack';
import { lookDaily } from '../../lib/packs/look-daily';
import type { Look } from '../../lib/domain/kept-pack';
import { textToSign } from '../../lib/domain/pack-signature';
import { mostPackText } from '../../lib/domain/read-pack';
import { signPack } from '../support/sign-pack.mjs';
import { startNginx } from '../support/nginx.mjs';
import { keptPack, packFile } from './small-pack';

let nginx: Awaited<ReturnType<typeof startNginx>>;
beforeAll(async () => {
  nginx = await startNginx();
});
afterAll(() => nginx.close());
beforeEach(() => nginx.put('north.json', packFile()));

const never = () => () => {};
const world = { fetch, schedule: never, isAllowed: async () => true, subtle: crypto.subtle };
const get = (name: string, etag?: string) => fetchPack(`${nginx.url}${name}`, etag, world);

describe('what comes of an address', () => {
  test('the text as it is, and once its ETag is known, that it is the same', async () => {
    const first = await get('north.json');
    if (first.is !== 'text') throw new Error(`There was no text: ${first.is}.`);
    expect(first.text).toBe(packFile());
    expect(await get('north.json', first.etag)).toEqual({ is: 'same' });
    expect(nginx.asked().slice(-2)).toEqual(['GET /north.json 200', 'GET /north.json 304']);
    nginx.put('north.json', packFile({ version: '1.1.0' }));
    expect((await get('north.json', first.etag)).is).toBe('text');
  });

  test('a mark before the text stays in it', async () => {
    nginx.put('mark.json', '\ufeff{}');
    expect(await get('mark.json')).toMatchObject({ is: 'text', text: '\ufeff{}' });
  });

  test('nothing there, somewhere else, too much, nobody', async () => {
    expect(await get('nowhere.json')).toEqual({ is: 'failed', why: 'status', what: '404' });
    expect(await get('forward/north.json')).toEqual({ is: 'failed', why: 'forwarded', what: '' });
    nginx.put('huge.json', ' '.repeat(mostPackText + 1));
    expect(await get('huge.json')).toEqual({ is: 'failed', why: 'too-big', what: '10' });
    const nobody = await fetchPack('http://127.0.0.1:9/', undefined, world);
    expect(nobody).toEqual({ is: 'failed', why: 'offline', what: '' });
  });

  test('who sends a letter at a time is given up after half a minute', async () => {
    let end = () => {};
    const server = http.createServer((_, response) => {
      response.write('{');
      // The clock jumps once the first letter is on its way.
      end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    let waits = 0;
    const schedule = (callback: () => void, ms: number) => {
      waits = ms;
      end = callback;
      return () => {};
    };
    const fetched = await fetchPack(`http://127.0.0.1:${port}/`, undefined, { fetch, schedule });
    expect(fetched).toEqual({ is: 'failed', why: 'too-slow', what: '30' });
    expect(waits).toBe(mostFetchMs);
    server.closeAllConnections();
    server.close();
  });

  test('bytes that are no text are no pack', async () => {
    const server = http.createServer((_, response) => response.end(Buffer.from([0xff, 0xfe, 0])));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const fetched = await fetchPack(`http://127.0.0.1:${port}/`, undefined, world);
    expect(fetched).toEqual({ is: 'failed', why: 'not-a-pack', what: '' });
    server.closeAllConnections();
    server.close();
  });
});

describe('a look at the address of a pack', () => {
  const here = async (more: object = {}): Promise<LookedAt> => ({
    id: 'team.north',
    version: '1.0.0',
    digest: await digestOf(packFile()),
    source: { url: `${nginx.url}north.json` },
    ...more,
  });
  const look = async (served: string, more: object = {}) => {
    nginx.put('north.json', served);
    return lookAtPack(await here(more), world);
  };

  test('a higher version is offered, byte by byte', async () => {
    const text = packFile({ version: '1.0.1' });
    expect(await look(text)).toMatchObject({
      is: 'offer',
      version: '1.0.1',
      text,
      digest: await digestOf(text),
    });
  });

  test('the same bytes, and a version that was declined, are nothing new', async () => {
    expect(await look(packFile())).toEqual({ is: 'same' });
    const text = packFile({ version: '2.0.0' });
    const source = { url: `${nginx.url}north.json`, declined: await digestOf(text) };
    expect(await look(text, { source })).toEqual({ is: 'same' });
  });

  test.each([
    ['a web page', '<html>Sign in</html>', 'not-a-pack', ''],
    ['half a pack', packFile().slice(0, 100), 'not-a-pack', ''],
    ['another pack', packFile({ id: 'team.west', version: '9.0.0' }), 'another-pack', 'team.west'],
    ['an older version', packFile({ version: '0.9.9' }), 'backwards', '0.9.9'],
    ['another text under the same version', packFile({ title: 'N' }), 'same-version', '1.0.0'],
  ])('%s is refused', async (_, served, why, what) => {
    expect(await look(served)).toMatchObject({ is: 'failed', why, what });
  });

  test('of a pack that was signed, only what the same key signed is offered', async () => {
    const keys = mkdtempSync(path.join(tmpdir(), 'composure-keys-'));
    const sign = (version: string, by: string) =>
      signPack(packFile({ version }), path.join(keys, by), textToSign);
    const { key: signer } = await sign('1.0.0', 'kim');
    const told = async (served: string) => {
      const found = await look(served, { signer });
      return found.is === 'failed' ? found.why : found.is;
    };
    const ours = await sign('1.1.0', 'kim');
    expect(await told(ours.text)).toBe('offer');
    expect(await told(ours.text.replace('North here', 'South here'))).toBe('bad-signature');
    expect(await told((await sign('1.1.0', 'eve')).text)).toBe('another-key');
    expect(await told(packFile({ version: '1.1.0' }))).toBe('unsigned');
    rmSync(keys, { recursive: true });
  });

  test('without the permission nobody is asked', async () => {
    const before = nginx.asked().length;
    const refused = await lookAtPack(await here(), { ...world, isAllowed: async () => false });
    expect(refused).toEqual({ is: 'failed', why: 'not-allowed', what: '' });
    expect(nginx.asked()).toHaveLength(before);
  });
});

test('each pack in use that has an address is looked at once a day', async () => {
  const hour = 3_600_000;
  const source = (lookedAt?: number) => ({
    source: { url: 'https://a.example/', ...(lookedAt !== undefined && { lookedAt }) },
  });
  const all = [
    keptPack('never', source()),
    keptPack('yesterday', source(76 * hour)),
    keptPack('today', source(77 * hour)),
    keptPack('ahead', source(200 * hour)),
    keptPack('off', { ...source(), enabled: false }),
    keptPack('file', {}),
  ];
  const noted: string[] = [];
  await lookDaily({
    packs: { all: async () => all, noteLook: async (id, { is }) => void noted.push(`${id} ${is}`) },
    look: async (): Promise<Look> => ({ is: 'same' }),
    now: () => 100 * hour,
  });
  expect(noted).toEqual(['never same', 'yesterday same', 'ahead same']);
});
