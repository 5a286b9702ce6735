// Citations: from the markers of a writer to exact spans of stored articles. A writer never makes a quote.

import type { Citation } from '../answer.js';
import { createAttributor } from '../grounding/attribute-evidence.js';
import type { Analyzer, Evidence, Question } from '../ports.js';
import type { Span } from '../text/article.js';
import { evidenceText } from './evidence.js';
import { parseMarkers } from './marker-parser.js';

/** A sentence that passed the check, with the evidence that holds it. */
export interface GroundedSentence {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Checks a writer's text while it streams, and lets a sentence through once it is finished and its evidence supports
 * it (docs/checking.md). Markers that name no evidence are dropped. A sentence whose markers don't support it, or that
 * has none, is footnoted with the one evidence sentence that truly supports it, else dropped.
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
    const supporting = attributor.attribute(text, cited);
    if (supporting.length > 0) yield { text, evidence: supporting };
  }
}

/**
 * Joins checked sentences to a text with markers, renumbered in order of first use, and their citations.
 * @param findHighlight the phrase that answers, if the engine tells one; outside the sentence it is dropped
 */
export function cite(
  sentences: readonly GroundedSentence[],
  findHighlight: (source: Evidence) => Span | undefined = () => undefined,
): { text: string; citations: Citation[] } {
  // The same sentence may have been gathered more than once.
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

/** The words that are the answer by themselves, as they stand in a sentence that quotes the citation; where there are any. */
export function highlightedPhrase({ quote, start, highlight }: Citation): string | undefined {
  return highlight && evidenceText(quote.slice(highlight.start - start, highlight.end - start));
}
