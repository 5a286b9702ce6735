// What a server asked and what it cost, as text that reads on a phone as well: totals, a line of bars, two tables.
import type { UsageReport, UsageTotals } from '../../core/limits/usage-report.js';
import { ACCENT, renderBlocks, type View } from './message.js';

/** From nothing to the most of any day. */
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** Less than this is told in four decimals, so that it is not told as nothing. */
const SMALL_COST = 0.1;

const OUTCOMES = {
  answered: 'answered',
  'not-in-article': "article doesn't say",
  reply: 'chat',
  'choose-article': 'asked which article',
  checked: 'message checked',
  failed: 'failed',
  stopped: 'not waited for',
} as const satisfies Record<UsageReport['byOutcome'][number]['outcome'], string>;

export function renderUsage(report: UsageReport): View {
  const { today, total, days, byCommand, byOutcome, currency, dailyBudget } = report;
  const totals = [
    `**Today** ${describe(today, currency, dailyBudget)}`,
    `**Last ${days.length} days** ${describe(total, currency)}`,
  ];
  const notes = [
    'Days begin at 00:00 UTC.',
    ...(currency === undefined ? [] : ['The cost is an estimate, at the prices configured today.']),
  ];
  const tables =
    total.answers === 0
      ? []
      : [
          barsOf(days),
          tableOf(
            ['command', 'count', 'tokens'],
            byCommand.map((row) => [row.command, ...cells(row)]),
          ),
          tableOf(
            ['outcome', 'count', 'tokens'],
            byOutcome.map((row) => [OUTCOMES[row.outcome], ...cells(row)]),
          ),
        ];
  return renderBlocks(['### Usage', totals.join('\n'), ...tables, `-# ${notes.join(' ')}`], {
    accent: ACCENT.plain,
  });
}

function describe(totals: UsageTotals, currency: string | undefined, budget?: number): string {
  const { answers, fromCache, meanMs, estimatedCost } = totals;
  if (answers === 0) return 'nothing was asked';
  const tokens = count(tokensOf(totals));
  return [
    `${count(answers)} ${answers === 1 ? 'request' : 'requests'}`,
    ...(fromCache > 0 ? [`${count(fromCache)} from the cache`] : []),
    budget === undefined ? `${tokens} tokens` : `${tokens} of ${count(budget)} tokens`,
    ...(estimatedCost === undefined || currency === undefined
      ? []
      : [`about ${money(estimatedCost, currency)}`]),
    `${(meanMs / 1_000).toFixed(1)} s each`,
  ].join(' · ');
}

/** Requests a day, one bar each. */
function barsOf(days: UsageReport['days']): string {
  const most = Math.max(...days.map(({ answers }) => answers));
  const bars = days.map(({ answers }) => BARS[Math.ceil((answers / most) * (BARS.length - 1))]);
  const caption = `${days[0]?.day} to ${days.at(-1)?.day}, at most ${count(most)} a day`;
  return `\`\`\`\n${bars.join('')}\n${caption}\n\`\`\``;
}

function tableOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

function cells(totals: UsageTotals): readonly string[] {
  return [count(totals.answers), count(tokensOf(totals))];
}

function tokensOf({ inputTokens, outputTokens }: UsageTotals): number {
  return inputTokens + outputTokens;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function money(value: number, currency: string): string {
  const digits = value < SMALL_COST ? 4 : 2;
  return value.toLocaleString('en', {
    ...{ style: 'currency', currency, currencyDisplay: 'code' },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
}
