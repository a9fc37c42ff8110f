import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { combosFor, refusalMemorySchema, rememberCombo } from '../../lib/domain/refusal-memory';
import type { Combo, RefusalMemory } from '../../lib/domain/refusal-memory';
import { settingsSchema } from '../../lib/domain/settings';

const frozen: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/refusal-memory-1.json', import.meta.url), 'utf8'),
);
const empty: RefusalMemory = { format: 1, combos: [] };
const combo = (name: string, category?: string) => ({
  language: 'en' as const,
  ...(category !== undefined && { category }),
  blocks: { affirm: `a-${name}`, explain: `e-${name}`, offer: `o-${name}` },
});
/** As remembered one after the other, a second apart. */
const after = (...combos: ReturnType<typeof combo>[]) =>
  combos.reduce<RefusalMemory>((memory, each, at) => {
    const next = rememberCombo(memory, each, at * 1000);
    if (!next) throw new Error('It was not taken.');
    return next;
  }, empty);
const combosOf = (memory: RefusalMemory): readonly Combo[] =>
  'combos' in memory ? (memory.combos as Combo[]) : [];
const offersFor = (memory: RefusalMemory, category?: string) =>
  combosFor(memory, { language: 'en', category }).map(({ offer }) => offer);

describe('refusals that were inserted before', () => {
  test('are offered by their uses, then the latest first', () => {
    expect(offersFor(after(combo('x'), combo('y'), combo('z'), combo('x')))).toEqual([
      'o-x',
      'o-z',
      'o-y',
    ]);
  });

  test('of as many uses are offered the latest first, and kept in that order', () => {
    const memory = after(combo('x'), combo('y'), combo('y'), combo('x'), combo('z'));
    expect(offersFor(memory)).toEqual(['o-x', 'o-y', 'o-z']);
    expect(combosOf(memory).map(({ uses, at, blocks }) => [blocks.offer, uses, at])).toEqual([
      ['o-z', 1, 4000],
      ['o-x', 2, 3000],
      ['o-y', 2, 2000],
    ]);
  });

  test('are the same only where the language, the category and each block are', () => {
    const one = combo('x', 'billing');
    const others = [
      { ...one, category: 'parcel' },
      { ...one, blocks: { ...one.blocks, affirm: 'b' } },
      { ...one, blocks: { ...one.blocks, explain: 'b' } },
      { ...one, blocks: { ...one.blocks, offer: 'b' } },
    ];
    const memory = after(one, ...others, one);
    const chinese = rememberCombo(memory, { ...one, language: 'zh-CN' }, 9000) ?? empty;
    expect(combosOf(chinese).map(({ uses }) => uses)).toEqual([1, 2, 1, 1, 1, 1]);
  });

  test('belong to their language and category', () => {
    const memory = after(combo('any'), combo('mine', 'billing'));
    expect(offersFor(memory, 'billing')).toEqual(['o-mine']);
    expect(offersFor(memory)).toEqual(['o-any']);
    expect(combosFor(memory, { language: 'zh-CN', category: undefined })).toEqual([]);
  });

  test('are forty at most: the oldest goes', () => {
    const names = Array.from({ length: 41 }, (_, index) => String(index));
    const kept = offersFor(after(...names.map((name) => combo(name))));
    expect(kept).toHaveLength(40);
    expect(kept).not.toContain('o-0');
  });

  test('of format 1 are read as they were written', () => {
    expect(refusalMemorySchema.parse(frozen)).toEqual(frozen);
    expect(settingsSchema.parse({ refusals: frozen }).refusals).toEqual(frozen);
  });

  test('of a newer version are neither read nor overwritten', () => {
    const newer = { format: 2, groups: ['x'] };
    const memory = settingsSchema.parse({ refusals: newer }).refusals;
    expect(memory).toEqual(newer);
    expect(offersFor(memory)).toEqual([]);
    expect(rememberCombo(memory, combo('x'), 0)).toBeUndefined();
  });

  test.each([
    null,
    'x',
    { format: 1 },
    { format: 1, combos: [{ uses: 0 }] },
    { format: 0, combos: [] },
  ])('that are broken (%j) are none', (broken) => {
    expect(settingsSchema.parse({ refusals: broken }).refusals).toEqual(empty);
  });
});
