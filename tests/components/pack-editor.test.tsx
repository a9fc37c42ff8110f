import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Pack } from '../../lib/domain/pack';
import englishText from '../../public/packs/en.json?raw';
import { packFile } from '../packs/small-pack';
import { field, two, write } from './pack-editor-world';
import { button, phrase, showPacks } from './packs-world';
import { findBarriers, findOverflow, setScreen } from './world';

test('a built-in pack, opened and saved as a file, is the same byte by byte', async () => {
  const { savedText, saved } = await write(englishText);
  expect(await savedText()).toBe(englishText);
  expect(saved.at(-1)?.name).toMatch(/^built-in\.en-.*\.json$/);
});

test('what is written is seen as in the panel, kept as it is typed, undone and done again', async () => {
  const { savedText, reopen } = await write(two);
  const text = field('What the agent says');
  await expect.element(text).toHaveValue('Hello {customer}.');
  await text.fill('Dear {customer}, about {floor}: ');
  await userEvent.type(text, 'yes.');
  await expect.element(page.getByText('Mara Ellison')).toBeVisible();
  await field('{floor}: asked for with').fill('Which floor?');
  await page.getByRole('button', { name: 'Dear Mara Ellison' }).click();
  await expect.element(page.getByLabelText('Which floor?')).toBeVisible();
  await page.getByLabelText('Which floor?').fill('two');
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect
    .element(page.getByText('Goes into the reply box: Dear Mara Ellison, about two: yes.'))
    .toBeVisible();
  await reopen();
  await expect.element(text).toHaveValue('Dear {customer}, about {floor}: yes.');
  const after = packFile({
    phrases: [
      {
        ...phrase('a', 'Dear {customer}, about {floor}: yes.'),
        slots: [{ name: 'floor', prompt: 'Which floor?' }],
      },
      phrase('b', 'Good day to you.'),
    ],
  });
  expect(await savedText()).toBe(after);
  await button('Undo').click();
  await button('Undo').click();
  await expect.element(text).toHaveValue('Hello {customer}.');
  expect(await savedText()).toBe(two);
  await reopen();
  await expect.element(text).toHaveValue('Hello {customer}.');
  await userEvent.keyboard('{Control>}y{/Control}');
  await expect.element(text).toHaveValue('Dear {customer}, about {floor}: yes.');
});

test('phrases are added, moved and removed with the keyboard alone', async () => {
  const { savedText } = await write(two);
  const list = page.getByRole('listbox', { name: 'Phrases' });
  (list.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Insert}');
  await field('What the agent says').fill('A third one.');
  (list.element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{Home}{Delete}');
  await expect.element(field('What the agent says')).toHaveValue('A third one.');
  const saved = JSON.parse((await savedText()) ?? '');
  expect(saved.phrases.map((each: { text: string }) => each.text)).toEqual([
    'A third one.',
    'Good day to you.',
  ]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByRole('option')).toHaveLength(3);
});

test('what is to mend is told where it stands: slots, wording, phrases that say the same, failing tests', async () => {
  await write(
    packFile({
      phrases: [
        phrase('a', 'One moment, I look into your order now.'),
        phrase('b', 'One moment, I look into your orders now.'),
      ],
    }),
  );
  await expect.element(page.getByText('It can be used as it stands.')).toBeVisible();
  await expect.element(page.getByText('Phrases that say the same: 1')).toBeVisible();
  await field('What the agent says').fill('You must wait {for.');
  await expect.element(page.getByText('To correct before it can be used: 1')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /is not a slot/ })).toBeVisible();
  await field('What the agent says').fill('You must wait.');
  await expect
    .element(page.getByText('Phrases with words that the draft check points out: 1'))
    .toBeVisible();
  await page.getByRole('option').nth(1).click();
  await page.getByRole('button', { name: /^The draft check points out/ }).click();
  await expect.element(field('What the agent says')).toHaveValue('You must wait.');
});

test('beside a pack in the other language it counts what both have', async () => {
  const { memory } = await write(englishText.replace('"built-in.en"', '"team.en"'));
  expect(memory).toBeDefined();
  await expect
    .element(page.getByText(/beside “.+” in the other language: \d+ in both/))
    .toBeVisible();
});

test('rewrites and house words are written, and save as a team pack shows what it changes first', async () => {
  const { shelf, left, memory } = await write(two);
  await button('Rewrites 0').click();
  await button('Add').click();
  await field('Words that are pointed out, one find a line').fill('bear with me\nhang on');
  await button('Add a wording').click();
  await field('Wording 1').fill('could you please wait a moment?');
  await page.getByRole('combobox', { name: 'Must be followed by' }).selectOptions('the end');
  await button('House words 0').click();
  await button('Add').click();
  await field('Word of the house').fill('RMA');
  await field('Plain word for customers').fill('return number');
  await button('Save as team pack').click();
  await expect.element(page.getByText('North, version 1.0.0')).toBeVisible();
  await button('Take it').click();
  await expect.poll(() => left).toEqual(['packs']);
  await expect.poll(() => shelf.drafts.rows.value).toEqual([]);
  const [row] = await memory.packs.all();
  const taken = JSON.parse(row ? await memory.packs.textOf(row) : '');
  expect(row?.layer).toBe('team');
  expect(taken.rewrites).toEqual([
    {
      id: 'team.north.1',
      rule: 'W2',
      words: ['bear with me', 'hang on'],
      to: [{ text: 'could you please wait a moment?', follows: 'end' }],
    },
  ]);
  expect(taken.houseWords).toEqual([{ words: 'RMA', plain: 'return number' }]);
});

test('a fragment is written once and seen in the phrase; both are said in the other language as well', async () => {
  const { savedText } = await write(packFile({ phrases: [phrase('a', 'All done.')] }));
  await button('Fragments 0').click();
  await button('Add').click();
  await field('Name').fill('bye');
  await field('What the agent says').fill('Take care, {customer}.');
  await field('The same in Chinese').fill('{customer}，再见。');
  await expect.element(page.getByText('Stands wherever {>bye} is written')).toBeVisible();
  await button('Phrases 1').click();
  await field('What the agent says').fill('All done. {>bye}');
  await expect
    .element(
      page.getByLabelText('In the panel; click to try it').getByText(/All done\. Take care, /),
    )
    .toBeVisible();
  await field('The same in Chinese').fill('都办好了。{>by}');
  const fault = page.getByText('No fragment “by” in this pack and language');
  await expect.element(fault.first()).toBeVisible();
  await field('The same in Chinese').fill('都办好了。{>bye}');
  await expect.element(fault).not.toBeInTheDocument();
  const saved: Pack = JSON.parse((await savedText()) ?? '');
  expect(saved.phrases[0]?.variants).toEqual({ 'zh-CN': { text: '都办好了。{>bye}' } });
  expect(saved.fragments).toEqual([
    {
      id: 'bye',
      text: 'Take care, {customer}.',
      variants: { 'zh-CN': { text: '{customer}，再见。' } },
    },
  ]);
  await field('The same in Chinese').fill('');
  expect(JSON.parse((await savedText()) ?? '').phrases[0]).not.toHaveProperty('variants');
});

test('a version that is in use already is raised with one click', async () => {
  const { shelf, memory, savedText } = await write(two);
  await memory.packs.take({
    summary: {
      id: 'team.north',
      version: '1.0.0',
      title: 'North',
      language: 'en',
      authors: [],
      licence: '',
      counts: { phrases: 1, rewrites: 0, cues: 0, refusals: 0, procedures: 0 },
    },
    text: packFile(),
    digest: 'x',
  });
  await expect.poll(() => shelf.rows.value.length).toBe(1);
  await button('About the pack').click();
  await field('Title').fill('North and South');
  await button('Make it 1.0.1').click();
  await expect.element(field('Version')).toHaveValue('1.0.1');
  await expect.element(page.getByText('is in use already')).not.toBeInTheDocument();
  expect(JSON.parse((await savedText()) ?? '')).toMatchObject({
    version: '1.0.1',
    title: 'North and South',
  });
});

test('a draft that another tab changed is shown as it is now', async () => {
  const { memory, reopen, drafts } = await write(two);
  await reopen();
  const desk = await memory.desk();
  const edit = {
    is: 'set',
    list: 'phrases',
    at: 0,
    key: 'text',
    value: 'From the other tab.',
  } as const;
  await desk.packDrafts.append(drafts[0] ?? 0, { edit, after: 0, knownDone: 0, title: 'North' });
  await field('What the agent says').fill('From this one.');
  await expect.element(field('What the agent says')).toHaveValue('From the other tab.');
  await expect.element(page.getByText('This draft was changed in another tab')).toBeVisible();
});

test('of ten thousand phrases only those that are seen are there; any is found and changed', async () => {
  const phrases = Array.from({ length: 10_000 }, (_, n) =>
    phrase(`p${n}`, `This is what number ${n} says.`),
  );
  const text = packFile({ phrases });
  const { savedText } = await write(text);
  expect(document.querySelectorAll('.item').length).toBeLessThan(60);
  await page.getByRole('searchbox').fill('number 9998');
  await expect.element(page.getByRole('option')).toHaveLength(1);
  await page.getByRole('option').click();
  await page.getByRole('searchbox').fill('');
  await expect.element(page.getByRole('option', { selected: true })).toBeVisible();
  await field('What the agent says').fill('Another one.');
  expect(await savedText()).toBe(text.replace('This is what number 9998 says.', 'Another one.'));
});

test('a table is tried with its columns chosen, and taken with one change that undo takes back', async () => {
  const { savedText } = await write(two);
  await button('Import').click();
  const rows = [
    'Titel;Antwort;Kürzel',
    'one;"Guten Tag {customer},\nNorth hier.";gt',
    'two;;leer',
    'three;Good day to you.;again',
    'four;Half a {brace;x',
    'five;Bye.;gt',
  ];
  await userEvent.upload(
    document.querySelector('.bring input[type="file"]') ?? document.body,
    new File([rows.join('\r\n')], 'phrases.csv'),
  );
  await expect.element(page.getByText('Phrases that “phrases.csv” would add: 2')).toBeVisible();
  await page.getByRole('combobox', { name: 'Column of the shortcut' }).selectOptions('Kürzel');
  await expect.element(page.getByText('/gt')).toBeVisible();
  const told = [
    'Line 4: There is no text',
    'Line 5: It is there already',
    'Line 6: A brace in it',
    'Line 7: The shortcut “gt”',
  ];
  for (const line of told) await expect.element(page.getByText(line)).toBeVisible();
  await page.getByRole('combobox', { name: 'Said when, where' }).selectOptions('greeted');
  expect(await savedText()).toBe(two);
  await button('Add to the draft: 2').click();
  const saved = JSON.parse((await savedText()) ?? '');
  expect(saved.phrases.slice(2)).toEqual([
    {
      id: 'team.north.3',
      text: 'Guten Tag {customer},\nNorth hier.',
      places: ['greet'],
      shortcut: 'gt',
    },
    { id: 'team.north.4', text: 'Bye.', places: ['greet'] },
  ]);
  await button('Undo').click();
  expect(await savedText()).toBe(two);
});

test('a draft is discarded, and comes back with one click', async () => {
  const { shelf, drafts } = await showPacks();
  await button('Write a new pack').click();
  await expect.poll(() => drafts).toHaveLength(1);
  await expect.element(page.getByRole('link', { name: 'Pack without a title' })).toBeVisible();
  await button('Discard').click();
  await expect
    .element(page.getByRole('link', { name: 'Pack without a title' }))
    .not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByRole('link', { name: 'Pack without a title' })).toBeVisible();
  await shelf.drafts.start('{}}', 'bad.json');
  await expect.element(page.getByText('“bad.json” cannot be shown as a form')).toBeVisible();
});

test.each([
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const)('is without barriers and fits: %s, %s', async (language, scheme) => {
  await write(
    packFile({ phrases: [phrase('a', 'You must wait, {customer}, for {minutes:5} minutes.')] }),
    language,
  );
  for (const width of [240, 1200]) {
    await setScreen(width, scheme);
    for (const tab of document.querySelectorAll<HTMLElement>('.tab')) {
      tab.click();
      await expect.poll(findOverflow).toEqual([]);
      expect(await findBarriers()).toEqual([]);
    }
  }
});
