// Answers questions that compare two things: "Is it cheaper for students than for adults?"
import type { Evidence } from '../../../core/writing-ports.js';
import { termsOf } from './sentences.js';

/** Stands between the two things. */
const CONNECTOR =
  /(?<!\p{L})(?:vs\.?|versus|compared? (?:to|with)|than|or|als|oder|gegenüber|que|o|ou)(?!\p{L})/giu;
/** Says that two things are compared, whatever else the question says. */
const COMPARING = /(?<!\p{L})(?:vs\.?|versus|compared?|gegenüber)(?!\p{L})/iu;
const COMPARATIVE =
  /(?<!\p{L})(?:(?:more|less|mehr|weniger|más|menos|plus|moins)(?: \p{L}+(?= (?:than|als|que)(?!\p{L})))?|\p{L}+er(?= (?:than|als)(?!\p{L}))|fewer|better|worse|longer|shorter|older|younger|higher|lower|taller|bigger|larger|smaller|cheaper|faster|slower|earlier|later|länger|kürzer|älter|jünger|höher|niedriger|größer|kleiner|teurer|billiger|günstiger|schneller|früher|später|besser|schlechter|mayor|menor|mejor|peor|meilleure?|pire)(?!\p{L})/giu;
/** A sentence on one side must have this share of the best one's relevance. */
const MIN_SHARE = 0.02;

/**
 * The sentences on both things that a question compares, in document order, if the best sentence speaks of only one of
 * them. Empty if the question compares nothing, or no sentence speaks of the other thing.
 */
export function chooseCompared(
  question: string,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const sides = findSides(question, best.article.language);
  if (!sides) return [];
  const byRelevance = evidence
    .filter(({ article }) => article === best.article)
    .sort((a, b) => b.relevance - a.relevance);
  const speaksOf = (side: string, { text, article }: Evidence) =>
    termsOf(text, article.language).includes(side);
  const missing = sides.filter((side) => !speaksOf(side, best));
  const added = missing.flatMap((side) => {
    const others = sides.filter((one) => one !== side);
    const found = byRelevance.filter((sentence) => speaksOf(side, sentence));
    const own = found.find((sentence) => !others.some((other) => speaksOf(other, sentence))) ?? found[0];
    return own && own.relevance >= best.relevance * MIN_SHARE ? [own] : [];
  });
  if (missing.length === 0 || added.length < missing.length) return [];
  const kept = missing.length === sides.length ? [] : [best];
  return [...new Set([...kept, ...added])].sort((a, b) => a.number - b.number);
}

/** The term for each of the two things: the one next to the connector that the other side lacks. */
function findSides(question: string, language: string): readonly [string, string] | undefined {
  const plain = question.replace(COMPARATIVE, (words) => ' '.repeat(words.length));
  if (plain === question && !COMPARING.test(question)) return undefined;
  for (const { index, 0: connector } of plain.matchAll(CONNECTOR)) {
    const before = termsOf(plain.slice(0, index), language);
    const after = termsOf(plain.slice(index + connector.length), language);
    const left = before.findLast((term) => !after.includes(term));
    const right = after.find((term) => !before.includes(term));
    if (left !== undefined && right !== undefined) return [left, right];
  }
  return undefined;
}
