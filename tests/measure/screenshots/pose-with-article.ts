// Poses for the screenshots of managing articles: one is added, asked about, refreshed and removed.
import type { Page } from 'playwright-core';
import { type ArticleSite, articlePage } from '../../support/article-site.js';

const TITLE = 'Swing bridge closes for six weeks';
const STORY = [
  'The swing bridge at Marlow Quay will be closed to all traffic from Monday, the harbour office said on Friday.',
  'Workers will replace the two hydraulic pumps, which date from 1987, and repaint the railings. “The pumps have failed four times since January,” said Ines Halloran, who runs the office.',
  'The repair costs 84,000 crowns. The county pays two thirds of it, and the city the rest.',
  'Until the bridge opens again on 2 June, pedestrians can take a free ferry between seven in the morning and ten at night. Cars have to use the bypass.',
];
/** What the page says later. */
const LATER = STORY.map((text) => text.replace('84,000', '97,500').replace('2 June', '16 June')).concat(
  'Fishing boats can pass at high water only.',
);

/** @param take saves what the page shows, or only the last message */
export async function poseWithArticle(
  page: Page,
  site: ArticleSite,
  take: (name: string, isOnlyLast?: boolean) => Promise<void>,
): Promise<void> {
  const url = site.put('/news/swing-bridge', articlePage(TITLE, STORY));
  const release = site.hold();
  const button = (name: string) => page.getByRole('button', { name, exact: true }).last();

  await startCommand(page, '/article add');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.getByLabel('Link').fill(url);
  await take('article-form');
  await form.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Reading').last().waitFor();
  await take('article-progress', true);
  release();
  await button('Add').waitFor();
  await take('article-preview');
  await button('Add').click();
  await button('Post in channel').waitFor();
  await take('article-added', true);
  await button('Post in channel').click();
  await page.getByText('New article').waitFor();
  await page.locator('.message .button').filter({ hasText: '?' }).last().click();
  await button('Sources').waitFor();
  await take('article-ask');

  site.put('/news/swing-bridge', articlePage(TITLE, LATER));
  await startCommand(page, '/article refresh');
  await page.keyboard.type('swing');
  await page.getByRole('option', { name: TITLE }).click();
  await page.keyboard.press('Enter');
  await page.getByText('Earlier answers').waitFor();
  await take('article-refresh', true);
  await startCommand(page, '/article show');
  await page.keyboard.type('swing');
  await page.getByRole('option', { name: TITLE }).click();
  await page.keyboard.press('Enter');
  await button('Remove…').waitFor();
  await button('Remove…').click();
  await button('Remove').click();
  await button('Undo').waitFor();
  await take('article-remove', true);
}

async function startCommand(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message / }).focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}
