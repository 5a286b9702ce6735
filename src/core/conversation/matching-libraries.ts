// Tells which of several libraries a question is about, so that answers from different servers aren't mixed.
import type { Turn } from '../answer.js';
import { readQuestion } from '../ask/read-question.js';
import { type RetrieveDependencies, retrieve } from '../ask/retrieval/retrieve.js';
import type { Scope } from '../ports.js';
import { BUILT_IN_LIBRARY } from '../text/article.js';

/** A library matches if its best sentence has at least this share of the relevance of the best of all. */
const MIN_RELATIVE_RELEVANCE = 0.6;
/** And at least this share of the question's terms. */
const MIN_COVERAGE = 0.4;

/**
 * The libraries whose articles match the question about equally well, best first; empty if the built-in articles match
 * much better than all of them, or if nothing matches.
 * @throws the signal's reason once it is aborted
 */
export async function findMatchingLibraries(
  text: string,
  {
    scope,
    conversation,
    signal,
  }: {
    readonly scope: Scope;
    readonly conversation: readonly Turn[];
    readonly signal?: AbortSignal | undefined;
  },
  parts: RetrieveDependencies,
): Promise<readonly string[]> {
  const question = readQuestion(text, conversation, parts.engine);
  const { sentences } = await retrieve(question, scope, parts, signal);
  const best = new Map<string, number>();
  for (const { match, relevance, signals } of sentences) {
    const { library } = match.article;
    if ((signals?.coverage ?? 1) < MIN_COVERAGE) continue;
    best.set(library, Math.max(best.get(library) ?? 0, relevance));
  }
  const highest = Math.max(0, ...best.values());
  return [...best]
    .filter(
      ([library, relevance]) => library !== BUILT_IN_LIBRARY && relevance >= highest * MIN_RELATIVE_RELEVANCE,
    )
    .sort(([, a], [, b]) => b - a)
    .map(([library]) => library);
}
