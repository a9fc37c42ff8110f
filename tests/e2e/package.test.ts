// What goes to the stores: permissions, size, and what the reviewers' own linter says.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';

const output = path.join(import.meta.dirname, '../../.output');
const builds = ['chrome-mv3', 'firefox-mv3'] as const;
const manifestSchema = z.looseObject({
  permissions: z.array(z.string()),
  host_permissions: z.optional(z.array(z.string())),
  content_scripts: z.optional(z.array(z.unknown())),
  optional_host_permissions: z.array(z.string()),
  default_locale: z.string(),
});

function read(build: string, file: string): string {
  return readFileSync(path.join(output, build, file), 'utf8');
}

describe.each(builds)('%s', (build) => {
  const manifest = manifestSchema.parse(JSON.parse(read(build, 'manifest.json')));

  test('asks for no site at install and puts nothing into pages by itself', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    const atMost = new Set([
      'activeTab',
      'alarms',
      'notifications',
      'scripting',
      'sidePanel',
      'storage',
      'unlimitedStorage',
    ]);
    expect(manifest.permissions.filter((name) => !atMost.has(name))).toEqual([]);
  });

  test('the page script is small, and eyes and hands alone', () => {
    const script = read(build, 'page.js');
    expect(gzipSync(script).length).toBeLessThanOrEqual(14.5 * 1024);
    for (const foreign of ['preact', '__PREACT', 'Dexie', 'indexedDB', 'ZodError', '_zod'])
      expect(script).not.toContain(foreign);
  });

  test('speaks both languages', () => {
    const locales = readdirSync(path.join(output, build, '_locales')).toSorted();
    expect(locales).toEqual(['en', 'zh_CN']);
  });

  test('loads no code from elsewhere and evaluates none', () => {
    const scripts = readdirSync(path.join(output, build), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(js|html)$/.test(file))
      .map((file) => read(build, file));
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) {
      expect(script).not.toMatch(/new Function|\beval\(/);
      expect(script).not.toMatch(/<script[^>]+src="https?:/);
    }
  });
});

// What a dependency causes and we neither call nor can remove: each with where it comes from.
const knownFromDependencies = [
  // Preact sets innerHTML for dangerouslySetInnerHTML, which no component of ours uses (architecture.test.ts).
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^chunks\// },
];

test('Mozilla’s linter has no error, and no warning from our own code', () => {
  const bin = path.join(import.meta.dirname, '../../node_modules/.bin/web-ext');
  const source = path.join(output, 'firefox-mv3');
  expect(existsSync(source)).toBe(true);
  const report: unknown = JSON.parse(
    execFileSync(bin, ['lint', '-s', source, '-o', 'json', '--no-config-discovery'], {
      encoding: 'utf8',
    }),
  );
  const finding = z.looseObject({
    code: z.string(),
    file: z.optional(z.string()),
    message: z.string(),
  });
  const { errors, warnings } = z
    .looseObject({ errors: z.array(finding), warnings: z.array(finding) })
    .parse(report);
  expect(errors).toEqual([]);
  const unknown = warnings.filter(
    ({ code, file = '' }) =>
      !knownFromDependencies.some((known) => known.code === code && known.file.test(file)),
  );
  expect(unknown).toEqual([]);
  for (const known of knownFromDependencies)
    expect(
      warnings.map(({ code }) => code),
      'Take it off the list.',
    ).toContain(known.code);
}, 120_000);
