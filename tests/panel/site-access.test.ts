import { expect, test } from 'vitest';
import { createSession } from '../../lib/panel/session';
import { createSiteAccess } from '../../lib/panel/site-access';
import { createFakePage, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const url = 'https://chat.example.com/talks/1';

function besidePage(answer = true) {
  const page = createFakePage();
  const session = createSession(page.openLink);
  const allowed = new Set<string>();
  const asked: string[] = [];
  const site = createSiteAccess(session, {
    isAllowed: async (each) => allowed.has(each),
    allowSite: async (each) => {
      asked.push(each);
      if (answer) allowed.add(each);
      return answer;
    },
    forgetSite: async (each) => allowed.delete(each),
  });
  session.bind(7);
  return { page, site, allowed, asked };
}

test('without a page there is no site to speak of', async () => {
  const { site } = besidePage();
  await settled();
  expect(site.always.value).toBeUndefined();
});

test('a page tells whether its site is allowed for good', async () => {
  const { page, site, allowed } = besidePage();
  page.show(url, viewOf([]));
  await settled();
  expect(site.always.value).toBe(false);
  allowed.add('https://other.example.com/');
  page.show('https://other.example.com/', viewOf([]));
  await settled();
  expect(site.always.value).toBe(true);
});

test('allowing asks at once, as a click demands, and looks at the page again', async () => {
  const { page, site, asked } = besidePage();
  page.show(url, viewOf([]));
  await settled();
  const allowing = site.allow();
  expect(asked).toEqual([url]);
  await allowing;
  expect([site.always.value, page.retries()]).toEqual([true, 1]);
});

test('a user who refuses changes nothing', async () => {
  const { page, site } = besidePage(false);
  page.show(url, viewOf([]));
  await site.allow();
  expect([site.always.value, page.retries()]).toEqual([false, 0]);
});

test('a site may be forgotten', async () => {
  const { page, site } = besidePage();
  page.show(url, viewOf([]));
  await site.allow();
  await site.forget();
  expect(site.always.value).toBe(false);
});

test('a late answer about a page that was left is not believed', async () => {
  const page = createFakePage();
  const session = createSession(page.openLink);
  const answers = new Map<string, (allowed: boolean) => void>();
  const site = createSiteAccess(session, {
    isAllowed: (each) => new Promise((resolve) => answers.set(each, resolve)),
    allowSite: async () => true,
    forgetSite: async () => true,
  });
  const other = 'https://other.example.com/';
  session.bind(7);
  page.show(url, viewOf([]));
  page.show(other, viewOf([]));
  answers.get(other)?.(false);
  await settled();
  answers.get(url)?.(true);
  await settled();
  expect(site.always.value).toBe(false);
});
