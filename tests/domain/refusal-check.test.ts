import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { createEar } from '../../lib/domain/hear';
import type { Ear } from '../../lib/domain/hear';
import { packSchema } from '../../lib/domain/pack';
import type { Meaning } from '../../lib/domain/pack';
import { checkRefusal } from '../../lib/domain/refusal-check';
import type { RefusalMeans } from '../../lib/domain/refusal-check';

const meansOf = (name: string) => {
  const file = new URL(`../../public/packs/${name}.json`, import.meta.url);
  const pack = packSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    language: pack.language,
    ear: createEar(pack.cues ?? []),
    check: createDraftCheck([pack]),
  };
};
const english = meansOf('en');
const chinese = meansOf('zh-cn');

type Layers = { affirm?: string; explain?: string; offer?: string };
type Case = [why: string, change: Layers, found: string[]];

const goodEnglish = {
  affirm: 'I see how much you need the parcel today.',
  explain: 'The vans for your street have all left, so the next round is the earliest.',
  offer: 'I can put you on the first round, and it is with you by noon tomorrow.',
};
const goodChinese = {
  affirm: '您赶着明天用，着急是应该的。',
  explain: '今天下午开往您那一片的车已经全部发出，仓库这边要等下一班。',
  offer: '我可以为您约好首班车，明天中午12点前送到您手上。',
};

const inEnglish: Case[] = [
  ['a good one', {}, []],
  ['nothing yet', { affirm: '', explain: '', offer: '' }, ['missing', 'missing', 'missing']],
  ['nothing understood', { affirm: '' }, ['missing']],
  ['no offer', { offer: ' ' }, ['missing']],
  ['a layer of marks alone', { explain: '…' }, ['missing']],
  [
    'a no behind its reason',
    { explain: 'The vans have left for today, so another round is not possible.' },
    [],
  ],
  [
    'a no inside its reason',
    { explain: 'Because the vans have left, another round today is not possible.' },
    [],
  ],
  [
    'a no before its reason',
    { explain: 'Another round today is not possible, because the vans have left.' },
    ['verdict-first'],
  ],
  [
    'a no before its reason, in two sentences',
    { explain: 'It is not possible today. The vans have all left for the evening.' },
    ['verdict-first'],
  ],
  [
    'a no in the first layer',
    { affirm: 'I see your wish, but it is not possible.' },
    ['verdict-first', 'blunt'],
  ],
  ['a bare no', { explain: 'It is not possible.' }, ['no-reason']],
  ['a bare no behind an apology', { explain: 'I am so sorry, it is not possible.' }, ['no-reason']],
  ['blunt words', { explain: 'The vans have left, and you must wait.' }, ['blunt']],
  [
    'a feeling that is not easy is no verdict',
    { affirm: 'I see that this is not easy for you.' },
    [],
  ],
  [
    'two noes in a row',
    { explain: 'The depot has no van left, and nobody drives at night.' },
    ['negatives-in-a-row'],
  ],
  [
    'two noes in a row over two layers',
    { affirm: 'This was not easy for you.', explain: 'No van is left at the depot today.' },
    ['negatives-in-a-row'],
  ],
  [
    'a no, then what is possible, then a no',
    {
      explain:
        'No van is left at the depot, the next one leaves in the morning, and nobody drives at night.',
    },
    [],
  ],
  [
    'a no at the end',
    { offer: 'I can put you on the first round by noon tomorrow. A van today is not there.' },
    ['ends-negative'],
  ],
  [
    'regret at the end',
    { offer: 'I can put you on the first round by noon tomorrow. I am so sorry.' },
    ['ends-negative'],
  ],
  ['no alternative', { offer: 'Your parcel is safe with us by 6 pm today.' }, ['no-alternative']],
  ['no time', { offer: 'I can put you on the first round.' }, ['no-time']],
  ['neither', { offer: 'Your parcel is safe with us.' }, ['no-alternative', 'no-time']],
  [
    'a reason why there is nothing else',
    { offer: 'There is no other way, because the road is closed; your parcel is safe with us.' },
    [],
  ],
  [
    'nothing else, without a reason',
    { offer: 'There is no other way. Your parcel is safe with us.' },
    ['no-alternative', 'no-time'],
  ],
];
const inChinese: Case[] = [
  ['a good one', {}, []],
  ['nothing yet', { affirm: '', explain: '', offer: '' }, ['missing', 'missing', 'missing']],
  ['nothing understood', { affirm: '' }, ['missing']],
  ['no offer', { offer: '　' }, ['missing']],
  ['a layer of marks alone', { explain: '……' }, ['missing']],
  ['a no behind its reason', { explain: '今天的车已经全部发出，所以当天再送一趟做不成了。' }, []],
  ['a no before its reason', { explain: '今天送不到，因为车已经全部发出了。' }, ['verdict-first']],
  [
    'a no in the first layer',
    { affirm: '我理解您的心情，但今天不支持加送。' },
    ['verdict-first', 'blunt'],
  ],
  ['a bare no', { explain: '不行。' }, ['no-reason']],
  ['a bare no behind an apology', { explain: '非常抱歉，不可以。' }, ['no-reason']],
  ['blunt words', { explain: '车已经发出了，您必须等。' }, ['blunt']],
  [
    'harmless words that look like a no',
    { affirm: '不好意思，让您等了不少时间，您别的安排也受了影响。' },
    [],
  ],
  [
    'two noes in a row',
    { explain: '车都在外面，司机不在仓库，换班的人也还没到。' },
    ['negatives-in-a-row'],
  ],
  [
    'a no at the end',
    { offer: '我可以为您约首班车，明天12点前送到，今天就没车了。' },
    ['ends-negative'],
  ],
  [
    'regret at the end',
    { offer: '我可以为您约首班车，明天12点前送到，真的很抱歉。' },
    ['ends-negative'],
  ],
  ['no alternative', { offer: '您的包裹今天18点前都会在仓库里。' }, ['no-alternative']],
  ['no time', { offer: '我可以为您约好首班车。' }, ['no-time']],
  [
    'a reason why there is nothing else',
    { offer: '因为路封了，目前没有其他办法，您的包裹在仓库里很安全。' },
    [],
  ],
];

describe.each([
  { language: 'English', means: english, good: goodEnglish, cases: inEnglish },
  { language: 'Chinese', means: chinese, good: goodChinese, cases: inChinese },
])('a refusal in $language', ({ means, good, cases }) => {
  test.each(cases)('%s', (_, change, found) => {
    const findings = checkRefusal({ ...good, ...change }, means);
    expect(findings.map(({ is }) => is)).toEqual(found);
  });

  test('shows the words that are amiss, and they stand in the text', () => {
    for (const [, change] of cases) {
      const refusal = { ...good, ...change };
      for (const finding of checkRefusal(refusal, means))
        if ('words' in finding) expect(Object.values(refusal).join(' ')).toContain(finding.words);
    }
  });

  test('without a finding of a missing layer exactly where all three say something', () => {
    const some = fc.string({
      unit: fc.constantFrom('a', '您', ' ', '.', '。', '\n'),
      maxLength: 6,
    });
    const says = (text: string) => /[\p{L}]/u.test(text);
    fc.assert(
      fc.property(some, some, some, (affirm, explain, offer) => {
        const missing = checkRefusal({ affirm, explain, offer }, means).filter(
          ({ is }) => is === 'missing',
        );
        expect(missing).toHaveLength([affirm, explain, offer].filter((each) => !says(each)).length);
      }),
    );
  });
});

describe('a refusal is heard by the ear and by its grammar', () => {
  const deaf: Ear = () => [];
  /** Hears one meaning in these words alone. */
  const hearing =
    (means: Meaning, words: string): Ear =>
    ({ side, text }) =>
      side === 'agent' && text.includes(words)
        ? [{ means, words, start: text.indexOf(words), end: text.indexOf(words) + words.length }]
        : [];
  const found = (change: Layers, means: Partial<RefusalMeans>) =>
    checkRefusal(
      { ...goodEnglish, ...change },
      { ...english, check: () => [], ear: deaf, ...means },
    ).map(({ is }) => is);

  test.each<[string, Layers, Ear, string[]]>([
    [
      'what the ear takes for a no',
      { explain: 'Not quite so.' },
      hearing('refuse', 'Not quite'),
      ['no-reason'],
    ],
    ['nothing where it hears none', { explain: 'Not quite so.' }, deaf, []],
    [
      'a no only where something is denied',
      { explain: 'It is quite over now.' },
      hearing('refuse', 'quite over'),
      [],
    ],
    [
      'an option',
      { offer: 'The depot by noon, then.' },
      hearing('propose.option', 'The depot'),
      [],
    ],
    ['a promise', { offer: 'The depot by noon, then.' }, hearing('promise', 'The depot'), []],
    ['a transfer', { offer: 'The depot by noon, then.' }, hearing('transfer', 'The depot'), []],
    [
      'no offer in a question',
      { offer: 'The depot by noon, then.' },
      hearing('probe.open', 'The depot'),
      ['no-alternative'],
    ],
    ['an offer by its grammar', { offer: 'We can meet at noon.' }, deaf, []],
    [
      'no offer in what cannot be',
      { offer: 'At noon all is well. We can not meet, that is all we can say.' },
      deaf,
      [],
    ],
  ])('%s', (_, change, ear, expected) => {
    expect(found(change, { ear })).toEqual(expected);
  });

  test('a no is in its place in the middle layer alone', () => {
    const rewrite = { id: 'gone', rule: 'W2', words: ['not there'], to: [] };
    const check = createDraftCheck([{ id: 'test', language: 'en', rewrites: [rewrite] }]);
    const blunt = (change: Layers) => found(change, { check }).filter((is) => is === 'blunt');
    expect(blunt({ explain: 'The vans have left. Another is not there.' })).toEqual([]);
    expect(blunt({ offer: 'I can do it by noon, and it is not there yet.' })).toEqual(['blunt']);
    expect(blunt({ affirm: 'I see that it is not there yet.' })).toEqual(['blunt']);
  });
});
