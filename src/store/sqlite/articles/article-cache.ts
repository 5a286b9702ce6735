// Caches recently read articles. A search of a large library reads about a hundred, and loading them from
// SQLite takes longer than ranking.
import { LRUCache } from 'lru-cache';
import type { Article } from '../../../core/text/article.js';
import type { Connection } from '../database.js';
import { prepareArticleByKey } from './read-articles.js';

/** Size of the cache in characters of at most two bytes. */
const MAX_CACHED_CHARS = 16_000_000;

/** Reads articles by row key. A row never changes except for its visibility, which the caller checks. */
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
    // An article larger than the whole cache isn't cached.
    if (article) cache.set(key, article);
    return article;
  };
}
