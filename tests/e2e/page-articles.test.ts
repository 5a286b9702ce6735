// Adding, asking about, refreshing and removing an article in real Chromium.
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { GAZETTE, listAdded, openArticleBot, TIMETABLE } from '../support/article-bot.js';
import { articlePage, WORKS } from '../support/article-site.js';
import { IS_BROWSER_NEEDED, openBrowser, type Visit, visit } from '../support/browser.js';
import { IDS } from '../support/discord.js';

const BUILT_PAGE = resolve(import.meta.dirname, '../../dist/src/sandbox/page');

describe.skipIf(!IS_BROWSER_NEEDED)('the page (skipped without Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function openPage() {
    const bot = await openArticleBot({ sandbox: { pageDir: BUILT_PAGE } });
    const visits: Visit[] = [];
    const { page, problems } = await visit(
      browser,
      `${bot.sandbox.origin}/#${IDS.owner}/${IDS.general}`,
      visits,
    );
    onTestFinished(async () => {
      for (const one of visits) await one.close();
      // Chromium logs requests that the sandbox refuses.
      expect(problems.filter((problem) => !problem.includes('status of 400'))).toEqual([]);
    });
    await page.locator('.suggestion').first().waitFor();
    return { ...bot, page };
  }

  it('adds a link, refreshes it and removes it', async () => {
    const { page, site, app } = await openPage();
    const url = site.put('/works', articlePage('Swing bridge closes', WORKS));

    await startCommand(page, '/article add');
    await page.getByRole('button', { name: '+ link' }).press('Enter');
    await page.keyboard.type(url);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Added.').waitFor();
    site.put('/works', articlePage('Swing bridge closes', [...WORKS, 'It opens again on 2 June.']));
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('1 sentence added').waitFor();
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();

    expect(listAdded(app)).toEqual([]);
  });

  it('takes what is typed after a form is closed', async () => {
    const { page } = await openPage();
    const field = page.getByRole('textbox', { name: 'Message general' });
    const form = page.getByRole('dialog', { name: 'Add an article' });
    const typed: string[] = [];

    for (const close of ['Cancel', 'Close', 'Cancel', 'Close', 'Cancel']) {
      await startCommand(page, '/article add');
      await page.keyboard.press('Enter');
      // The click moves the caret into the form.
      await form.getByRole('button', { name: close }).click();
      await form.waitFor({ state: 'detached' });
      await field.and(page.locator(':focus')).waitFor();
      await page.keyboard.type('Hello');
      typed.push(await field.inputValue());
      await field.fill('');
    }

    expect(typed).toEqual(Array(5).fill('Hello'));
  });

  it('opens the form and uploads a file with it', async () => {
    const { page, app } = await openPage();

    await startCommand(page, '/article add');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Add an article' });
    await form.getByLabel('File').setInputFiles(fileOf('timetable.md'));
    await form.getByText('Uploading').waitFor({ state: 'detached' });
    await form.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Added.').waitFor();

    expect(listAdded(app)).toMatchObject([{ title: 'Ferry timetable', library: GAZETTE }]);
  });

  it('takes a file as an option, and in a message', async () => {
    const { page } = await openPage();

    await startCommand(page, '/article add');
    await page.getByRole('button', { name: '+ file' }).press('Enter');
    await page.getByLabel('file', { exact: true }).setInputFiles(fileOf('timetable.md'));
    await page.getByText('Uploading').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Send /article add' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).waitFor();
    await page.locator('.field input[type="file"]').setInputFiles(fileOf('other.md'));
    await page.getByText('other.md').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();

    await page.getByRole('link', { name: 'other.md' }).waitFor();
  });

  it('says which files it takes', async () => {
    const { page } = await openPage();

    await startCommand(page, '/article add');
    await page.getByRole('button', { name: '+ file' }).press('Enter');
    const field = page.getByLabel('file', { exact: true });
    const accepted = await field.getAttribute('accept');
    await field.setInputFiles({ ...fileOf('program.exe') });
    await page.getByText('Uploading').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Send /article add' }).click();

    expect(accepted).toContain('.docx');
    await page.getByText('has the wrong type').waitFor();
  });
});

function fileOf(name: string) {
  return { name, mimeType: 'text/markdown', buffer: Buffer.from(TIMETABLE) };
}

async function startCommand(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message / }).focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}
