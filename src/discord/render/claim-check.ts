// A checked message: each claim with its verdict and the sentences that the verdict rests on.
import type { CheckedClaim, CheckedMessage, Citation } from '../../core/answer.js';
import { escapeLine, escapeMarkdown, escapeStart } from '../markdown/escape-markdown.js';
import { askText } from '../text/ask.js';
import { checkText } from '../text/check.js';
import { type AnswerOptions, renderMarker, renderModelNotice } from './answer.js';
import { renderTitle } from './article-details.js';
import { ACCENT, actionButton, renderBlocks, type View } from './message.js';

const CLAIM_CHARS = 400;
const CLOSEST_CHARS = 240;

export function renderClaimCheck(checked: CheckedMessage, { id, isPrivate, askedBy }: AnswerOptions): View {
  const { claims, engine, notice } = checked;
  if (claims.length === 0) return renderBlocks([checkText.nothing], { accent: ACCENT.plain });
  const checkedBy = engine === 'builtin' ? checkText.checked : checkText.checkedBy(escapeLine(engine));
  const buttons = [
    ...(citationsOf(checked).length > 0 ? [actionButton(askText.buttons.sources, `sources:${id}:0`)] : []),
    ...(isPrivate ? [actionButton(askText.buttons.share, `share:${id}`)] : []),
  ];
  const head = askedBy === undefined ? [] : [checkText.checkedFor(askedBy)];
  const footer = [checkedBy, ...renderModelNotice(notice)].join('\n');
  return renderBlocks([...head, checkText.heading, ...claims.map(renderClaim), footer], {
    accent: ACCENT.answer,
    buttons,
  });
}

/** The citations of all claims, without duplicates, in order. */
export function citationsOf({ claims }: CheckedMessage): readonly Citation[] {
  const byMarker = new Map(
    claims.flatMap(({ citations }) => citations.map((citation) => [citation.marker, citation])),
  );
  return [...byMarker.values()];
}

function renderClaim({ claim, verdict, citations, closest }: CheckedClaim): string {
  const markers = citations.map((citation) => renderMarker(citation.marker, citation)).join('');
  const head = [
    `> ${escapeStart(oneLine(claim), CLAIM_CHARS)}`,
    `${checkText.verdicts[verdict]} ${markers}`.trimEnd(),
  ];
  const quotes = citations.map(
    ({ quote, title, url }) => `“${escapeMarkdown(oneLine(quote))}”\n-# ${renderTitle(title, url)}`,
  );
  const closestQuotes = closest
    .slice(0, 1)
    .map(
      ({ text, title, url }) =>
        `${checkText.closest} “${escapeStart(oneLine(text), CLOSEST_CHARS)}”\n-# ${renderTitle(title, url)}`,
    );
  return [...head, ...(quotes.length > 0 ? quotes : closestQuotes)].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
