import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { createEar } from '../../lib/domain/hear';
import { layerSchema, packSchema } from '../../lib/domain/pack';
import type { Layer } from '../../lib/domain/pack';
import { checkRefusal } from '../../lib/domain/refusal-check';
import { fillPhrase, findSlotFault, parseSlots } from '../../lib/domain/slot';

const packs = ['en', 'zh-cn'].map((name) => {
  const file = new URL(`../../public/packs/${name}.json`, import.meta.url);
  return { name, pack: packSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
});
const slotNames = new Set('customer minutes time product reason finding option option2'.split(' '));
const known = { customer: 'Li' };
const longest = { en: 200, 'zh-CN': 80 };
const englishFacts = {
  reason: 'the stock is gone until spring',
  finding: 'the seal was opened after delivery',
  option: 'a replacement',
  option2: 'a refund',
};
const chineseFacts = {
  reason: '这一批货已经售完',
  finding: '封条是收货后拆开的',
  option: '换货',
  option2: '退款',
};

describe.each(packs)('the refusals of the built-in pack $name', ({ pack }) => {
  const { refusals = [], categories = [] } = pack;
  const facts = pack.language === 'en' ? englishFacts : chineseFacts;
  const say = ({ text }: { text: string }) => fillPhrase(text, { ...known, ...facts }).text;
  const inLayer = (layer: Layer) => refusals.filter((block) => block.layer === layer);

  test.each(layerSchema.options)('have twelve blocks to %s, for every category one', (layer) => {
    const own = inLayer(layer);
    expect(own.length).toBeGreaterThanOrEqual(12);
    expect(own.filter((block) => !block.categories).length).toBeGreaterThanOrEqual(4);
    expect(new Set(own.flatMap((block) => block.categories ?? []))).toEqual(
      new Set(categories.map(({ id }) => id)),
    );
  });

  test('have ids and slots of their own, chat length, and no emoji', () => {
    const ids = [...refusals, ...pack.phrases].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const faults = refusals.flatMap((block) => {
      const text = say(block);
      const slots = parseSlots(block.text).flatMap((part) =>
        part.kind === 'slot' ? part.name : [],
      );
      const words = /\p{Extended_Pictographic}/u.exec(text);
      const fine =
        !findSlotFault(block.text) &&
        slots.every((slot) => slotNames.has(slot)) &&
        text.length <= longest[pack.language] &&
        !words;
      return fine ? [] : [`${block.id}: ${words?.[0] ?? text.length}`];
    });
    expect(faults).toEqual([]);
  });

  test('are good refusals, whichever blocks are put together', () => {
    const means = {
      language: pack.language,
      ear: createEar(pack.cues ?? []),
      check: createDraftCheck([pack]),
    };
    const [affirms, explains, offers] = layerSchema.options.map((layer) => inLayer(layer).map(say));
    const found = new Set<string>();
    // Each block of a layer with each of its neighbour's: no check looks farther.
    const tries = [
      ...pairs(affirms, explains).map(([affirm, explain]) => ({
        affirm,
        explain,
        offer: offers?.[0],
      })),
      ...pairs(explains, offers).map(([explain, offer]) => ({
        affirm: affirms?.[0],
        explain,
        offer,
      })),
    ];
    for (const { affirm = '', explain = '', offer = '' } of tries)
      for (const finding of checkRefusal({ affirm, explain, offer }, means))
        found.add(`${JSON.stringify(finding)} in ${affirm} ${explain} ${offer}`);
    expect(tries.length).toBeGreaterThanOrEqual(288);
    expect([...found]).toEqual([]);
  });
});

function pairs<T>(some: readonly T[] = [], others: readonly T[] = []): [T, T][] {
  return some.flatMap((one) => others.map((other): [T, T] => [one, other]));
}
