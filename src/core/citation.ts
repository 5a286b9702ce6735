// Citations: from the markers of a writer to exact spans of stored articles. A writer never makes a quote.
import type { Span } from './article.js';
import { evidenceText } from './evidence.js';
import type { Evidence } from './ports.js';

/** A footnote: marker, article and the exact span it quotes. */
export interface Citation {
  /** From 1, in order of first use. */
  readonly marker: number;
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Always `article.text.slice(start, end)`. */
  readonly quote: string;
  /** The phrase in the quote that answers, where that is certain; offsets into the article, as `start` and `end` are. */
  readonly highlight?: Span | undefined;
  readonly url?: string | undefined;
}

/** A sentence that passed the check, with the evidence that holds it. */
export interface CheckedSentence {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** A sentence carries at most so many markers. */
const MAX_MARKERS = 3;
/** Text, then one or more markers: what a writer finished. */
const FINISHED = /([\s\S]*?)((?:\s*\[\d{1,4}\])+)[.!?]?/gu;

/**
 * Checks a writer's text while it streams, and lets a sentence through once its markers have come. Markers that name
 * no evidence are dropped; so is a sentence that its evidence does not hold word for word, white space aside.
 */
export async function* checkSentences(
  pieces: AsyncIterable<string>,
  evidence: readonly Evidence[],
): AsyncIterable<CheckedSentence> {
  const byNumber = new Map(evidence.map((sentence) => [sentence.number, sentence]));
  let pending = '';
  for await (const piece of pieces) {
    pending += piece;
    // Markers at the very end may go on in the next piece: "[1]", then "[2]".
    const cut = endOfFinished(pending.replace(/\s*(?:\[\d{1,4}\]\s*)+$|\[\d{0,4}$/u, ''));
    if (cut > 0) {
      yield* check(pending.slice(0, cut));
      pending = pending.slice(cut);
    }
  }
  yield* check(pending);

  function* check(text: string): Iterable<CheckedSentence> {
    for (const [, body = '', markers = ''] of text.matchAll(FINISHED)) {
      const cited = [...markers.matchAll(/\d+/g)].flatMap(([number]) => byNumber.get(Number(number)) ?? []);
      const supporting = [...new Set(cited)].filter((sentence) => isHeldBy(body, sentence));
      const sentence = evidenceText(body);
      if (sentence && supporting.length > 0) {
        yield { text: sentence, evidence: supporting.slice(0, MAX_MARKERS) };
      }
    }
  }
}

/**
 * Joins checked sentences to a text with markers, renumbered in order of first use, and their citations.
 * @param findHighlight the phrase that answers, if the engine tells one; outside the sentence it is dropped
 */
export function cite(
  sentences: readonly CheckedSentence[],
  findHighlight: (source: Evidence) => Span | undefined = () => undefined,
): { text: string; citations: Citation[] } {
  const markers = new Map<Evidence, number>();
  const text = sentences
    .map((sentence) => {
      const marks = sentence.evidence.map((source) => {
        const marker = markers.get(source) ?? markers.size + 1;
        markers.set(source, marker);
        return `[${marker}]`;
      });
      return `${sentence.text} ${marks.join('')}`;
    })
    .join(' ');
  const citations = [...markers].map(([source, marker]) => {
    const { article, start, end } = source;
    const highlight = findHighlight(source);
    const isInside =
      highlight && highlight.start >= start && highlight.start < highlight.end && highlight.end <= end;
    return {
      marker,
      articleId: article.id,
      title: article.title,
      ...{ start, end, quote: article.text.slice(start, end) },
      ...(isInside ? { highlight } : {}),
      ...(article.url === undefined ? {} : { url: article.url }),
    };
  });
  return { text, citations };
}

function isHeldBy(body: string, { text }: Evidence): boolean {
  const sentence = evidenceText(body);
  return sentence.length > 0 && text.includes(sentence);
}

function endOfFinished(text: string): number {
  let end = 0;
  for (const match of text.matchAll(FINISHED)) end = match.index + match[0].length;
  return end;
}
