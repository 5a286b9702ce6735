// `npm run train:combination -- FILE… [--ranker-only FILE…] [--only-check FILE…] [--limit N]`: fits the combination of
// ranker and reader, writes it into `src/engines/builtin/reader/combination-weights.ts` and prints its results on unseen
// articles. The ranker is trained once per fold, so that it hasn't seen the articles either, and `--ranker-only` names
// files that only the ranker learns from. The reader must not have been trained on any of the other files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openReaderModel } from '../../src/engines/builtin/reader/reader.js';
import { FOLDS, readExamples } from './train/collect-examples.js';
import { crossValidate, predictExample } from './train/cross-validate.js';
import { crossValidateCombination, predictCombined } from './train/fit-combination.js';
import { readPredictions } from './train/read-predictions.js';
import { printCombination, renderCombination } from './train/render-combination.js';
import type { Example } from './train/training-example.js';

const WEIGHTS = join(import.meta.dirname, '../../../src/engines/builtin/reader/combination-weights.ts');

const { values: flags, positionals } = parseArgs({
  options: {
    limit: { type: 'string', default: '1700' },
    'ranker-only': { type: 'string', multiple: true, default: [] },
    'only-check': { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
const limit = Number(flags.limit);
const toFit = await readAll(positionals, limit, true);
const forRanker = await readAll(flags['ranker-only'], limit, true);
const onlyChecked = await readAll(flags['only-check'], limit / 2, false);

const ranked = crossValidate([...toFit, ...forRanker], FOLDS, report);
const sets = new Set(toFit.map(({ set }) => set));
const reader = await openReaderModel();
const { relevance } = ranked.model;
const examples = await readPredictions(
  ranked.predictions.filter(({ example }) => sets.has(example.set)),
  relevance,
  reader,
);
report(`${examples.length} questions read`);
const { model, predictions } = crossValidateCombination(examples, FOLDS);
printCombination(`Articles that fitting never saw (${FOLDS} folds)`, predictions, model.threshold);
const checked = await readPredictions(
  onlyChecked.map((example) => predictExample(example, ranked.model)),
  relevance,
  reader,
);
printCombination(
  'Sets that fitting never saw',
  checked.map((example) => predictCombined(example, model)),
  model.threshold,
);
writeFileSync(WEIGHTS, renderCombination(model));
console.log(`Wrote ${WEIGHTS}`);
await reader.close();

async function readAll(files: readonly string[], most: number, withNegatives: boolean): Promise<Example[]> {
  const examples: Example[] = [];
  for (const file of files) {
    const found = await readExamples(file, most, withNegatives);
    report(`${file}: ${found.length} examples`);
    examples.push(...found);
  }
  return examples;
}

function report(step: string): void {
  process.stderr.write(`${step}\n`);
}
