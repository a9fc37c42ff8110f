import { describe, expect, test } from 'vitest';
import { admitPack } from '../../lib/domain/admit-pack';
import { openPacks } from '../../lib/domain/open-packs';
import { preparePacks } from '../../lib/domain/prepared-packs';
import { reviewLayers } from '../../lib/domain/review-layers';
import { builtInPacks } from '../support/built-in-packs';
import { packFile } from '../packs/small-pack';

const admit = (more: object) => admitPack({ text: packFile(more), builtIn: builtInPacks });
const whyNot = (more: object) => {
  const admission = admit(more);
  return admission.ok ? [] : admission.faults.map(({ why, path }) => [why, path.join('.')]);
};
const admitFaults = (more: object) => {
  const admission = admit(more);
  return admission.ok ? [] : admission.faults;
};
const mustHave = { text: 'You must send the form.', flagged: ['W3'] };
const rewrite = { id: 'lamp', rule: 'W5', words: ['lamp 7'], to: [{ text: 'the desk lamp' }] };

test('a good pack is told in a few facts', () => {
  expect(admit({ authors: ['Kim'], licence: 'MIT' })).toEqual({
    ok: true,
    selectors: [],
    summary: {
      id: 'team.north',
      version: '1.0.0',
      title: 'North',
      language: 'en',
      authors: ['Kim'],
      licence: 'MIT',
      counts: { phrases: 1, rewrites: 0, cues: 0, refusals: 0, procedures: 0 },
    },
    mild: [],
  });
});

test('no pack may pass for a built-in one', () => {
  expect(whyNot({ id: 'built-in.en' })).toEqual([['reserved', 'id']]);
  const [fault] = admitFaults({ id: 'built-in.en' });
  expect(fault?.what).toEqual(['built-in.en']);
});

test('a built-in pack can be tried itself: it is laid over the others, not over itself', () => {
  const english = builtInPacks.find(({ language }) => language === 'en');
  const text = JSON.stringify(english);
  expect(admitPack({ text, builtIn: builtInPacks, mayBeBuiltIn: true })).toMatchObject({
    ok: true,
    mild: [],
  });
  const hollow = packFile({ id: 'built-in.en', tests: { drafts: [mustHave] } });
  const admission = admitPack({ text: hollow, builtIn: builtInPacks, mayBeBuiltIn: true });
  expect(admission.ok).toBe(false);
});

test('the selectors of its sites are told with their places', () => {
  const site = { id: 'shop', title: 'Shop', seen: '2026', marks: '.chat', list: 'ol', row: 'li' };
  const admission = admit({ sites: [site] });
  expect(admission.ok && admission.selectors).toEqual([
    { path: ['sites', 0, 'marks'], selector: '.chat' },
    { path: ['sites', 0, 'list'], selector: 'ol' },
    { path: ['sites', 0, 'row'], selector: 'li' },
  ]);
});

describe('a pack whose own test fails is refused, and says which', () => {
  const draft = (text: string, flagged: string[]) => ({ tests: { drafts: [{ text, flagged }] } });
  const message = (text: string, means: string[]) => ({
    tests: { messages: [{ text, side: 'agent', means }] },
  });

  test.each([
    ['a draft is not flagged', draft('We have lamps.', ['W5']), 'must-flag', 'tests.drafts.0'],
    ['a draft is flagged', draft('Take lamp 7.', []), 'must-not-flag', 'tests.drafts.0'],
    [
      'a message means nothing',
      message('The sky is blue.', ['apologise.regret']),
      'must-mean',
      'tests.messages.0',
    ],
    [
      'a message means something',
      message('I am so sorry about that.', []),
      'must-not-mean',
      'tests.messages.0',
    ],
  ])('%s', (_, tests, why, path) => {
    expect(whyNot({ rewrites: [rewrite], ...tests })).toEqual([[why, path]]);
  });

  test('its tests see its own words and those of the built-in pack below it', () => {
    const drafts = [{ text: 'Take lamp 7.', flagged: ['W5'] }, mustHave];
    expect(whyNot({ rewrites: [rewrite], tests: { drafts } })).toEqual([]);
  });
});

test('phrases that the draft check would point out are named, and no reason to refuse', () => {
  const phrases = [{ id: 'a', text: 'You must send the form.', places: ['probe.open'] }];
  const admission = admit({ phrases });
  expect(admission.ok && admission.mild.map(({ why, what, line }) => [why, ...what, line])).toEqual(
    [['own-words', 'You must', 'W3', 10]],
  );
});

test('ten thousand phrases are tried with progress on the way', () => {
  const phrases = Array.from({ length: 10_000 }, (_, index) => ({
    id: `p${index}`,
    text: `Thank you, I will look into number ${index} for you.`,
    places: ['greet'],
  }));
  const told: number[] = [];
  const onProgress = (share: number) => told.push(share);
  const admission = admitPack({ text: packFile({ phrases }), builtIn: builtInPacks, onProgress });
  expect(admission.ok && admission.summary.counts.phrases).toBe(10_000);
  expect(told.length).toBeGreaterThan(20);
  expect(told.length).toBeLessThan(60);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBeGreaterThan(0.9);
  expect(told.at(-1)).toBeLessThan(1);
});

test('of very many phrases that the draft check would point out, as many are named as a person can read', () => {
  const phrases = Array.from({ length: 70 }, (_, index) => ({
    id: `p${index}`,
    text: `You must send form ${index}.`,
    places: ['probe.open'],
  }));
  const admission = admit({ phrases });
  expect(admission.ok && admission.mild.length).toBe(50);
});

describe('packs in use', () => {
  const builtIn = builtInPacks.map((pack) => JSON.stringify(pack));
  const open = (added: string[], day = '2026-11-22') => {
    const result = openPacks(preparePacks({ builtIn, added }), day);
    if (!result.ok) throw new Error(result.reason);
    return result.open;
  };

  test('the ear and the draft check hear the words of an added pack, and not what it hides', () => {
    const added = packFile({
      cues: [{ means: 'angry', side: 'customer', words: ['flabbergasted'] }],
      houseWords: [{ words: 'QXP form', plain: 'return number' }],
      hides: { rewrites: ['must'] },
    });
    const [before, after] = [open([]), open([added])];
    const heard = ({ ear }: typeof before) => ear({ side: 'customer', text: 'I am flabbergasted' });
    expect([heard(before), heard(after).map(({ means }) => means)]).toEqual([[], ['angry']]);
    const flags = ({ check }: typeof before, text: string) =>
      check(text).map(({ rule, rewrites }) => [rule, ...rewrites.map((one) => one.text)]);
    expect(flags(after, 'Please send the QXP form today.')).toEqual([['W5', 'return number']]);
    expect(flags(before, 'Please send the QXP form today.')).toEqual([]);
    expect(flags(before, 'You must call.')[0]?.[0]).toBe('W3');
    expect(after.packs[0]?.id).toBe('team.north');
  });

  test('an added pack that this version cannot read is left out, and the others go on', () => {
    const ids = open(['{', packFile({ format: 2 }), packFile()]).packs.map(({ id }) => id);
    expect(ids).toEqual(['team.north', 'built-in.en', 'built-in.zh-cn']);
  });

  test('which one that is, is told', () => {
    const added = [packFile(), packFile({ id: 'team.west', format: 2 })];
    expect(reviewLayers({ builtIn, added }).unusable).toEqual([1]);
  });

  test('a phrase is offered on its days', () => {
    const phrases = [
      {
        id: 'a',
        text: 'Happy new year!',
        places: ['greet'],
        from: '2026-12-31',
        until: '2027-01-06',
      },
    ];
    const offered = (day: string) => open([packFile({ phrases })], day).packs[0]?.phrases.length;
    expect(['2026-12-30', '2026-12-31', '2027-01-06', '2027-01-07'].map(offered)).toEqual([
      0, 1, 1, 0,
    ]);
  });
});

describe('a pack that shares pieces, speaks two languages and has names', () => {
  const shared = {
    phrases: [
      {
        id: 'a',
        text: 'Hello. {>end}',
        places: ['greet'],
        variants: { 'zh-CN': { text: '您好，{>end}' } },
      },
    ],
    fragments: [
      { id: 'end', text: 'You must wait.', variants: { 'zh-CN': { text: '您必须等一下。' } } },
    ],
  };

  test('is looked at as it is said, in both languages, each at its own place', () => {
    const admission = admit(shared);
    const mild = admission.ok ? admission.mild.map(({ path, why }) => [path.join('.'), why]) : [];
    expect(mild).toEqual([
      ['phrases.0.text', 'own-words'],
      ['phrases.0.variants.zh-CN.text', 'own-words'],
    ]);
  });

  test('is not pointed out what stands within a name', () => {
    const tests = {
      drafts: [
        { text: 'Our You Must Plan starts today.', flagged: [] },
        { text: 'With our plan you must wait.', flagged: ['W3'] },
      ],
    };
    expect(admit({ tests }).ok).toBe(false);
    expect(admit({ tests, names: [{ name: 'You must plan' }] }).ok).toBe(true);
  });
});
