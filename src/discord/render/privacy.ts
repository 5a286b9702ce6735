// What is kept, for how long, and who else is asked: as it is here and today.
import type { Terms } from '../command.js';
import { escapeLine } from '../text/escape-markdown.js';
import type { View } from './message.js';
import { renderNotice } from './notice.js';

export function renderPrivacy({ retention, models }: Terms): View {
  return renderNotice(
    '### What Footnote keeps',
    [
      `- Each question with its answer and who asked, so that the buttons under it keep working: ${days(retention.answerDays)}. They belong to this server, or to you in a direct message; no other server sees them.`,
      `- For each request: who made it, by which command, how it ended and what it cost, so that daily budgets can be kept: ${days(retention.usageDays)}. Those who manage this server see sums, not names.`,
      ...(models.length === 0
        ? []
        : [`- Answers to give again, without who asked: ${days(retention.cacheDays)}.`]),
      '- Articles that were added here, until they are removed. Each server has its own.',
      '- Of messages, only those are read that mention Footnote, reply to it with the mention on, or are written to it directly.',
      '- Questions are not written to the log unless the operator turns on debug logging.',
    ].join('\n'),
    models.length === 0
      ? '-# Answers come from the built-in engine: nothing of them leaves the machine that Footnote runs on but to Discord.'
      : `-# Questions, what was asked before them, and passages of the articles are sent to ${models.map(described).join(' and ')}.`,
  );
}

function days(count: number): string {
  return count === 1 ? 'one day' : `${count} days`;
}

function described({ model, host }: Terms['models'][number]): string {
  return `${escapeLine(model)} at ${escapeLine(host)}`;
}
