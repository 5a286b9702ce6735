// A newcomer's first minute: the real program and its page in real Chromium.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IS_BROWSER_NEEDED, openBrowser, type Visit, visit } from '../support/browser.js';
import { startProgram } from '../support/program.js';
import { IDS } from '../support/sandbox-bot.js';

const ROOT = resolve(import.meta.dirname, '../..');
const ARTICLES = ['corpus', 'src/sandbox/articles'].map(textOfFolder).join('\n');
const PHONE = { width: 360, height: 740 };

describe.skipIf(!IS_BROWSER_NEEDED)('the first minute (skipped without Chromium)', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-first-minute-'));
  const visits: Visit[] = [];
  let program: ChildProcessWithoutNullStreams;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    // The test asks faster than a person would.
    const environment = { DATA_DIR: dataDir, SANDBOX_PORT: '0', COOLDOWN_SECONDS: '0', LOG_LEVEL: 'warn' };
    program = startProgram(['sandbox'], { environment });
    [address, browser] = await Promise.all([addressOf(program), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    if (program?.kill('SIGTERM')) await once(program, 'close');
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    const problems = visits.flatMap((opened) => opened.problems);
    await Promise.all(visits.splice(0).map((one) => one.close()));
    expect(problems).toEqual([]);
  });

  async function open(place = '', size?: { readonly width: number; readonly height: number }) {
    return (await visit(browser, `${address}/${place}`, visits, size)).page;
  }

  it('answers a suggested question, shows its source and takes a follow-up', async () => {
    const page = await open();
    const suggestions = page.locator('.suggestion');
    await suggestions.nth(2).waitFor();

    await suggestions.first().click();
    const answer = await nextAnswer(page, 0);
    await answer.getByRole('button', { name: 'Sources' }).click();
    const sources = page.locator('.message.ephemeral');
    await sources.getByRole('heading', { name: 'Source [1]' }).waitFor();
    await answer.getByRole('button', { name: 'Follow up' }).click();
    await page.getByRole('dialog', { name: 'Follow up' }).getByRole('textbox').waitFor();
    await page.keyboard.type('How long will the bridge be closed?');
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    const second = await nextAnswer(page, 1);

    expect(await answer.textContent()).toMatch(/\[1\]/);
    expect(ARTICLES).toContain(await sources.locator('strong').textContent());
    expect(await second.textContent()).toContain('nineteen weeks');
    expect(await second.getByRole('link', { name: '[1]' }).getAttribute('href')).toMatch(
      /^https:\/\/example\.org\/riverside-gazette\/old-bridge#:~:text=/,
    );
  });

  it('sums up an article with the keyboard alone, and turns the pages of its sources', async () => {
    const page = await open(`#${IDS.member}/${IDS.articles}`);
    await page.locator('.suggestion').first().waitFor();
    await page.getByRole('textbox', { name: 'Message articles' }).focus();

    await page.keyboard.type('/summ');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '+ article' }).press('Enter');
    await page.getByRole('option').nth(1).waitFor();
    await page.keyboard.type('mill');
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const summary = await nextAnswer(page, 0);
    await summary.getByRole('button', { name: 'Sources' }).press('Enter');
    const sources = page.locator('.message.ephemeral');
    await sources.getByRole('button', { name: /^Next/ }).press('Enter');
    await sources.getByRole('heading', { name: 'Source [2]' }).waitFor();

    expect(await summary.textContent()).toContain('[2]');
    expect(ARTICLES).toContain(await sources.locator('strong').textContent());
  });

  it("says that the article doesn't say, and shows the closest passages", async () => {
    const page = await open(`#${IDS.owner}/${IDS.harborGeneral}`);
    await page.locator('.suggestion').first().waitFor();

    const refusal = await ask(page, 'How much does a season ticket for members cost?');
    await refusal.getByRole('button', { name: 'Closest passages' }).click();
    await page.locator('.ephemeral').getByRole('heading', { name: 'Closest passages' }).first().waitFor();

    expect(await refusal.textContent()).toMatch(/The article doesn['’]t say|I couldn['’]t find that in/);
    expect(await refusal.locator('blockquote').count()).toBeGreaterThan(0);
  });

  it("doesn't show one server's articles in another", async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Harbor Community' }).click();
    await page.getByRole('button', { name: /switch user/ }).click();
    await page.getByRole('menuitem', { name: /Ines Park/ }).click();
    await page.getByRole('button', { name: 'articles', exact: true }).click();
    await page.locator('.suggestion').first().waitFor();

    const answer = await ask(page, 'Why was the firm Delmar & Sons chosen for the Old Mill Bridge?');

    expect(await page.locator('.origin').first().textContent()).toContain('Ines Park used /ask');
    expect(await answer.textContent()).not.toContain('cheapest');
  });

  it('fits a phone', async () => {
    const page = await open(`#${IDS.member}/${IDS.thread}`, PHONE);

    await page.locator('.suggestion').first().tap();
    await (await nextAnswer(page, -1)).getByRole('button', { name: 'Sources' }).tap();
    await page.getByText('Only you can see this').waitFor();

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });

  async function ask(page: Page, question: string): Promise<Locator> {
    await page.getByRole('textbox', { name: /^Message / }).focus();
    await page.keyboard.type('/ask');
    await page.keyboard.press('Enter');
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    return nextAnswer(page, 0);
  }
});

/** The answer at this position in the channel, once it is complete: the buttons come with the last edit. */
async function nextAnswer(page: Page, index: number): Promise<Locator> {
  const followUp = page.getByRole('button', { name: 'Follow up' });
  const answers = page.locator('.message:not(.ephemeral)').filter({ has: followUp });
  await answers.nth(index).waitFor();
  return answers.nth(index);
}

/** The address that the program prints when it is ready. */
async function addressOf({ stdout, stderr }: ChildProcessWithoutNullStreams): Promise<string> {
  stderr.pipe(process.stderr);
  for await (const line of createInterface(stdout)) {
    const address = /http:\/\/\S+?(?= )/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The program ended before it was ready.');
}

function textOfFolder(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
    .join('\n');
}
