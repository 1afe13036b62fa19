import { defineConfig } from 'vitest/config';

/** Only on demand: what a release leaves behind for the tests of the next ones. */
export default defineConfig({
  test: {
    include: ['test/upgrade/record.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
