// `npm run eval -- --check FILE…`: see check-eval.ts. `npm run eval -- FILE… [--limit N] [--json FILE]`: how well retrieval, answers and refusals do on question sets, beside BM25 and
// LangChain's stock pipeline in the same run. Without a file it runs the seed set.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import MiniSearch from 'minisearch';
import { openApp } from '../../src/app.js';
import { canonicalText } from '../../src/core/article.js';
import { splitIntoSentences } from '../../src/core/sentence.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { ANSWER_THRESHOLD } from '../../src/engines/builtin/weights.js';
import { checkTheChecker } from './check-eval.js';
import {
  goldParagraphs,
  holdsAnswer,
  readQuestionSet,
  type SetArticle,
  type SetQuestion,
  thin,
} from './question-set.js';
import { areaUnderRoc, bootstrapInterval, mean } from './statistics.js';

const SEED_SET = join(import.meta.dirname, '../../../tests/measure/seed.jsonl');
const { values: flags, positionals } = parseArgs({
  options: {
    limit: { type: 'string', default: '300' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
    show: { type: 'string' },
  },
  allowPositionals: true,
});
const files = positionals.length > 0 ? positionals : [SEED_SET];

/** Paragraph numbers of an article, best first; pooled, `article:paragraph`. */
type Ranked = readonly string[];

interface Figures {
  readonly paragraphs: { readonly ranks: number[]; readonly pooledRanks: number[] };
  readonly top1: number[];
  readonly top3: number[];
}

const newFigures = (): Figures => ({ paragraphs: { ranks: [], pooledRanks: [] }, top1: [], top3: [] });

const report: Record<string, unknown> = {};
let allExact = true;
if (flags.check) await checkTheChecker(positionals, { limit: Number(flags.limit), show: flags.show });
for (const file of flags.check ? [] : files) {
  const name = basename(file).replace(/\.jsonl(\.gz)?$/, '');
  report[name] = await measure(name, readQuestionSet(file));
}
if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(report, null, 2));
if (!allExact) {
  console.error('A citation is not an exact span of its article.');
  process.exitCode = 1;
}

async function measure(name: string, articles: readonly SetArticle[]) {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-eval-'));
  const app = await openApp({ dataDir });
  const embedder = createBuiltinEngine().embedder;
  const wanted = new Set(
    thin(
      articles.flatMap(({ questions }) => questions),
      Number(flags.limit),
    ),
  );
  const ours = newFigures();
  const bm25 = newFigures();
  const stock = newFigures();
  const confidences: { confidence: number; answerable: boolean }[] = [];
  const right: number[] = [];
  const citations: number[] = [];
  const texts = new Map(articles.map(({ id, paragraphs }) => [id, paragraphs.map(canonicalText)]));
  const pooledIds = new Map<string, string>();
  for (const { id, title } of articles) {
    const text = (texts.get(id) ?? []).join('\n\n');
    if (text.trim() === '') continue;
    await app.assistant.addArticle({ library: `one ${id}`, title, text, origin: id });
    const { article } = await app.assistant.addArticle({ library: 'pool', title, text, origin: id });
    pooledIds.set(article.id, id);
  }
  const pooled = await createBaselines(articles, texts, embedder.embedDocuments.bind(embedder));

  let done = 0;
  for (const article of articles) {
    const questions = article.questions.filter((question) => wanted.has(question));
    if (questions.length === 0) continue;
    const baseline = await createBaselines([article], texts, embedder.embedDocuments.bind(embedder));
    const paragraphOf = locate(texts.get(article.id) ?? []);
    for (const question of questions) {
      done += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${done}/${wanted.size} `);
      const library = `one ${article.id}`;
      const answer = await app.assistant.ask(question.question, { library });
      confidences.push({ confidence: answer.confidence, answerable: question.answerable });
      if (answer.kind === 'answered') {
        for (const { articleId, start, end, quote } of answer.citations) {
          const isExact = app.assistant.getArticle(articleId, { library })?.text.slice(start, end) === quote;
          citations.push(isExact ? 1 : 0);
          allExact &&= isExact;
        }
      }
      if (!question.answerable) continue;
      right.push(
        answer.kind === 'answered' &&
          holdsAnswer(answer.citations.map(({ quote }) => quote).join(' '), question)
          ? 1
          : 0,
      );
      const results = await app.assistant.search(question.question, { library, limit: 50 });
      const inPool = await app.assistant.search(question.question, { library: 'pool', limit: 10 });
      score(
        ours,
        question,
        article.id,
        results.map(({ sentence }) => `${article.id}:${paragraphOf(sentence.start)}`),
        inPool.map(({ articleId, sentence }) => {
          const id = pooledIds.get(articleId) ?? '';
          return `${id}:${locate(texts.get(id) ?? [])(sentence.start)}`;
        }),
        results.map(({ sentence }) => sentence.text),
      );
      const query = await embedder.embedQuery(question.question);
      score(
        bm25,
        question,
        article.id,
        baseline.byWords(question.question),
        pooled.byWords(question.question),
        baseline.sentences(question.question),
      );
      score(
        stock,
        question,
        article.id,
        baseline.byChunk(query),
        pooled.byChunk(query),
        baseline.sentencesOfChunks(query),
      );
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });

  const answerable = confidences.filter((one) => one.answerable).map(({ confidence }) => confidence);
  const unanswerable = confidences.filter((one) => !one.answerable).map(({ confidence }) => confidence);
  const refused = (scores: readonly number[]) =>
    mean(scores.map((confidence) => (confidence < ANSWER_THRESHOLD ? 1 : 0)));
  console.log(
    `\n${name}: ${articles.length} articles, ${wanted.size} questions (${unanswerable.length} unanswerable)`,
  );
  console.log('                          footnote              BM25                  LangChain stock');
  const rows: [string, (figures: Figures) => number[]][] = [
    ['paragraph recall@1', ({ paragraphs }) => within(paragraphs.ranks, 1)],
    ['paragraph recall@3', ({ paragraphs }) => within(paragraphs.ranks, 3)],
    ['paragraph recall@5', ({ paragraphs }) => within(paragraphs.ranks, 5)],
    ['paragraph MRR', ({ paragraphs }) => paragraphs.ranks.map((rank) => 1 / rank)],
    ['pooled recall@1', ({ paragraphs }) => within(paragraphs.pooledRanks, 1)],
    ['pooled recall@5', ({ paragraphs }) => within(paragraphs.pooledRanks, 5)],
    ['pooled MRR', ({ paragraphs }) => paragraphs.pooledRanks.map((rank) => 1 / rank)],
    ['sentence holds answer @1', ({ top1 }) => top1],
    ['sentence holds answer @3', ({ top3 }) => top3],
  ];
  const table = rows.map(([label, values]) => {
    console.log(
      [label.padEnd(24), ...[ours, bm25, stock].map((figures) => show(values(figures)).padEnd(20))].join(
        '  ',
      ),
    );
    return [label, [ours, bm25, stock].map((figures) => mean(values(figures)))];
  });
  const refusal = {
    answeredRight: mean(right),
    auroc: areaUnderRoc(answerable, unanswerable),
    unanswerableRefused: refused(unanswerable),
    answerableRefused: refused(answerable),
    exactCitations: mean(citations),
  };
  console.log(`answers whose citations hold the gold answer  ${show(right)}`);
  console.log(`AUROC of confidence                           ${number(refusal.auroc)}`);
  console.log(`unanswerable refused                          ${number(refusal.unanswerableRefused)}`);
  console.log(`answerable wrongly refused                    ${number(refusal.answerableRefused)}`);
  console.log(
    `citations that are exact spans                ${number(refusal.exactCitations)} of ${citations.length}`,
  );
  return { table: Object.fromEntries(table), ...refusal };
}

function score(
  figures: Figures,
  question: SetQuestion,
  articleId: string,
  ranked: Ranked,
  pooled: Ranked,
  sentences: readonly string[],
): void {
  const gold = new Set([...goldParagraphs(question)].map((paragraph) => `${articleId}:${paragraph}`));
  const rankIn = (list: Ranked) => {
    const at = [...new Set(list)].findIndex((paragraph) => gold.has(paragraph));
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
  };
  if (gold.size > 0) {
    figures.paragraphs.ranks.push(rankIn(ranked));
    figures.paragraphs.pooledRanks.push(rankIn(pooled));
  }
  figures.top1.push(sentences.slice(0, 1).some((text) => holdsAnswer(text, question)) ? 1 : 0);
  figures.top3.push(sentences.slice(0, 3).some((text) => holdsAnswer(text, question)) ? 1 : 0);
}

/** BM25 over paragraphs and sentences, and LangChain's stock chunks with an in-memory vector search. */
async function createBaselines(
  articles: readonly SetArticle[],
  texts: ReadonlyMap<string, readonly string[]>,
  embed: (texts: string[]) => Promise<number[][]>,
) {
  const paragraphs = articles.flatMap(({ id }) =>
    (texts.get(id) ?? []).map((text, index) => ({ id: `${id}:${index}`, text })),
  );
  const split = paragraphs.flatMap(({ id, text }) =>
    splitIntoSentences(text).map(({ start, end }, index) => ({
      id: `${id}:${index}`,
      text: text.slice(start, end),
    })),
  );
  const index = (documents: readonly { id: string; text: string }[]) => {
    const search = new MiniSearch({ fields: ['text'] });
    search.addAll(documents);
    return search;
  };
  const paragraphIndex = index(paragraphs);
  const sentenceIndex = index(split);
  const sentenceText = new Map(split.map(({ id, text }) => [id, text]));
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1_000, chunkOverlap: 200 });
  const chunks: { id: string; text: string; paragraph: string }[] = [];
  for (const { id } of articles) {
    const parts = texts.get(id) ?? [];
    const whole = parts.join('\n\n');
    const paragraphOf = locate(parts);
    let from = 0;
    for (const text of await splitter.splitText(whole)) {
      const at = Math.max(0, whole.indexOf(text.slice(0, 80), Math.max(0, from - 400)));
      from = at + text.length;
      chunks.push({ id, text, paragraph: `${id}:${paragraphOf(at + Math.floor(text.length / 2))}` });
    }
  }
  const vectors = await embed(chunks.map(({ text }) => text));
  const nearest = (query: readonly number[]) =>
    chunks
      .map((chunk, at) => ({
        chunk,
        score: (vectors[at] ?? []).reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0),
      }))
      .sort((a, b) => b.score - a.score)
      .map(({ chunk }) => chunk);
  return {
    byWords: (query: string): Ranked => paragraphIndex.search(query).map(({ id }) => String(id)),
    sentences: (query: string) =>
      sentenceIndex.search(query).map(({ id }) => sentenceText.get(String(id)) ?? ''),
    byChunk: (query: readonly number[]): Ranked => nearest(query).map(({ paragraph }) => paragraph),
    /** A stock pipeline has no sentences: those of its best chunk, first to last. */
    sentencesOfChunks: (query: readonly number[]) => {
      const text = nearest(query)[0]?.text ?? '';
      return splitIntoSentences(text).map(({ start, end }) => text.slice(start, end));
    },
  };
}

/** From an offset in paragraphs joined by blank lines to the paragraph's number. */
function locate(paragraphs: readonly string[]): (offset: number) => number {
  const ends: number[] = [];
  for (const paragraph of paragraphs) ends.push((ends.at(-1) ?? -2) + 2 + paragraph.length);
  return (offset) => ends.findIndex((end) => offset < end);
}

function within(ranks: readonly number[], most: number): number[] {
  return ranks.map((rank) => (rank <= most ? 1 : 0));
}

function show(values: readonly number[]): string {
  if (values.length === 0) return '–';
  const [low, high] = bootstrapInterval(values);
  return `${number(mean(values))} (${number(low)}–${number(high)})`;
}

function number(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}
