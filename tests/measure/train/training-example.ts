// What is learned from: questions with the features of their candidates, and what is known of the answer.

import type { AnswerType } from '../../../src/engines/builtin/question/answer-types.js';
import type { Scorable, scoreCandidates } from '../../../src/engines/builtin/ranking/linear-ranker.js';

/**
 * Foreign: asked of another article. Removed: the sentences that hold the answer were taken out. Misleading: changed so
 * that the article does not answer any more.
 */
export type Kind = 'answerable' | 'unanswerable' | 'foreign' | 'removed' | 'misleading';

/** A question with its candidates, as numbers. */
export interface Example {
  readonly set: string;
  readonly article: string;
  readonly kind: Kind;
  /** Articles that are translations of one another share a fold, or the figures would be of what was learned. */
  readonly fold: number;
  readonly type: AnswerType;
  readonly questionValues: ArrayLike<number>;
  readonly candidates: readonly (Omit<Scorable, 'values'> & {
    readonly values: Float32Array;
    readonly isGold: boolean;
    readonly isInGoldParagraph: boolean;
  })[];
}

/** An example as a ranker orders it, best first. */
export type Ranked = {
  readonly example: Example;
  readonly ranked: ReturnType<typeof scoreCandidates<Example['candidates'][number]>>;
};

/** How much a question of each set counts: sets count by the root of their size, languages beside English less. */
export type Weigh = (example: Example) => number;

export function weighBySet(examples: readonly Example[]): Weigh {
  const sizes = new Map<string, number>();
  for (const { set } of examples) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  return ({ set }) =>
    Math.sqrt(1_000 / (sizes.get(set) ?? 1)) * (set.startsWith('xquad-') && set !== 'xquad-en' ? 0.35 : 1);
}
