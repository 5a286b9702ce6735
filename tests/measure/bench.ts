// `npm run bench [-- --sizes 1000,10000,100000]`: speed, recall of the graph, memory and cold start on synthetic libraries, beside
// LangChain's stock pipeline (same embedder, exact in-memory cosine search over arrays of numbers) in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openApp } from '../../src/app.js';
import { ingest } from '../../src/core/ingest.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { openStore, type Store } from '../../src/store/open.js';
import { benchModel } from './model-bench.js';
import { createRandom, mean, percentile } from './statistics.js';

const CORPUS = join(import.meta.dirname, '../../../corpus');
const PASSAGES_PER_ARTICLE = 10;
const LIBRARIES = 10;
const QUERIES = 60;
const VOCABULARY = 20_000;
const MB = 2 ** 20;

const { values: flags } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' } } });
const engine = createBuiltinEngine();
const random = createRandom(11);
const words = Array.from({ length: VOCABULARY }, makeWord);

await benchSeed();
console.log(`\n${(await benchModel()).join('\n')}`);
for (const size of flags.sizes.split(',').map(Number)) await benchSize(size);

async function benchSeed(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const { assistant, close } = await openApp({ dataDir, corpusDir: CORPUS });
  const title = assistant.listArticles({ library: 'bench' })[0]?.text ?? '';
  const questions = title.match(/\p{L}{5,}/gu) ?? [];
  const times: number[] = [];
  for (const [index, word] of questions.entries()) {
    const began = performance.now();
    await assistant.ask(`What about ${word} and ${questions[index + 3] ?? word}?`, { library: 'bench' });
    times.push(performance.now() - began);
  }
  console.log(
    `corpus: answer p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))} (${times.length} questions)`,
  );
  await close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function benchSize(size: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const open = (exactMaxPassages?: number) =>
    openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer, exactMaxPassages });
  const scopeOf = (library: number) => ({ libraries: [`library ${library}`] });
  const everything = { libraries: Array.from({ length: LIBRARIES }, (_, at) => `library ${at}`) };
  let store = await open();
  const texts: string[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  let stored = 0;
  for (let at = 0; stored < size; at += 1) {
    const text = makeArticle();
    const draft = { library: `library ${at % LIBRARIES}`, title: `Article ${at}`, text, language: 'en' };
    const { article, passages } = await ingest(draft, { engine, store });
    stored += passages;
    texts.push(article.text);
    if (process.stderr.isTTY) process.stderr.write(`\r${stored}/${size} passages `);
  }
  const indexMs = performance.now() - began;
  delay.disable();
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

  const stock = await benchStock(texts);
  const queries = Array.from({ length: QUERIES }, () => makeQuery(texts));
  const latency = async (run: (query: string) => Promise<unknown>) => {
    const times: number[] = [];
    for (const query of queries) {
      const from = performance.now();
      await run(query);
      times.push(performance.now() - from);
    }
    return times;
  };
  const all = await latency((query) => find(store, query, everything));
  const one = await latency((query) => find(store, query, scopeOf(0)));
  const stockTimes = await latency(async (query) => stock.search(await engine.embedder.embedQuery(query)));
  await store.close();
  const exactly = await open(Number.POSITIVE_INFINITY);
  store = await open(0);
  const recallAll = await recall(store, exactly, queries, everything);
  const recallOne = await recall(store, exactly, queries, scopeOf(0));
  await exactly.close();
  await store.close();
  const from = performance.now();
  store = await open();
  const startMs = performance.now() - from;
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });

  console.log(`\n${stored} passages in ${LIBRARIES} libraries`);
  console.log(
    `indexing          ${Math.round((stored / indexMs) * 1_000)} passages/s, ${(indexMs / stock.indexMs).toFixed(1)} × stock; longest block ${ms(delay.max / 1e6)}`,
  );
  console.log(
    `retrieval, all    p50 ${ms(percentile(all, 0.5))}, p95 ${ms(percentile(all, 0.95))}; ${(percentile(all, 0.5) / percentile(stockTimes, 0.5)).toFixed(2)} × stock (p50 ${ms(percentile(stockTimes, 0.5))})`,
  );
  console.log(`retrieval, one    p50 ${ms(percentile(one, 0.5))}, p95 ${ms(percentile(one, 0.95))}`);
  console.log(`graph recall@10   all ${recallAll.toFixed(3)}, one library ${recallOne.toFixed(3)}`);
  console.log(
    `start             ${ms(startMs)}, ${(startMs / stock.indexMs).toFixed(3)} × stock (which embeds anew)`,
  );
  console.log(`resident memory   ${Math.round(process.memoryUsage.rss() / MB)} MB`);
}

async function find(store: Store, query: string, scope: { libraries: string[] }) {
  const vector = Float32Array.from(await engine.embedder.embedQuery(query));
  return store.findPassages({ vector, terms: engine.analyzer.terms(query, 'en') }, scope, 64);
}

/** Of the ten passages nearest by exact search, the share that a search by vector alone finds. */
async function recall(
  store: Store,
  exactly: Store,
  queries: readonly string[],
  scope: { libraries: string[] },
): Promise<number> {
  const shares: number[] = [];
  for (const query of queries) {
    const vector = Float32Array.from(await engine.embedder.embedQuery(query));
    const nearest = (matches: ReturnType<Store['findPassages']>) =>
      [...matches]
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, 10)
        .map(({ article, passage }) => `${article.id} ${passage.start}`);
    const exact = new Set(nearest(exactly.findPassages({ vector, terms: [] }, scope, 10)));
    const found = nearest(store.findPassages({ vector, terms: [] }, scope, 10));
    shares.push(found.filter((key) => exact.has(key)).length / Math.max(1, exact.size));
  }
  return mean(shares);
}

async function benchStock(texts: readonly string[]) {
  const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters');
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1_000, chunkOverlap: 200 });
  const began = performance.now();
  const vectors: number[][] = [];
  for (const text of texts)
    vectors.push(...(await engine.embedder.embedDocuments(await splitter.splitText(text))));
  const indexMs = performance.now() - began;
  return {
    indexMs,
    search: (query: readonly number[]) =>
      vectors
        .map((vector, at) => ({
          at,
          score: vector.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0),
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, 10),
  };
}

function makeArticle(): string {
  const sentence = () => {
    const text = Array.from({ length: 12 + Math.floor(random() * 12) }, pickWord).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 10 }, sentence).join(' ');
  return Array.from({ length: PASSAGES_PER_ARTICLE }, paragraph).join('\n\n');
}

/** Words of one sentence, as a question would hold them. */
function makeQuery(texts: readonly string[]): string {
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const sentences = text.split('. ');
  const inOne = (sentences[Math.floor(random() * sentences.length)] ?? '').split(/\s+/);
  return inOne
    .filter(() => random() < 0.5)
    .slice(0, 7)
    .join(' ');
}

/** Zipf's law: the n-th word comes up in proportion to 1 / n. */
function pickWord(): string {
  return words[Math.floor(VOCABULARY ** random()) - 1] ?? 'word';
}

function makeWord(): string {
  const syllable = () => `${'bdfgklmnprstvz'[Math.floor(random() * 14)]}${'aeiou'[Math.floor(random() * 5)]}`;
  return Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('');
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
