// Summaries without a model: of one article, or across several. docs/summaries.md describes the method.
import type { Answered, SummaryLength, SummaryStyle } from '../answer.js';
import type { Analyzer } from '../ports.js';
import type { Article } from '../text/article.js';
import { type Candidate, type ReadArticle, readArticle } from './candidates.js';
import { citeLines } from './cite-lines.js';
import { extractLines } from './extract.js';
import { LENGTH_LIMITS } from './limits.js';
import { type DraftLine, toLine } from './line.js';
import { inOrder, selectLines } from './selection/select-lines.js';
import { cosine } from './selection/term-vectors.js';

/** What a summary is like. */
export interface SummaryForm {
  readonly style: SummaryStyle;
  readonly length: SummaryLength;
}

/** Options for {@link summarize}. */
export interface SummarizeArticlesOptions extends SummaryForm {
  readonly signal?: AbortSignal | undefined;
}

/** Across several articles, a summary has at most this many lines, if each article has one. */
const MAX_ARTICLE_LINES: Readonly<Record<SummaryLength, number>> = { short: 5, medium: 10, long: 20 };
const ARTICLE_LINE_WORDS = 32;
/** Lines of different articles that are more alike say the same. */
const MAX_SIMILARITY = 0.6;

/**
 * Summarizes articles in their own sentences. Every line is made of exact spans of one article and cites it.
 * @param articles at least one; the most important first
 * @throws the signal's reason once it is aborted
 */
export async function summarize(
  articles: readonly Article[],
  { style, length, signal }: SummarizeArticlesOptions,
  { analyzer }: { readonly analyzer: Analyzer },
): Promise<Answered> {
  const read: ReadArticle[] = [];
  for (const article of articles) read.push(await readArticle(article, analyzer, { signal }));
  return extractSummary(read, { style, length });
}

/** @param read at least one article */
export function extractSummary(read: readonly ReadArticle[], { style, length }: SummaryForm): Answered {
  const [only] = read;
  const found =
    read.length === 1 && only ? extractLines(only, style, length) : extractAcross(read, style, length);
  return citeLines(found.lines, {
    ...{ style: found.style, length, engine: 'builtin' },
    ...(found.style === style ? {} : { requestedStyle: style }),
  });
}

function extractAcross(read: readonly ReadArticle[], style: SummaryStyle, length: SummaryLength) {
  if (style === 'oneLine' || style === 'brief' || style === 'keyPoints') {
    return { style, lines: selectAcross(read, style, length).map((one) => toLine(one)) };
  }
  const most = LENGTH_LIMITS[style][length].lines;
  const perArticle = Math.max(1, Math.ceil(most / read.length));
  const styled = read.flatMap((one) => {
    const found = extractLines(one, style, length);
    return found.style === style ? [found.lines.slice(0, perArticle)] : [];
  });
  const lines = styled.flat().slice(0, most);
  if (lines.length === 0)
    return {
      style: 'keyPoints' as const,
      lines: selectAcross(read, 'keyPoints', length).map((one) => toLine(one)),
    };
  return { style, lines: style === 'timeline' ? lines.toSorted(byDate) : lines };
}

/** The best line of each article, and more as long as there is room. */
function selectAcross(
  read: readonly ReadArticle[],
  style: SummaryStyle,
  length: SummaryLength,
): readonly Candidate[] {
  const limits = LENGTH_LIMITS[style][length];
  const most = style === 'oneLine' ? 1 : Math.max(limits.lines, MAX_ARTICLE_LINES[length]);
  const chosen: Candidate[] = [];
  const add = (candidate: Candidate | undefined) => {
    const isNew =
      candidate &&
      !chosen.some((one) => one === candidate || cosine(one.vector, candidate.vector) > MAX_SIMILARITY);
    if (isNew && chosen.length < most) chosen.push(candidate);
  };
  for (const { candidates } of read) {
    add(selectLines(candidates, { maxLines: 1, maxWords: ARTICLE_LINE_WORDS })[0]);
  }
  const room = limits.lines - chosen.length;
  if (room > 0) {
    const rest = read.flatMap(({ candidates }) => candidates).filter((one) => !chosen.includes(one));
    for (const one of selectLines(rest, { maxLines: room, maxWords: limits.words })) add(one);
  }
  const order = read.map(({ article }) => article);
  return inOrder(chosen).toSorted((a, b) => order.indexOf(a.article) - order.indexOf(b.article));
}

/** Dates without a year come last. */
function byDate(a: DraftLine, b: DraftLine): number {
  const [left, right] = [a.date ?? '9999', b.date ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
}
