// Fits the built-in engine's weights to question sets and prints them for `weights.ts`, with figures on the articles
// that fitting never saw: `npm run calibrate -- FILE… [--only-check FILE…]`. Split by article, one in four to check.
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
import { RANK_WEIGHTS } from '../../src/engines/builtin/weights.js';
import { openStore } from '../../src/store/open.js';
import { holdsAnswer, readQuestionSet, type SetQuestion, thin } from './question-set.js';
import { areaUnderRoc, createRandom, mean, percentile } from './statistics.js';

const QUESTIONS_PER_FILE = 900;
const RANK_EPOCHS = 25;
const CONFIDENCE_EPOCHS = 1_500;
const RATE = 0.5;
/** Share of answerable questions that may be refused wrongly. */
const WRONGLY_REFUSED = 0.07;

interface Example {
  readonly file: string;
  readonly reading: Reading;
  readonly gold: readonly boolean[];
  readonly answerable: boolean;
  readonly isCheck: boolean;
}

const args = process.argv.slice(2);
const split = args.includes('--only-check') ? args.indexOf('--only-check') : args.length;
const examples: Example[] = [];
for (const [index, file] of args.entries()) {
  if (index !== split) examples.push(...(await readExamples(file, index > split)));
}

const trained = fitRanker(examples.filter(({ isCheck, gold }) => !isCheck && gold.includes(true)));
const judged = examples.map((example) => {
  const ranked = order(example.reading, trained);
  const isRight =
    ranked[0] !== undefined &&
    (example.gold[example.reading.candidates.indexOf(ranked[0].candidate)] ?? false);
  return { ...example, ranked, isRight, values: readConfidenceFeatures(example.reading, ranked) };
});
const judge = fitLogistic(
  judged
    .filter(({ isCheck }) => !isCheck)
    .map(({ file, values, answerable }) => ({
      values,
      target: answerable ? 1 : 0,
      weight: 1 / classSize(file, answerable),
    })),
);
const bias = fitLogistic(
  judged
    .filter(({ isCheck, answerable }) => !isCheck && answerable)
    .flatMap(({ ranked, gold, reading }) =>
      ranked.slice(0, 10).map(({ candidate, score }) => ({
        values: [score],
        target: gold[reading.candidates.indexOf(candidate)] ? 1 : 0,
        weight: 1,
      })),
    ),
  [1],
);
function classSize(file: string, answerable: boolean): number {
  return judged.filter((one) => !one.isCheck && one.file === file && one.answerable === answerable).length;
}
const confidence = (values: readonly number[]) => logistic(dot(values, judge.weights) + judge.bias);
const byFile = groupBy(judged);
const answerableScores = judged
  .filter(({ answerable, isCheck }) => answerable && isCheck)
  .map(({ values }) => confidence(values));
const threshold = percentile(answerableScores, WRONGLY_REFUSED);
for (const [file, group] of byFile) {
  const check = group.filter(({ isCheck }) => isCheck);
  const answerable = check.filter((one) => one.answerable);
  const scored = answerable.filter(({ gold }) => gold.includes(true));
  const unanswerable = check.filter((one) => !one.answerable);
  const top3 = scored.filter(({ ranked, gold, reading }) =>
    ranked.slice(0, 3).some(({ candidate }) => gold[reading.candidates.indexOf(candidate)]),
  );
  const print = (value: number) => (Number.isNaN(value) ? '   –' : value.toFixed(3));
  console.log(
    `${file.padEnd(30)} n ${String(check.length).padStart(5)}  top1 ${print(mean(scored.map(({ isRight }) => (isRight ? 1 : 0))))}  top3 ${print(top3.length / scored.length)}  auroc ${print(
      areaUnderRoc(
        answerable.map(({ values }) => confidence(values)),
        unanswerable.map(({ values }) => confidence(values)),
      ),
    )}  refused: unanswerable ${print(mean(unanswerable.map(({ values }) => (confidence(values) < threshold ? 1 : 0))))} answerable ${print(mean(answerable.map(({ values }) => (confidence(values) < threshold ? 1 : 0))))}`,
  );
}
console.log(
  `RANK_WEIGHTS = ${list(trained)}\nRANK_SCALE ${bias.weights} RANK_BIAS = ${bias.bias.toFixed(3)}`,
);
console.log(
  `CONFIDENCE_WEIGHTS = ${list(judge.weights)}\nCONFIDENCE_BIAS = ${judge.bias.toFixed(3)}\nANSWER_THRESHOLD = ${threshold.toFixed(3)}`,
);

async function readExamples(file: string, onlyCheck: boolean): Promise<Example[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-calibrate-'));
  const engine = createBuiltinEngine();
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  const name = basename(file).replace(/\.jsonl(\.gz)?$/, '');
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
    const isCheck = onlyCheck || Number.parseInt(digestOf(id).slice(0, 4), 16) % 4 === 0;
    const read = async (question: SetQuestion, answerable: boolean, scope: Scope) => {
      const vector = Float32Array.from(await engine.embedder.embedQuery(question.question));
      const terms = engine.analyzer.terms(question.question, article.language);
      const matches = fuse(store.findPassages({ vector, terms }, scope, 64));
      const reading = readFeatures(
        { text: question.question, language: article.language },
        matches,
        store.frequencies(),
      );
      const gold = reading.candidates.map(
        ({ sentence }) => answerable && holdsAnswer(sentence.text, question),
      );
      found.push({ file: name, reading, gold, answerable, isCheck });
    };
    for (const [index, question] of mine.entries()) {
      await read(question, question.answerable, scope);
      // A question asked of the article before, which does not hold the answer, is one that it cannot answer.
      const isForeign = previous && !onlyCheck && index % 3 === 0 && !holdsAnswer(previous.text, question);
      if (previous && isForeign) await read(question, false, previous.scope);
    }
    previous = { scope, text: article.text };
  }
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
  process.stderr.write(`${name}: ${found.length} questions\n`);
  return found;
}

/** Listwise softmax (Cao et al. 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach") by SGD. */
function fitRanker(train: readonly Example[]): number[] {
  const weights = [...RANK_WEIGHTS].slice(0, FEATURES.length);
  while (weights.length < FEATURES.length) weights.push(0);
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
function fitLogistic(
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
