// `npm run train:summary -- FILE`: fits the weights of the sentence features on articles with summaries and writes
// src/core/summary/selection/weights.ts. FILE is JSON lines of { id, text, summary: [...] }, plain or gzipped.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../src/core/summary/selection/features.js';
import { fitSummaryWeights, readSummaryExamples } from './summary/fit-weights.js';
import { readSummarySet } from './summary/summary-set.js';

const TARGET = join(import.meta.dirname, '../../../src/core/summary/selection/weights.ts');

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Give a file of articles with summaries.');
const weights = fitSummaryWeights(await readSummaryExamples(readSummarySet(file)));
const lines = weights.map((weight, at) => `  ${Number(weight.toPrecision(4))}, // ${FEATURES[at]}`);
writeFileSync(
  TARGET,
  `// Written by \`npm run train:summary\`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
${lines.join('\n')}
];
`,
);
