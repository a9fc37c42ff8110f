import { expect, test } from 'vitest';
import { createEar } from '../../lib/domain/hear';
import type { Pack } from '../../lib/domain/pack';
import { createPacks } from '../../lib/panel/packs';

function pack(id: string, language: Pack['language'], words: string): Pack {
  return {
    format: 1,
    id,
    version: '1.0.0',
    title: id,
    language,
    categories: [{ id: `category-${id}`, title: id }],
    phrases: [{ id: `phrase-${id}`, text: id, places: ['greet'] }],
    cues: [{ means: 'angry', side: 'customer', words: [words] }],
  };
}
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('until the packs are there, there is no ear', () => {
  const packs = createPacks();
  expect(packs.ear.value).toBeUndefined();
  expect([packs.phrases('en'), packs.categories('en')]).toEqual([[], []]);
});

test('phrases and categories are those of the language, of all packs in their order', () => {
  const packs = createPacks();
  packs.use([pack('a', 'en', 'x'), pack('b', 'zh-CN', 'x'), pack('c', 'en', 'x')], createEar);
  expect(ids(packs.phrases('en'))).toEqual(['phrase-a', 'phrase-c']);
  expect(ids(packs.categories('zh-CN'))).toEqual(['category-b']);
});

test('the ear hears both languages, whatever the interface speaks', () => {
  const packs = createPacks();
  packs.use([pack('a', 'en', 'angry'), pack('b', 'zh-CN', '生气')], createEar);
  const heard = (text: string) => packs.ear.value?.({ side: 'customer', text });
  expect(heard('I am angry')).toEqual([{ means: 'angry', words: 'angry' }]);
  expect(heard('我很生气')).toEqual([{ means: 'angry', words: '生气' }]);
});

test('a pack without categories and cues is a pack', () => {
  const packs = createPacks();
  const { categories: _, cues: __, ...bare } = pack('a', 'en', 'x');
  packs.use([bare], createEar);
  expect(packs.categories('en')).toEqual([]);
  expect(packs.ear.value?.({ side: 'customer', text: 'x' })).toEqual([]);
});
