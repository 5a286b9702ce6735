// From question sets to examples: every question with the features of its candidates, and what makes a hard negative.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fuseScores } from '../../../src/core/ask/retrieve.js';
import { ingest } from '../../../src/core/library/ingest.js';
import type { Match } from '../../../src/core/ports.js';
import { type Article, canonicalText, digestOf } from '../../../src/core/text/article.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { extractFeatures } from '../../../src/engines/builtin/features/extract-features.js';
import { openStore } from '../../../src/store/open.js';
import { holdsAnswer, readQuestionSet, type SetQuestion, thin } from '../eval/question-set.js';
import { mislead } from './adversarial-questions.js';
import type { Example, Kind } from './training-example.js';

/** Parts that cross-validation leaves out in turn. */
export const FOLDS = 4;
/** Every n-th question is asked again with the sentences that answer it taken out, or of the likeliest other article. */
const REMOVED_EVERY = 3;
const FOREIGN_EVERY = 2;
/** Passages among which the likeliest other article is looked for. */
const OTHERS = 4;
/** As many passages as `retrieve` ranks of one article. */
const PASSAGES = 64;

/**
 * @param most questions at most, spread evenly
 * @param withNegatives whether questions are also asked changed, where their answer was taken out, and of other articles
 */
export async function readExamples(file: string, most: number, withNegatives: boolean): Promise<Example[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-train-'));
  const engine = createBuiltinEngine();
  const store = await openStore({ dataDir, embedder: engine.embedder, analyzer: engine.analyzer });
  const set = basename(file).replace(/\.jsonl(\.gz)?$/, '');
  const articles = readQuestionSet(file);
  const wanted = new Set(
    thin(
      articles.flatMap(({ questions }) => questions),
      most,
    ),
  );
  const found: Example[] = [];
  const seen: string[] = [];
  for (const { id, title, paragraphs, questions } of articles) {
    const mine = questions.filter((question) => wanted.has(question));
    if (mine.length === 0) continue;
    const draft = { library: id, title, text: paragraphs.join('\n\n'), origin: id };
    const { article } = await ingest(draft, { engine, store });
    // Translations of one article share its name, and so their fold.
    const fold = Number.parseInt(digestOf(id.slice(id.indexOf('/') + 1)).slice(0, 4), 16) % FOLDS;
    const read = async (question: SetQuestion, kind: Kind, of: Article) => {
      const vector = Float32Array.from(await engine.embedder.embedQuery(question.question));
      const terms = engine.analyzer.terms(question.question, of.language);
      if (terms.length === 0) return;
      const matches = store.findPassages({ vector, terms }, { libraries: [of.library] }, PASSAGES);
      const shown = kind === 'removed' ? matches.map((match) => withoutAnswer(match, question)) : matches;
      const asked = { text: question.question, language: of.language };
      const { candidates, type, questionValues } = extractFeatures(asked, shown, store.frequencies());
      const golden = question.answers.flatMap(({ paragraph }) =>
        paragraph === null ? [] : [canonicalText(paragraphs[paragraph] ?? '')],
      );
      const isAnswerable = kind === 'answerable';
      found.push({
        ...{ set, article: id, kind, fold, type, questionValues },
        candidates: candidates.map(({ sentence, values, kinds, paragraph }) => ({
          ...{ kinds, paragraph, values: Float32Array.from(values) },
          isGold: isAnswerable && holdsAnswer(sentence.text, question),
          isInGoldParagraph: isAnswerable && golden.some((text) => text.includes(sentence.text)),
        })),
      });
    };
    for (const [index, question] of mine.entries()) {
      await read(question, question.answerable ? 'answerable' : 'unanswerable', article);
      const changed =
        withNegatives && question.answerable && article.language === 'en'
          ? mislead(question.question, article.text, index)
          : undefined;
      if (changed) await read({ ...question, question: changed }, 'misleading', article);
      if (withNegatives && question.answerable && index % REMOVED_EVERY === 0)
        await read(question, 'removed', article);
      const other =
        withNegatives && index % FOREIGN_EVERY === 0
          ? await findOther(question, article.language, seen)
          : undefined;
      if (other && !holdsAnswer(other.text, question)) await read(question, 'foreign', other);
    }
    seen.push(id);
  }
  /** Of the articles before, the one that looks most as if it answered. */
  async function findOther(question: SetQuestion, language: string, libraries: readonly string[]) {
    if (libraries.length === 0) return undefined;
    const vector = Float32Array.from(await engine.embedder.embedQuery(question.question));
    const terms = engine.analyzer.terms(question.question, language);
    return fuseScores(store.findPassages({ vector, terms }, { libraries }, OTHERS))[0]?.article;
  }

  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
  return found;
}

/** The match as if nothing in it answered; another digest, so that what was read of the whole is not taken for it. */
function withoutAnswer(match: Match, question: SetQuestion): Match {
  const { article, passage } = match;
  const sentences = passage.sentences.filter(
    ({ start, end }) => !holdsAnswer(article.text.slice(start, end), question),
  );
  return {
    ...match,
    article: { ...article, digest: `${article.digest} without ${question.id}` },
    passage: { ...passage, sentences },
  };
}
