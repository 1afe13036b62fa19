import { defineConfig } from 'vitest/config';

/** Journeys in a real Chromium, one file after the other: they share two cores with the browser. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts', 'test/e2e/**/*.e2e.tsx'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
