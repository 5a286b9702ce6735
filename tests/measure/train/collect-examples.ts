// Turns question sets into training examples with the features of all candidates, and adds hard negatives.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { embedQuestion, listSpaces } from '../../../src/core/ask/retrieval/embed-question.js';
import { fuseScores } from '../../../src/core/ask/retrieval/fuse-scores.js';
import { ingest } from '../../../src/core/library/ingest.js';
import type { Match } from '../../../src/core/ranking-ports.js';
import { type Article, canonicalText, digestOf } from '../../../src/core/text/article.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { extractFeatures } from '../../../src/engines/builtin/features/extract-features.js';
import { openStore } from '../../../src/store/open.js';
import {
  containsAnswer,
  layOut,
  readQuestionSet,
  type SetQuestion,
  sampleEvenly,
} from '../eval/question-set.js';
import { makeMisleading } from './adversarial-questions.js';
import type { Example, ExampleKind } from './training-example.js';

/** Number of cross-validation folds. */
export const FOLDS = 4;
/**
 * Every n-th question is repeated without the sentences that answer it, or with the most similar other
 * article.
 */
const REMOVED_INTERVAL = 3;
const FOREIGN_INTERVAL = 2;
/** Passages retrieved to find the most similar other article. */
const OTHER_ARTICLE_PASSAGES = 4;
/** As many passages of one article as `retrieve` ranks. */
const PASSAGES = 64;

/**
 * Reads examples from a question set.
 * @param maxQuestions maximum number of questions, evenly sampled
 * @param withNegatives whether to add changed questions, removed answers and other articles
 */
export async function readExamples(
  file: string,
  maxQuestions: number,
  withNegatives: boolean,
): Promise<Example[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-train-'));
  const engine = createBuiltinEngine();
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  const set = basename(file).replace(/\.jsonl(\.gz)?$/, '');
  const articles = readQuestionSet(file);
  const sampled = new Set(
    sampleEvenly(
      articles.flatMap(({ questions }) => questions),
      maxQuestions,
    ),
  );
  const found: Example[] = [];
  const earlierLibraries: string[] = [];
  for (const setArticle of articles) {
    const { id, title, paragraphs, questions } = setArticle;
    const sampledQuestions = questions.filter((question) => sampled.has(question));
    if (sampledQuestions.length === 0) continue;
    const { text, structure } = layOut(setArticle);
    const draft = { library: id, title, text, structure, origin: id };
    const { article } = await ingest(draft, { engine, store });
    // Translations of an article share its name and therefore its fold.
    const fold = Number.parseInt(digestOf(id.slice(id.indexOf('/') + 1)).slice(0, 4), 16) % FOLDS;
    const read = async (question: SetQuestion, kind: ExampleKind, of: Article) => {
      const [vectors] = await embedQuestion([question.question], [of.language], engine.embedder, undefined);
      const terms = engine.analyzer.terms(question.question, of.language);
      if (terms.length === 0) return;
      const matches = store.findPassages({ vectors, terms }, { libraries: [of.library] }, PASSAGES);
      const visibleMatches =
        kind === 'removed' ? matches.map((match) => withoutAnswer(match, question)) : matches;
      const query = { text: question.question, language: of.language };
      const { candidates, type, questionValues } = extractFeatures(
        query,
        visibleMatches,
        store.frequencies(),
      );
      const goldParagraphs = question.answers.flatMap(({ paragraph }) =>
        paragraph === null ? [] : [canonicalText(paragraphs[paragraph] ?? '')],
      );
      const isAnswerable = kind === 'answerable';
      found.push({
        ...{ set, article: id, kind, fold, type, question: query, questionValues },
        candidates: candidates.map(
          ({ match, sentence, values, entityTypes, paragraph, signals, lacksHead, nearby }) => ({
            ...{ match, sentence: { start: sentence.start, end: sentence.end } },
            ...{ entityTypes, paragraph, signals, lacksHead, values: Float32Array.from(values) },
            isMatched: nearby.some((matched) => matched > 0),
            isGold: isAnswerable && containsAnswer(sentence.text, question),
            isInGoldParagraph: isAnswerable && goldParagraphs.some((text) => text.includes(sentence.text)),
          }),
        ),
      });
    };
    for (const [index, question] of sampledQuestions.entries()) {
      await read(question, question.answerable ? 'answerable' : 'unanswerable', article);
      const changed =
        withNegatives && question.answerable && article.language === 'en'
          ? makeMisleading(question.question, article.text, index)
          : undefined;
      if (changed) await read({ ...question, question: changed }, 'misleading', article);
      if (withNegatives && question.answerable && index % REMOVED_INTERVAL === 0)
        await read(question, 'removed', article);
      const other =
        withNegatives && index % FOREIGN_INTERVAL === 0
          ? await findOther(question, article.language, earlierLibraries)
          : undefined;
      if (other && !containsAnswer(other.text, question)) await read(question, 'foreign', other);
    }
    earlierLibraries.push(id);
  }
  /** The earlier article that looks most likely to answer. */
  async function findOther(question: SetQuestion, language: string, libraries: readonly string[]) {
    if (libraries.length === 0) return undefined;
    const [vectors] = await embedQuestion([question.question], [language], engine.embedder, undefined);
    const terms = engine.analyzer.terms(question.question, language);
    const found = store.findPassages({ vectors, terms }, { libraries }, OTHER_ARTICLE_PASSAGES);
    return fuseScores(found, listSpaces(engine.embedder, [language]))[0]?.article;
  }

  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
  return found;
}

/**
 * The match without its answering sentences. The changed digest keeps the cache from returning the full
 * passage.
 */
function withoutAnswer(match: Match, question: SetQuestion): Match {
  const { article, passage } = match;
  const sentences = passage.sentences.filter(
    ({ start, end }) => !containsAnswer(article.text.slice(start, end), question),
  );
  return {
    ...match,
    article: { ...article, digest: `${article.digest} without ${question.id}` },
    passage: { ...passage, sentences },
  };
}
