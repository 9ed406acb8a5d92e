import { defineConfig } from 'vitest/config';

const folders = 'core,functions,adapters,infra,contracts,workflows,journeys,sheets-addon';

export default defineConfig({
  test: {
    // A test that asserts nothing fails.
    expect: { requireAssertions: true },
    // The product keeps its own time; a test that would only pass in one zone must fail on every machine alike.
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'product',
          include: [`test/{${folders}}/**/*.test.ts`, 'test/architecture.test.ts'],
          // Journeys start processes and kill them; a rule takes milliseconds.
          testTimeout: 120_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        // One endpoint, one clock on it: the files take turns.
        test: {
          name: 'aws',
          include: ['test/aws/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
