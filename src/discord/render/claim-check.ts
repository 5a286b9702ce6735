// A checked message: each claim with its verdict and the sentences that the verdict rests on.
import type { CheckedClaim, CheckedMessage, Citation } from '../../core/answer.js';
import { escapeLine, escapeMarkdown, escapeStart } from '../markdown/escape-markdown.js';
import { checkText } from '../text/check.js';
import { ENGLISH_LABELS } from '../text/labels/en.js';
import type { AnswerOptions } from './answer.js';
import { renderTitle } from './article/details.js';
import { renderMarker, renderModelNotice } from './citations.js';
import { ACCENT, actionButton, renderBlocks, type View } from './message.js';

const CLAIM_CHARS = 400;
const CLOSEST_CHARS = 240;

export function renderClaimCheck(checked: CheckedMessage, { id, isPrivate, askedBy }: AnswerOptions): View {
  const { claims, engine, notice } = checked;
  if (claims.length === 0) return renderBlocks([checkText.nothing], { accent: ACCENT.plain });
  const checkedBy = engine === 'builtin' ? checkText.checked : checkText.checkedBy(escapeLine(engine));
  const { buttons } = ENGLISH_LABELS;
  const shown = [
    ...(citationsOf(checked).length > 0 ? [actionButton(buttons.sources, `sources:${id}:0`)] : []),
    ...(isPrivate ? [actionButton(buttons.share, `share:${id}`)] : []),
  ];
  const head = askedBy === undefined ? [] : [checkText.checkedFor(askedBy)];
  const footer = [checkedBy, ...renderModelNotice(notice, ENGLISH_LABELS)].join('\n');
  return renderBlocks([...head, checkText.heading, ...claims.map(renderClaim), footer], {
    accent: ACCENT.answer,
    buttons: shown,
  });
}

/** The citations of all claims, without duplicates, in order. */
export function citationsOf({ claims }: CheckedMessage): readonly Citation[] {
  const byMarker = new Map(
    claims.flatMap(({ citations }) => citations.map((citation) => [citation.marker, citation])),
  );
  return [...byMarker.values()];
}

function renderClaim({ claim, verdict, citations, closest, difference }: CheckedClaim): string {
  // Checks that an earlier version stored have other words for “unconfirmed”.
  const isJudged = verdict === 'says-so' || verdict === 'says-otherwise';
  const hasClosest = isJudged || closest.length > 0;
  const label = hasClosest ? checkText.verdicts[isJudged ? verdict : 'unconfirmed'] : checkText.nothingClose;
  const markers = citations.map((citation) => renderMarker(citation.marker, citation)).join('');
  const head = [
    `> ${withBold(oneLine(claim).slice(0, CLAIM_CHARS), difference?.claim)}`,
    `${label} ${markers}`.trimEnd(),
  ];
  const quotes = citations.map(
    ({ quote, title, url }) =>
      `“${withBold(oneLine(quote), difference?.quote)}”\n-# ${renderTitle(title, url)}`,
  );
  const closestQuotes = closest
    .slice(0, 1)
    .map(
      ({ text, title, url }) =>
        `“${escapeStart(oneLine(text), CLOSEST_CHARS)}”\n-# ${renderTitle(title, url)}`,
    );
  return [...head, ...(quotes.length > 0 ? quotes : closestQuotes)].join('\n');
}

/** Escaped, with the first occurrence of some words in bold. */
function withBold(text: string, words: string | undefined): string {
  const at = words === undefined || words === '' ? -1 : findWords(text, words);
  if (at < 0 || words === undefined) return escapeMarkdown(text);
  const end = at + words.length;
  return `${escapeMarkdown(text.slice(0, at))}**${escapeMarkdown(text.slice(at, end))}**${escapeMarkdown(text.slice(end))}`;
}

/** Whole words only: "9" is not in "19". */
function findWords(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + words.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return -1;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
