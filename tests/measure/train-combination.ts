// `npm run train:combination -- FILE… [--ranker-only FILE…] [--only-check FILE…] [--glossed FILE…] [--limit N]`: fits the
// combination of ranker and reader, writes it into `src/engines/builtin/reader/combination-weights.ts` and prints its
// results on unseen articles. The ranker is trained once per fold, so that it hasn't seen the articles either, and
// `--ranker-only` names files that only the ranker learns from. `--glossed` names sets in languages that the reader reads
// word by word; they have a combination of their own, with the ranker as it is. Without other files, the one for English
// stays. The reader must not have been trained on any of the files, except those for the ranker only.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  ANSWERABILITY_MODEL,
  RANK_MODEL,
  RELEVANCE_CALIBRATION,
} from '../../src/engines/builtin/ranking/weights.js';
import { COMBINATION, GLOSSED_COMBINATION } from '../../src/engines/builtin/reader/combination-weights.js';
import type { CombinationModel } from '../../src/engines/builtin/reader/combine.js';
import { openReaderModel } from '../../src/engines/builtin/reader/reader.js';
import { FOLDS, readExamples } from './train/collect-examples.js';
import { crossValidate, type Prediction, predictExample } from './train/cross-validate.js';
import { crossValidateCombination, predictCombined } from './train/fit-combination.js';
import { readPredictions } from './train/read-predictions.js';
import { printCombination, renderCombinations } from './train/render-combination.js';
import type { Example } from './train/training-example.js';

/**
 * Confidence below which a question counts as unanswered. Chosen on the development conversations, where people ask in
 * their own words, between lost answers and open questions that are answered (docs/model-card.md).
 */
const THRESHOLDS = { english: 0.25, glossed: 0.35 };
const WEIGHTS = join(import.meta.dirname, '../../../src/engines/builtin/reader/combination-weights.ts');

const { values: flags, positionals } = parseArgs({
  options: {
    limit: { type: 'string', default: '1700' },
    'ranker-only': { type: 'string', multiple: true, default: [] },
    'only-check': { type: 'string', multiple: true, default: [] },
    glossed: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
const limit = Number(flags.limit);
const reader = await openReaderModel();
const english = positionals.length > 0 ? await fitEnglish() : COMBINATION;
const glossed = flags.glossed.length > 0 ? await fitGlossed() : GLOSSED_COMBINATION;
writeFileSync(WEIGHTS, renderCombinations({ COMBINATION: english, GLOSSED_COMBINATION: glossed }));
console.log(`Wrote ${WEIGHTS}`);
await reader.close();

async function fitEnglish(): Promise<CombinationModel> {
  const toFit = await readAll(positionals, limit, true);
  const forRanker = await readAll(flags['ranker-only'], limit, true);
  const onlyChecked = await readAll(flags['only-check'], limit / 2, false);
  const ranked = crossValidate([...toFit, ...forRanker], FOLDS, report);
  const sets = new Set(toFit.map(({ set }) => set));
  const { relevance } = ranked.model;
  const model = await fitRanked(
    ranked.predictions.filter(({ example }) => sets.has(example.set)),
    relevance,
    THRESHOLDS.english,
  );
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
  return model;
}

async function fitGlossed(): Promise<CombinationModel> {
  const ranker = { rank: RANK_MODEL, confidence: ANSWERABILITY_MODEL };
  const examples = await readAll(flags.glossed, limit, true);
  return fitRanked(
    examples.map((example) => predictExample(example, ranker)),
    RELEVANCE_CALIBRATION,
    THRESHOLDS.glossed,
  );
}

async function fitRanked(
  ranked: readonly Prediction[],
  relevance: Parameters<typeof readPredictions>[1],
  threshold: number,
): Promise<CombinationModel> {
  const examples = await readPredictions(ranked, relevance, reader);
  report(`${examples.length} questions read`);
  const { model, predictions } = crossValidateCombination(examples, { folds: FOLDS, threshold });
  printCombination(`Articles that fitting never saw (${FOLDS} folds)`, predictions, model.threshold);
  return model;
}

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
