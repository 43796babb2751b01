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
    projects: [
      folder('unit'),
      folder('integration', {
        globalSetup: ['tests/integration/global-setup.ts'],
        // Real parts on a busy machine: generous, as nothing here asserts a time.
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // One process for all files: loading the CDK takes most of their time.
      folder('infra', { testTimeout: 60_000, hookTimeout: 60_000, isolate: false }),
      folder('browser', {
        globalSetup: ['tests/integration/global-setup.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
});
