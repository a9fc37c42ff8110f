// The tests that a mutant has to pass: those of its own room. A room is held by its own tests, not by luck of another's.
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const rooms = (process.env['MUTATED_ROOMS'] ?? 'text,domain').split(',');

const forget = path.join(import.meta.dirname, 'forget.ts');

export default defineConfig({
  root: process.cwd(),
  plugins: [
    {
      name: 'forget',
      enforce: 'pre',
      // Its own test tests the real one.
      resolveId: (id, importer = '') =>
        id.endsWith('/remember') && !importer.endsWith('remember.test.ts') ? forget : undefined,
    },
  ],
  test: {
    name: 'unit',
    include: rooms.map((room) => `tests/${room}/**/*.test.ts`),
    // It reads the sources, which are not as they were.
    exclude: ['tests/domain/mask-version.test.ts'],
    setupFiles: ['tests/support/mutate/brief.ts'],
    testTimeout: 60_000,
  },
});
