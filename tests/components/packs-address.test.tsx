import { expect, describe, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { textToSign } from '../../lib/domain/pack-signature';
import { digestOf } from '../../lib/packs/load-packs';
import { packFile } from '../packs/small-pack';
import { button, choose, phrase, showPacks, url } from './packs-world';

describe('an address', () => {
  const address = () => page.getByLabelText(/Or the address/);

  test('is asked for, shown before anything is taken, and looked at on demand', async () => {
    const { net } = await showPacks();
    net.fetched = { is: 'text', text: packFile(), etag: '"1"' };
    await userEvent.fill(address(), url);
    await button('Allow this address and look').click();
    await button('Take it').click();
    await expect.element(page.getByText(`From ${url}`)).toBeVisible();
    net.look = { is: 'same' };
    await button('Look now').click();
    await expect.element(page.getByText('“North”: nothing new.')).toBeVisible();
    const text = packFile({ version: '1.1.0', phrases: [phrase('a', 'New words.')] });
    net.look = { is: 'offer', version: '1.1.0', digest: await digestOf(text), text };
    await button('Look now').click();
    await expect.element(page.getByText('New words.')).toBeVisible();
    await button('Not now').click();
    await expect.element(page.getByText('Version 1.1.0 is there.')).toBeVisible();
    await button('See what changes').click();
    await button('Take it').click();
    await expect.element(page.getByText(/^1\.1\.0 ·/)).toBeVisible();
    await expect.element(page.getByText('Version 1.1.0 is there.')).not.toBeInTheDocument();
  });

  test('what it offers can be left for good', async () => {
    const { net } = await showPacks();
    net.fetched = { is: 'text', text: packFile() };
    await userEvent.fill(address(), url);
    await button('Allow this address and look').click();
    await button('Take it').click();
    net.look = { is: 'offer', version: '1.1.0', digest: 'd', text: packFile({ version: '1.1.0' }) };
    await button('Look now').click();
    await button('Not this version').click();
    await expect.element(page.getByText(/^1\.0\.0 ·/)).toBeVisible();
    await expect.element(page.getByText('Version 1.1.0 is there.')).not.toBeInTheDocument();
  });

  test('what it offers and cannot be used is told, and does not wait', async () => {
    const { net } = await showPacks();
    net.fetched = { is: 'text', text: packFile() };
    await userEvent.fill(address(), url);
    await button('Allow this address and look').click();
    await button('Take it').click();
    const tests = { drafts: [{ text: 'You must wait.', flagged: [] }] };
    const text = packFile({ version: '1.1.0', tests });
    net.look = { is: 'offer', version: '1.1.0', digest: 'd', text };
    await button('Look now').click();
    await expect.element(page.getByText(/This test fails/)).toBeVisible();
    await expect
      .element(page.getByText(/What is there now cannot be used as a pack/))
      .toBeVisible();
    await expect.element(page.getByText('Version 1.1.0 is there.')).not.toBeInTheDocument();
  });

  test.each([
    ['http://team.example/pack.json', 'Take an https address'],
    ['https://kim:secret@team.example/pack.json', 'Take an https address'],
    ['pack.json', 'Take an https address'],
  ])('%s is no address for a pack', async (typed, told) => {
    await showPacks();
    await userEvent.fill(address(), typed);
    await button('Allow this address and look').click();
    await expect.element(page.getByText(told)).toBeVisible();
  });

  test('that the browser may not fetch from is left alone', async () => {
    await showPacks({ allowed: false });
    await userEvent.fill(address(), url);
    await button('Allow this address and look').click();
    await expect.element(page.getByText('The browser was not allowed to fetch')).toBeVisible();
  });

  test('that goes back, changes without a number, or fails leaves what is there', async () => {
    const { net } = await showPacks();
    await choose(packFile({ version: '2.0.0' }));
    await button('Take it').click();
    const look = async (more: object) => {
      net.fetched = { is: 'text', text: packFile(more) };
      await userEvent.fill(address(), url);
      await button('Allow this address and look').click();
    };
    await look({ version: '1.9.9' });
    await expect.element(page.getByText('An older version is there now (1.9.9).')).toBeVisible();
    await look({ version: '2.0.0', title: 'Other' });
    await expect.element(page.getByText('the version is still 2.0.0')).toBeVisible();
    net.fetched = { is: 'failed', why: 'status', what: '404' };
    await button('Allow this address and look').click();
    await expect.element(page.getByText('The server answered with 404.')).toBeVisible();
    await expect.element(page.getByText(/^2\.0\.0 ·/)).toBeVisible();
  });
});

describe('a signed pack', () => {
  /** Signs as a lead's own tool does, with a key of this moment. */
  async function createSigner() {
    const usages = ['sign', 'verify'] as const;
    const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', true, usages);
    const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
    const key = base64(await crypto.subtle.exportKey('raw', publicKey));
    return async (more: object) => {
      const file = (value: string) => packFile({ ...more, signature: { key, value } });
      const bytes = new TextEncoder().encode(textToSign(file('')));
      return file(base64(await crypto.subtle.sign('Ed25519', privateKey, bytes)));
    };
  }

  test('keeps its key: what another one signed, or nobody, is refused aloud', async () => {
    await showPacks();
    const [kim, eve] = await Promise.all([createSigner(), createSigner()]);
    await choose(await kim({}));
    await expect.element(page.getByText(/^Signed with the key /)).toBeVisible();
    await button('Take it').click();
    await choose(await eve({ version: '1.1.0' }));
    await expect.element(page.getByText('This is signed with another key')).toHaveClass('alarm');
    await choose(packFile({ version: '1.1.0' }));
    await expect.element(page.getByText('The pack you have is signed')).toHaveClass('alarm');
    await choose((await kim({ version: '1.1.0' })).replace('North here', 'South here'));
    await expect.element(page.getByText('The signature does not fit')).toHaveClass('alarm');
    await choose(await kim({ version: '1.1.0' }));
    await expect.element(page.getByText(/^Signed with the same key as before/)).toBeVisible();
    await button('Take it').click();
    await expect.element(page.getByText(/^1\.1\.0 ·/)).toBeVisible();
  });
});
