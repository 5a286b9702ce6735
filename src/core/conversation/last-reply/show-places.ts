// Shows where the article says what was cited: each sentence in its paragraph, below its heading.
import type { Citation } from '../../answer.js';
import type { GroundedSentence } from '../../ask/citation/cite.js';
import { evidenceText } from '../../ask/citation/evidence.js';
import { showAlone } from '../../ask/citation/show-alone.js';
import { quoteSentence } from '../../ask/follow-up/continue-reading.js';
import { isEntry } from '../../excerpt/quote-alone.js';
import { readHeadingText } from '../../interview/asked-question.js';
import type { Article, Span } from '../../text/article.js';
import { listSentences } from '../../text/article-sentences.js';
import { findHeadings } from '../../text/headings.js';

/** If more sentences were cited, they are shown without their paragraphs. */
const MAX_WITH_PARAGRAPH = 3;
/** Of a longer paragraph, the sentences next to the cited one are shown. */
const MAX_PARAGRAPH_SENTENCES = 4;
const PARAGRAPH_BREAK = /\n[^\S\n]*\n/gu;

/** A paragraph of an article, as far as it is shown. */
interface Place {
  readonly article: Article;
  readonly sentences: readonly Span[];
}

/** The cited sentences again, each with its paragraph and with its heading in brackets: “[Tickets:] A day ticket …” */
export function showPlaces(
  citations: readonly Pick<Citation, 'articleId' | 'start' | 'end'>[],
  { findArticle }: { readonly findArticle: (articleId: string) => Article | undefined },
): readonly GroundedSentence[] {
  const withParagraph = citations.length <= MAX_WITH_PARAGRAPH;
  const places: Place[] = [];
  for (const { articleId, start, end } of citations) {
    const article = findArticle(articleId);
    const isShown = places.some(
      (place) => place.article.id === articleId && place.sentences.some((one) => one.start === start),
    );
    if (!article || isShown) continue;
    const span = { start, end };
    places.push({ article, sentences: withParagraph ? listAround(article, span) : [span] });
  }
  let above: string | undefined;
  return places.flatMap(({ article, sentences }) => {
    const [first, ...others] = showAlone(sentences.map((span) => quoteSentence(article, span)));
    if (!first) return [];
    const heading = headingOf(article, sentences[0]);
    const isNew = heading !== undefined && heading !== above;
    above = heading;
    const text = isNew ? `[${heading}] ${first.text}` : first.text;
    return [{ ...first, text, ...(places.length > 1 ? { isItem: true } : {}) }, ...others];
  });
}

/** The sentence and those around it in its paragraph. Rows and items stand alone. */
function listAround(article: Article, span: Span): readonly Span[] {
  if (isEntry(article, span)) return [span];
  const { text } = article;
  const breaks = [...text.matchAll(PARAGRAPH_BREAK)];
  const start = breaks.findLast(({ index }) => index < span.start)?.index ?? article.bodyStart;
  const end = breaks.find(({ index }) => index >= span.end)?.index ?? text.length;
  const sentences = listSentences(article, { start, end });
  const at = sentences.findIndex((one) => one.start === span.start && one.end === span.end);
  if (at < 0) return [span];
  return sentences.length <= MAX_PARAGRAPH_SENTENCES
    ? sentences
    : sentences.slice(Math.max(0, at - 1), at + 2);
}

/** The lowest heading, with a colon if it has no mark of its own. A number in brackets would look like a marker. */
function headingOf(article: Article, span: Span | undefined): string | undefined {
  const heading = span && findHeadings(article, span.start).at(-1);
  const words = heading ? evidenceText(readHeadingText(article, heading)) : '';
  if (words === '' || /^\d+$|[[\]]/u.test(words)) return undefined;
  return /[.?!:]$/u.test(words) ? words : `${words}:`;
}
