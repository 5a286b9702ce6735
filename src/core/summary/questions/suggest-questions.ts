// Suggests questions about an article. Each is tried on the engine, and kept only if the engine answers it with the
// sentence that it was made from.

import { readQuestion } from '../../ask/read-question.js';
import { retrieve } from '../../ask/retrieval/retrieve.js';
import type { Engine, Scope } from '../../ports.js';
import type { PassageIndex } from '../../store-ports.js';
import type { Article, Span } from '../../text/article.js';
import { findSection } from '../../text/headings.js';
import { readArticle } from '../candidates.js';
import { generateQuestions } from './generate-questions.js';
import type { GeneratedQuestion } from './generated-question.js';
import { pickDiverse } from './question-lines.js';

/** A question is suggested if it is more likely answered than not. */
const MIN_ANSWERABILITY = 0.5;
/** Questions that are tried on the engine. */
const MAX_TRIED = 20;
/** The article's own questions may be answered further down in their section. */
const OWN = 'own' satisfies GeneratedQuestion['kind'];
/** Of "Who is …?", which tell little about an article. */
const MAX_INTRODUCTIONS = 2;
const MAX_CACHED_ARTICLES = 200;

/**
 * Creates a function that finds up to `count` questions that an article answers, each with a different sentence, best
 * first, spread over the article. Results are cached per article. A search isn't aborted, because others may be waiting
 * for it.
 */
export function createSuggester(
  parts: { readonly engine: Engine; readonly index: PassageIndex },
  count: number,
) {
  const { index } = parts;
  // Dozens of questions are tried, so nothing slow may run for each.
  const engine: Engine = { ...parts.engine, reader: undefined };
  const cache = new Map<string, Promise<readonly string[]>>();

  async function find(article: Article, scope: Scope): Promise<readonly string[]> {
    const read = await readArticle(article, engine.analyzer);
    const byStart = new Map(read.candidates.map((candidate) => [candidate.sentence.start, candidate]));
    const pairs = generateQuestions(read).flatMap((question) => {
      const candidate = byStart.get(question.sentence.start);
      return candidate ? [{ question, candidate }] : [];
    });
    const questions: string[] = [];
    const spare: string[] = [];
    let introductions = 0;
    const usedPlaces = new Set<number>();
    const length = Math.max(1, article.text.length - article.bodyStart);
    const hasSections = article.structure?.some(({ kind }) => kind === 'heading') ?? false;
    for (const { question } of pickDiverse(pairs, MAX_TRIED)) {
      if (questions.length >= count) break;
      const isOneMore = question.kind === 'whoIs' && introductions >= MAX_INTRODUCTIONS;
      if (isOneMore || !(await isAnswered(question, scope))) continue;
      if (question.kind === 'whoIs') introductions += 1;
      // One question from each section, or each part of the text, comes first.
      const { start } = question.sentence;
      const place = hasSections
        ? findSection(article, start).start
        : Math.floor(((start - article.bodyStart) / length) * count);
      if (usedPlaces.has(place)) spare.push(question.text);
      else questions.push(question.text);
      usedPlaces.add(place);
    }
    return [...questions, ...spare].slice(0, count);
  }

  async function isAnswered({ text, sentence, kind }: GeneratedQuestion, scope: Scope): Promise<boolean> {
    // A remote embedder would be slow and costly, so only full text is used.
    const localIndex: PassageIndex = index.embedder?.isRemote ? { ...index, embedder: undefined } : index;
    const question = readQuestion(text, [], engine);
    const { confidence, sentences } = await retrieve(question, scope, { engine, index: localIndex });
    const [best] = sentences;
    return (
      confidence >= MIN_ANSWERABILITY && best !== undefined && (kind === OWN || overlaps(best, sentence))
    );
  }

  return (article: Article, scope: Scope): Promise<readonly string[]> => {
    const cached = cache.get(article.digest);
    if (cached) return cached;
    const questions = find(article, scope);
    for (const oldest of cache.keys()) {
      if (cache.size < MAX_CACHED_ARTICLES) break;
      cache.delete(oldest);
    }
    cache.set(article.digest, questions);
    questions.catch(() => cache.delete(article.digest));
    return questions;
  };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The questions that have every typed word in any order, the last word perhaps unfinished. Best matches first. */
export function filterSuggestions(questions: readonly string[], typed: string): readonly string[] {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return questions;
  const starts = (question: string) => fold(question).startsWith(words.join(' '));
  return questions
    .filter((question) => {
      const own = fold(question).split(' ');
      return words.every((word) => own.some((other) => other.startsWith(word)));
    })
    .sort((a, b) => Number(starts(b)) - Number(starts(a)));
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
