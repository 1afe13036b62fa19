import { defineConfig } from 'vitest/config';

/** Journeys in a real Chromium, two files at a time: one waits for its browser while the other works. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts', 'test/e2e/**/*.e2e.tsx'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
