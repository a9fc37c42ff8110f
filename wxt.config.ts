import { mergeConfig } from 'vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

// Keeps the extension's id the same in every development build; stores give their own.
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlaHw8QflACwIhEU1s9b5NQrrQGsof0RJEOTcrs4qitfAr4hhqkdmPQvYv798qhT+/Zq/N2rjKOUPPgNKk0GE5QttTE/jldLHYL0EPmR/YOwnW68VztzR9HcywdPeZWMerBBRXbujmind9uUSArm4/CFtBWN2vcLUGZzMdIYCmBQVP9L081fYV2LvZbzjEZygpX9UfRsoeXS3kgjs1RxvHterdS+7NMXMWQ3qa4Es71NFvX+H98ZPomqrrQPBBfqopy9ic/I3Nq8ChMJrQZp2w7/FDZXEwcVD1vSTNkM0t3XJ/YdekKN+S8dooCWeswQVbihkBKCuVpbd7B04iYb5GwIDAQAB';

const styleInPage: Plugin = {
  name: 'style-in-page',
  enforce: 'post',
  generateBundle(_, bundle) {
    const assets = Object.values(bundle).filter((file) => file.type === 'asset');
    const page = assets.find(({ fileName }) => fileName.endsWith('.html'));
    const style = assets.find(({ fileName }) => fileName.endsWith('.css'));
    if (typeof page?.source !== 'string' || typeof style?.source !== 'string')
      throw new Error('A page was built without its style.');
    const sheet = `<style>${style.source}</style>`;
    page.source = page.source.replace(/<link rel="stylesheet"[^>]*>/, () => sheet);
    delete bundle[style.fileName];
  },
};

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
      Object.assign(config, mergeConfig(config, { build, plugins: [styleInPage] }));
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
