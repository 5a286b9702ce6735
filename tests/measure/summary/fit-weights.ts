// Fits the weights of sentence features by ridge regression on the ROUGE-2 of each sentence with the summary.
import { Matrix, solve } from 'ml-matrix';
import { renderExcerpt } from '../../../src/core/excerpt/excerpt.js';
import { makeStandalone } from '../../../src/core/excerpt/make-excerpt.js';
import { FEATURES, measureSentences } from '../../../src/core/summary/selection/features.js';
import { placesOf } from '../../../src/core/summary/sentences/genre.js';
import { readSentences } from '../../../src/core/summary/sentences/read-sentences.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { standardize } from '../train/fit-logistic.js';
import { rouge } from './rouge.js';
import type { SummarizedArticle } from './summary-set.js';

/** The sentences of one article: the features and the ROUGE-2 of each. */
export interface SummaryExample {
  readonly features: readonly (readonly number[])[];
  readonly targets: readonly number[];
}

/** L2 penalty on the weights of standardized features. */
const RIDGE = 50;

export async function readSummaryExamples(
  set: readonly SummarizedArticle[],
): Promise<readonly SummaryExample[]> {
  const analyzer = createAnalyzer();
  const examples: SummaryExample[] = [];
  for (const { article, reference } of set) {
    const sentences = await readSentences(article);
    const texts = sentences.map((sentence) =>
      renderExcerpt(article.text, makeStandalone(article, sentence)?.parts ?? [sentence]),
    );
    const measured = measureSentences(article, sentences, texts, placesOf('news', sentences), analyzer);
    examples.push({
      features: measured.map(({ features }) => features),
      targets: texts.map((text) => rouge(text, reference).rouge2),
    });
  }
  return examples;
}

/** In the order of {@link FEATURES}. The intercept is left out, because only the order of sentences matters. */
export function fitSummaryWeights(examples: readonly SummaryExample[]): readonly number[] {
  const rows = examples.flatMap(({ features }) => features);
  const targets = examples.flatMap((example) => example.targets);
  const { means, deviations } = standardize(rows);
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const scaled = Matrix.zeros(rows.length, FEATURES.length);
  for (const [at, row] of rows.entries())
    for (const [column, value] of row.entries())
      scaled.set(at, column, (value - (means[column] ?? 0)) / (deviations[column] ?? 1));
  const normal = scaled.transpose().mmul(scaled).add(Matrix.eye(FEATURES.length).mul(RIDGE));
  const right = scaled.transpose().mmul(Matrix.columnVector(targets.map((target) => target - mean)));
  return solve(normal, right)
    .getColumn(0)
    .map((weight, at) => weight / (deviations[at] ?? 1));
}
