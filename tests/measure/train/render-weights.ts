// Writes what was learned as the source that the built-in engine reads it from.
import { FEATURES } from '../../../src/engines/builtin/features/extract-features.js';
import type { Model } from './cross-validate.js';

/** The whole of `src/engines/builtin/ranking/weights.ts`; numbers have four digits. */
export function renderWeights({ rank, relevance, confidence, threshold }: Model): string {
  const renderClassifier = ({ bias, trees }: Model['confidence']['present']) =>
    `{ bias: ${short(bias)}, trees: [\n${trees.map(({ features, borders, values }) => `  { features: ${numbers(features)}, borders: ${numbers(borders)}, values: ${numbers(values)} },\n`).join('')}] }`;
  const weights = rank.weights.map((weight, at) => `    ${short(weight)}, // ${FEATURES[at]}\n`).join('');
  return `// Learned numbers, apart from what they weigh: written by \`npm run train\`; docs/model-card.md tells of what.
import type { AnswerabilityModel } from './answerability.js';
import type { LinearRankModel } from './linear-ranker.js';

export const RANK_MODEL: LinearRankModel = {
  weights: [
${weights}  ],
  table: [
${rank.table.map((row) => `    ${numbers(row)},\n`).join('')}  ],
};
/** From a sentence's score to its relevance. */
export const RELEVANCE_CALIBRATION = { scale: ${short(relevance.scale)}, bias: ${short(relevance.bias)} };
export const ANSWERABILITY_MODEL: AnswerabilityModel = {
  present: ${renderClassifier(confidence.present)},
  consistent: ${renderClassifier(confidence.consistent)},
  scale: ${short(confidence.scale)},
  bias: ${short(confidence.bias)},
};
/** Below this confidence the article doesn't say: about 5 % of answerable questions are then refused wrongly. */
export const ANSWER_THRESHOLD = ${threshold};
`;
}

function numbers(values: readonly number[]): string {
  return `[${values.map(short).join(', ')}]`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
