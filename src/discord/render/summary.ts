// Summaries: their lines with labels and citations, in the form that suits the style.
import type { APIButtonComponent } from 'discord.js';
import {
  type Answered,
  type Citation,
  SUMMARY_LENGTHS,
  SUMMARY_STYLES,
  type SummaryLine,
  type SummaryStyle,
} from '../../core/answer.js';
import { MAX_READ_ARTICLES } from '../../core/summary/choose-articles.js';
import { escapeLine, escapeMarkdown } from '../markdown/escape-markdown.js';
import type { Labels } from '../text/labels/labels.js';
import { labelsFor } from '../text/labels/labels-for.js';
import { summaryText } from '../text/summary.js';
import { renderTitle } from './article/details.js';
import { renderAuthorLine, renderMarker } from './citations.js';
import { ACCENT, actionButton, type Payload, renderBlocks, selectMenu, type View } from './message.js';

/** Options for {@link renderSummary}. */
export interface SummaryOptions {
  /** The id that the summary is stored under, for the buttons. */
  readonly id: string;
  readonly isPrivate: boolean;
  /** Blocks above it. */
  readonly head?: readonly string[] | undefined;
  /** Without controls, it can't be changed; people may still open its sources. Default true. */
  readonly hasControls?: boolean | undefined;
  /** Whether it can be posted in another channel: only in servers. Default false. */
  readonly canPost?: boolean | undefined;
  /** After the others. */
  readonly buttons?: readonly APIButtonComponent[] | undefined;
}

/** Lines of prose read on; lines of the other styles are a list. */
const PROSE: ReadonlySet<SummaryStyle> = new Set(['oneLine', 'brief']);

/** @param summary with its `summary` set */
export function renderSummary(summary: Answered, options: SummaryOptions): View {
  const { id, head = [], hasControls = true } = options;
  const labels = labelsFor(summary);
  const { style = 'keyPoints', requestedStyle, lines = [] } = summary.summary ?? {};
  const byMarker = new Map(summary.citations.map((citation) => [citation.marker, citation]));
  const isAcross = new Set(lines.map(({ articleId }) => articleId)).size > 1;
  const rendered = lines.map((line) => renderLine(line, { style, byMarker, isAcross }));
  const isProse = PROSE.has(style) && !isAcross;
  const notes = [
    requestedStyle === undefined ? '' : labels.summary.nothingOf[requestedStyle],
    renderLeftOut(summary, hasControls),
  ];
  const blocks = [
    ...head,
    renderHeading(summary, isAcross),
    ...(isProse ? [rendered.join(' ')] : rendered),
    [...notes.filter(Boolean), renderAuthorLine(summary)].join('\n'),
  ];
  return renderBlocks(blocks, {
    accent: ACCENT.answer,
    buttons: renderButtons(summary, options),
    rows: hasControls ? [styleMenu(id, requestedStyle ?? style, labels)] : [],
  });
}

/** A summary that a person posted in a channel. It can't be changed there. */
export function renderPosted(
  summary: Answered,
  { id, userId }: { readonly id: string; readonly userId: string },
): View {
  const head = [labelsFor(summary).summary.postedBy(userId)];
  return renderSummary(summary, { id, isPrivate: false, head, hasControls: false });
}

/** How far a long summary by a model is. */
export function renderProgress(done: number, total: number): Payload {
  return renderBlocks([summaryText.working(done, total)], { accent: ACCENT.answer })[0];
}

function renderHeading(answer: Answered, isAcross: boolean): string {
  const { summary, citations } = answer;
  const articles = new Set((summary?.lines ?? []).map(({ articleId }) => articleId));
  if (isAcross) return labelsFor(answer).summary.heading(articles.size);
  const [first] = citations;
  return first === undefined ? '' : `### ${renderTitle(first.title, first.url)}`;
}

/** How many articles it leaves out. Empty if it leaves out none. */
function renderLeftOut(answer: Answered, hasControls: boolean): string {
  const { summary } = answer;
  const { articleIds = [], lines = [], length } = summary ?? {};
  const shown = new Set(lines.map(({ articleId }) => articleId));
  const left = articleIds.filter((id) => !shown.has(id)).length;
  if (left === 0) return '';
  const read = Math.min(articleIds.length, MAX_READ_ARTICLES);
  const hasMore = hasControls && length !== SUMMARY_LENGTHS.at(-1) && shown.size < read;
  return labelsFor(answer).summary.leftOut(left, articleIds.length, { read, hasMore });
}

interface LineContext {
  readonly style: SummaryStyle;
  readonly byMarker: ReadonlyMap<number, Citation>;
  readonly isAcross: boolean;
}

function renderLine(line: SummaryLine, { style, byMarker, isAcross }: LineContext): string {
  const markers = line.markers.map((number) => renderMarker(number, byMarker.get(number))).join('');
  const text = `${escapeMarkdown(line.text)} ${markers}`.trim();
  const [cited] = line.markers.flatMap((number) => byMarker.get(number) ?? []);
  const source = isAcross ? `\n  -# ${renderTitle(line.title, cited?.url)}` : '';
  const label = line.label === undefined ? undefined : `**${escapeLine(line.label)}**`;
  if (PROSE.has(style) && !isAcross) return text;
  if (label === undefined) return `- ${text}${source}`;
  if (style === 'qa') return `${label}\n${text}${source}`;
  if (style === 'quotes') return `${label}\n> ${text}${source}`;
  return `- ${label}: ${text}${source}`;
}

function styleMenu(id: string, chosen: SummaryStyle, { styles, chooseStyle }: Labels) {
  const options = SUMMARY_STYLES.map((style) => ({
    label: styles[style],
    value: style,
    isChosen: style === chosen,
  }));
  return selectMenu(`summary-style:${id}`, chooseStyle, options);
}

function renderButtons(
  answer: Answered,
  { id, isPrivate, hasControls = true, canPost = false, buttons: added = [] }: SummaryOptions,
): readonly APIButtonComponent[] {
  const at = SUMMARY_LENGTHS.indexOf(answer.summary?.length ?? 'medium');
  const [less, more] = [SUMMARY_LENGTHS[at - 1], SUMMARY_LENGTHS[at + 1]];
  const { buttons } = labelsFor(answer);
  const lengths = [
    ...(more === undefined ? [] : [actionButton(buttons.more, `summary-length:${id}:${more}`)]),
    ...(less === undefined ? [] : [actionButton(buttons.less, `summary-length:${id}:${less}`)]),
  ];
  return [
    ...(hasControls ? lengths : []),
    actionButton(buttons.sources, `sources:${id}:0`),
    actionButton(buttons.followUp, `follow-up:${id}`),
    ...(isPrivate ? [actionButton(buttons.share, `share:${id}`)] : []),
    ...(canPost ? [actionButton(buttons.post, `summary-post:${id}`)] : []),
    ...added,
  ].slice(0, 5);
}
