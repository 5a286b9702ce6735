// "Who is X?" is answered where a text introduces X.

import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { QueryTerms } from '../question/query-terms.js';
import type { CandidateSentence } from './candidate-set.js';

/** Asks who or what someone or something is. */
const WHO_IS =
  /^\W*(?:who|what|wer|was|qui|qu['’]|quién|qué|chi|quem|wie|кто|что)\s*(?:is|are|was|were|['’]s|ist|sind|war|est|sont|es|son|è|é|это|такой|такая)(?![\p{L}])/iu;
/** "Who is the president of the bank?" names a thing, not a someone. */
const MAX_INTRODUCED_TERMS = 2;

/** For "Who is X?": the first sentence of the body that names X, where news introduces people. */
export function findDefinition(
  question: string,
  sentences: readonly CandidateSentence[],
  { terms }: QueryTerms,
): TaggedSentence | undefined {
  const isAsked = WHO_IS.test(question) && terms.length > 0 && terms.length <= MAX_INTRODUCED_TERMS;
  if (!isAsked || !terms.every(({ isName }) => isName)) return undefined;
  return sentences.find(
    ({ sentence, level }) => !sentence.isHead && terms.every((_, index) => (level.held[index] ?? 0) > 0),
  )?.sentence;
}
