// What people read when they check a message against the articles.
import type { Verdict } from '../../core/answer.js';

export const checkText = {
  /** In the menu of a message, under Apps. At most 32 characters. */
  name: 'Check against article',
  heading: '### Checked against the article',
  /** Above a shared check. Discord shows the person's name. @param userId who had the message checked */
  checkedFor: (userId: string) => `-# Shared by <@${userId}>`,
  verdicts: {
    'says-so': '✓ **The article says so.**',
    'says-otherwise': '✗ **The article says otherwise.**',
    unconfirmed: '· **Closest in the article:**',
  } satisfies Record<Verdict, string>,
  /** There is no similar sentence at all. */
  nothingClose: '· **No similar sentence found.**',
  checked: '-# Checked by the built-in engine',
  /** @param model escaped */
  checkedBy: (model: string) => `-# Checked by ${model} and the built-in engine`,
  nothing: 'There is nothing to check in this message. Choose one that states a fact in a full sentence.',
} as const;
