// Poses for the pictures of recaps and digests.
import type { Page } from 'playwright-core';

/** The digests that are due are looked for twice a minute. */
const POSTED_MS = 60_000;

export async function poseWithDigest(
  page: Page,
  {
    openCommand,
    save,
    skipToMorning,
  }: {
    openCommand(name: string): Promise<void>;
    save(name: string): Promise<void>;
    /** Moves the bot's clock to 09:00 UTC of the next day. */
    skipToMorning(): void;
  },
): Promise<void> {
  const focusComposer = async () => {
    await page.mouse.move(0, 0);
    await page.getByRole('textbox', { name: /^Message / }).focus();
  };
  await openCommand('/recap');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Post here' }).waitFor();
  await focusComposer();
  await save('recap');

  await openCommand('/digest add');
  await page.keyboard.type('every day');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.waitFor();
  await form.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Digest added').waitFor();
  skipToMorning();
  await page.getByText(/^Digest · /).waitFor({ timeout: POSTED_MS });
  await focusComposer();
  await save('digest');
}
