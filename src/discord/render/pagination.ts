// The buttons that turn pages.
import type { APIButtonComponent } from 'discord.js';
import { ENGLISH_LABELS } from '../text/labels/en.js';
import type { Labels } from '../text/labels/labels.js';
import { actionButton } from './message.js';

/** Brings a page number from a button into range. Pages count from 0; anything but an integer means the first. */
export function clampPage(page: number, pages: number): number {
  return Number.isInteger(page) ? Math.max(0, Math.min(page, pages - 1)) : 0;
}

/** Empty if there is only one page. @param page from 0 */
export function renderPageButtons(
  page: number,
  pages: number,
  customId: (page: number) => string,
  { buttons }: Labels = ENGLISH_LABELS,
): readonly APIButtonComponent[] {
  if (pages < 2) return [];
  return [
    actionButton(buttons.back, customId(page - 1), { disabled: page === 0 }),
    actionButton(buttons.next(page + 1, pages), customId(page + 1), { disabled: page === pages - 1 }),
  ];
}
