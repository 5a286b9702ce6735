// Turns a writer's markers into citations: exact spans of stored articles. A writer never produces a quote itself.

import type { Citation } from '../answer.js';
import { createAttributor } from '../grounding/attribute-evidence.js';
import type { Analyzer, Evidence, Question } from '../ports.js';
import type { Span } from '../text/article.js';
import { evidenceText } from './evidence.js';
import { parseMarkers } from './marker-parser.js';

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
  for await (const { text, markers } of parseMarkers(pieces, language)) {
    const cited = markers.flatMap((number) => byNumber.get(number) ?? []);
    if (isDamaged(text) && !cited.some((source) => isDamaged(source.text))) continue;
    const supporting = attributor.attribute(text, cited);
    if (supporting.length > 0) yield { text, evidence: supporting };
  }
}

/** Whether some of its characters got lost on the way. U+FFFD stands for them. */
function isDamaged(text: string): boolean {
  return text.includes('\uFFFD');
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
      ...(article.url === undefined ? {} : { url: article.url }),
    };
  });
  return { text, citations };
}

/** The highlighted words as they appear in the answer's text; undefined if the citation has no highlight. */
export function highlightedPhrase({ quote, start, highlight }: Citation): string | undefined {
  return highlight && evidenceText(quote.slice(highlight.start - start, highlight.end - start));
}
