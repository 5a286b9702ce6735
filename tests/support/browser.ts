// Real Chromium, for tests of the page.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-sync',
];

/** Undefined if no browser is installed. */
const BROWSER_PATH = PLACES.find((place) => existsSync(place));

/** Whether tests in the browser run. In CI they always do, and fail without a browser. */
export const IS_BROWSER_NEEDED = BROWSER_PATH !== undefined || process.env['CI'] !== undefined;

/** @throws Error if no browser is installed */
export async function openBrowser(): Promise<Browser> {
  if (BROWSER_PATH === undefined) throw new Error(`No Chromium at ${PLACES.join(', ')}.`);
  const args = [...QUIET, 'disable-component-update', 'no-sandbox'].map((name) => `--${name}`);
  return await chromium.launch({ executablePath: BROWSER_PATH, args });
}

export interface Visit {
  readonly page: Page;
  /** Warnings and errors in the console, and uncaught exceptions. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens a URL in a window of that size. The caller closes everything in `visits`. */
export async function visit(
  browser: Browser,
  url: string,
  visits: Visit[],
  { width = 1280, height = 800 }: { readonly width?: number; readonly height?: number } = {},
): Promise<Visit> {
  const isPhone = width < 720;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, hasTouch: isPhone, isMobile: isPhone, reducedMotion: 'reduce' },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  const opened = { page, problems, close: () => context.close() };
  visits.push(opened);
  await page.goto(url);
  return opened;
}
