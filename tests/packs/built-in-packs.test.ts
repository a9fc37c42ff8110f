import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEar } from '../../lib/domain/hear';
import type { Cue, Pack, Phrase, Place } from '../../lib/domain/pack';
import { emotionSchema, packSchema, placeSchema, threatSchema } from '../../lib/domain/pack';
import { fillPhrase, findSlotFault, parseSlots } from '../../lib/domain/slot';
import { afterRefusal, answeredByCustomer } from '../../lib/domain/step';

const files = ['en', 'zh-cn'].map((name) => ({
  name,
  source: readFileSync(new URL(`../../public/packs/${name}.json`, import.meta.url), 'utf8'),
}));
const packs = files.map(({ name, source }) => ({
  name,
  pack: packSchema.parse(JSON.parse(source)),
}));

const wordingRules = ruleIds({ L: 10, R: 7, W: 9, Q: 2, S: 3, H: 6, T: 5, P: 5, B: 3, X: 4 });
const slotNames = new Set(
  'customer agent colleague order minutes time product reason fact finding option option2'.split(
    ' ',
  ),
);
/** Known in every conversation: the page names the customer, the settings the agent. */
const known = { customer: 'Li', agent: 'Noor' };

const unwanted: Record<Pack['language'], RegExp> = {
  en: /\b(unfortunately|you must|you should|you have to|can't|cannot|unable|policy|try|inconvenience|calm down|our fault|our mistake|my fault|valued customer|as soon as possible|dear)\b/i,
  'zh-CN':
    /亲[，。！～们]|你|不能|不行|无法|没办法|必须|应该|规定|尽量|尽快|不便|冷静|我们的错|我们的责任|给您带来|尊敬|敬请谅解/,
};
const deniable: Record<Pack['language'], RegExp> = {
  en: /^(ok|fine)/,
  'zh-CN': /^(是[的这]|对[的呀啊，]|可以|行)/,
};
const denial: Record<Pack['language'], string> = { en: 'not ', 'zh-CN': '不' };
const longest: Record<Pack['language'], number> = { en: 200, 'zh-CN': 80 };

describe.each(packs)('the built-in pack $name', ({ name, pack }) => {
  const { phrases, categories = [], cues = [] } = pack;

  test('is the file that JSON writes, so that a change shows as that change alone', () => {
    const source = files.find((file) => file.name === name)?.source;
    expect(`${JSON.stringify(JSON.parse(source ?? ''), null, 2)}\n`).toBe(source);
  });

  test('names itself after its language and comes under the project licence', () => {
    expect([pack.id, pack.language.toLowerCase(), pack.licence]).toEqual([
      `built-in.${name}`,
      name,
      'MIT',
    ]);
  });

  test('has at least 400 phrases, and no id or shortcut twice', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(400);
    expect(repeated(phrases.map((phrase) => phrase.id))).toEqual([]);
    expect(repeated(phrases.flatMap((phrase) => phrase.shortcut ?? []))).toEqual([]);
    expect(repeated(categories.map((category) => category.id))).toEqual([]);
  });

  test.each(placeSchema.options)('has five phrases for %s, three of them for anyone', (place) => {
    const own = phrases.filter((phrase) => phrase.places.includes(place));
    expect(own.length).toBeGreaterThanOrEqual(5);
    const general = own.filter((phrase) => !phrase.emotions && !phrase.categories);
    expect(general.length).toBeGreaterThanOrEqual(3);
  });

  test.each(placeSchema.options)('can say half of its phrases for %s without asking', (place) => {
    const own = phrases.filter((phrase) => phrase.places.includes(place));
    const ready = own.filter((phrase) => fillPhrase(phrase.text, known).missing.length === 0);
    expect(ready.length).toBeGreaterThanOrEqual(own.length / 2);
  });

  test.each(['listen.acknowledge', 'apologise.regret', 'probe.open', 'propose.option'] as const)(
    'has words for every unhappy feeling at %s',
    (place) => {
      const felt = phrases.flatMap((phrase) =>
        phrase.places.includes(place) ? (phrase.emotions ?? []) : [],
      );
      expect(felt).toEqual(expect.arrayContaining(['angry', 'anxious', 'disappointed', 'sad']));
    },
  );

  test.each([
    ...(['greet', 'listen.acknowledge', 'apologise.regret', 'restate.say-back'] as const),
    ...(['probe.open', 'probe.check', 'propose.option', 'propose.when'] as const),
    ...(['hold.ask', 'hold.return', 'close.else', 'close.thanks'] as const),
  ])('has words for every category at %s', (place) => {
    const covered = phrases.flatMap((phrase) =>
      phrase.places.includes(place) ? (phrase.categories ?? []) : [],
    );
    expect(covered).toEqual(expect.arrayContaining(categories.map((category) => category.id)));
  });

  test('uses only the categories it names', () => {
    const named = new Set(categories.map((category) => category.id));
    const used = phrases.flatMap((phrase) => phrase.categories ?? []);
    expect(used.filter((id) => !named.has(id))).toEqual([]);
  });

  test('cites a rule of the doctrine for every phrase, and only rules that exist', () => {
    expect(phrases.filter((phrase) => !phrase.rules?.length).map(idOf)).toEqual([]);
    const cited = phrases.flatMap((phrase) => phrase.rules ?? []);
    expect(cited.filter((rule) => !wordingRules.has(rule))).toEqual([]);
  });

  test('has only well-formed slots, each with a name that the panel can fill or ask for', () => {
    expect(phrases.filter((phrase) => findSlotFault(phrase.text)).map(idOf)).toEqual([]);
    const names = phrases.flatMap((phrase) => slotsOf(phrase));
    expect(names.filter((slot) => !slotNames.has(slot))).toEqual([]);
  });

  test('names a time wherever it promises one (P1) and the length of every hold (H5)', () => {
    const promising = phrases.filter((phrase) => phrase.places.includes('propose.when'));
    const holding = phrases.filter((phrase) => phrase.rules?.includes('H5'));
    const timeless = [...promising, ...holding].filter(
      (phrase) => !slotsOf(phrase).some((slot) => slot === 'time' || slot === 'minutes'),
    );
    expect(timeless.map(idOf)).toEqual([]);
  });

  test('never says what the doctrine advises against, and shows no emoji', () => {
    const found = phrases.flatMap(({ id, text }) => {
      const words = unwanted[pack.language].exec(text) ?? /\p{Extended_Pictographic}/u.exec(text);
      return words ? [`${id}: ${words[0]}`] : [];
    });
    expect(found).toEqual([]);
  });

  test('keeps to chat length', () => {
    const long = phrases.filter(
      (phrase) => fillPhrase(phrase.text, known).text.length > longest[pack.language],
    );
    expect(long.map(idOf)).toEqual([]);
  });

  test('has no two phrases that are nearly the same (R5)', () => {
    expect(nearDuplicates(phrases)).toEqual([]);
  });

  test('has cues for what an agent says and a customer feels or answers, on the right side', () => {
    // What a customer's yes confirms depends on what was said before it; the guide knows, not a cue.
    // So it does what follows a refusal; an answer is told by its grammar.
    const answered = new Set<Place>([...answeredByCustomer, ...afterRefusal, 'answer.give']);
    const feelings = emotionSchema.options.filter((emotion) => emotion !== 'neutral');
    const places = placeSchema.options.filter((place) => !answered.has(place));
    expect(meaningsOf(cues, 'agent')).toEqual(
      [...places, 'promise', 'refuse', 'transfer'].toSorted(),
    );
    expect(meaningsOf(cues, 'customer')).toEqual(
      [
        ...feelings,
        ...threatSchema.options,
        'agrees',
        'refuses',
        'complains',
        'adds',
        'another',
      ].toSorted(),
    );
  });

  test.each(cues)('has no blank and no repeated words for $means', ({ words }) => {
    expect(words.filter((word) => word.trim() !== word || word === '')).toEqual([]);
    expect(repeated(words.map((word) => word.toLowerCase()))).toEqual([]);
  });

  test('hears the denial of its short yeses as a refusal too', () => {
    const ear = createEar(cues);
    const denied = cues
      .flatMap((cue) => (cue.means === 'agrees' ? cue.words : []))
      .filter((word) => deniable[pack.language].test(word))
      .map((word) => `${denial[pack.language]}${word}`);
    const missed = denied.filter(
      (text) => !ear({ side: 'customer', text }).some(({ means }) => means === 'refuses'),
    );
    expect(denied.length).toBeGreaterThan(0);
    expect(missed).toEqual([]);
  });

  // The next step is shown once these are heard: a phrase of ours must not leave the agent standing.
  test.each([
    'listen.acknowledge',
    'apologise.regret',
    'restate.say-back',
    'propose.option',
    'propose.when',
  ] as const)('hears each of its phrases for %s', (place) => {
    const ear = createEar(cues);
    const facts =
      pack.language === 'en' ? ['it never came', 'a new one'] : ['一直没到', '重发一件'];
    const words = { ...known, fact: facts[0], option: facts[1] };
    const deaf = phrases
      .filter(({ places }) => places.includes(place))
      .filter(({ text }) => {
        const found = ear({ side: 'agent', text: fillPhrase(text, words).text });
        return !found.some(({ means }) => means === place);
      });
    expect(deaf.map(({ text }) => text)).toEqual([]);
  });

  test('hears its own phrases: nine of ten tick the place they are for', () => {
    const ear = createEar(cues);
    const heard = new Set(cues.map((cue) => cue.means));
    const audible = phrases.filter((phrase) => phrase.places.some((place) => heard.has(place)));
    const deaf = audible.filter((phrase) => {
      const found = ear({ side: 'agent', text: fillPhrase(phrase.text, known).text });
      return !found.some(({ means }) => phrase.places.some((place) => place === means));
    });
    expect(deaf.length, deaf.map(idOf).join(', ')).toBeLessThanOrEqual(audible.length / 10);
  });
});

describe('the built-in packs together', () => {
  test('name the same categories', () => {
    const [en, zh] = packs.map(({ pack }) => pack.categories?.map((category) => category.id));
    expect(en).toEqual(zh);
  });

  // Neither language has a moment, a feeling or a matter for which the other has more to say.
  test('have the same phrases by id, each for the same moments, feelings and categories', () => {
    const [en, zh] = packs.map(({ pack }) =>
      pack.phrases.map(({ id, places, emotions, categories, rules }) => ({
        id,
        places,
        emotions,
        categories,
        rules,
      })),
    );
    expect(en).toEqual(zh);
  });

  test('write Chinese with Chinese punctuation', () => {
    const chinese = packs.filter(({ pack }) => pack.language === 'zh-CN');
    const found = chinese.flatMap(({ pack }) =>
      [...pack.phrases, ...(pack.refusals ?? [])].flatMap(({ id, text }) => {
        const said = fillPhrase(text, { customer: '李女士', agent: '小周' }).text;
        const half = /\p{Script=Han}[,.;:!?"'()]|[,.;:!?"'()]\p{Script=Han}/u.exec(said);
        return half ? [`${id}: ${half[0]}`] : [];
      }),
    );
    expect(chinese).toHaveLength(1);
    expect(found).toEqual([]);
  });
});

function ruleIds(families: Readonly<Record<string, number>>): ReadonlySet<string> {
  return new Set(
    Object.entries(families).flatMap(([family, count]) =>
      Array.from({ length: count }, (_, index) => `${family}${index + 1}`),
    ),
  );
}

function idOf(phrase: Phrase): string {
  return phrase.id;
}

function meaningsOf(cues: readonly Cue[], side: Cue['side']): string[] {
  return [...new Set(cues.flatMap((cue) => (cue.side === side ? [cue.means] : [])))].toSorted();
}

function slotsOf(phrase: Phrase): string[] {
  return parseSlots(phrase.text).flatMap((part) => (part.kind === 'slot' ? [part.name] : []));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function nearDuplicates(phrases: readonly Phrase[]): string[] {
  const cut = phrases.map(({ id, text }) => ({ id, pairs: bigrams(text) }));
  return cut.flatMap((one, index) =>
    cut
      .slice(index + 1)
      .filter((other) => dice(one.pairs, other.pairs) >= 0.8)
      .map((other) => `${one.id} ~ ${other.id}`),
  );
}

function bigrams(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().replace(/[\p{P}\s]/gu, '');
  return new Set(Array.from(letters, (_, index) => letters.slice(index, index + 2)).slice(0, -1));
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
