// Evaluates one question set: Footnote and the baselines on the same questions, and Footnote's refusals and
// citations.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { retrieve } from '../../../src/core/ask/retrieval/retrieve.js';
import { createAssistant } from '../../../src/core/create-assistant.js';
import { ingest } from '../../../src/core/library/ingest.js';
import type { Embedder, Engine, Scope } from '../../../src/core/ports.js';
import { createReader } from '../../../src/engines/builtin/reader/reader.js';
import { openEngine } from '../../../src/engines/open.js';
import { openStore } from '../../../src/store/open.js';
import {
  containsAnswer,
  goldParagraphs,
  layOut,
  type SetArticle,
  type SetQuestion,
  sampleEvenly,
} from './question-set.js';
import {
  createIcuBm25,
  createLocator,
  createPlainBm25,
  createStockSystem,
  type Ranked,
  type System,
  textOf,
} from './systems.js';

const LIBRARY = 'set';
/** Enough text to detect a set's language. */
const LANGUAGE_CHARS = 10_000;

/** For each question, the rank of the first correct result, from 1. Infinity if there is none. */
export interface SystemRanks {
  readonly name: string;
  /** Rank of the correct paragraph within its article. */
  readonly paragraph: readonly number[];
  /** Rank of the correct paragraph among all articles of the set. */
  readonly pooled: readonly number[];
  /** Rank of a sentence that contains the answer, within its article. */
  readonly sentence: readonly number[];
}

/** Footnote's result for one question. */
export interface QuestionResult {
  readonly isAnswerable: boolean;
  readonly confidence: number;
  readonly isAnswered: boolean;
  /** One of the first three sentences contains the answer. */
  readonly isFound: boolean;
  /** The citations contain the answer. */
  readonly isRight: boolean;
}

export interface SetFigures {
  readonly name: string;
  readonly articles: number;
  readonly questions: number;
  readonly unanswerable: number;
  /** Footnote comes first, then its ranker alone, then BM25 over ICU words. */
  readonly systems: readonly SystemRanks[];
  /** Of Footnote as it answers, with its reader. */
  readonly results: readonly QuestionResult[];
  /** Of the ranker alone, for the same questions. */
  readonly rankerResults: readonly QuestionResult[];
  readonly citations: { readonly exact: number; readonly all: number };
}

export interface EvalSetOptions {
  /** Number of questions, the same ones each time. */
  readonly sample: number;
  readonly onProgress: (done: number, total: number) => void;
}

export async function evalSet(
  name: string,
  articles: readonly SetArticle[],
  { sample, onProgress }: EvalSetOptions,
): Promise<SetFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-eval-'));
  const opened = await openEngine({});
  // However slow or busy the machine, every question is read.
  const engine: Engine = { ...opened, reader: createReader({ limitMs: Number.POSITIVE_INFINITY }) };
  const rankerAlone: Engine = { ...engine, reader: undefined };
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  try {
    const createFor = (of: Engine, release: string) =>
      createAssistant({ engine: of, store, index: store, clock: { now: () => new Date() }, release });
    const assistants = [createFor(engine, 'with reader'), createFor(rankerAlone, 'ranker alone')];
    const ids = new Map<SetArticle, string>();
    const byId = new Map<string, { readonly locate: (offset: number) => string }>();
    for (const article of articles) {
      const { text, structure } = layOut(article);
      const draft = { library: LIBRARY, title: article.title, text, structure, origin: article.id };
      if (draft.text.trim() === '') continue;
      const { id } = (await ingest(draft, { engine, store })).article;
      ids.set(article, id);
      byId.set(id, { locate: createLocator(article) });
    }
    await store.embedded;

    const createSystem = (name: string, of: Engine): System => ({
      name,
      async rank(question, article): Promise<Ranked> {
        const scope: Scope = { libraries: [LIBRARY], articleId: article && ids.get(article) };
        const read = { text: question, language: engine.analyzer.detectLanguage(question) };
        const { sentences, paragraphs } = await retrieve(read, scope, { engine: of, index: store });
        const keys = paragraphs.map(({ match, start }) => byId.get(match.article.id)?.locate(start) ?? '');
        return {
          paragraphs: [...new Set(keys)],
          sentences: sentences.map(({ match, start, end }) => match.article.text.slice(start, end)),
        };
      },
    });
    const languageOf = (text: string) => engine.analyzer.detectLanguage(text);
    const language = languageOf(articles.map(textOf).join('\n').slice(0, LANGUAGE_CHARS));
    const { embedder } = engine;
    const stockEmbedder: Embedder = {
      ...embedder,
      embedDocuments: (texts) => embedder.embedDocuments(texts, { language }),
      embedQuery: (text) => embedder.embedQuery(text, { language }),
    };
    const systems = [
      createSystem('Footnote', engine),
      createSystem('ranker alone', rankerAlone),
      createIcuBm25(articles, languageOf),
      createPlainBm25(articles, languageOf),
      createStockSystem(articles, stockEmbedder, languageOf),
    ];
    const ranks = systems.map((system) => ({
      ...{ system, paragraph: [] as number[], pooled: [] as number[], sentence: [] as number[] },
    }));
    const results: QuestionResult[][] = assistants.map(() => []);
    const citations = { exact: 0, all: 0 };
    const allQuestions = articles.flatMap((article) =>
      article.questions.map((question) => ({ article, question })),
    );
    const chosen = sampleEvenly(allQuestions, sample);
    for (const [done, { article, question }] of chosen.entries()) {
      onProgress(done, chosen.length);
      const articleId = ids.get(article);
      if (articleId === undefined) continue;
      const gold = goldKeys(article, question);
      const isFound: boolean[] = [];
      for (const { system, ...mine } of question.answerable ? ranks : []) {
        const inArticle = await system.rank(question.question, article);
        const sentence = rankOf(inArticle.sentences, (text) => containsAnswer(text, question));
        mine.sentence.push(sentence);
        isFound.push(sentence <= 3);
        if (gold.size === 0) continue;
        mine.paragraph.push(rankOf(inArticle.paragraphs, (key) => gold.has(key)));
        const pooled = await system.rank(question.question, undefined);
        mine.pooled.push(rankOf(pooled.paragraphs, (key) => gold.has(key)));
      }
      for (const [of, assistant] of assistants.entries()) {
        const answer = await assistant.ask(question.question, { library: LIBRARY, articleId });
        const cited = answer.kind === 'answered' ? answer.citations : [];
        for (const { articleId: cites, start, end, quote } of cited) {
          const text = store.getArticle(cites, { libraries: [LIBRARY] })?.text;
          citations.all += 1;
          if (text?.slice(start, end) === quote) citations.exact += 1;
        }
        results[of]?.push({
          ...{ isAnswerable: question.answerable, confidence: answer.confidence },
          isAnswered: answer.kind === 'answered',
          isFound: isFound[of] ?? false,
          isRight: question.answerable && containsAnswer(cited.map(({ quote }) => quote).join(' '), question),
        });
      }
    }
    const [withReader = [], withRanker = []] = results;
    return {
      ...{ name, articles: articles.length, questions: withReader.length, citations },
      ...{ results: withReader, rankerResults: withRanker },
      unanswerable: withReader.filter(({ isAnswerable }) => !isAnswerable).length,
      systems: ranks.map(({ system, ...mine }) => ({ name: system.name, ...mine })),
    };
  } finally {
    await store.close();
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function goldKeys(article: SetArticle, question: SetQuestion): ReadonlySet<string> {
  return new Set([...goldParagraphs(question)].map((index) => `${article.id}:${index}`));
}

/** Rank from 1, or Infinity if no item is correct. */
function rankOf<T>(items: readonly T[], isRight: (item: T) => boolean): number {
  const at = items.findIndex(isRight);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}
