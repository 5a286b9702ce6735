// Autocomplete choices for a question: what was typed, then suggested questions from the articles.
import { filterSuggestions } from '../../src/core/summary/questions/suggest-questions.js';
import type { Choice, Invocation } from '../../src/discord/command.js';

/** Discord waits three seconds for choices, so only this many articles are read for suggestions. */
const MAX_ARTICLES = 5;

/** @param articleId only suggest questions about this article */
export async function questionChoices(
  { assistant, libraries: library, signal }: Pick<Invocation, 'assistant' | 'libraries' | 'signal'>,
  typed: string,
  articleId?: unknown,
): Promise<readonly Choice[]> {
  const articles = assistant
    .listArticles({ library })
    .filter(({ id }) => articleId === undefined || articleId === '' || id === articleId)
    .slice(0, MAX_ARTICLES);
  // If one article takes too long, the others' suggestions still arrive.
  const suggestions = await Promise.all(
    articles.map(({ id }) => assistant.suggest(id, { library, signal }).catch(() => [])),
  );
  const text = typed.trim();
  const matches = filterSuggestions(interleave(suggestions), text);
  const questions = new Set(text === '' ? matches : [text, ...matches]);
  return [...questions].map((question) => ({ name: question, value: question }));
}

/** The first of each list, then the second of each, and so on. */
function interleave(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
