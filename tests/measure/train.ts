// `npm run train -- FILE… [--only-check FILE…] [--limit N] [--without GROUP…]`: trains the built-in engine's
// models, writes them into `src/engines/builtin/ranking/weights.ts` and prints their results on unseen
// articles. `--without` leaves out groups of features to measure what they contribute, and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURE_GROUPS, FEATURES } from '../../src/engines/builtin/features/extract-features.js';
import { areaUnderRoc, mean } from './report/statistics.js';
import { FOLDS, readExamples } from './train/collect-examples.js';
import { crossValidate, type Prediction, predictExample } from './train/cross-validate.js';
import { renderWeights } from './train/render-weights.js';
import type { Example } from './train/training-example.js';

const WEIGHTS = join(import.meta.dirname, '../../../src/engines/builtin/ranking/weights.ts');

const { values: flags, tokens } = parseArgs({
  options: {
    limit: { type: 'string', default: '1500' },
    'only-check': { type: 'string', multiple: true },
    without: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
  tokens: true,
});
const fitted: string[] = [];
const checked: string[] = [];
// Every file after the flag is used for evaluation only, because weights trained on it by mistake might not
// be free to share.
for (const token of tokens) {
  if (token.kind === 'option' && token.name === 'only-check') checked.push(token.value ?? '');
  if (token.kind === 'positional') (checked.length > 0 ? checked : fitted).push(token.value);
}
const limit = Number(flags.limit);
const leftOut = readLeftOut(flags.without);
const toFit = await readAll(fitted, limit, true);
const onlyChecked = await readAll(checked, limit / 2, false);
const { model, predictions } = crossValidate(toFit, FOLDS, (step) => process.stderr.write(`${step}\n`));
printFigures(`Articles that fitting never saw (${FOLDS} folds)`, predictions);
printFigures(
  'Sets that fitting never saw',
  onlyChecked.map((example) => predictExample(example, model)),
);
if (flags.without.length === 0) {
  writeFileSync(WEIGHTS, renderWeights(model));
  console.log(`Wrote ${WEIGHTS}`);
}

async function readAll(
  files: readonly string[],
  most: number,
  withNegatives: boolean,
): Promise<readonly Example[]> {
  const examples: Example[] = [];
  for (const file of files) {
    const found = await readExamples(file, most, withNegatives);
    process.stderr.write(`${file}: ${found.length} examples\n`);
    for (const { candidates } of found)
      for (const { values } of candidates) for (const at of leftOut) values[at] = 0;
    examples.push(...found);
  }
  return examples;
}

/**
 * Indices of the features in these groups.
 * @throws Error for an unknown group
 */
function readLeftOut(parts: readonly string[]): readonly number[] {
  const groups: Readonly<Record<string, readonly string[]>> = FEATURE_GROUPS;
  return parts.flatMap((part) => {
    const group = groups[part];
    if (!group) throw new Error(`Unknown group “${part}”. Choose from ${Object.keys(groups).join(', ')}.`);
    return group.map((name) => (FEATURES as readonly string[]).indexOf(name));
  });
}

function printFigures(heading: string, all: readonly Prediction[]): void {
  console.log(`\n${heading}`);
  console.log(
    '| set | questions | first sentence | first three | first paragraph | AUROC unanswerable | misleading | foreign | removed | refused: answerable | unanswerable |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const set of new Set(all.map(({ example }) => example.set))) {
    const of = all.filter(({ example }) => example.set === set);
    const answerable = of.filter(({ example }) => example.kind === 'answerable');
    const confidences = (kind: Example['kind']) =>
      of.filter(({ example }) => example.kind === kind).map(({ confidence }) => confidence);
    const share = (is: (one: Prediction) => boolean) => mean(answerable.map((one) => (is(one) ? 1 : 0)));
    const against = (kind: Example['kind']) => areaUnderRoc(confidences('answerable'), confidences(kind));
    const refused = (kind: Example['kind']) =>
      mean(confidences(kind).map((confidence) => (confidence < model.threshold ? 1 : 0)));
    const figures = [
      share(({ isRight }) => isRight),
      share(({ isRightInThree }) => isRightInThree),
      share(({ isRightParagraph }) => isRightParagraph),
      ...[
        against('unanswerable'),
        against('misleading'),
        against('foreign'),
        against('removed'),
        refused('answerable'),
        refused('unanswerable'),
      ],
    ];
    const cells = figures.map((figure) => (Number.isNaN(figure) ? '–' : figure.toFixed(3)));
    console.log(`| ${[set, answerable.length, ...cells].join(' | ')} |`);
  }
}
