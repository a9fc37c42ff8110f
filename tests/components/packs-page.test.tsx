import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import englishPack from '../../public/packs/en.json';
import { packFile } from '../packs/small-pack';
import { button, choose, phrase, showPacks, url } from './packs-world';
import { findBarriers, findOverflow, setScreen } from './world';

test('a file is tried, shown with what it adds, taken, switched on, and given back byte by byte', async () => {
  const { saved, memory } = await showPacks();
  const text = `\ufeff  ${packFile({ authors: ['Kim'] })}\r\n\n`;
  await choose(text);
  await expect.element(page.getByText('North, version 1.0.0')).toBeVisible();
  await expect.element(page.getByText('Hello {customer}, North here.')).toBeVisible();
  await button('Take it').click();
  await expect.element(page.getByText('by Kim')).toBeVisible();
  const use = page.getByRole('checkbox', { name: 'Use “North”' });
  await expect.element(use).not.toBeChecked();
  await use.click();
  await expect.element(use).toBeChecked();
  await button('Export').click();
  await expect.poll(() => saved[0]?.name).toBe('team.north-1.0.0.json');
  // Reading a file as text drops the mark before it.
  expect(await saved[0]?.text).toBe(text.slice(1));
  const state = memory.value;
  const packs = state.is === 'opened' && state.ok ? state.memory.packs : undefined;
  const [row] = (await packs?.all()) ?? [];
  expect(row && (await packs?.textOf(row))).toBe(text);
});

test('the built-in packs come back from the Desk byte by byte', async () => {
  const { saved } = await showPacks();
  const mine = { ...englishPack, id: 'team.all' };
  const text = `${JSON.stringify(mine, null, 2)}\n`;
  await choose(text);
  await button('Take it').click();
  await button('Export').click();
  await expect.poll(async () => saved[0]?.text).toBe(text);
});

test('another version shows what changes before it is taken; the one before can be gone back to', async () => {
  await showPacks();
  await choose(packFile({ phrases: [phrase('a', 'One.'), phrase('b', 'Two.')] }));
  await button('Take it').click();
  await choose(
    packFile({ version: '1.1.0', phrases: [phrase('b', 'Twice.'), phrase('c', 'Three.')] }),
  );
  await expect.element(page.getByText('North, version 1.1.0 instead of 1.0.0')).toBeVisible();
  await expect.element(page.getByText('1 added · 1 changed · 1 removed')).toBeVisible();
  expect([...document.querySelectorAll('.difference del')].map((one) => one.textContent)).toEqual([
    'Two.',
    'One.',
  ]);
  expect([...document.querySelectorAll('.difference ins')].map((one) => one.textContent)).toEqual([
    'Twice.',
    'Three.',
  ]);
  await button('Not now').click();
  await expect.element(page.getByText(/^1\.0\.0 ·/)).toBeVisible();
  await choose(packFile({ version: '1.1.0', phrases: [phrase('b', 'Twice.')] }));
  await button('Take it').click();
  await expect.element(page.getByText(/^1\.1\.0 ·/)).toBeVisible();
  await button('Earlier versions').click();
  await button('Go back to 1.0.0').click();
  await expect
    .element(page.getByText('This is an older version than the one in use.'))
    .toBeVisible();
  await button('Take it').click();
  await expect.element(page.getByText(/^1\.0\.0 ·/)).toBeVisible();
});

test('a file that is no pack is refused with each place, and nothing is taken', async () => {
  const { shelf } = await showPacks();
  await choose(packFile({ version: '1', phrases: [{ ...phrase('a', 'Hi'), txt: 1 }] }), 'bad.json');
  await expect.element(page.getByText('“bad.json” cannot be used:')).toBeVisible();
  await expect
    .element(page.getByText(/^Line 4, version: A version is three numbers/))
    .toBeVisible();
  await expect.element(page.getByText(/phrases\[0\]\.txt: “txt” is not known here/)).toBeVisible();
  await expect.element(button('Take it')).not.toBeInTheDocument();
  await button('Dismiss').click();
  expect(shelf.rows.value).toEqual([]);
});

test('a pack whose own test fails is refused and says which', async () => {
  await showPacks();
  await choose(packFile({ tests: { drafts: [{ text: 'You must wait.', flagged: [] }] } }));
  await expect
    .element(page.getByText(/tests\.drafts\[0\]: This test fails: “You must wait\.” must not be/))
    .toBeVisible();
});

test('a description of a page with a broken selector is refused at its place', async () => {
  await showPacks();
  const site = { id: 'chat', title: 'Chat', seen: '2026', marks: 'main', list: 'ol', row: 'li[' };
  await choose(packFile({ sites: [site] }));
  await expect
    .element(page.getByText(/sites\[0\]\.row: “li\[” is not a CSS selector/))
    .toBeVisible();
  await expect.element(button('Take it')).not.toBeInTheDocument();
});

test('markup in a pack is text', async () => {
  await showPacks();
  const text = '<img src=x onerror="document.title=1">&amp;<b>bold</b>';
  await choose(packFile({ title: '<i>North</i>', phrases: [phrase('a', text)] }));
  await expect.element(page.getByText(text)).toBeVisible();
  expect(document.querySelector('.review img, .review b, .review i')).toBeNull();
});

test('a pack is removed, and comes back with one click', async () => {
  await showPacks();
  await choose(packFile());
  await button('Take it').click();
  await button('Remove').click();
  await expect.element(page.getByText('“North” was removed.')).toBeVisible();
  await expect.element(button('Export')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(button('Export')).toBeVisible();
});

test('packs in use are ordered, and what they are at odds over is told', async () => {
  const { shelf } = await showPacks();
  for (const id of ['north', 'south']) {
    await choose(packFile({ id: `team.${id}`, title: id, hides: { rewrites: [`no-${id}`] } }));
    await button('Take it').click();
    await page.getByRole('checkbox', { name: `Use “${id}”` }).click();
  }
  const odds = page.getByText('“team.hello” is in both team.south and team.north; team.south goes');
  await expect.element(odds).toBeVisible();
  await expect.element(page.getByText('team.north replaces or hides “no-north”')).toBeVisible();
  await button('Move “north” up').click();
  await expect
    .element(page.getByText('“team.hello” is in both team.north and team.south'))
    .toBeVisible();
  await page.getByLabelText('Layer').last().selectOptions('personal');
  await expect
    .poll(() => shelf.rows.value.map(({ id }) => id))
    .toEqual(['team.south', 'team.north']);
});

test('what a team has locked is told to who wants to change it', async () => {
  await showPacks();
  await choose(packFile({ locks: { phrases: true } }));
  await button('Take it').click();
  await page.getByRole('checkbox', { name: 'Use “North”' }).click();
  const own = packFile({ id: 'my.own', title: 'Mine', hides: { phrases: ['team.hello'] } });
  await choose(own);
  await button('Take it').click();
  await page.getByRole('checkbox', { name: 'Use “Mine”' }).click();
  await expect
    .element(page.getByText('my.own wants to change “team.hello”, which team.north has locked'))
    .toBeVisible();
});

test('ten thousand phrases are read with progress, and shown a part at a time', async () => {
  const { shelf } = await showPacks();
  const shares: number[] = [];
  const stop = shelf.review.state.subscribe((state) => {
    if (state?.is === 'reading') shares.push(state.share);
  });
  const phrases = Array.from({ length: 10_000 }, (_, index) =>
    phrase(`p${index}`, `Line ${index}.`),
  );
  await choose(packFile({ phrases }));
  await expect.element(page.getByText('10000 added · 0 changed · 0 removed')).toBeVisible();
  stop();
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(document.querySelectorAll('.difference li')).toHaveLength(50);
  await button('and 9950 more').click();
  await expect.poll(() => document.querySelectorAll('.difference li').length).toBe(550);
  await button('Take it').click();
  await expect.element(page.getByText('phrases 10000')).toBeVisible();
});

const screens = [360, 1024].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

test.each(screens)(
  'no barriers at $width px, $scheme, $language',
  async ({ width, scheme, language }) => {
    await setScreen(width, scheme);
    const { shelf, net } = await showPacks({ language });
    await shelf.review.readFile(
      new File([packFile({ authors: ['Kim'], licence: 'MIT' })], 'a.json'),
    );
    await shelf.review.take();
    net.fetched = { is: 'text', text: packFile({ version: '1.1.0', title: 'North and South' }) };
    await shelf.review.readAddress(url);
    await shelf.review.take();
    net.look = { is: 'failed', why: 'another-pack', what: 'team.west' };
    const [row] = shelf.rows.value;
    if (!row) throw new Error('The pack is not there.');
    await shelf.review.look(row);
    await shelf.showVersions(row);
    await shelf.setEnabled(row.id, true);
    await shelf.review.readFile(
      new File(
        [packFile({ version: '1.0.0', phrases: [phrase('a', 'You must wait.')] })],
        'b.json',
      ),
    );
    await expect.poll(() => document.querySelectorAll('.faults li').length).toBe(1);
    expect(await findBarriers()).toEqual([]);
    expect(findOverflow()).toEqual([]);
  },
);

test('what is used of a pack is shown, saved as a file, and counted together with a team’s', async () => {
  const { memory, saved } = await showPacks();
  await choose(packFile({ phrases: [phrase('a', 'One.'), phrase('b', 'Two.')] }));
  await button('Take it').click();
  const state = memory.value;
  const opened = state.is === 'opened' && state.ok ? state.memory : undefined;
  const facts = { key: 'k', site: 's', channel: 'c', customer: '' };
  const row = await opened?.ledger.open(facts);
  const sent = { kind: 'phraseSent', at: 2, phrase: 'b', messageKey: 'm', how: 'edited' } as const;
  await opened?.ledger.append(row?.id ?? '', [{ kind: 'inserted', at: 1, phrase: 'b' }, sent]);
  await page.getByRole('combobox', { name: 'Phrases of' }).selectOptions('North');
  await expect.element(page.getByText('In use: 1. Not in use: 1.')).toBeVisible();
  await expect.element(page.getByRole('row', { name: 'Two. 1 1 0' })).toBeVisible();
  await button('Save my counts as a file').click();
  await expect.poll(() => saved.length).toBe(1);
  const mine = (await saved.at(-1)?.text) ?? '';
  const files = [
    new File([mine], 'kim.json'),
    new File([mine], 'noor.json'),
    new File(['{}'], 'x.json'),
  ];
  await userEvent.upload(
    document.querySelector('.uses input[type="file"]') ?? document.body,
    files,
  );
  await expect.element(page.getByText('Files counted together: 2.')).toBeVisible();
  await expect.element(page.getByText('Not a file of counts: x.json')).toBeVisible();
  await expect.element(page.getByRole('row', { name: 'Two. 2 2 0' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to my own' }).click();
  await expect.element(page.getByRole('row', { name: 'Two. 1 1 0' })).toBeVisible();
  expect(await findBarriers()).toEqual([]);
});
