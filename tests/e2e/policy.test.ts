// A lead sets up the team's browsers by policy; agents have it without a click, and see what is locked and why.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { packFile } from '../packs/small-pack';
import { launchChromium } from '../support/chromium.mjs';
import { copyBuild } from '../support/copy-build.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { startNginx } from '../support/nginx.mjs';
import { createChromiumPolicy, createIdentity, createPolicyFile } from '../support/policy-file.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild, firefoxBuild } from './beside-demo';

const folder = mkdtempSync(path.join(tmpdir(), 'composure-policy-'));
const closing: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true })];
afterEach(async () => {
  for (const close of closing.splice(1).toReversed()) await close();
});

const listening = (id: string, text: string, version = '1.0.0') =>
  packFile({
    id: `team.${id}`,
    title: id,
    version,
    phrases: [{ id: `${id}.hear`, text, places: ['greet', 'listen.acknowledge'] }],
  });

/** A build that no other test uses, with an id, and so a policy, of its own. */
function copyOf(build: string, more: object): string {
  const copy = path.join(folder, path.basename(build));
  copyBuild(build, copy, more);
  return copy;
}

const policyOf = (packs: readonly object[]) => ({
  packs,
  sites: [{ origin: 'https://help.example', replyBox: '#answer', locked: true }],
  tickets: { system: 'zendesk', address: 'https://north.zendesk.com', locked: true },
  settings: { pulseSeconds: 45, teamName: 'North', warnMinutes: 500, maskAlways: true },
  locked: ['pulseSeconds'],
});

async function hosts() {
  const [demo, nginx] = await Promise.all([serveDemo(), startNginx()]);
  closing.push(demo.close, nginx.close);
  nginx.put('south.json', listening('south', 'South is listening, {customer}.'));
  return { demo, nginx };
}

test('in Chromium: packs, site, ticket system and settings are there; a change is taken at once', async () => {
  const { demo, nginx } = await hosts();
  const { id, key } = createIdentity();
  const { set, remove } = createChromiumPolicy(id);
  closing.push(remove);
  const inline = listening('north', 'North is listening, {customer}.');
  const waiting = { url: 'https://packs.example/east.json' };
  set(policyOf([{ text: inline, locked: true }, { url: `${nginx.url}south.json` }, waiting]));

  const extension = copyOf(chromeBuild, { key });
  const chromium = await launchChromium({ extension, watch: true });
  closing.push(chromium.close);
  expect(chromium.extension.id).toBe(id);
  const chat = await chromium.browser.newPage();
  await chat.goto(`${demo.url}?lang=en&speed=fast`);
  await chat.waitForSelector('#log .customer');
  const panel = createHands(await chromium.openPanel(chat));
  await panel.sees('North is listening, Mara Ellison.', '.phrase');
  await panel.sees('South is listening, Mara Ellison.', '.suggestions');
  await panel.sees('hands out a pack at https://packs.example/east.json', '.notice');

  const page = await chromium.browser.newPage();
  const desk = createHands(page);
  const isOff = (selector: string) =>
    page.$eval(selector, (one) => one.matches(':disabled, fieldset:disabled *'));
  await page.goto(`${chromium.address}options.html#packs`);
  await desk.sees('Handed out and locked by your organisation’s policy', '.pack');
  await desk.sees('https://packs.example/east.json: the browser may not ask there yet.', '.packs');
  expect(await isOff('input[aria-label="Use “north”"]')).toBe(true);
  expect(await isOff('input[aria-label="Use “south”"]')).toBe(false);

  await page.goto(`${chromium.address}options.html#settings`);
  await desk.sees('Set by your organisation’s policy; it cannot be changed here.', '.locked');
  await desk.sees('“settings.warnMinutes” should be one of, or within: ≤ 120', '.faults');
  expect(await page.$eval('.locked select', (one) => one.value)).toBe('45');
  await page.goto(`${chromium.address}options.html#sites`);
  await desk.sees('https://help.example', '.sites');
  await page.goto(`${chromium.address}options.html#tickets`);
  await desk.sees('Set by your organisation’s policy', '.locked');
  expect(await isOff('.locked input')).toBe(true);
  expect(await isOff('input[type="password"]')).toBe(false);
  await page.waitForSelector('.locked input[type="checkbox"]:checked');

  set(policyOf([{ text: listening('north', 'North hears you, {customer}.', '1.1.0') }]));
  await panel.sees('North hears you', '.phrase');
  await page.goto(`${chromium.address}options.html#packs`);
  await desk.sees('Handed out by your organisation’s policy.', '.pack');
  await page.waitForFunction(() => !document.querySelector('.packs input:disabled'));
});

test('in Firefox: from a managed storage manifest', async () => {
  const { demo, nginx } = await hosts();
  const id = 'policy-test@composure';
  const place = path.join(homedir(), '.mozilla', 'managed-storage');
  const { write, remove } = createPolicyFile(place, `${id}.json`);
  closing.push(remove);
  const inline = listening('north', 'North is listening, {customer}.');
  const data = policyOf([{ text: inline, locked: true }, { url: `${nginx.url}south.json` }]);
  write({ name: id, description: 'Composure', type: 'storage', data });

  const own = JSON.parse(readFileSync(path.join(firefoxBuild, 'manifest.json'), 'utf8'));
  const gecko = { ...own.browser_specific_settings.gecko, id };
  const extension = copyOf(firefoxBuild, { browser_specific_settings: { gecko } });
  const firefox = await launchFirefox({ extension });
  closing.push(firefox.close);
  await firefox.open(`${demo.url}?lang=en&speed=fast`);
  await firefox.openPanel();
  const phrases = () =>
    firefox.sidebar.evaluate(() => document.querySelector('.suggestions')?.textContent ?? '');
  await until('the phrase of the policy', async () =>
    (await phrases()).includes('North is listening, Mara Ellison.'),
  );
  await firefox.open(`${firefox.address}options.html#packs`);
  const shown = () => firefox.page.evaluate(() => document.body.innerText);
  await until('the reason', async () => (await shown()).includes('Handed out and locked by your'));
  const isOff = () =>
    firefox.page.evaluate(
      () =>
        document.querySelector<HTMLInputElement>('.pack input[type="checkbox"]:disabled') !== null,
    );
  expect(await isOff()).toBe(true);
});
