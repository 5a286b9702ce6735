// One size of `npm run bench`: indexes libraries of synthetic articles, searches them, closes and reopens them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embedQuestion } from '../../../src/core/ask/retrieval/embed-question.js';
import { createAssistant } from '../../../src/core/create-assistant.js';
import { ingest } from '../../../src/core/library/ingest.js';
import type { Embedder } from '../../../src/core/ports.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { openStore, type Store } from '../../../src/store/open.js';
import { decodeVector } from '../../../src/store/sqlite/blobs.js';
import { openDatabase } from '../../../src/store/sqlite/database.js';
import { createStock } from '../eval/langchain-stock.js';
import { mean, percentile } from '../report/statistics.js';
import { createSyntheticText } from './synthetic-articles.js';
import { showTimes, type Times, timeEach, watchLoop } from './timing.js';

/** The first library holds half of all passages. */
const LIBRARIES = 10;
const PARAGRAPHS = 10;
const QUESTIONS = 120;
/** Questions asked before timing, to warm up the JIT compiler. A bot runs for weeks. */
const FIRST_QUESTIONS = 20;
/** Share of the passages that are added while questions are asked. */
const ADDED_SHARE = 0.05;
/** The stock pipeline compares every vector, which takes seconds per question in a large library. */
const STOCK_QUESTIONS = 10;
/** As many as `retrieve` requests. */
const FETCHED = 32;
/** Recall is measured at this rank. */
const NEAREST = 10;
const SEED = 11;
const MB = 2 ** 20;

const everything = Array.from({ length: LIBRARIES }, (_, at) => `library ${at}`);
const oneLibrary = everything.slice(0, 1);

/** Returns the lines of the report. */
export async function benchLibrary(size: number, embedder: Embedder): Promise<readonly string[]> {
  const engine = createBuiltinEngine(embedder);
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const open = () => openStore({ dataDir, embedder, analyzer: engine.analyzer });
  const embed = async (question: string) => {
    const [vectors] = await embedQuestion([question], ['en'], embedder, undefined);
    return vectors ?? new Map<string, Float32Array>();
  };
  const retrieve = async (store: Store, question: string, libraries: readonly string[]) => {
    const terms = engine.analyzer.terms(question, 'en');
    return store.findPassages({ vectors: await embed(question), terms }, { libraries }, FETCHED);
  };

  try {
    let store = await open();
    const indexing = await watchLoop(async () => {
      const filled = await fill(store, articles(size, SEED));
      await store.embedded;
      return filled;
    });
    const { passages, questions } = indexing.result;
    const building = await watchLoop(() => store.indexed);
    const memory = process.memoryUsage.rss();
    const saving = await watchLoop(() => store.close());
    const starting = await watchLoop(open);
    store = starting.result;
    const all = await timeEach(questions, (question) => retrieve(store, question, everything));
    const one = await timeEach(questions, (question) => retrieve(store, question, oneLibrary));
    const assistant = createAssistant({ engine, store, index: store, clock: { now: () => new Date() } });
    const ask = (question: string) => assistant.ask(question, { library: everything });
    const first = await timeEach(questions.slice(0, FIRST_QUESTIONS), ask);
    const answers = await timeEach(questions.slice(FIRST_QUESTIONS), ask);
    const recallOf = (libraries: readonly string[]) =>
      recall(questions, embed, libraries, { store, dataDir });
    const recalls = [await recallOf(everything), await recallOf(oneLibrary)];
    const both = await watchLoop(async () => {
      const adding = fill(store, articles(size * ADDED_SHARE, SEED + 2)).then(() => store.embedded);
      const times = await timeEach(questions, (question) => retrieve(store, question, everything));
      await adding;
      await store.indexed;
      return times;
    });
    await store.close();

    const stockIndex = await createStock(articles(size, SEED), embedder);
    const stock = await timeEach(questions.slice(0, STOCK_QUESTIONS), async (question) =>
      stockIndex.search(await embedder.embedQuery(question)),
    );
    const ratio = (times: Times) => percentile(times.wallMs, 0.5) / percentile(stock.wallMs, 0.5);
    const speed = Math.round((passages / indexing.ms) * 1_000);
    return [
      `${passages} passages in ${LIBRARIES} libraries, with synthetic vectors`,
      `indexing             ${speed} passages/s; longest block ${ms(indexing.blockMs)}`,
      `graphs after that    ${ms(building.ms)}; longest block ${ms(building.blockMs)}`,
      `closing              ${ms(saving.ms)}; longest block ${ms(saving.blockMs)}`,
      `start                ${ms(starting.ms)}; longest block ${ms(starting.blockMs)}`,
      `retrieval, all       ${showTimes(all)}; ${ratio(all).toFixed(3)} × stock`,
      `retrieval, one       ${showTimes(one)}`,
      `answer, all          ${showTimes(answers)}; the first ${FIRST_QUESTIONS} after a start ${showTimes(first)}`,
      `retrieval + indexing ${showTimes(both.result)}; longest block ${ms(both.blockMs)}`,
      `stock retrieval      ${showTimes(stock)}`,
      `vector recall@10     all ${recalls[0]?.toFixed(4)}, one library ${recalls[1]?.toFixed(4)}`,
      `resident memory      ${Math.round(memory / MB)} MB`,
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }

  async function fill(store: Store, texts: Iterable<string>) {
    const { makeQuestion } = createSyntheticText(SEED + 1);
    const questions: string[] = [];
    let passages = 0;
    let at = 0;
    for (const text of texts) {
      const library = everything[at % 2 === 0 ? 0 : 1 + (((at - 1) / 2) % (LIBRARIES - 1))] ?? '';
      const draft = { library, title: `Article ${at}`, text, language: 'en' };
      passages += (await ingest(draft, { engine, store })).passages;
      if (questions.length * size < passages * QUESTIONS) questions.push(makeQuestion(text));
      at += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${passages}/${size} passages `);
    }
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    return { passages, questions };
  }
}

/** The same articles each time, with `size` passages in total. */
function* articles(size: number, seed: number): Generator<string> {
  const { makeArticle } = createSyntheticText(seed);
  for (let paragraphs = 0; paragraphs < size; paragraphs += PARAGRAPHS) yield makeArticle(PARAGRAPHS);
}

/** Of the ten passages whose stored vectors are nearest, the share that a search finds. */
async function recall(
  questions: readonly string[],
  embed: (question: string) => Promise<ReadonlyMap<string, Float32Array>>,
  libraries: readonly string[],
  { store, dataDir }: { readonly store: Store; readonly dataDir: string },
): Promise<number> {
  const passages = readVectors(dataDir).filter(({ library }) => libraries.includes(library));
  const shares: number[] = [];
  for (const question of questions) {
    const vectors = await embed(question);
    const [vector = new Float32Array()] = vectors.values();
    const similarities = Float64Array.from(passages, (passage) => dot(vector, passage.vector));
    const least = similarities.toSorted().at(-NEAREST) ?? Number.NEGATIVE_INFINITY;
    const nearest = passages.filter((_, at) => (similarities[at] as number) >= least);
    const found = new Set(
      store
        .findPassages({ vectors, terms: [] }, { libraries }, NEAREST)
        .map(({ article, passage }) => `${article.id} ${passage.start}`),
    );
    shares.push(nearest.filter(({ key }) => found.has(key)).length / Math.max(1, nearest.length));
  }
  return mean(shares);
}

function readVectors(dataDir: string) {
  const database = openDatabase(join(dataDir, 'footnote.db'));
  const rows = database
    .prepare(
      `SELECT a.id || ' ' || p.start AS key, l.name AS library, v.vector FROM vectors v
       JOIN passages p ON p.id = v.passage JOIN articles a ON a.key = p.article JOIN libraries l ON l.key = a.library`,
    )
    .all() as { readonly key: string; readonly library: string; readonly vector: Buffer }[];
  database.close();
  return rows.map(({ vector, ...row }) => ({ ...row, vector: decodeVector(vector) }));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
