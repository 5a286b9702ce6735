// What the commands of the terminal share: their library, exit codes, and how an article is named.
import type { Assistant } from '../index.js';
import { terminalErrors } from './text.js';

/** The program's exit codes. */
export const EXIT = { answered: 0, error: 1, usage: 2, notInArticle: 3 } as const;

/** The library that questions in the terminal belong to. */
export const TERMINAL_LIBRARY = 'terminal';

/** @param idOrTitle an id, the start of a title, or words of it @throws AppError `terminal/no-such-article`, which lists the articles */
export function findArticle(assistant: Assistant, idOrTitle: string | undefined): string | undefined {
  if (idOrTitle === undefined) return undefined;
  const articles = assistant.listArticles({ library: TERMINAL_LIBRARY });
  const prefix = idOrTitle.toLowerCase();
  const found =
    articles.find(({ id }) => id === idOrTitle) ??
    articles.find(({ title }) => title.toLowerCase().startsWith(prefix)) ??
    articles.find(({ title }) => prefix.split(/\s+/u).every((word) => title.toLowerCase().includes(word)));
  if (found) return found.id;
  throw terminalErrors.noSuchArticle(idOrTitle, articles);
}
