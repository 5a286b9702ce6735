// Learned numbers, apart from what they weigh: written by `npm run train`; docs/model-card.md tells of what.
import type { ConfidenceModel } from './confidence.js';
import type { RankModel } from './scoring.js';

export const RANK_MODEL: RankModel = { weights: [], table: [], trees: [] };
/** From a sentence's score to its relevance. */
export const RELEVANCE = { scale: 1, bias: 0 };
export const CONFIDENCE_MODEL: ConfidenceModel = { bias: 0, trees: [] };
/** Below this confidence the article doesn't say: about 5 % of answerable questions are then refused wrongly. */
export const ANSWER_THRESHOLD = 0.5;
