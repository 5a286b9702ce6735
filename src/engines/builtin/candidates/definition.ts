// Finds the sentence that answers "Who is X?" by introducing X.

import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { QueryTerms } from '../question/query-terms.js';
import type { CandidateSentence } from './candidate-set.js';

/** Matches questions that ask who or what someone or something is. */
const WHO_IS =
  /^\W*(?:who|what|wer|was|qui|qu['’]|quién|qué|chi|quem|wie|кто|что)\s*(?:is|are|was|were|['’]s|ist|sind|war|est|sont|es|son|è|é|это|такой|такая)(?![\p{L}])/iu;
/**
 * "Who is the president of the bank?" describes its subject instead of naming it, so longer questions don't
 * count.
 */
const MAX_NAME_TERMS = 2;

/**
 * For "Who is X?", returns the first sentence of the body that names X. News articles introduce people there.
 */
export function findDefinition(
  question: string,
  sentences: readonly CandidateSentence[],
  { terms }: QueryTerms,
): TaggedSentence | undefined {
  const asksForDefinition = WHO_IS.test(question) && terms.length > 0 && terms.length <= MAX_NAME_TERMS;
  if (!asksForDefinition || !terms.every(({ isName }) => isName)) return undefined;
  return sentences.find(
    ({ sentence, termWeights }) =>
      !sentence.isHeadline && terms.every((_, index) => (termWeights.matched[index] ?? 0) > 0),
  )?.sentence;
}
