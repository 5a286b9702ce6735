import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Test files share one loaded copy of the code, which halves their time.
    isolate: false,
    // Child processes, native modules and property tests; a machine under load must not fail them.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Many tests wait for child processes and servers, so even two cores are busy with as many files.
    maxWorkers: '100%',
  },
});
