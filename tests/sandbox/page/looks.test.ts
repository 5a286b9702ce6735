// How the page looks in real Chromium: both themes, and controls that are large enough for fingers.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IS_BROWSER_NEEDED, openBrowser } from '../../support/browser.js';
import { findFaintTexts, findSmallTargets } from '../../support/page-probes.js';
import { openPageVisitor, type PageVisitor, PHONE } from '../../support/page-visitor.js';

const DESKTOP = { width: 1280, height: 800 };

describe.skipIf(!IS_BROWSER_NEEDED)('the look of the page (skipped without Chromium)', () => {
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

  it.each([
    ['light', 'a desktop', DESKTOP],
    ['dark', 'a desktop', DESKTOP],
    ['light', 'a phone', PHONE],
    ['dark', 'a phone', PHONE],
  ] as const)('has readable text everywhere in the %s theme on %s', async (colorScheme, _, size) => {
    const page = await visitor.open(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    const faint: string[] = [];
    await tour(page, async () => void faint.push(...(await findFaintTexts(page))));

    expect(faint).toEqual([]);
  });

  it('follows the theme of the system while it is open', async () => {
    const page = await visitor.open();
    const groundIn = async (colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme });
      return await page.evaluate('getComputedStyle(document.body).backgroundColor');
    };

    expect(await groundIn('light')).toBe('rgb(255, 255, 255)');
    expect(await groundIn('dark')).toBe('rgb(26, 28, 34)');
  });

  it('has touch targets of 44 pixels on a phone', async () => {
    const page = await visitor.open(PHONE);

    const small: string[] = [];
    await tour(page, async () => void small.push(...(await findSmallTargets(page))));

    expect([...new Set(small)]).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });

  /** Opens everything there is on the page, and calls `look` each time. */
  async function tour(page: Page, look: () => Promise<void>): Promise<void> {
    await page.locator('.suggestion').first().waitFor();
    await look();
    const field = page.getByRole('textbox', { name: /Message general/ });
    await field.fill('/');
    await page.getByRole('option').first().waitFor();
    await look();
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: '+ share' }).waitFor();
    await look();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await field.waitFor();
    await field.fill('');

    await visitor.askOn(page);
    await page.getByRole('button', { name: 'Sources' }).click();
    await page.getByRole('combobox', { name: 'Jump to a source' }).click();
    await page.getByRole('option').first().waitFor();
    await look();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('menuitem', { name: 'Show or hide JSON' }).waitFor();
    await look();
    await page.getByRole('menuitem', { name: 'Show or hide JSON' }).click();
    await page.getByRole('button', { name: 'Copy' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await page.getByRole('button', { name: 'Cancel reply' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Cancel reply' }).click();
    await page.getByRole('button', { name: 'Follow up' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await page.getByText('This field is required.').waitFor();
    await look();
    await page.keyboard.press('Escape');
    const drawer = page.getByRole('button', { name: 'Servers and channels' });
    if (await drawer.isVisible()) await drawer.click();
    await look();
    await page.getByRole('button', { name: /switch user/ }).click();
    await page.getByRole('menuitem', { name: /Ines Park/ }).waitFor();
    await look();
  }
});
