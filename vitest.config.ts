import { defineConfig } from 'vitest/config';

/** Folders whose test files share one loaded copy of the code, which halves their time. The others start programs. */
const UNITS = ['core', 'discord', 'engines', 'sources', 'store', 'terminal'].map(
  (room) => `tests/${room}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // Child processes, native modules and property tests; a machine under load must not fail them.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Many tests wait for child processes and servers, so even two cores are busy with as many files.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'units', include: UNITS, isolate: false } },
      { extends: true, test: { name: 'programs', include: ['tests/**/*.test.ts'], exclude: UNITS } },
    ],
  },
});
