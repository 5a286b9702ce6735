// Suggests questions about an article. Each is tried on the engine, and kept only if the article answers it.

import { readQuestion } from '../ask/read-question.js';
import { retrieve } from '../ask/retrieval/retrieve.js';
import type { Engine, PassageIndex, Scope } from '../ports.js';
import type { Article } from '../text/article.js';
import { findSection } from '../text/headings.js';
import { generateQuestions } from './generate-questions.js';

/** A question is suggested if it is more likely answered than not. */
const MIN_ANSWERABILITY = 0.5;
const MAX_CACHED_ARTICLES = 200;

/**
 * Creates a function that finds up to `count` questions that an article answers, each with a different sentence, most
 * interesting first. Results are cached per article. A search isn't aborted, because others may be waiting for it.
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
    // A remote embedder would be slow and costly, so only full text is used.
    const localIndex: PassageIndex = index.embedder?.isRemote ? { ...index, embedder: undefined } : index;
    const questions: string[] = [];
    const spare: string[] = [];
    const usedSentences = new Set<number>();
    const usedSections = new Set<number>();
    for (const question of generateQuestions(article)) {
      if (questions.length >= count) break;
      const parsedQuestion = readQuestion(question, [], engine);
      const { confidence, sentences } = await retrieve(parsedQuestion, scope, { engine, index: localIndex });
      const [best] = sentences;
      if (confidence < MIN_ANSWERABILITY || !best || usedSentences.has(best.start)) continue;
      usedSentences.add(best.start);
      // One question from each section comes first, so that they are spread over the article.
      const section = findSection(article, best.start).start;
      const hasSections = article.structure?.some(({ kind }) => kind === 'heading') ?? false;
      if (hasSections && usedSections.has(section)) spare.push(question);
      else questions.push(question);
      usedSections.add(section);
    }
    return [...questions, ...spare].slice(0, count);
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
