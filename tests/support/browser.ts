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

/** Where the browser is; undefined: there is none. */
const BROWSER_PATH = PLACES.find((place) => existsSync(place));

/** Whether tests in the browser have to run: where nothing may be left out, a missing browser fails them. */
export const IS_BROWSER_NEEDED = BROWSER_PATH !== undefined || process.env['CI'] !== undefined;

/** @throws Error where there is no browser */
export async function openBrowser(): Promise<Browser> {
  if (BROWSER_PATH === undefined) throw new Error(`No Chromium at ${PLACES.join(', ')}.`);
  const args = [...QUIET, 'disable-component-update', 'no-sandbox'].map((name) => `--${name}`);
  return await chromium.launch({ executablePath: BROWSER_PATH, args });
}

export interface Visit {
  readonly page: Page;
  /** What the page said to the console in anger, and what it threw. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens an address as a person with a window of that size would; whoever holds `visits` closes them. */
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
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const opened = { page, complaints, close: () => context.close() };
  visits.push(opened);
  await page.goto(url);
  return opened;
}
