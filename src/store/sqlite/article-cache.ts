// Articles that searches have read lately: a search of a large library meets a hundred, and reading a text takes longer
// than finding it.
import type { Article } from '../../core/text/article.js';
import { prepareArticleByKey } from './article-store.js';
import type { Connection } from './database.js';

/** Characters kept: two bytes each at most. */
const MAX_KEPT_CHARS = 16_000_000;

/** Reads articles by key. What a key stands for never changes but in being visible, which is left to the caller. */
export function createArticleCache(database: Connection): (key: number) => Article | undefined {
  const read = prepareArticleByKey(database);
  const kept = new Map<number, Article>();
  let chars = 0;

  return (key) => {
    const known = kept.get(key);
    if (known) {
      // Least recently used goes first: a Map keeps insertion order.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const article = read(key);
    if (!article) return undefined;
    kept.set(key, article);
    chars += article.text.length;
    for (const [oldest, { text }] of kept) {
      if (chars <= MAX_KEPT_CHARS || oldest === key) break;
      kept.delete(oldest);
      chars -= text.length;
    }
    return article;
  };
}
