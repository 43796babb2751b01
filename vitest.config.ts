import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const folder = (name: string, test: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...test },
});

/**
 * `npm test`: every folder of tests that needs nothing but `npm ci`. `tests/deploy` and `tests/load`
 * have commands of their own.
 */
export default defineConfig({
  // Pages and mails are hono/jsx, as esbuild bundles them.
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    reporters: ['default', './tests/support/totals.ts'],
    // A test file mostly waits for DynamoDB Local, a browser or a command: two at once on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // A process runs many files: loading the modules for each of them takes as long as the tests.
      folder('unit', { isolate: false }),
      folder('integration', {
        globalSetup: ['tests/integration/global-setup.ts'],
        setupFiles: ['tests/integration/delete-tables.ts'],
        // Real parts on a busy machine: generous, as nothing here asserts a time.
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // One process for all files: loading the CDK takes most of their time.
      folder('infra', {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        isolate: false,
        maxWorkers: 1,
        sequence: { groupOrder: 1 },
      }),
      folder('browser', {
        globalSetup: ['tests/integration/global-setup.ts'],
        setupFiles: ['tests/integration/delete-tables.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
});
