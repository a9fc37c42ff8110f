import { describe, expect, test } from 'vitest';
import * as choices from '../../lib/domain/complaint-choices';
import { fieldKinds } from '../../lib/domain/complaint-groups';
import { gapsOf, standards } from '../../lib/domain/standard-gaps';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { textOf } from '../../lib/domain/texts';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';

type Text = { message: string };
const files = { en: english, zh_CN: chinese };
const texts = (messages: Record<string, Text>) => Object.entries(messages);
const places = ({ message }: Text) => [...new Set(message.match(/\$\d/g))].toSorted().join();

describe('the two languages of the interface', () => {
  test('have the same keys', () => {
    expect(Object.keys(chinese).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test('have the same places in every text', () => {
    const placesOf = (messages: Record<string, Text>) =>
      texts(messages).map(([key, text]) => [key, places(text)] as const);
    const inChinese = new Map(placesOf(chinese));
    const unlike = placesOf(english).filter(([key, own]) => inChinese.get(key) !== own);
    expect(unlike).toEqual([]);
  });

  test.each(Object.entries(files))('%s has no empty text and no loose ends', (_, messages) => {
    const loose = texts(messages).filter(
      ([, { message }]) => message.trim() !== message || !message,
    );
    expect(loose).toEqual([]);
  });

  test.each(Object.entries(files))('%s counts its places from $1 without a gap', (_, messages) => {
    const gaps = texts(messages).filter(([, text]) => !'$1,$2,$3,$4'.startsWith(places(text)));
    expect(gaps).toEqual([]);
  });

  test('Chinese is set with Chinese marks', () => {
    const latin = /\p{Script=Han}[,.;:!?]|[,;:!?]\p{Script=Han}/u;
    expect(texts(chinese).filter(([, { message }]) => latin.test(message))).toEqual([]);
  });

  test('English holds no Chinese but the name of that language', () => {
    const han = texts(english).filter(([, { message }]) => /\p{Script=Han}/u.test(message));
    expect(han.map(([key]) => key)).toEqual(['language_zh']);
  });
});

test('every field of a record, each of its choices and each thing that a standard asks for has a text', () => {
  const origin = { channel: '', receivedAt: 0 };
  const fresh = newComplaint({ who: '', what: 'x' }, origin, { id: 'x', number: 1, at: 0 });
  const shorter: Record<string, string> = { feeling: 'feels', request: 'wants' };
  const asked = standards.flatMap((each) => Object.values(gapsOf(fresh, each)).flat());
  const keys = [
    ...Object.keys(fieldKinds).map((field) => shorter[field] ?? field),
    ...Object.values(fieldKinds).flatMap((kind) =>
      'of' in kind ? kind.of.map((each) => `choice_${each}`) : [],
    ),
    ...choices.states.map((state) => `state_${state}`),
    ...asked.map(({ id }) => `gap_${id}`),
  ];
  expect(keys.filter((key) => !(key in english))).toEqual([]);
});

describe('a text', () => {
  const messages = { ...english, saved: { message: '$1 of $2, $1' } };

  test.each([
    ['its places are filled, each as often as it stands there', ['a', 2], 'a of 2, a'],
    ['a place for which nothing is given is left out', ['a'], 'a of , a'],
    ['what is filled in is not filled again', ['$2', '$1'], '$2 of $1, $2'],
    ['what is filled in is taken literally', ['$&', '$$'], '$& of $$, $&'],
  ])('%s', (_, slots, text) => {
    expect(textOf(messages, 'saved', slots)).toBe(text);
  });
});
