// Caches the articles that searches read last: a search of a large library meets a hundred of them, and reading a text
// from SQLite takes longer than ranking it.
import { LRUCache } from 'lru-cache';
import type { Article } from '../../core/text/article.js';
import { prepareArticleByKey } from './article-store.js';
import type { Connection } from './database.js';

/** Characters held in memory, at most two bytes each. */
const MAX_CACHED_CHARS = 16_000_000;

/** Reads articles by their row key. An article's row never changes except in visibility, which the caller checks. */
export function createArticleCache(database: Connection): (key: number) => Article | undefined {
  const read = prepareArticleByKey(database);
  const cache = new LRUCache<number, Article>({
    maxSize: MAX_CACHED_CHARS,
    sizeCalculation: ({ text }) => Math.max(1, text.length),
  });

  return (key) => {
    const cached = cache.get(key);
    if (cached) return cached;
    const article = read(key);
    // An article larger than the whole cache is not cached.
    if (article) cache.set(key, article);
    return article;
  };
}
