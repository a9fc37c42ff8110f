import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFinds } from '../../lib/text/compile';
import { readCompiled, writeCompiled } from '../../lib/text/compiled-buffer';
import { createSearch } from '../../lib/text/matcher';
import { anyRule } from './finds';

const { compiled } = compileFinds([
  { words: 'so (sorry|sad) … late', unless: ["don't be so sorry"] },
  { words: '退款' },
]);

function reasonOf(buffer: ArrayBuffer): string | undefined {
  const result = readCompiled(buffer);
  return result.ok ? undefined : result.reason;
}

test('what is read back finds what was written', () => {
  const anyText = fc.string({ unit: fc.constantFrom(...'aabbccoot hé1 是退款萬!'.split('')) });
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 6 }), fc.array(anyText), (rules, texts) => {
      const lines = rules.map(({ source, unless }) => ({
        words: source,
        unless: unless.map((each) => each.source),
      }));
      const written = compileFinds(lines).compiled;
      const result = readCompiled(structuredClone(writeCompiled(written)));
      if (!result.ok) throw new Error(result.reason);
      const forms = rules.flatMap(({ parts }) => parts.flat());
      for (const text of [...texts, ...forms, forms.join(' ')])
        expect(createSearch(result.compiled)(text)).toEqual(createSearch(written)(text));
    }),
  );
});

test('a buffer can be handed over to another thread', () => {
  const buffer = writeCompiled(compiled);
  const moved = structuredClone(buffer, { transfer: [buffer] });
  expect(buffer.byteLength).toBe(0);
  expect(reasonOf(moved)).toBeUndefined();
});

test.each([
  ['nothing', () => new ArrayBuffer(0)],
  ['something else', () => new ArrayBuffer(4096)],
  ['a part', () => writeCompiled(compiled).slice(0, -1)],
])('%s is refused', (_, buffer) => {
  expect(reasonOf(buffer())).toContain('not a whole list');
});

test('what another version has folded is refused', () => {
  const buffer = writeCompiled(compiled);
  new Uint32Array(buffer, 0, 3)[2] = 0;
  expect(reasonOf(buffer)).toContain('another version');
});

test('one changed byte, wherever it stands, is refused', () => {
  const whole = new Uint8Array(writeCompiled(compiled));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ change;
      expect(reasonOf(bytes.buffer)).toBeDefined();
    }),
  );
});
