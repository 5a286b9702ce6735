// Fits the built-in engine's weights to question sets and prints them for `weights.ts`, with figures on the articles
// that fitting never saw: `npm run calibrate -- FILE… [--only-check FILE…]`. Cross-validated by article.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { digestOf } from '../../src/core/article.js';
import { ingest } from '../../src/core/ingest.js';
import type { Scope } from '../../src/core/ports.js';
import { fuse } from '../../src/core/retrieve.js';
import { readConfidenceFeatures } from '../../src/engines/builtin/confidence.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { FEATURES, type Reading, readFeatures } from '../../src/engines/builtin/features.js';
import { dot, logistic, order } from '../../src/engines/builtin/ranker.js';
import {
  ANSWER_THRESHOLD,
  CONFIDENCE_BIAS,
  CONFIDENCE_WEIGHTS,
  RANK_BIAS,
  RANK_WEIGHTS,
} from '../../src/engines/builtin/weights.js';
import { openStore } from '../../src/store/open.js';
import { holdsAnswer, readQuestionSet, type SetQuestion, thin } from './question-set.js';
import { areaUnderRoc, createRandom, mean } from './statistics.js';

const QUESTIONS_PER_FILE = 900;
const FOLDS = 4;
const RANK_EPOCHS = 25;
const CONFIDENCE_EPOCHS = 1_500;
const RATE = 0.5;
/** Share of answerable questions that may be refused wrongly. */
const WRONGLY_REFUSED = 0.07;

/** Foreign: asked of another article, which does not hold the answer. */
type Kind = 'answerable' | 'unanswerable' | 'foreign';

interface Example {
  readonly file: string;
  readonly reading: Reading;
  /** Whether each candidate holds the answer. */
  readonly gold: readonly boolean[];
  readonly kind: Kind;
  /** Articles that are translations of one another share a fold, or the figures would be of what was learned. */
  readonly fold: number;
  readonly isCheck: boolean;
}

interface Model {
  readonly rank: readonly number[];
  readonly rankBias: number;
  readonly confidence: { readonly weights: readonly number[]; readonly bias: number };
}

interface Judged extends Example {
  /** -1 where no candidate holds the answer. */
  readonly rankOfGold: number;
  /** 0…1 */
  readonly confidence: number;
}

const args = process.argv.slice(2);
const split = args.includes('--only-check') ? args.indexOf('--only-check') : args.length;
const examples: Example[] = [];
for (const [index, file] of args.entries()) {
  if (index !== split) examples.push(...(await readExamples(file, index > split)));
}
const toFit = examples.filter(({ isCheck }) => !isCheck);
const outOfFold = Array.from({ length: FOLDS }, (_, fold) => {
  const model = learnModel(toFit.filter((example) => example.fold !== fold));
  return toFit.filter((example) => example.fold === fold).map((example) => judge(example, model));
}).flat();
const final = learnModel(toFit);
const onlyChecked = examples.filter(({ isCheck }) => isCheck).map((example) => judge(example, final));
// From the sets that were fitted alone, so that the figures of the others stay honest; sets count alike.
const threshold = findThreshold(outOfFold);
printFigures(`Articles that fitting never saw (${FOLDS} folds); from --only-check on, sets it never saw`, [
  ...outOfFold,
  ...onlyChecked,
]);
const shipped = {
  rank: RANK_WEIGHTS,
  rankBias: RANK_BIAS,
  confidence: { weights: CONFIDENCE_WEIGHTS, bias: CONFIDENCE_BIAS },
};
printFigures(
  'Weights as shipped, which saw the fitted sets',
  examples.map((example) => judge(example, shipped)),
  ANSWER_THRESHOLD,
);
console.log(`RANK_WEIGHTS = ${list(final.rank)}\nRANK_BIAS = ${final.rankBias.toFixed(3)}`);
console.log(
  `CONFIDENCE_WEIGHTS = ${list(final.confidence.weights)}\nCONFIDENCE_BIAS = ${final.confidence.bias.toFixed(3)}\nANSWER_THRESHOLD = ${threshold.toFixed(3)}`,
);

function learnModel(train: readonly Example[]): Model {
  const rank = learnRanker(train.filter(({ gold }) => gold.includes(true)));
  const sizes = new Map<string, number>();
  const classOf = ({ file, kind }: Example) => `${file} ${kind === 'answerable'}`;
  for (const example of train) sizes.set(classOf(example), (sizes.get(classOf(example)) ?? 0) + 1);
  const ranked = train.map((example) => ({ example, ranked: order(example.reading, rank) }));
  const confidence = learnLogistic(
    ranked.map(({ example, ranked }) => ({
      values: readConfidenceFeatures(example.reading, ranked),
      target: example.kind === 'answerable' ? 1 : 0,
      weight: 1 / (sizes.get(classOf(example)) ?? 1),
    })),
  );
  const { bias: rankBias } = learnLogistic(
    ranked
      .filter(({ example }) => example.kind === 'answerable')
      .flatMap(({ example, ranked }) =>
        ranked.slice(0, 10).map(({ candidate, score }) => ({
          values: [score],
          target: example.gold[example.reading.candidates.indexOf(candidate)] ? 1 : 0,
          weight: 1,
        })),
      ),
    [1],
  );
  return { rank, rankBias, confidence };
}

function judge(example: Example, model: Model): Judged {
  const ranked = order(example.reading, model.rank);
  const values = readConfidenceFeatures(example.reading, ranked);
  return {
    ...example,
    rankOfGold: ranked.findIndex(
      ({ candidate }) => example.gold[example.reading.candidates.indexOf(candidate)],
    ),
    confidence: logistic(dot(values, model.confidence.weights) + model.confidence.bias),
  };
}

function findThreshold(judged: readonly Judged[]): number {
  const files = [...groupBy(judged).values()].map((group) =>
    group.filter(({ kind }) => kind === 'answerable').map(({ confidence }) => confidence),
  );
  const refused = (threshold: number) =>
    mean(files.map((scores) => mean(scores.map((score) => (score < threshold ? 1 : 0)))));
  let threshold = 0;
  while (threshold < 1 && refused(threshold + 0.005) <= WRONGLY_REFUSED) threshold += 0.005;
  return threshold;
}

function printFigures(heading: string, judged: readonly Judged[], at = threshold): void {
  console.log(
    `${heading}\n${'set'.padEnd(13)}    n  top1  top3  | AUROC own foreign | refused answerable own foreign`,
  );
  for (const [file, group] of groupBy(judged)) {
    const scores = (kind: Kind) =>
      group.filter((one) => one.kind === kind).map(({ confidence }) => confidence);
    const [answerable, own, foreign] = [scores('answerable'), scores('unanswerable'), scores('foreign')];
    const scored = group.filter(({ gold }) => gold.includes(true));
    const within = (most: number) => mean(scored.map(({ rankOfGold }) => (rankOfGold < most ? 1 : 0)));
    const refused = (scores: readonly number[]) => mean(scores.map((score) => (score < at ? 1 : 0)));
    const figures = [within(1), within(3), areaUnderRoc(answerable, own), areaUnderRoc(answerable, foreign)];
    const cells = [...figures, refused(answerable), refused(own), refused(foreign)].map((value) =>
      Number.isNaN(value) ? '    –' : value.toFixed(3),
    );
    console.log(`${file.padEnd(13)} ${String(group.length).padStart(4)} ${cells.join(' ')}`);
  }
}

async function readExamples(file: string, onlyCheck: boolean): Promise<Example[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-calibrate-'));
  const engine = createBuiltinEngine();
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  const set = basename(file).replace(/\.jsonl(\.gz)?$/, '');
  const articles = readQuestionSet(file);
  const wanted = new Set(
    thin(
      articles.flatMap(({ questions }) => questions),
      QUESTIONS_PER_FILE,
    ),
  );
  const found: Example[] = [];
  let previous: { readonly scope: Scope; readonly text: string } | undefined;
  for (const { id, title, paragraphs, questions } of articles) {
    const mine = questions.filter((question) => wanted.has(question));
    if (mine.length === 0) continue;
    const { article } = await ingest(
      { library: id, title, text: paragraphs.join('\n\n'), origin: id },
      { engine, store },
    );
    const scope = { libraries: [id] };
    const name = id.slice(id.indexOf('/') + 1);
    const fold = Number.parseInt(digestOf(name).slice(0, 4), 16) % FOLDS;
    const read = async (question: SetQuestion, kind: Kind, scope: Scope) => {
      const vector = Float32Array.from(await engine.embedder.embedQuery(question.question));
      const terms = engine.analyzer.terms(question.question, article.language);
      const matches = fuse(store.findPassages({ vector, terms }, scope, 64));
      const reading = readFeatures(
        { text: question.question, language: article.language },
        matches,
        store.frequencies(),
      );
      const gold = reading.candidates.map(
        ({ sentence }) => kind === 'answerable' && holdsAnswer(sentence.text, question),
      );
      found.push({ file: set, reading, gold, kind, fold, isCheck: onlyCheck });
    };
    for (const [index, question] of mine.entries()) {
      await read(question, question.answerable ? 'answerable' : 'unanswerable', scope);
      // A question asked of the article before, which does not hold the answer, is one that it cannot answer.
      const isForeign = previous && !onlyCheck && index % 3 === 0 && !holdsAnswer(previous.text, question);
      if (previous && isForeign) await read(question, 'foreign', previous.scope);
    }
    previous = { scope, text: article.text };
  }
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
  process.stderr.write(`${set}: ${found.length} questions\n`);
  return found;
}

/** Listwise softmax (Cao et al. 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach") by SGD. */
function learnRanker(train: readonly Example[]): number[] {
  // From nothing, not from the weights as shipped: those have seen every fold.
  const weights = FEATURES.map(() => 0);
  const random = createRandom(1);
  const order = [...train];
  for (let epoch = 0; epoch < RANK_EPOCHS; epoch += 1) {
    const rate = 0.1 / (1 + epoch / 4);
    order.sort(() => random() - 0.5);
    for (const { reading, gold } of order) {
      const scores = reading.candidates.map(({ values }) => dot(values, weights));
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      const goldTotal = powers.reduce((sum, power, index) => sum + (gold[index] ? power : 0), 0) || 1e-12;
      for (const [index, { values }] of reading.candidates.entries()) {
        const power = powers[index] ?? 0;
        const push = (gold[index] ? power / goldTotal : 0) - power / total;
        if (Math.abs(push) < 1e-4) continue;
        for (let at = 0; at < weights.length; at += 1)
          weights[at] = (weights[at] ?? 0) + rate * push * (values[at] ?? 0);
      }
    }
  }
  return weights;
}

/** Logistic regression by full gradient descent with momentum, lightly regularised. */
function learnLogistic(
  rows: readonly { values: readonly number[]; target: number; weight: number }[],
  fixed?: readonly number[],
) {
  const size = rows[0]?.values.length ?? 0;
  const weights = fixed ? [...fixed] : new Array<number>(size).fill(0);
  const speed = new Array<number>(size + 1).fill(0);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  let bias = 0;
  for (let epoch = 0; epoch < CONFIDENCE_EPOCHS; epoch += 1) {
    const gradient = new Array<number>(size + 1).fill(0);
    for (const { values, target, weight } of rows) {
      const error = (weight * (target - logistic(dot(values, weights) + bias))) / total;
      for (let at = 0; at < size; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (values[at] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (let at = 0; at <= size; at += 1) {
      const decay = at < size ? 1e-4 * (weights[at] ?? 0) : 0;
      speed[at] = 0.9 * (speed[at] ?? 0) + RATE * ((gradient[at] ?? 0) - decay);
      if (at === size) bias += speed[at] ?? 0;
      else if (!fixed) weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return { weights, bias };
}

function groupBy<T extends { readonly file: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.file, [...(groups.get(item.file) ?? []), item]);
  return groups;
}

function list(values: readonly number[]): string {
  return `[${values.map((value) => value.toFixed(3)).join(', ')}]`;
}
