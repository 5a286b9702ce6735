// The page in real Chromium, on a real sandbox, with a bot on the real discord.js client.
import type { Browser, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IS_BROWSER_NEEDED, openBrowser, visit } from '../support/browser.js';
import { QUESTIONS } from '../support/page-bot.js';
import { openPageVisitor, type PageVisitor, PHONE } from '../support/page-visitor.js';
import { IDS } from '../support/sandbox-bot.js';

const LONGEST_RESPONSE_MS = 3_000;

describe.skipIf(!IS_BROWSER_NEEDED)('the page (skipped without Chromium)', () => {
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

  it('asks a suggested question when it is clicked', async () => {
    const page = await visitor.open();
    const suggestions = page.locator('.suggestion');

    await suggestions.filter({ hasText: QUESTIONS[0] ?? '' }).click();
    await page.getByText('Footnote is thinking').waitFor();
    visitor.pace.go();
    await page.getByText('Because of the storm.').waitFor();
    visitor.pace.go();
    await page.getByRole('button', { name: 'Sources' }).waitFor();

    expect(await page.locator('.origin').textContent()).toContain('Tomas Reed used /ask');
    expect(await page.getByRole('link', { name: 'Article' }).getAttribute('rel')).toBe('noopener noreferrer');
    expect(await suggestions.count()).toBe(0);
  });

  it('fills in a command with the keyboard alone', async () => {
    const page = await visitor.open();
    await page.getByRole('textbox', { name: /Message general/ }).focus();

    await page.keyboard.type('/as');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: QUESTIONS[1] ?? '' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('This option is required').waitFor();
    await page.keyboard.type('who');
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '+ sentences' }).press('Enter');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.getByText('At most 5.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.getByText('Footnote is thinking').waitFor();

    const [asked] = [...visitor.bot.sandbox.world.interactions.values()].filter(({ type }) => type === 2);
    expect(asked?.payload).toMatchObject({
      data: {
        options: [
          { name: 'question', value: QUESTIONS[1] },
          { name: 'sentences', value: 2 },
        ],
      },
    });
  });

  it('shows a private reply, its select menu and the JSON that the bot sent', async () => {
    const page = await visitor.open();
    await visitor.askOn(page);

    await page.getByRole('button', { name: 'Sources' }).click();
    await page.getByText('Only you can see this').waitFor();
    await page.getByRole('combobox', { name: 'Jump to a source' }).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Source 2').waitFor();
    await page.locator('.ephemeral').getByRole('button', { name: 'Show JSON' }).click();
    const json = await page.locator('.json pre').textContent();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('Source 2').first().waitFor({ state: 'detached' });

    expect(JSON.parse(json ?? '')).toMatchObject({ components: [{ type: 10, content: 'Source 2' }] });
  });

  it('checks a modal before it is sent', async () => {
    const page = await visitor.open();
    await visitor.askOn(page);

    await page.getByRole('button', { name: 'Follow up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Follow up' });
    await dialog.getByText('Your next question').waitFor();
    await page.keyboard.type('O');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('Write at least 4 characters.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('And why?');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('And then: And why?').waitFor();

    expect(await dialog.count()).toBe(0);
  });

  it('sends mentions, shows replies, and runs message commands', async () => {
    const page = await visitor.open();
    const field = page.getByRole('textbox', { name: /Message general/ });
    await field.pressSequentially('@foo');
    await page.keyboard.press('Enter');
    await field.pressSequentially('hello');
    await page.keyboard.press('Enter');
    await page.getByText('You said: @Footnote hello').waitFor();
    const mine = page.locator('.message').first();

    await mine.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Check this' }).press('Enter');
    await page.getByText('Checked: ').waitFor();

    expect(await mine.locator('.mention').textContent()).toBe('@Footnote');
    expect(await page.locator('.jump').textContent()).toContain('Tomas Reed');
  });

  it('opens the person and the channel in the address when it changes', async () => {
    const page = await visitor.open();
    const open = (hash: string) => page.evaluate(`window.location.hash = '${hash}'`);
    const heading = page.locator('.channel-head h2');
    const me = page.locator('.me-name b');
    const hash = () => new URL(page.url()).hash;
    visitor.bot.sandbox.as(IDS.owner).say('Only in articles', { channelId: IDS.articles });

    await open(`${IDS.member}/${IDS.articles}`);
    await page.getByText('Only in articles').waitFor();
    const channel = await heading.textContent();
    await open(`${IDS.owner}/${IDS.general}`);
    await page.getByRole('textbox', { name: 'Message general' }).waitFor();
    await me.filter({ hasNotText: 'Tomas Reed' }).waitFor();
    await open(`${IDS.owner}/1`);
    await page.getByRole('alert').filter({ hasText: 'no such person or channel' }).waitFor();

    expect(channel).toContain('articles');
    expect(hash()).toBe(`#${IDS.owner}/${IDS.general}`);
    await open(`${IDS.application}/${IDS.general}`);
    await expect.poll(hash).toBe(`#${IDS.owner}/${IDS.general}`);
  });

  it('says that the application did not respond', async () => {
    const page = await visitor.open();
    const isAsked = visitor.bot.sandbox.world.until((event) => event.kind === 'interaction-created');
    await page.getByRole('textbox', { name: /Message general/ }).fill('/silent');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send /silent' }).press('Enter');
    await isAsked;

    visitor.clock.advance(LONGEST_RESPONSE_MS);

    await page.getByRole('alert').filter({ hasText: 'did not respond' }).waitFor();
  });

  it('reconnects and loads the messages it missed', async () => {
    const { page } = await visit(browser, 'about:blank', visitor.visits);
    const connections: WebSocketRoute[] = [];
    await page.routeWebSocket(/events/, (connection) => {
      // Nobody receives an event for a message sent before the second connection is made.
      if (connections.length === 1)
        visitor.bot.sandbox.as(IDS.owner).say('Anybody here?', { channelId: IDS.general });
      connections.push(connection);
      connection.connectToServer();
    });
    await page.goto(visitor.addressOf(IDS.general));
    await page.locator('.suggestion').first().waitFor();

    await connections[0]?.close();

    await page.getByText('Reconnecting').waitFor();
    await page.getByText('Footnote is offline').waitFor();
    await page.getByText('Anybody here?').waitFor();
    await page.getByText('Reconnecting').waitFor({ state: 'detached' });
    await page.getByText('Footnote is online').waitFor();
  });

  it("doesn't scroll while someone reads older messages, and offers the new ones", async () => {
    const says = (content: string) =>
      visitor.bot.sandbox.as(IDS.owner).say(content, { channelId: IDS.general });
    for (let line = 1; line <= 60; line += 1) says(`Line ${line}`);
    const page = await visitor.open();
    await page.getByText('Line 60').waitFor();
    const scrolled = await page.evaluate(`new Promise((done) => {
      const log = document.querySelector('.scroll');
      log.onscrollend = () => done(log.scrollTop);
      log.scrollTop = 200;
    })`);

    says('Something new');
    const pill = page.getByRole('button', { name: /New messages/ });
    await pill.waitFor();
    const kept = await page.evaluate(`document.querySelector('.scroll').scrollTop`);
    await pill.click();
    await pill.waitFor({ state: 'detached' });

    expect(kept).toBe(scrolled);
    expect(await page.getByText('Something new').isVisible()).toBe(true);
  });

  it('fits a phone, with the channels in a drawer', async () => {
    const page = await visitor.open(PHONE);

    await page.getByRole('button', { name: 'Servers and channels' }).click();
    await page.getByRole('button', { name: 'articles', exact: true }).click();
    await page.getByRole('heading', { name: 'Welcome to #articles' }).waitFor();
    await visitor.askOn(page);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    expect(await page.locator('.sidebar').isVisible()).toBe(false);
  });

  it('switches to another person, who sees other servers', async () => {
    const page = await visitor.open();

    await page.getByRole('button', { name: /switch user/ }).click();
    await page.getByRole('menuitem', { name: /Ines Park/ }).click();
    await page.getByRole('heading', { name: 'Harbor Community' }).waitFor();

    expect(await page.getByRole('button', { name: 'Riverside Gazette' }).count()).toBe(0);
  });
});
