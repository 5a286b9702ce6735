// The passages shown with a refusal: the closest ones, if they are about the subject of the question.
import type { ClosestPassage } from '../answer.js';
import { linkTo } from '../links/link-to-span.js';
import { type Engine, ONLY_SPACE } from '../ports.js';
import type { RankedSentence } from '../ranking-ports.js';
import type { Span } from '../text/article.js';

/** Passages shown with a `not-in-article` answer. */
const MAX_CLOSEST = 2;
/** A passage is on the subject if it has this share of the question's terms, and its meaning isn't far from it … */
const MIN_CLOSEST_COVERAGE = 0.3;
const MIN_CLOSEST_SIMILARITY = 0.1;
/** … or this share of terms or similar words, also around it, and a meaning that is somewhat similar. */
const MIN_LOOSE_COVERAGE = 0.5;
const MIN_LOOSE_SIMILARITY = 0.2;
/** A passage with so similar a meaning is on the subject, whatever its words. */
const SAME_SUBJECT_SIMILARITY = 0.42;

/** The best sentence of each of the best paragraphs with the sentences around it, if they are about the subject. */
export function closestPassages(
  ranked: readonly RankedSentence[],
  { embedder }: Pick<Engine, 'embedder'>,
): readonly ClosestPassage[] {
  const onSubject = ranked.filter(
    (sentence) => sentence.start >= sentence.match.article.bodyStart && isOnSubject(sentence, embedder),
  );
  const excerpts: ClosestPassage[] = [];
  for (const sentence of onSubject) {
    if (excerpts.length === MAX_CLOSEST) break;
    const { article, similarity } = sentence.match;
    const { start, end } = surround(sentence);
    const overlaps = ({ articleId, ...other }: ClosestPassage) =>
      articleId === article.id && other.start < end && other.end > start;
    if (excerpts.some(overlaps)) continue;
    excerpts.push({
      articleId: article.id,
      title: article.title,
      ...{ start, end, similarity, text: article.text.slice(start, end) },
      ...linkTo(article, { start, end }),
    });
  }
  return excerpts;
}

function isOnSubject({ match, signals }: RankedSentence, embedder: Engine['embedder']): boolean {
  if (!signals) return true;
  const { article, similarity, space } = match;
  const { isClustered } = embedder.spaceOf?.(article.language) ?? ONLY_SPACE;
  // Only in a clustered space does the similarity say something about the meaning.
  if (space === undefined || !isClustered) return signals.looseCoverage >= MIN_CLOSEST_COVERAGE;
  return (
    similarity >= SAME_SUBJECT_SIMILARITY ||
    (signals.coverage >= MIN_CLOSEST_COVERAGE && similarity >= MIN_CLOSEST_SIMILARITY) ||
    (signals.looseCoverage >= MIN_LOOSE_COVERAGE && similarity >= MIN_LOOSE_SIMILARITY)
  );
}

/** A sentence with the one before and the one after it in its paragraph. */
function surround({ start, end, match }: RankedSentence): Span {
  const { sentences } = match.passage;
  const at = sentences.findIndex((sentence) => sentence.start === start);
  const isTogether = (left: Span, right: Span) =>
    !/\n\s*\n/.test(match.article.text.slice(left.end, right.start));
  const own = { start, end };
  const [before, after] = [sentences[at - 1], sentences[at + 1]];
  return {
    start: at > 0 && before && isTogether(before, own) ? before.start : start,
    end: at >= 0 && after && isTogether(own, after) ? after.end : end,
  };
}
