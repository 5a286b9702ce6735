// Draws plots as SVG: grouped bars with intervals, and a reliability diagram. They are readable on light and
// dark backgrounds.
import type { ReliabilityBin } from './statistics.js';
import type { Figure } from './summary.js';

const COLOURS = ['#2563eb', '#d97706', '#6b7280', '#a1a1aa'];
const STYLE = `text{font:12px system-ui,sans-serif;fill:#27272a}.axis{stroke:#a1a1aa;stroke-width:1}.grid{stroke:#e4e4e7}
.interval{stroke:#27272a;stroke-width:1.2}@media(prefers-color-scheme:dark){text{fill:#e4e4e7}.grid{stroke:#3f3f46}
.interval{stroke:#fafafa}}`;
const MARGIN = { top: 48, right: 12, bottom: 88, left: 44 };
const PLOT_HEIGHT = 220;
const BAR_WIDTH = 9;
const GROUP_GAP = 14;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

export interface BarGroup {
  readonly label: string;
  /** One figure per series, 0…1. NaN leaves a gap. */
  readonly figures: readonly Figure[];
}

/** Draws grouped bars, one per series, with 95 % intervals. */
export function plotBars(title: string, series: readonly string[], groups: readonly BarGroup[]): string {
  const groupWidth = series.length * BAR_WIDTH + GROUP_GAP;
  const width = MARGIN.left + groups.length * groupWidth + MARGIN.right;
  const parts: string[] = [];
  for (const [group, { label, figures }] of groups.entries()) {
    const left = MARGIN.left + group * groupWidth + GROUP_GAP / 2;
    for (const [bar, { value, interval }] of figures.entries()) {
      if (Number.isNaN(value)) continue;
      const x = left + bar * BAR_WIDTH;
      const middle = x + (BAR_WIDTH - 1) / 2;
      parts.push(
        `<rect x="${x}" y="${y(value)}" width="${BAR_WIDTH - 1}" height="${round(y(0) - y(value))}" fill="${COLOURS[bar] ?? 'gray'}"/>`,
        `<line class="interval" x1="${middle}" x2="${middle}" y1="${y(interval[0])}" y2="${y(interval[1])}"/>`,
      );
    }
    const at = left + (series.length * BAR_WIDTH) / 2;
    parts.push(
      `<text transform="translate(${at} ${y(0) + 14}) rotate(-35)" text-anchor="end">${escapeXml(label)}</text>`,
    );
  }
  const legendWidth = series.reduce((sum, name) => sum + 28 + name.length * 7, MARGIN.left);
  return frame(title, Math.max(width, legendWidth), legend(series) + parts.join(''));
}

/**
 * Draws how often predictions with a given confidence are correct. Perfect calibration lies on the diagonal.
 */
export function plotReliability(
  title: string,
  curves: readonly { readonly label: string; readonly bins: readonly ReliabilityBin[] }[],
): string {
  const width = MARGIN.left + PLOT_HEIGHT + 160 + MARGIN.right;
  const x = (value: number) => round(MARGIN.left + value * PLOT_HEIGHT);
  const most = Math.max(...curves.flatMap(({ bins }) => bins.map(({ count }) => count)), 1);
  const parts = [
    `<line class="axis" stroke-dasharray="4 3" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
    ...TICKS.map(
      (tick) => `<text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick.toFixed(1)}</text>`,
    ),
    `<text x="${x(0.5)}" y="${y(0) + 34}" text-anchor="middle">confidence</text>`,
    ...curves.map(({ bins }, curve) => {
      const colour = COLOURS[curve] ?? 'gray';
      const points = bins.map(({ confidence, share }) => `${x(confidence)},${y(share)}`).join(' ');
      const dots = bins.map(
        ({ confidence, share, count }) =>
          `<circle cx="${x(confidence)}" cy="${y(share)}" r="${round(2 + 5 * Math.sqrt(count / most))}" fill="${colour}" fill-opacity="0.7"/>`,
      );
      return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots.join('')}`;
    }),
  ];
  return frame(title, width, legend(curves.map(({ label }) => label)) + parts.join(''));
}

function frame(title: string, width: number, content: string): string {
  const height = MARGIN.top + PLOT_HEIGHT + MARGIN.bottom;
  const grid = TICKS.map(
    (tick) =>
      `<line class="grid" x1="${MARGIN.left}" x2="${width - MARGIN.right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${MARGIN.left - 6}" y="${y(tick) + 4}" text-anchor="end">${tick.toFixed(1)}</text>`,
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escapeXml(title)}</title><style>${STYLE}</style><text x="8" y="16" font-weight="600">${escapeXml(title)}</text>${grid}${content}</svg>\n`;
}

function legend(names: readonly string[]): string {
  let x = MARGIN.left;
  return names
    .map((name, index) => {
      const at = x;
      x += 28 + name.length * 7;
      return `<rect x="${at}" y="26" width="10" height="10" fill="${COLOURS[index] ?? 'gray'}"/><text x="${at + 14}" y="35">${escapeXml(name)}</text>`;
    })
    .join('');
}

function y(value: number): number {
  return round(MARGIN.top + (1 - value) * PLOT_HEIGHT);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
