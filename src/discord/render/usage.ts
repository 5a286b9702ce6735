// A server's usage as text that also reads well on a phone: totals, a line of bars and two tables.
import type { UsageReport, UsageTotals } from '../../core/limits/usage-report.js';
import { usageText } from '../text/usage.js';
import { ACCENT, renderBlocks, type View } from './message.js';

/** From no requests to the most on any day. */
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** Smaller costs get four decimals, so that they don't round to zero. */
const SMALL_COST = 0.1;

export function renderUsage(report: UsageReport): View {
  const { today, total, days, byCommand, byOutcome, currency, dailyBudget } = report;
  const { command, outcome, requests, tokens } = usageText.columns;
  const totals = [
    `${usageText.today} ${describe(today, currency, dailyBudget)}`,
    `${usageText.lastDays(days.length)} ${describe(total, currency)}`,
  ];
  const notes = [usageText.days, ...(currency === undefined ? [] : [usageText.estimate])];
  const tables =
    total.answers === 0
      ? []
      : [
          renderBars(days),
          renderTable(
            [command, requests, tokens],
            byCommand.map((row) => [row.command, ...cells(row)]),
          ),
          renderTable(
            [outcome, requests, tokens],
            byOutcome.map((row) => [usageText.outcomes[row.outcome], ...cells(row)]),
          ),
        ];
  return renderBlocks([usageText.heading, totals.join('\n'), ...tables, `-# ${notes.join(' ')}`], {
    accent: ACCENT.plain,
  });
}

/** @param dailyBudget tokens */
function describe(totals: UsageTotals, currency: string | undefined, dailyBudget?: number): string {
  const { answers, fromCache, meanMs, estimatedCost } = totals;
  if (answers === 0) return usageText.none;
  const tokens = format(tokensOf(totals));
  return [
    usageText.requests(answers, format(answers)),
    ...(fromCache > 0 ? [usageText.fromCache(format(fromCache))] : []),
    dailyBudget === undefined
      ? usageText.tokens(tokens)
      : usageText.tokensOfBudget(tokens, format(dailyBudget)),
    ...(estimatedCost === undefined || currency === undefined
      ? []
      : [usageText.cost(formatMoney(estimatedCost, currency))]),
    usageText.seconds((meanMs / 1_000).toFixed(1)),
  ].join(' · ');
}

/** One bar per day. */
function renderBars(days: UsageReport['days']): string {
  const most = Math.max(...days.map(({ answers }) => answers));
  const bars = days.map(({ answers }) => BARS[Math.ceil((answers / most) * (BARS.length - 1))]);
  const caption = usageText.chart(days[0]?.day ?? '', days.at(-1)?.day ?? '', format(most));
  return `\`\`\`\n${bars.join('')}\n${caption}\n\`\`\``;
}

function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
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
  return [format(totals.answers), format(tokensOf(totals))];
}

function tokensOf({ inputTokens, outputTokens }: UsageTotals): number {
  return inputTokens + outputTokens;
}

function format(value: number): string {
  return value.toLocaleString('en');
}

function formatMoney(value: number, currency: string): string {
  const digits = value < SMALL_COST ? 4 : 2;
  return value.toLocaleString('en', {
    ...{ style: 'currency', currency, currencyDisplay: 'code' },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
}
