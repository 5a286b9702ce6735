// Keyboard focus and scrolling on the page, in real Chromium.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IS_BROWSER_NEEDED, openBrowser } from '../../support/browser.js';
import { COMMANDS } from '../../support/page-bot.js';
import { openPageVisitor, type PageVisitor, PHONE } from '../../support/page-visitor.js';
import { IDS } from '../../support/sandbox-bot.js';

const FIELD = 'Message general';

describe.skipIf(!IS_BROWSER_NEEDED)('focus and scrolling (skipped without Chromium)', () => {
  let browser: Browser;
  let visitor: PageVisitor;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    visitor = await openPageVisitor(browser);
  });
  afterEach(async () => {
    expect(await visitor.close()).toEqual([]);
  });

  it.each(['submitting', 'cancelling'])('returns the focus to the button after %s a modal', async (how) => {
    const page = await visitor.open();
    await visitor.askOn(page);

    await page.getByRole('button', { name: 'Follow up' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('And why?');
    await page.keyboard.press(how === 'submitting' ? 'Control+Enter' : 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    if (how === 'submitting') await page.getByText('And then: And why?').waitFor();

    expect(await focusedName(page)).toBe('Follow up');
  });

  it('returns the focus to the text field after a command', async () => {
    const page = await visitor.open();
    await page.getByRole('textbox', { name: FIELD }).fill('/silent');
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Send /silent' }).press('Enter');
    await page.getByText('Sending /silent').waitFor();

    expect(await focusedName(page)).toBe(FIELD);
  });

  it('moves the focus to the text field when the focused button disappears', async () => {
    const page = await visitor.open();
    await visitor.askOn(page);
    const afterSuggestion = await focusedName(page);
    await page.getByRole('button', { name: 'Sources' }).press('Enter');

    await page.getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await page.locator('.ephemeral').waitFor({ state: 'detached' });

    expect(afterSuggestion).toBe(FIELD);
    expect(await focusedName(page)).toBe(FIELD);
  });

  it("doesn't open a phone's keyboard when the focused button disappears", async () => {
    const page = await visitor.open(PHONE);

    await visitor.askOn(page);

    expect(await focusedName(page)).toBe('Messages');
  });

  it('sends a message and a command with Ctrl+Enter', async () => {
    const page = await visitor.open();
    const field = page.getByRole('textbox', { name: FIELD });
    await field.fill('Two\nlines');
    await page.keyboard.press('Control+Enter');
    await page.locator('.message').getByText('Two').waitFor();

    await field.fill('/ask');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Who?');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Footnote is thinking').waitFor();

    expect(await field.inputValue()).toBe('');
    expect(await focusedName(page)).toBe(FIELD);
  });

  it('stays at the end while an answer grows', async () => {
    const page = await visitor.open(PHONE);
    for (let line = 1; line <= 20; line += 1)
      visitor.bot.sandbox.as(IDS.owner).say(`Line ${line}`, { channelId: IDS.general });
    await page.getByText('Line 20').waitFor();

    visitor.pace.go();
    visitor.pace.go();
    await page.locator('.suggestion').first().click();
    await page.getByRole('button', { name: 'Sources' }).waitFor();

    await expect.poll(() => page.evaluate(IS_AT_END)).toBe(true);
    expect(await page.getByRole('button', { name: /New messages/ }).count()).toBe(0);
  });

  it('scrolls down to the reply of a command, even from above', async () => {
    const page = await visitor.open();
    for (let line = 1; line <= 60; line += 1)
      visitor.bot.sandbox.as(IDS.owner).say(`Line ${line}`, { channelId: IDS.general });
    await page.getByText('Line 60').waitFor();
    await page.locator('.scroll').hover();
    await page.mouse.wheel(0, -600);
    await expect.poll(() => page.evaluate(IS_AT_END)).toBe(false);

    await page.getByRole('textbox', { name: FIELD }).fill('/ask');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Who?');
    await page.keyboard.press('Enter');
    await page.getByText('Footnote is thinking').waitFor();

    await expect.poll(() => page.evaluate(IS_AT_END)).toBe(true);
  });

  it("doesn't announce new messages when the last one is deleted", async () => {
    const page = await visitor.open();
    for (let line = 1; line <= 60; line += 1)
      visitor.bot.sandbox.as(IDS.owner).say(`Line ${line}`, { channelId: IDS.general });
    const channel = visitor.bot.client.channels.cache.get(IDS.general);
    const last = channel?.isSendable() ? await channel.send('The last one') : undefined;
    await page.getByText('The last one').waitFor();
    await page.locator('.scroll').hover();
    await page.mouse.wheel(0, -600);
    await expect.poll(() => page.evaluate(IS_AT_END)).toBe(false);

    await last?.delete();
    await page.getByText('The last one').waitFor({ state: 'detached' });

    expect(await page.getByRole('button', { name: /New messages/ }).count()).toBe(0);
  });
});

describe.skipIf(!IS_BROWSER_NEEDED)('a bot that is starting (skipped without Chromium)', () => {
  it('is called online only when its commands are registered', async () => {
    const browser = await openBrowser();
    const visitor = await openPageVisitor(browser, { commands: [] });
    const page = await visitor.open();
    const presence = page.locator('.presence');
    await page.getByText("It hasn't registered its commands yet").waitFor();
    const before = await presence.textContent();

    await visitor.bot.rest('PUT', `/applications/${IDS.application}/commands`, COMMANDS);
    await page.locator('.suggestion').first().waitFor();
    const after = await presence.textContent();
    const problems = await visitor.close();
    await browser.close();

    expect(before).toBe('Footnote is starting');
    expect(after).toBe('Footnote is online');
    expect(problems).toEqual([]);
  });
});

const IS_AT_END = `(() => {
  const { scrollTop, scrollHeight, clientHeight } = document.querySelector('.scroll');
  return scrollHeight - scrollTop - clientHeight < 2;
})()`;

/** The focused element's label or text. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent');
}
