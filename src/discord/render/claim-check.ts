// A checked message as Discord shows it: each claim with what the articles say of it, word for word.

import type { CheckedClaim, CheckedMessage, Citation, Verdict } from '../../core/answer.js';
import { escapeMarkdown, escapeStart } from '../text/escape-markdown.js';
import { type AnswerOptions, noticeLine, renderMarker } from './answer.js';
import { renderTitle } from './article-details.js';
import { ACCENT, actionButton, renderBlocks, type View } from './message.js';

const CLAIM_CHARS = 400;
const CLOSEST_CHARS = 240;
const VERDICTS: Readonly<Record<Verdict, string>> = {
  'says-so': '✓ **The article says so.**',
  'says-otherwise': '✗ **The article says otherwise.**',
  'does-not-say': "· **The article doesn't say.**",
};

export function renderClaimCheck(checked: CheckedMessage, { id, isPrivate }: AnswerOptions): View {
  const { claims, engine, notice } = checked;
  if (claims.length === 0) {
    const nothing =
      'This message claims nothing that could be checked: it holds no statement of some length.';
    return renderBlocks([nothing], { accent: ACCENT.plain });
  }
  const by =
    engine === 'builtin' ? 'Compared word for word' : `Compared by ${escapeMarkdown(engine)}, and checked`;
  const buttons = [
    ...(citationsOf(checked).length > 0 ? [actionButton('Sources', `sources:${id}:0`)] : []),
    ...(isPrivate ? [actionButton('Share in channel', `share:${id}`)] : []),
  ];
  const blocks = ['### Checked against the article', ...claims.map(renderClaim)];
  return renderBlocks([...blocks, [`-# ${by}`, ...noticeLine(notice)].join('\n')], {
    accent: ACCENT.answer,
    buttons,
  });
}

/** Of all claims, in their order. */
export function citationsOf({ claims }: CheckedMessage): readonly Citation[] {
  const byMarker = new Map(claims.flatMap(({ citations }) => citations.map((one) => [one.marker, one])));
  return [...byMarker.values()];
}

function renderClaim({ claim, verdict, citations, closest }: CheckedClaim): string {
  const markers = citations.map((citation) => renderMarker(citation.marker, citation)).join('');
  const head = [`> ${escapeStart(oneLine(claim), CLAIM_CHARS)}`, `${VERDICTS[verdict]} ${markers}`.trimEnd()];
  const quotes = citations.map(
    ({ quote, title, url }) => `“${escapeMarkdown(oneLine(quote))}”\n-# ${renderTitle(title, url)}`,
  );
  const near = closest
    .slice(0, 1)
    .map(
      ({ text, title, url }) =>
        `Closest: “${escapeStart(oneLine(text), CLOSEST_CHARS)}”\n-# ${renderTitle(title, url)}`,
    );
  return [...head, ...(quotes.length > 0 ? quotes : near)].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
