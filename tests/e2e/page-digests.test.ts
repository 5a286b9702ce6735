// The form of `/digest add` in a real browser: menus of channels and of options, with the keyboard and the mouse.
import { describe, expect, it, onTestFinished } from 'vitest';
import { IS_BROWSER_NEEDED, openBrowser, type Visit, visit } from '../support/browser.js';
import { IDS, openWholeBot } from '../support/discord.js';
import { BUILT_PAGE } from '../support/page-visitor.js';

describe.skipIf(!IS_BROWSER_NEEDED)('the form of a digest', () => {
  it('can be filled in and submitted', async () => {
    const { app, sandbox } = await openWholeBot({ sandbox: { pageDir: BUILT_PAGE } });
    await app.assistant.addArticle({
      library: `guild:${IDS.gazette}`,
      ...{ title: 'Ferry', text: 'The ferry runs again since Tuesday.' },
    });
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    const visits: Visit[] = [];
    const { page, problems } = await visit(browser, `${sandbox.origin}/#${IDS.owner}/${IDS.general}`, visits);
    const form = page.getByRole('dialog', { name: 'Add a digest' });
    const pick = async (menu: string, option: string) => {
      await form.getByRole('combobox', { name: menu }).click();
      await form.getByRole('option', { name: option }).click();
    };

    await page.locator('.suggestion').first().waitFor();
    await page.getByRole('textbox', { name: /^Message / }).fill('/digest add');
    await page.keyboard.press('Enter');
    await page.keyboard.type('once a week');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await form.waitFor();
    const channel = await form.getByRole('combobox', { name: 'Channel' }).textContent();
    await pick('Channel', '#articles');
    // Several can be chosen: the first one is taken back, and another one is added.
    await pick('Articles', 'All articles');
    await form.getByRole('option', { name: 'Ferry' }).click();
    await form.getByRole('combobox', { name: 'Articles' }).click();
    await pick('Style', 'Brief');
    await form.getByRole('combobox', { name: 'Day of the week' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Digest added').waitFor();

    const [digest] = app.digests.list({ library: `guild:${IDS.gazette}` });
    expect(channel).toContain('#general');
    expect(digest).toMatchObject({ channelId: IDS.articles, style: 'brief', schedule: { weekday: 2 } });
    expect(digest?.subject.articleIds).toHaveLength(1);
    expect(problems).toEqual([]);
    await Promise.all(visits.map((one) => one.close()));
  });
});
