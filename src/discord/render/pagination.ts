// Turning pages: which one is shown, and the buttons that lead to those beside it.
import type { APIButtonComponent } from 'discord.js';
import { actionButton } from './message.js';

/** The page nearest to the one a button asks for, from 0; the first where it asks for none. */
export function clampPage(page: number, pages: number): number {
  return Number.isInteger(page) ? Math.max(0, Math.min(page, pages - 1)) : 0;
}

/** None where there is one page only. */
export function renderPageButtons(
  at: number,
  pages: number,
  customId: (page: number) => string,
): readonly APIButtonComponent[] {
  if (pages < 2) return [];
  return [
    actionButton('Back', customId(at - 1), { disabled: at === 0 }),
    actionButton(`Next (${at + 1} of ${pages})`, customId(at + 1), { disabled: at === pages - 1 }),
  ];
}
