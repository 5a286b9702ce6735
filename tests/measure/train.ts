// `npm run train -- FILE… [--only-check FILE…] [--limit N]`: fits the built-in engine's weights, writes them into
// `src/engines/builtin/weights.ts`, and prints what they reach on articles that fitting never saw.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Example } from './example.js';
import { FOLDS, readExamples } from './examples.js';
import { type Judged, judgeExample, learn } from './learn.js';
import { renderWeights } from './render-weights.js';
import { areaUnderRoc, mean } from './statistics.js';

const WEIGHTS = join(import.meta.dirname, '../../../src/engines/builtin/weights.ts');

const { values: flags, tokens } = parseArgs({
  options: {
    limit: { type: 'string', default: '1500' },
    'only-check': { type: 'string', multiple: true },
  },
  allowPositionals: true,
  tokens: true,
});
const fitted: string[] = [];
const checked: string[] = [];
// Every file after the flag is only checked: weights of what is fitted by mistake might not be free to share.
for (const token of tokens) {
  if (token.kind === 'option' && token.name === 'only-check') checked.push(token.value ?? '');
  if (token.kind === 'positional') (checked.length > 0 ? checked : fitted).push(token.value);
}
const limit = Number(flags.limit);
const toFit = await readAll(fitted, limit, true);
const onlyChecked = await readAll(checked, limit / 2, false);
const { model, judged } = learn(toFit, FOLDS, (step) => process.stderr.write(`${step}\n`));
printFigures(`Articles that fitting never saw (${FOLDS} folds)`, judged);
printFigures(
  'Sets that fitting never saw',
  onlyChecked.map((example) => judgeExample(example, model)),
);
writeFileSync(WEIGHTS, renderWeights(model));
console.log(`Wrote ${WEIGHTS}`);

async function readAll(
  files: readonly string[],
  most: number,
  withNegatives: boolean,
): Promise<readonly Example[]> {
  const examples: Example[] = [];
  for (const file of files) {
    const found = await readExamples(file, most, withNegatives);
    process.stderr.write(`${file}: ${found.length} examples\n`);
    examples.push(...found);
  }
  return examples;
}

function printFigures(heading: string, all: readonly Judged[]): void {
  console.log(`\n${heading}`);
  console.log(
    '| set | questions | first sentence | first three | first paragraph | AUROC unanswerable | foreign | removed | refused: answerable | unanswerable |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const set of new Set(all.map(({ example }) => example.set))) {
    const of = all.filter(({ example }) => example.set === set);
    const answerable = of.filter(({ example }) => example.kind === 'answerable');
    const confidences = (kind: Example['kind']) =>
      of.filter(({ example }) => example.kind === kind).map(({ confidence }) => confidence);
    const share = (is: (one: Judged) => boolean) => mean(answerable.map((one) => (is(one) ? 1 : 0)));
    const against = (kind: Example['kind']) => areaUnderRoc(confidences('answerable'), confidences(kind));
    const refused = (kind: Example['kind']) =>
      mean(confidences(kind).map((confidence) => (confidence < model.threshold ? 1 : 0)));
    const figures = [
      share(({ isRight }) => isRight),
      share(({ isRightInThree }) => isRightInThree),
      share(({ isRightParagraph }) => isRightParagraph),
      ...[
        against('unanswerable'),
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
