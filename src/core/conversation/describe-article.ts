// Answers questions about an article from its metadata: who wrote it, when, its length and so on.
import type { MetadataField, Reply } from '../answer.js';
import type { Article } from '../text/article.js';
import { countBodyWords } from '../text/body-words.js';
import { formatDate, formatLanguage } from '../text/format-metadata.js';
import { replyTextFor } from './text/reply-text-for.js';

/** Words per minute of silent reading: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_PER_MINUTE = 238;

/** The reply about one piece of metadata, in the asker's language. Says so if the article doesn't have it. */
export function describeArticle(
  article: Article,
  field: MetadataField,
  askerLanguage: string,
): Pick<Reply, 'text' | 'language' | 'metadata'> {
  const { text, language } = replyTextFor(askerLanguage);
  const { author, published, title, url } = article;
  const reply = (sentence: string, value?: string) => ({
    ...{ text: sentence, language, metadata: value === undefined ? { field } : { field, value } },
  });
  switch (field) {
    case 'author':
      return author === undefined ? reply(text.noAuthor) : reply(text.author(author), author);
    case 'published':
      return published === undefined
        ? reply(text.noDate)
        : reply(text.published(formatDate(published, language)), published);
    case 'title':
      return reply(text.title(title), title);
    case 'url':
      return url === undefined ? reply(text.noUrl) : reply(text.url(url), url);
    case 'language': {
      const name = formatLanguage(article.language, language);
      return name === undefined ? reply(text.noLanguage) : reply(text.language(name), article.language);
    }
    case 'length': {
      const words = countBodyWords(article);
      const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE));
      const format = (count: number) => new Intl.NumberFormat(language).format(count);
      return reply(text.length(format(words), format(minutes), minutes), String(words));
    }
  }
}
