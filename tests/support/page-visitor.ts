// Opens the built page in real Chromium, with a small bot on a sandbox of its own.
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createClock, type SandboxClock } from '../../src/sandbox/world/clock.js';
import { type Visit, visit } from './browser.js';
import { answerWith, COMMANDS } from './page-bot.js';
import { IDS, openSandboxBot, type SandboxBot } from './sandbox-bot.js';

/** The page that `npm run build` wrote. The browser can't run TypeScript. */
export const BUILT_PAGE = resolve(import.meta.dirname, '../../dist/src/sandbox/page');

export const PHONE = { width: 390, height: 740 };

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PageVisitor {
  readonly bot: SandboxBot;
  readonly clock: SandboxClock;
  readonly pace: ReturnType<typeof createPace>;
  readonly visits: Visit[];
  /** The page's URL with a channel open, as the member of both servers. */
  addressOf(channelId: string): string;
  open(size?: Size, channelId?: string): Promise<Page>;
  /** Asks the first suggested question and waits for the whole answer. */
  askOn(page: Page): Promise<void>;
  /** Closes everything. @returns what the pages logged as errors or warnings */
  close(): Promise<readonly string[]>;
}

export async function openPageVisitor(
  browser: Browser,
  { commands = COMMANDS }: { readonly commands?: readonly object[] } = {},
): Promise<PageVisitor> {
  const clock = createClock();
  const bot = await openSandboxBot({ sandbox: { clock, pageDir: BUILT_PAGE }, commands });
  const pace = createPace();
  answerWith(bot.client, pace);
  const visits: Visit[] = [];
  const addressOf = (channelId: string) => `${bot.sandbox.origin}/#${IDS.member}/${channelId}`;
  return {
    ...{ bot, clock, pace, visits, addressOf },
    open: async (size, channelId = IDS.general) =>
      (await visit(browser, addressOf(channelId), visits, size)).page,
    async askOn(page) {
      pace.go();
      pace.go();
      await page.locator('.suggestion').first().click();
      await page.getByRole('button', { name: 'Sources' }).waitFor();
    },
    async close() {
      const problems = visits.flatMap((one) => one.problems);
      await Promise.all(visits.map((one) => one.close()));
      await bot.close();
      return problems;
    },
  };
}

/** Lets the bot take one more step per `go`, so that a test sees each state of an answer. */
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
