// The `article` option that several commands share: its choices, and from what was chosen to an article.

import type { Assistant } from '../src/core/assistant.js';
import { AppError } from '../src/core/errors.js';
import type { ListedArticle } from '../src/core/text/article.js';
import type { Choice } from '../src/discord/command.js';

interface Here {
  readonly assistant: Assistant;
  readonly library: string;
}

/** Articles whose title holds what was typed; those that begin with it first. */
export function articleChoices({ assistant, library }: Here, typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const place = ({ title }: ListedArticle) => title.toLowerCase().indexOf(wanted);
  return assistant
    .listArticles({ library })
    .filter((article) => place(article) >= 0)
    .sort((a, b) => Math.min(1, place(a)) - Math.min(1, place(b)))
    .map(({ id, title }) => ({ name: title, value: id }));
}

/**
 * The article of an id (a choice was taken), or of the only title that holds what was typed instead.
 * @throws AppError `discord/no-such-article`, `discord/several-articles`
 */
export function findArticle({ assistant, library }: Here, wanted: string): ListedArticle {
  const articles = assistant.listArticles({ library });
  const typed = wanted.trim().toLowerCase();
  const byId = articles.find(({ id }) => id === wanted);
  if (byId) return byId;
  const byTitle = articles.filter(({ title }) => title.toLowerCase().includes(typed));
  const [only] = byTitle.filter(({ title }) => title.toLowerCase() === typed).concat(byTitle);
  if (only && (byTitle.length === 1 || only.title.toLowerCase() === typed)) return only;
  throw byTitle.length > 1
    ? new AppError({
        code: 'discord/several-articles',
        message: `${byTitle.length} articles here have “${wanted}” in their title.`,
        advice: 'Choose one from the list that opens while you type.',
      })
    : new AppError({
        code: 'discord/no-such-article',
        message: `No article here is called “${wanted}”.`,
        advice: 'Use /article list to see those that there are.',
      });
}

/** The article an option names, if it names one. */
export function chosenArticleId(here: Here, wanted: unknown): string | undefined {
  return typeof wanted === 'string' && wanted.trim() !== '' ? findArticle(here, wanted).id : undefined;
}
