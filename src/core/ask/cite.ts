// Turns a writer's markers into citations: exact spans of stored articles. A writer never produces a quote itself.

import type { Citation } from '../answer.js';
import { createAttributor } from '../grounding/attribute-evidence.js';
import { linkTo } from '../links/link-to-span.js';
import type { Analyzer, Evidence, Question } from '../ports.js';
import type { Span } from '../text/article.js';
import { evidenceText } from './evidence.js';
import { parseMarkers } from './marker-parser.js';
import { hideOwnBrackets, showBrackets } from './own-brackets.js';

/** A sentence that passed the check, and the evidence that supports it. */
export interface GroundedSentence {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Checks a writer's text while it streams, and yields each complete sentence that its evidence supports
 * (docs/checking.md). Markers without evidence are ignored. A sentence that has no markers, or whose markers don't
 * support it, is kept only if one other evidence sentence strongly supports it. That sentence is then cited.
 */
export async function* groundSentences(
  pieces: AsyncIterable<string>,
  evidence: readonly Evidence[],
  { question, analyzer }: { readonly question?: Question | undefined; readonly analyzer: Analyzer },
): AsyncIterable<GroundedSentence> {
  const byNumber = new Map(evidence.map((sentence) => [sentence.number, sentence]));
  const attributor = createAttributor(evidence, { question, analyzer });
  const language = question?.language ?? evidence[0]?.article.language ?? 'und';
  const sources = evidence.map(({ text }) => text);
  for await (const { text, markers } of parseMarkers(pieces, language, sources)) {
    const cited = markers.flatMap((number) => byNumber.get(number) ?? []);
    const supporting = attributor.attribute(text, cited);
    if (supporting.length > 0) yield { text, evidence: supporting };
  }
}

/**
 * Joins checked sentences into a text with markers, numbered in order of first use, and the matching citations.
 * @param findHighlight the phrase that answers the question; ignored if it isn't inside the sentence
 */
export function cite(
  sentences: readonly GroundedSentence[],
  findHighlight: (source: Evidence) => Span | undefined = () => undefined,
): { text: string; citations: Citation[] } {
  // Keyed by span, because two evidence objects can stand for the same sentence.
  const cited = new Map<string, Evidence>();
  const text = sentences
    .map((sentence) => {
      const markers = sentence.evidence.map((source) => {
        const key = `${source.article.id} ${source.start} ${source.end}`;
        if (!cited.has(key)) cited.set(key, source);
        return `[${[...cited.keys()].indexOf(key) + 1}]`;
      });
      return `${sentence.text} ${markers.join('')}`;
    })
    .join(' ');
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
}): readonly { readonly text: string; readonly markers: readonly number[] }[] {
  const quotes = citations.map(({ quote }) => evidenceText(quote));
  const parts = hideOwnBrackets(text, quotes).split(/((?:\[\d+\])+)/u);
  return parts.flatMap((part, index) =>
    index % 2 === 1 || (part.trim() === '' && parts[index + 1] === undefined)
      ? []
      : [
          {
            text: showBrackets(part.trim()),
            markers: (parts[index + 1] ?? '').match(/\d+/gu)?.map(Number) ?? [],
          },
        ],
  );
}

/** The highlighted words as they appear in the answer's text; undefined if the citation has no highlight. */
export function highlightedPhrase({ quote, start, highlight }: Citation): string | undefined {
  return highlight && evidenceText(quote.slice(highlight.start - start, highlight.end - start));
}
