// The same in Firefox: a pack from a static host is looked through, taken, offered in a conversation, updated, gone back from.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textToSign } from '../../lib/domain/pack-signature';
import { packFile } from '../packs/small-pack';
import { signPack } from '../support/sign-pack.mjs';
import { startNginx } from '../support/nginx.mjs';
import { besideDemoInFirefox } from './beside-demo-firefox';
import type { BesideInFirefox } from './beside-demo-firefox';

const north = (version: string, text: string) =>
  packFile({
    version,
    phrases: [{ id: 'north.hear', text, places: ['greet', 'listen.acknowledge'] }],
  });
const keys = mkdtempSync(path.join(tmpdir(), 'composure-keys-'));
const downloads = mkdtempSync(path.join(tmpdir(), 'composure-downloads-'));
let nginx: Awaited<ReturnType<typeof startNginx>>;
let beside: BesideInFirefox;

beforeAll(async () => {
  [nginx, beside] = await Promise.all([startNginx(), besideDemoInFirefox({ downloads })]);
  nginx.put('north.json', north('1.0.0', 'North is listening, {customer}.'));
  await beside.desk.open(beside.demoUrl);
  await beside.desk.see('#log .customer');
  await beside.openPanel();
  await beside.panel.see('.phrase');
});
afterAll(async () => {
  await beside.close();
  await nginx.close();
  rmSync(downloads, { recursive: true });
  rmSync(keys, { recursive: true });
});

/** Works in the Desk, in a tab of its own, and comes back to the conversation. */
async function inDesk(work: (desk: BesideInFirefox['ownTab']) => Promise<void>): Promise<void> {
  await beside.desk.openTab(`${beside.firefox.address}options.html#packs`);
  await beside.ownTab.sees('Composure, English', '.packs');
  await work(beside.ownTab);
  await beside.desk.closeTab();
}

test('a pack is looked through, taken, switched on, and its phrase is offered', async () => {
  expect(nginx.asked()).toEqual([]);
  await inDesk(async (desk) => {
    await desk.type(
      { name: 'Or the address where your team hands it out' },
      `${nginx.url}north.json`,
    );
    await desk.clickOn('Allow this address and look');
    await desk.sees('North is listening, {customer}.', '.difference');
    await desk.clickOn('Take it');
    await desk.sees(`From ${nginx.url}north.json`, '.pack');
    await desk.click('.pack input[type="checkbox"]');
    // What is seen there is on the disk: the Desk may be closed.
    await beside.panel.sees('North is listening', '.phrase');
  });
  await beside.panel.sees('North is listening, Mara Ellison.', '.phrase');
});

test('a bad update is refused; a good one is taken, and gone back from', async () => {
  await inDesk(async (desk) => {
    nginx.put('north.json', '<!doctype html><title>Sign in</title>');
    await desk.clickOn('Look now');
    await desk.sees('This is a web page, not a pack.', '.faults');
    nginx.put('north.json', north('1.1.0', 'North here, {customer}.'));
    await desk.clickOn('Look now');
    await desk.sees('North here, {customer}.', '.difference ins');
    await desk.clickOn('Take it');
    await desk.misses('.review.card');
  });
  await beside.panel.sees('North here, Mara Ellison.', '.phrase');
  await inDesk(async (desk) => {
    await desk.clickOn('Earlier versions');
    await desk.clickOn('Go back to 1.0.0');
    await desk.sees('This is an older version', '.review');
    await desk.clickOn('Take it');
    await desk.misses('.review.card');
  });
  await beside.panel.sees('North is listening, Mara Ellison.', '.phrase');
});

test('once a pack was signed, another key is refused aloud', async () => {
  const sign = async (version: string, by: string) => {
    const { text } = await signPack(
      north(version, `Signed by ${by}.`),
      path.join(keys, by),
      textToSign,
    );
    nginx.put('north.json', text);
  };
  await inDesk(async (desk) => {
    await sign('2.0.0', 'Kim');
    await desk.clickOn('Look now');
    await desk.sees('Signed with the key', '.review');
    await desk.clickOn('Take it');
    await desk.sees('Signed with the key', '.pack');
    await sign('2.1.0', 'Eve');
    await desk.clickOn('Look now');
    await desk.sees('This is signed with another key', '.review .alarm');
  });
  await beside.panel.sees('Signed by Kim.', '.phrase');
});
