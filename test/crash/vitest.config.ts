import { defineConfig } from 'vitest/config';

/** The tests of survival start the built application as processes of their own and kill them; two files at a time. */
export default defineConfig({
  test: {
    include: ['test/crash/**/*.crash.ts'],
    globalSetup: ['test/crash/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
