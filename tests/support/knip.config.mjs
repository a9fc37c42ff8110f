// What nobody uses: files, exports, packages. Each entry is a file that something else than an import starts.

/**
 * Editors that are scripts and no modules are named by their file: said as an import, their package counts as used.
 * @param {string} text
 */
const withLoadedFiles = (text) =>
  text.replaceAll(/\bload(?:Script|Style)\((?:place, )?('[^']+')\)/g, 'import($1)');

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    // WXT starts these; `!` marks what the product itself begins with (`--production` looks at that alone).
    'entrypoints/*.ts!',
    'entrypoints/*/index.html!',
    'entrypoints/worker/*.ts!',
    // Scripts of package.json, what they start in turn, and what they bundle.
    'tests/{bench,demo,support,text}/*.mjs',
    'tests/support/mutate/forget.ts',
    'tests/support/*/main.mjs',
    'tests/support/*-engine.ts',
    'tests/bench/{text-engine,log-files,log-page,log-sqlite,whole-fill,whole-harper}.ts',
    'tests/bench/preact-page.tsx',
    // Pages of the tests.
    'tests/demo/demo.js',
    'tests/page/fixtures/editors/lab.js',
    'tests/page/fixtures/editors/npm/{open,kinds/*}.js',
  ],
  project: ['{entrypoints,components,lib}/**/*.{ts,tsx}!', 'tests/**/*.{ts,tsx,mjs,js}'],
  vitest: { config: ['tests/vitest.config.ts', 'tests/support/mutate/vitest.config.ts'] },
  // Named to Stryker, which loads it.
  ignoreDependencies: ['@stryker-mutator/vitest-runner'],
  // Programs of Debian.
  ignoreBinaries: ['apt-cache', 'debconf-set-selections', 'puma'],
  compilers: { js: withLoadedFiles },
};
