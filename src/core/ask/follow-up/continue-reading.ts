// "Tell me more": the sentences that follow what was cited before.
import type { Turn } from '../../answer.js';
import type { Scope } from '../../ports.js';
import type { ArticleStore } from '../../store-ports.js';
import type { Article, Span } from '../../text/article.js';
import { listSentences } from '../../text/article-sentences.js';
import { findSection } from '../../text/headings.js';
import type { GroundedSentence } from '../citation/cite.js';
import { evidenceText } from '../citation/evidence.js';

/** How many sentences are read on. */
const MAX_SENTENCES = 3;

/**
 * The next sentences after the last answer's citations that no turn has cited yet: first in the same section, then
 * before the cited ones, then in the sections below. Empty if nothing was cited, or if the article ends there.
 */
export function continueReading(
  turns: readonly Turn[],
  scope: Scope,
  store: Pick<ArticleStore, 'getArticle'>,
): readonly GroundedSentence[] {
  const last = turns.findLast(({ citations = [] }) => citations.length > 0);
  const anchor = last?.citations?.toSorted((a, b) => a.end - b.end).at(-1);
  const article = anchor && store.getArticle(anchor.articleId, scope);
  if (!article || article.text.slice(anchor.start, anchor.end) !== anchor.quote) return [];
  const shown = turns.flatMap(({ citations = [] }) =>
    citations.filter(({ articleId }) => articleId === article.id),
  );
  const isShown = ({ start, end }: Span) => shown.some((one) => start < one.end && end > one.start);
  const body = listSentences(article, { start: article.bodyStart, end: article.text.length });
  const unread = body.filter((sentence) => !isShown(sentence));
  const section = findSection(article, anchor.start);
  const inSection = unread.filter(({ start, end }) => start >= section.start && end <= section.end);
  const after = inSection.filter(({ start }) => start >= anchor.end);
  const below = unread.filter(({ start }) => start >= section.end);
  const chosen = [after, inSection, below].find((sentences) => sentences.length > 0) ?? [];
  return chosen.slice(0, MAX_SENTENCES).map((span) => quoteSentence(article, span));
}

/** A sentence of an article as it stands there. */
export function quoteSentence(article: Article, { start, end }: Span): GroundedSentence {
  const text = evidenceText(article.text.slice(start, end));
  return { text, evidence: [{ number: 1, article, start, end, text, relevance: 1 }] };
}
