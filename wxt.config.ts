import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { mergeConfig, runnerImport } from 'vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import type { firstPaint } from './entrypoints/sidepanel/first-paint';
import type { Language } from './lib/domain/pack';

// Keeps the extension's id the same in every development build; stores give their own.
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlaHw8QflACwIhEU1s9b5NQrrQGsof0RJEOTcrs4qitfAr4hhqkdmPQvYv798qhT+/Zq/N2rjKOUPPgNKk0GE5QttTE/jldLHYL0EPmR/YOwnW68VztzR9HcywdPeZWMerBBRXbujmind9uUSArm4/CFtBWN2vcLUGZzMdIYCmBQVP9L081fYV2LvZbzjEZygpX9UfRsoeXS3kgjs1RxvHterdS+7NMXMWQ3qa4Es71NFvX+H98ZPomqrrQPBBfqopy9ic/I3Nq8ChMJrQZp2w7/FDZXEwcVD1vSTNkM0t3XJ/YdekKN+S8dooCWeswQVbihkBKCuVpbd7B04iYb5GwIDAQAB';

type FirstPaint = { firstPaint: typeof firstPaint };

const styleInPage: Plugin = {
  name: 'style-in-page',
  enforce: 'post',
  generateBundle: {
    // After Vite has listed what each late part needs.
    order: 'post',
    handler(_, bundle) {
      const page = assetOf(bundle, '.html');
      const [link, file = ''] =
        /<link rel="stylesheet"[^>]* href="\/([^"]+)"[^>]*>/.exec(page.source) ?? [];
      const style = assetOf(bundle, file);
      page.source = page.source.replace(link ?? '', () => `<style>${style.source}</style>`);
      delete bundle[style.fileName];
      forget(bundle, style.fileName);
    },
  },
};

/** A late part that builds on the page's own script would wait for its style, which is no file any more. */
function forget(bundle: Bundle, style: string): void {
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk' || !chunk.code.includes(style)) continue;
    // The list is used by numbers: in its place stands what is loaded anyway.
    chunk.code = chunk.code.replaceAll(`"${style}"`, JSON.stringify(chunk.fileName));
  }
}

const withoutStyle: Plugin = {
  name: 'without-style',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0without-style' : undefined),
  load: (id) => (id === '\0without-style' ? '' : undefined),
};

// The panel is painted before its script is read: what it shows first stands in the page in each language (its address
// says which one is seen, see side-panel.ts), and `paint-first` brings the script after it.
const paintedInPage: Plugin = {
  name: 'painted-in-page',
  enforce: 'post',
  async generateBundle(_, bundle) {
    const page = assetOf(bundle, '.html');
    const { module } = await runnerImport<FirstPaint>('./entrypoints/sidepanel/first-paint.tsx', {
      root: import.meta.dirname,
      configFile: false,
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      plugins: [withoutStyle],
    });
    const paint = (language: Language) => renderToString(module.firstPaint(language));
    const painted = `<div class="root" id="zh-CN">${paint('zh-CN')}</div><div class="root" id="en">${paint('en')}</div>`;
    const [tag, script] =
      /<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/.exec(page.source) ?? [];
    if (!tag) throw new Error('The panel was built without its script.');
    const after = `<script src="/paint-first.js" data-then="${script}"></script>`;
    page.source = page.source
      .replace(tag, '')
      .replace('<div class="root"></div>', () => painted + after);
  },
};

/** What packs are prepared from, as one digest: see lib/packs/load-packs.ts. */
function writeStamp(folder: string): void {
  const hash = createHash('sha256');
  for (const file of ['packs/en.json', 'packs/zh-cn.json', 'prepare-packs.js'])
    hash.update(readFileSync(path.join(folder, file)));
  writeFileSync(path.join(folder, 'packs', 'stamp.txt'), hash.digest('hex'));
}

// Their tables were written into lib/text.
const tablesFrom = new Set(['node_modules/opencc-js', 'node_modules/pinyin-pro']);

type Lock = { packages: Record<string, { version?: string; license?: string; dev?: boolean }> };

/** The licences of all that is bundled, as their authors ask for it: what the lockfile has for more than development. */
function writeLicences(folder: string): void {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock; // npm writes it so.
  const bundled = Object.entries(lock.packages).filter(
    ([place, { dev }]) => place && (!dev || tablesFrom.has(place)),
  );
  const notices = bundled.map(([place, { version, license }]) => {
    const file = readdirSync(place).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) throw new Error(`${place} has no licence to show.`);
    const name = place.replace(/^.*node_modules\//, '');
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(place, file), 'utf8').trim()}\n`;
  });
  const own = readFileSync('LICENSE', 'utf8').trim();
  const parts = [`Composure\n\n${own}\n`, ...notices];
  writeFileSync(path.join(folder, 'licences.txt'), parts.join(`\n${'-'.repeat(80)}\n\n`));
}

type Bundle = Parameters<Extract<Plugin['generateBundle'], Function>>[1];

function assetOf(bundle: Bundle, ending: string) {
  const file = Object.values(bundle).find(({ fileName }) => fileName.endsWith(ending));
  if (file?.type !== 'asset' || typeof file.source !== 'string')
    throw new Error(`A page was built without its ${ending} file.`);
  return Object.assign(file, { source: file.source });
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // A page's first paint waits for each file on its way: built apart, all that a page begins with is one script, and
  // its style stands in the page itself.
  hooks: {
    'entrypoints:grouped': (_, groups) => {
      const apart = groups.flatMap((group) =>
        Array.isArray(group) ? group.map((page) => [page]) : [group],
      );
      groups.splice(0, groups.length, ...apart);
    },
    'vite:build:extendConfig': ([entry], config) => {
      if (entry?.type !== 'sidepanel' && entry?.type !== 'options') return;
      const codeSplitting = { groups: [{ name: entry.name, tags: ['$initial' as const] }] };
      const build = { rolldownOptions: { output: { codeSplitting } } };
      const plugins = entry.type === 'sidepanel' ? [styleInPage, paintedInPage] : [styleInPage];
      Object.assign(config, mergeConfig(config, { build, plugins }));
    },
    'build:done': ({ config }) => {
      writeStamp(config.outDir);
      writeLicences(config.outDir);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Composure',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'notifications',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: '__MSG_openPanel__' },
    commands: {
      // Alt+Shift+C and some others are taken by Chromium itself (156, seen 2026-11-22).
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'insert-first': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandInsert__',
      },
      'start-hold': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_commandHold__',
      },
    },
    // What an organisation may set: lib/domain/policy.ts. Firefox needs no schema for it.
    ...(browser === 'chrome' && { storage: { managed_schema: 'policy.schema.json' } }),
    ...(browser === 'chrome' && { key: developmentKey, minimum_chrome_version: '116' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'composure@composure',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
