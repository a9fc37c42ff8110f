// The tests that a mutant has to pass: those of its own room. A room is held by its own tests, not by luck of another's.
import { defineConfig } from 'vitest/config';

const rooms = (process.env['MUTATED_ROOMS'] ?? 'text,domain').split(',');

export default defineConfig({
  root: process.cwd(),
  test: {
    name: 'unit',
    include: rooms.map((room) => `tests/${room}/**/*.test.ts`),
    exclude: [
      // It reads the sources, which are not as they were.
      'tests/domain/mask-version.test.ts',
      // Thousands of made-up stories and texts for each mutant: what they hold, the plain tests must notice too.
      'tests/domain/times-model.test.ts',
      'tests/text/*-oracle.test.ts',
    ],
    testTimeout: 60_000,
  },
});
