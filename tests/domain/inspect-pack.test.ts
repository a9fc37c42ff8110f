import { describe, expect, test } from 'vitest';
import { inspectPack } from '../../lib/domain/inspect-pack';
import type { Pack } from '../../lib/domain/pack';
import { packFile, smallPack } from '../packs/small-pack';

type Phrase = Pack['phrases'][number];
const phrase = (id: string, text = `Says ${id}.`, more: Partial<Phrase> = {}): Phrase => ({
  id,
  text,
  places: ['greet'],
  ...more,
});
const builtIn = smallPack({
  id: 'built-in.en',
  phrases: [phrase('base.hello', 'Hello.')],
  rewrites: [{ id: 'must', rule: 'W3', words: ['you must'], to: [{ text: 'please' }] }],
});
const inspect = (text: string, ...others: Pack[]) =>
  inspectPack({
    text,
    builtIn: [JSON.stringify(builtIn)],
    others: others.map((pack) => JSON.stringify(pack)),
  });
const chinese = (id: string, ...ids: string[]) =>
  smallPack({
    id,
    title: id,
    language: 'zh-CN',
    phrases: ids.map((each) => phrase(each, `${each}：您好。`)),
  });

describe('faults', () => {
  test('a pack that can be used has none', () => {
    expect(inspect(packFile())).toEqual({ faults: [], mild: [], alike: [], parity: undefined });
  });

  test('what keeps it from being used is told with its line', () => {
    const { faults, mild } = inspect(packFile({ version: 'one' }));
    expect(faults.map(({ path, line }) => [path.join('.'), line])).toEqual([['version', 4]]);
    expect(mild).toEqual([]);
  });

  test('its own words are measured by the built-in rules, and keep it from nothing', () => {
    const { faults, mild } = inspect(packFile({ phrases: [phrase('a', 'You must wait.')] }));
    expect(faults).toEqual([]);
    expect(mild.map(({ path, what }) => [path.join('.'), ...what])).toEqual([
      ['phrases.0.text', 'You must', 'W3'],
    ]);
  });

  test.each(['', '{', '[]', '{"phrases": 1}', '{"phrases": [{}]}', '<html>'])(
    'a text that is no pack has some, and nothing else: %j',
    (text) => {
      const { faults, ...rest } = inspect(text, chinese('other', ''));
      expect(faults).not.toEqual([]);
      expect(rest).toEqual({ mild: [], alike: [], parity: undefined });
    },
  );
});

describe('phrases that say the same', () => {
  test('are told by their places', () => {
    const phrases = [
      phrase('a', 'Please wait a moment.'),
      phrase('b', 'Thank you for waiting.'),
      phrase('c', 'please wait a moment'),
    ];
    expect(inspect(packFile({ phrases })).alike).toEqual([{ one: 0, other: 2, same: true }]);
  });

  test('are told while the pack is not right yet, and what has no text is like nothing', () => {
    const phrases = [
      { id: 'a' },
      { text: '请您稍等。' },
      { id: 'b', text: 7 },
      { text: '请您稍等' },
    ];
    const { faults, alike } = inspect(packFile({ phrases }));
    expect(faults).not.toEqual([]);
    expect(alike).toEqual([{ one: 1, other: 3, same: true }]);
  });
});

describe('the same pack in another language', () => {
  const own = packFile({ phrases: ['a', 'b', 'c'].map((id) => phrase(id)) });

  test('is the one that shares the most phrases, with what either has alone', () => {
    const others = [
      chinese('team.few', 'a', 'y'),
      chinese('team.most', 'c', 'a', 'x', 'y', 'z'),
      chinese('team.none', 'x'),
    ];
    expect(inspect(own, ...others).parity).toEqual({
      title: 'team.most',
      language: 'zh-CN',
      both: 2,
      onlyHere: 1,
      onlyThere: 3,
    });
  });

  test('is none that shares no phrase, nor one in its own language', () => {
    const english = smallPack({ id: 'team.south', phrases: [phrase('a')] });
    expect(inspect(own, chinese('team.none', 'x')).parity).toBeUndefined();
    expect(inspect(own, english).parity).toBeUndefined();
  });

  test('may be a built-in one', () => {
    const text = packFile({ language: 'zh-CN', phrases: [phrase('base.hello', '您好。')] });
    expect(inspect(text).parity).toMatchObject({
      language: 'en',
      both: 1,
      onlyHere: 0,
      onlyThere: 0,
    });
  });

  test('may be another pack that holds both languages', () => {
    const both = smallPack({
      id: 'team.both',
      title: 'Both',
      phrases: [phrase('a', 'Hi.', { variants: { 'zh-CN': { text: '您好。' } } }), phrase('b')],
    });
    expect(inspect(own, both).parity).toMatchObject({ title: 'Both', both: 1, onlyThere: 0 });
  });

  test('may be the pack itself, as far as it is written in both', () => {
    const phrases = [
      phrase('a', 'One moment.', { variants: { 'zh-CN': { text: '请稍等。' } } }),
      phrase('b', 'Goodbye.'),
    ];
    expect(inspect(packFile({ phrases })).parity).toEqual({
      title: 'North',
      language: 'zh-CN',
      both: 1,
      onlyHere: 1,
      onlyThere: 0,
    });
  });

  test('of two that share as much is the pack itself, and then the first of the others', () => {
    const others = [chinese('team.one', 'a'), chinese('team.two', 'a')];
    expect(inspect(own, ...others).parity?.title).toBe('team.one');
    const phrases = [phrase('a', 'Hi.', { variants: { 'zh-CN': { text: '您好。' } } })];
    expect(inspect(packFile({ phrases }), ...others).parity?.title).toBe('North');
  });

  test('is not looked for while the pack cannot be used', () => {
    const spoiled = own.replace('1.0.0', 'one');
    expect(inspect(spoiled, chinese('team.most', 'a')).parity).toBeUndefined();
  });
});
