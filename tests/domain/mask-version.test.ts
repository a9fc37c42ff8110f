import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { maskVersion } from '../../lib/domain/mask-version';

const domain = path.join(import.meta.dirname, '../../lib/domain');

/** A file and all that it runs on, without comments: what is only said of it changes no mask. */
function sourcesFrom(name: string, known: Map<string, string>): Map<string, string> {
  if (known.has(name)) return known;
  const source = readFileSync(path.join(domain, `${name}.ts`), 'utf8');
  const lines = source.split('\n').filter((line) => !/^\s*(\/\/|\/\*|\*|$)/.test(line));
  known.set(name, lines.join('\n'));
  for (const [, from = ''] of source.matchAll(/^import (?!type).* from '\.\/(.+)';$/gm))
    sourcesFrom(from, known);
  return known;
}

test('what was stored masked is masked anew when any rule of masking changes', () => {
  const sources = sourcesFrom('mask-complaint', new Map());
  expect([...sources.keys()]).toEqual(
    expect.arrayContaining(['mask-text', 'redact', 'redact-forms']),
  );
  const all = [...sources].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 8);
  expect(maskVersion, `Write '${digest}' into lib/domain/mask-version.ts.`).toBe(digest);
});
