// Temporary folders and apps for tests. They are removed and closed after each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, type AppOptions, openApp } from '../../src/app.js';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function openTestApp(options: Partial<AppOptions> = {}): Promise<App> {
  const app = await openApp({ dataDir: temporaryFolder(), ...options });
  onTestFinished(() => app.close());
  return app;
}
