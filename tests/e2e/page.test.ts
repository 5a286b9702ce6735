// The sandbox's page in real Chromium, with the real sandbox and the real discord.js client.
import { resolve } from 'node:path';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClock, type SandboxClock } from '../../src/sandbox/world/clock.js';
import { IS_BROWSER_NEEDED, openBrowser, type Visit, visit } from '../support/browser.js';
import { answerWith, COMMANDS, QUESTIONS } from '../support/page-bot.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

/** Built by `npm run build`. */
const BUILT_PAGE = resolve(import.meta.dirname, '../../dist/src/sandbox/page');
const PHONE = { width: 360, height: 740 };
const LONGEST_RESPONSE_MS = 3_000;

describe.skipIf(!IS_BROWSER_NEEDED)('the page (skipped without Chromium)', () => {
  let browser: Browser;
  let bot: SandboxBot;
  let clock: SandboxClock;
  let pace: ReturnType<typeof createPace>;
  const visits: Visit[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    clock = createClock();
    bot = await openSandboxBot({
      sandbox: { clock, pageDir: BUILT_PAGE },
      commands: COMMANDS,
    });
    pace = createPace();
    answerWith(bot.client, pace);
  });
  afterEach(async () => {
    const problems = visits.flatMap((opened) => opened.problems);
    await Promise.all(visits.splice(0).map((one) => one.close()));
    await bot.close();
    expect(problems).toEqual([]);
  });

  async function open(
    size?: { readonly width: number; readonly height: number },
    channelId = IDS.general,
  ): Promise<Page> {
    return (await visit(browser, addressOf(channelId), visits, size)).page;
  }

  function addressOf(channelId: string): string {
    return `${bot.sandbox.origin}/#${IDS.member}/${channelId}`;
  }

  it('suggests questions, and asks the one that is clicked', async () => {
    const page = await open();
    const suggestions = page.locator('.suggestion');

    await suggestions.filter({ hasText: QUESTIONS[0] ?? '' }).click();
    await page.getByText('Footnote is thinking').waitFor();
    pace.go();
    await page.getByText('Because of the storm.').waitFor();
    pace.go();
    await page.getByRole('button', { name: 'Sources' }).waitFor();

    expect(await page.locator('.origin').textContent()).toContain('Tomas Reed used /ask');
    expect(await page.getByRole('link', { name: 'Article' }).getAttribute('rel')).toBe('noopener noreferrer');
    expect(await suggestions.count()).toBe(0);
  });

  it('completes a command, its options and their choices with the keyboard alone', async () => {
    const page = await open();
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

    const [asked] = [...bot.sandbox.world.interactions.values()].filter(({ type }) => type === 2);
    expect(asked?.payload).toMatchObject({
      data: {
        options: [
          { name: 'question', value: QUESTIONS[1] },
          { name: 'sentences', value: 2 },
        ],
      },
    });
  });

  it('shows private replies, menus and the JSON that the bot sent', async () => {
    const page = await open();
    await askOn(page);

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

  it('opens a form, validates it, keeps the focus in it and submits it', async () => {
    const page = await open();
    await askOn(page);

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

  it('sends mentions, shows replies and offers message commands', async () => {
    const page = await open();
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

  it('shows an alert if the application does not respond', async () => {
    const page = await open();
    const isAsked = bot.sandbox.world.until((event) => event.kind === 'interaction-created');
    await page.getByRole('textbox', { name: /Message general/ }).fill('/silent');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send /silent' }).press('Enter');
    await isAsked;

    clock.advance(LONGEST_RESPONSE_MS);

    await page.getByRole('alert').filter({ hasText: 'did not respond' }).waitFor();
  });

  it('reconnects and shows messages sent in the meantime', async () => {
    const { page } = await visit(browser, 'about:blank', visits);
    const connections: WebSocketRoute[] = [];
    await page.routeWebSocket(/events/, (connection) => {
      // A message sent before the second connection is open isn't pushed to the page.
      if (connections.length === 1)
        bot.sandbox.as(IDS.owner).say('Anybody here?', { channelId: IDS.general });
      connections.push(connection);
      connection.connectToServer();
    });
    await page.goto(addressOf(IDS.general));
    await page.locator('.suggestion').first().waitFor();

    await connections[0]?.close();

    await page.getByText('Reconnecting').waitFor();
    await page.getByText('Anybody here?').waitFor();
    await page.getByText('Reconnecting').waitFor({ state: 'detached' });
  });

  it('keeps the scroll position when a message arrives, and links to new messages', async () => {
    const send = (content: string) => bot.sandbox.as(IDS.owner).say(content, { channelId: IDS.general });
    for (let line = 1; line <= 60; line += 1) send(`Line ${line}`);
    const page = await open();
    await page.getByText('Line 60').waitFor();
    const scrolled = await page.evaluate(`new Promise((done) => {
      const log = document.querySelector('.scroll');
      log.onscrollend = () => done(log.scrollTop);
      log.scrollTop = 200;
    })`);

    send('Something new');
    const pill = page.getByRole('button', { name: /New messages/ });
    await pill.waitFor();
    const afterwards = await page.evaluate(`document.querySelector('.scroll').scrollTop`);
    await pill.click();
    await pill.waitFor({ state: 'detached' });

    expect(afterwards).toBe(scrolled);
    expect(await page.getByText('Something new').isVisible()).toBe(true);
  });

  it('fits a phone, with the channels in a drawer', async () => {
    const page = await open(PHONE);

    await page.getByRole('button', { name: 'Servers and channels' }).click();
    await page.getByRole('button', { name: 'articles', exact: true }).click();
    await page.getByRole('heading', { name: 'Welcome to #articles' }).waitFor();
    await askOn(page);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    expect(await page.locator('.sidebar').isVisible()).toBe(false);
  });

  it('switches to another person, who sees other servers', async () => {
    const page = await open();

    await page.getByRole('button', { name: /switch user/ }).click();
    await page.getByRole('menuitem', { name: /Ines Park/ }).click();
    await page.getByRole('heading', { name: 'Harbor Community' }).waitFor();

    expect(await page.getByRole('button', { name: 'Riverside Gazette' }).count()).toBe(0);
  });

  async function askOn(page: Page): Promise<void> {
    pace.go();
    pace.go();
    await page.locator('.suggestion').first().click();
    await page.getByRole('button', { name: 'Sources' }).waitFor();
  }
});

/** Releases the bot step by step, so that a test sees each state of an answer. */
function createPace(): { go(): void; next(): Promise<void> } {
  let ready = 0;
  const waiting: (() => void)[] = [];
  return {
    go() {
      const resume = waiting.shift();
      if (resume === undefined) ready += 1;
      else resume();
    },
    next() {
      if (ready > 0) {
        ready -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
