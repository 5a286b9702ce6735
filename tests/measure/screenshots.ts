// Takes the screenshots in docs/images: the real bot in the sandbox with its sample articles, in real Chromium.
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';
import { startInSandbox } from '../../src/start.js';
import { openArticleSite } from '../support/article-site.js';
import { openBrowser, type Visit, visit } from '../support/browser.js';
import { poseWithArticle } from './screenshots/pose-with-article.js';
import { poseWithDigest } from './screenshots/pose-with-digest.js';

const FOLDER = 'docs/images';
const DESKTOP = { width: 1120, height: 800 };
/** Room for a long answer below the channel's header. */
const TALL = { width: 1120, height: 890 };
const [gazette] = DEFAULT_SEED.guilds;
const [owner, member] = DEFAULT_SEED.users;

interface Picture {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Person and channel, as in the page's URL. */
  readonly place: string;
  pose(page: Page): Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'answer',
    size: DESKTOP,
    place: placeOf(member, gazette, 1),
    async pose(page) {
      await ask(page, 'How long will the bridge be closed, and what does it cost?');
      await page.getByRole('button', { name: 'Sources' }).last().click();
      await page.getByText('Only you can see this').waitFor();
    },
  },
];

const dataDir = await mkdtemp(join(tmpdir(), 'footnote-pictures-'));
const site = await openArticleSite();
let offsetMs = 0;
const clock = { now: () => new Date(Date.now() + offsetMs) };
const app = await openApp({ dataDir, allowedHosts: [site.host], clock });
const { signal } = new AbortController();
const started = await startInSandbox({ config: readConfig({}), app, log: createLog('warn'), signal });
const browser = await openBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  // `npm run screenshots -- digests` takes only those.
  const [only] = process.argv.slice(2);
  if (only === undefined)
    for (const picture of PICTURES) await take(picture, browser, started.sandbox.origin);
  if (only === undefined || only === 'articles') await takeArticlePictures();
  if (only === undefined || only === 'digests') await takeDigestPictures();
} finally {
  await browser.close();
  await started.close();
  await app.close();
  await site.close();
  await rm(dataDir, { recursive: true, force: true });
}

async function take({ name, size, place, pose }: Picture, browser: Browser, origin: string): Promise<void> {
  const visits: Visit[] = [];
  const { page, close } = await visit(browser, `${origin}/#${place}`, visits, size);
  await page.locator('.suggestion').first().waitFor();
  await pose(page);
  // A message under the pointer or with the focus would show its toolbar.
  await page.mouse.move(0, 0);
  await page.getByRole('textbox', { name: /^Message / }).focus();
  await save(page, name);
  await close();
}

/** An article is added, asked about, refreshed and removed, in one visit. */
async function takeArticlePictures(): Promise<void> {
  const visits: Visit[] = [];
  const address = `${started.sandbox.origin}/#${placeOf(owner, gazette, 0)}`;
  const { page, close } = await visit(browser, address, visits, DESKTOP);
  await page.getByRole('textbox', { name: /^Message / }).waitFor();
  await poseWithArticle(page, site, async (name, isOnlyLast = false) => {
    await page.mouse.move(0, 0);
    const isFormOpen = await page.getByRole('dialog').isVisible();
    if (!isFormOpen) await page.getByRole('textbox', { name: /^Message / }).focus();
    await save(isOnlyLast ? page.locator('article').last() : page, name);
  });
  await close();
}

/** Questions are asked, then a digest is added and posted the next morning. */
async function takeDigestPictures(): Promise<void> {
  const visits: Visit[] = [];
  const address = `${started.sandbox.origin}/#${placeOf(owner, gazette, 1)}`;
  const { page, close } = await visit(browser, address, visits, TALL);
  await page.getByRole('textbox', { name: /^Message / }).waitFor();
  for (const question of [
    'How long will the bridge be closed?',
    'For how long is the bridge closed?',
    'Who voted against the plan?',
    'Who is the goalkeeper of the national team?',
  ])
    await ask(page, question);
  await poseWithDigest(page, {
    openCommand: (name) => openCommand(page, name),
    save: (name) => save(page, name),
    skipToMorning() {
      const nine = new Date(Date.now() + offsetMs);
      nine.setUTCHours(33, 0, 0, 0);
      offsetMs = nine.getTime() - Date.now();
    },
  });
  await close();
}

async function save(shown: Page | Locator, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  await shown.screenshot({ path });
  console.log(`${path}  ${Math.ceil((await stat(path)).size / 1_024)} KB`);
}

function placeOf(
  user: { readonly id: string } | undefined,
  guild: (typeof DEFAULT_SEED.guilds)[number] | undefined,
  channel: number,
): string {
  return `${user?.id}/${guild?.channels[channel]?.id}`;
}

async function ask(page: Page, question: string): Promise<void> {
  const answers = page.getByRole('button', { name: 'Follow up' });
  const earlier = await answers.count();
  await openCommand(page, '/ask');
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await answers.nth(earlier).waitFor();
}

/** Opens a command with the keyboard. */
async function openCommand(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message / }).focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}
