// Turns a writer's markers into citations: exact spans of stored articles. A writer never produces a quote itself.

import type { Citation } from '../../answer.js';
import { createQuoteChooser } from '../../grounding/choose-quote.js';
import { verifySentence } from '../../grounding/verifier/verify.js';
import { linkTo } from '../../links/link-to-span.js';
import type { Analyzer } from '../../ports.js';
import type { Question } from '../../ranking-ports.js';
import type { Span } from '../../text/article.js';
import type { Evidence } from '../../writing-ports.js';
import { evidenceText } from './evidence.js';
import { parseMarkers } from './marker-parser.js';
import { hideOwnBrackets, showBrackets } from './own-brackets.js';

/** A sentence that passed the check, and the evidence that supports it. */
export interface GroundedSentence {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** The article's own sentence, in place of one by the writer that could not be confirmed. */
  readonly isReplaced?: boolean | undefined;
  /** A row of a table or an item of a list. Several are shown on lines of their own. */
  readonly isItem?: boolean | undefined;
}

/** What the check of a writer's text needs. */
export interface GroundingOptions {
  /** Unset for a summary, which answers no question. */
  readonly question?: Question | undefined;
  readonly analyzer: Analyzer;
  /** Whether the writer only quotes. Then nothing of its own can be replaced. */
  readonly isQuoting?: boolean | undefined;
}

/** A bullet says nothing, unlike a number. */
const BULLET = /^[-*+•–]\s+/u;

/**
 * Checks a writer's text while it streams (docs/checking.md). A sentence is yielded as it was written only if one
 * evidence sentence says the same. Otherwise the sentence that it cites is yielded instead, word for word, if that is
 * about the question; each evidence sentence at most once. Markers without evidence are ignored.
 */
export async function* groundSentences(
  pieces: AsyncIterable<string>,
  evidence: readonly Evidence[],
  { question, analyzer, isQuoting = false }: GroundingOptions,
): AsyncIterable<GroundedSentence> {
  const byNumber = new Map(evidence.map((sentence) => [sentence.number, sentence]));
  const chooser = createQuoteChooser(evidence, { question, analyzer });
  const language = question?.language ?? evidence[0]?.article.language ?? 'und';
  const shown = new Set<string>();
  const sources = evidence.map(({ text }) => text);
  for await (const { text, markers } of parseMarkers(pieces, language, sources)) {
    const cited = markers.flatMap((number) => byNumber.get(number) ?? []);
    const item = cited.find((source) => source.text !== text && removeListMarker(source.text) === text);
    if (item) {
      const numbered = item.text.replace(BULLET, '');
      if (!shown.has(numbered)) yield { text: numbered, evidence: [item] };
      shown.add(numbered);
      continue;
    }
    // Characters that got lost on the way can change what a sentence says.
    const isReadable = !isDamaged(text) || cited.some((source) => isDamaged(source.text));
    const verified = verifySentence(text, [...cited, ...chooser.findSimilar(text, cited)]);
    const isSame = isReadable && verified.kind === 'same';
    const quote = isSame ? undefined : chooser.choose(text, cited);
    const sentence: GroundedSentence | undefined = isSame
      ? { text, evidence: [verified.evidence] }
      : quote && { text: quote.text, evidence: [quote], ...(isQuoting ? {} : { isReplaced: true }) };
    // A model that repeats itself says everything once.
    if (!sentence || shown.has(sentence.text)) continue;
    shown.add(sentence.text);
    yield sentence;
  }
}

/** A list item without its bullet or number, as it comes from a writer. */
function removeListMarker(text: string): string {
  return text.replace(/^(?:[-*+•–]|\(?\d{1,2}[.)])\s+/u, '');
}

/** Whether some of its characters got lost on the way. U+FFFD stands for them. */
function isDamaged(text: string): boolean {
  return text.includes('\uFFFD');
}

/** Opens an item that has no number. */
const ITEM_BULLET = '- ';
const NUMBERED = /^\(?(?:\d{1,3}|\p{L})[.)]\s/u;

/**
 * Joins checked sentences into a text with markers, numbered in order of first use, and the matching citations. Two or
 * more items stand on lines of their own, with a bullet if they have no number.
 * @param findHighlight the phrase that answers the question; ignored if it isn't inside the sentence
 */
export function cite(
  sentences: readonly GroundedSentence[],
  findHighlight: (source: Evidence) => Span | undefined = () => undefined,
): { text: string; citations: Citation[] } {
  // Keyed by span, because two evidence objects can stand for the same sentence.
  const cited = new Map<string, Evidence>();
  const isList = sentences.filter(({ isItem }) => isItem).length > 1;
  const text = sentences
    .map((sentence, index) => {
      const markers = sentence.evidence.map((source) => {
        const key = `${source.article.id} ${source.start} ${source.end}`;
        if (!cited.has(key)) cited.set(key, source);
        return `[${[...cited.keys()].indexOf(key) + 1}]`;
      });
      const bullet = isList && sentence.isItem && !NUMBERED.test(sentence.text) ? ITEM_BULLET : '';
      const before = sentences[index - 1];
      const gap = before === undefined ? '' : isList && startsLine(before, sentence) ? '\n' : ' ';
      return `${gap}${bullet}${sentence.text} ${markers.join('')}`;
    })
    .join('');
  const citations = [...cited.values()].map((source, index) => {
    const { article, start, end } = source;
    const highlight = findHighlight(source);
    const isInside =
      highlight && highlight.start >= start && highlight.start < highlight.end && highlight.end <= end;
    return {
      marker: index + 1,
      articleId: article.id,
      title: article.title,
      ...{ start, end, quote: article.text.slice(start, end) },
      ...(isInside ? { highlight } : {}),
      ...linkTo(article, { start, end }),
    };
  });
  return { text, citations };
}

/** Whether a line of a list ends between the two. An item of several sentences goes on in its line. */
function startsLine(
  before: GroundedSentence,
  { isItem = false, evidence: [source] }: GroundedSentence,
): boolean {
  if (isItem) return true;
  const last = before.evidence.at(-1);
  const goesOn =
    source !== undefined &&
    last?.article === source.article &&
    last.end <= source.start &&
    /^[^\S\n]*$/u.test(source.article.text.slice(last.end, source.start));
  return before.isItem === true && !goesOn;
}

/** A sentence of an answer's text. */
export interface CitedSentence {
  /** Without markers, and without a bullet in front. */
  readonly text: string;
  readonly markers: readonly number[];
  /** Set if it starts on a new line, and if that line has a bullet. Unset in running text. */
  readonly line?: 'plain' | 'bullet' | undefined;
}

/**
 * Splits an answer's text into its sentences and the markers after each. The inverse of {@link cite}.
 * @param answer one with the citations that its text has, which tell markers from an article's bracketed numbers
 */
export function splitAtMarkers({
  text,
  citations,
}: {
  readonly text: string;
  readonly citations: readonly Citation[];
}): readonly CitedSentence[] {
  const quotes = citations.map(({ quote }) => evidenceText(quote));
  const parts = hideOwnBrackets(text, quotes).split(/((?:\[\d+\])+)/u);
  const isList = text.includes('\n');
  return parts.flatMap((part, index): CitedSentence[] => {
    if (index % 2 === 1 || (part.trim() === '' && parts[index + 1] === undefined)) return [];
    const words = part.trim();
    const startsLine = isList && (index === 0 || part.startsWith('\n'));
    const isBullet = startsLine && words.startsWith(ITEM_BULLET);
    return [
      {
        text: showBrackets(isBullet ? words.slice(ITEM_BULLET.length) : words),
        markers: (parts[index + 1] ?? '').match(/\d+/gu)?.map(Number) ?? [],
        ...(startsLine ? { line: isBullet ? ('bullet' as const) : ('plain' as const) } : {}),
      },
    ];
  });
}

/** The highlighted words as they appear in the answer's text; undefined if the citation has no highlight. */
export function highlightedPhrase({ quote, start, highlight }: Citation): string | undefined {
  return highlight && evidenceText(quote.slice(highlight.start - start, highlight.end - start));
}
