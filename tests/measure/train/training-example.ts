// A training example: a question with the features of its candidates and the correct answer.

import type { Match, Question, RelevanceSignals } from '../../../src/core/ranking-ports.js';
import type { Span } from '../../../src/core/text/article.js';
import type { AnswerType } from '../../../src/engines/builtin/question/answer-types.js';
import type { Scorable, scoreCandidates } from '../../../src/engines/builtin/ranking/linear-ranker.js';

/**
 * Foreign: asked about another article. Removed: the answering sentences were taken out. Misleading: changed
 * so that the article no longer answers it.
 */
export type ExampleKind = 'answerable' | 'unanswerable' | 'foreign' | 'removed' | 'misleading';

/** A question with its candidates as feature vectors. */
export interface Example {
  readonly set: string;
  readonly article: string;
  readonly kind: ExampleKind;
  /** Translations of an article share a fold, otherwise test articles would leak into training. */
  readonly fold: number;
  readonly type: AnswerType;
  readonly question: Question;
  readonly questionValues: ArrayLike<number>;
  readonly candidates: readonly (Omit<Scorable, 'values'> & {
    readonly values: Float32Array;
    readonly match: Match;
    readonly sentence: Span;
    readonly signals: RelevanceSignals;
    readonly lacksHead: boolean;
    /** Whether it, its neighbours or its paragraph have a word of the question. */
    readonly isMatched: boolean;
    readonly isGold: boolean;
    readonly isInGoldParagraph: boolean;
  })[];
}

/** An example with its candidates ranked, best first. */
export type Ranked = {
  readonly example: Example;
  readonly ranked: ReturnType<typeof scoreCandidates<Example['candidates'][number]>>;
};

/**
 * Weight of an example. A set weighs in proportion to the square root of its size, and languages other than
 * English weigh less.
 */
export type ExampleWeight = (example: Example) => number;

export function weighBySet(examples: readonly Example[]): ExampleWeight {
  const sizes = new Map<string, number>();
  for (const { set } of examples) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  return ({ set }) =>
    Math.sqrt(1_000 / (sizes.get(set) ?? 1)) * (set.startsWith('xquad-') && set !== 'xquad-en' ? 0.35 : 1);
}
