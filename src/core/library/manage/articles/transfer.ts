// Exporting and importing a library's articles.
import { countBodyWords } from '../../../text/body-words.js';
import { indexArticle, prepareArticle } from '../../ingest.js';
import type { LibraryManager } from '../../manager.js';
import type { ArticleRecord } from '../../ports.js';
import { intervalMs } from '../intervals.js';
import { changeOf, type ManagerParts, requireKept, timeFromNow } from '../parts.js';

export function createTransferMethods(
  parts: ManagerParts,
): Pick<LibraryManager, 'exportArticles' | 'importArticle'> {
  const { engine, store, lock } = parts;

  return {
    *exportArticles({ library }) {
      const scope = { libraries: [library] };
      if (store.findDeletion(library)) return;
      for (const { id } of store.listArticles(scope)) {
        const found = store.getArticle(id, scope);
        const record = store.getRecord(id, library);
        if (!found || !record) continue;
        const { digest: _, ...article } = found;
        yield { article, record };
      }
    },

    async importArticle({ article: exported, record: exportedRecord }, actor, options = {}) {
      const { library } = actor;
      requireKept(parts, library);
      const { originKey } = exportedRecord;
      // Without a key, the id can't be computed again. It is only known to be free in its own library.
      const isAtHome = originKey === undefined && exported.library === library;
      const origin = originKey ?? `imported ${exported.id}`;
      const prepared = prepareArticle({ ...exported, library, origin }, engine);
      const article = isAtHome ? { ...prepared, id: exported.id } : prepared;
      const record: ArticleRecord = {
        ...exportedRecord,
        ...{ articleId: article.id, library, ...(isAtHome ? {} : { originKey: origin }) },
        ...{ words: countBodyWords(article), characters: article.text.length },
      };
      return await lock(article.id, async () => {
        const change = changeOf(parts, actor, {
          ...{ action: 'added', subject: article.title, articleId: article.id },
        });
        const result = await indexArticle(article, parts, {
          signal: options.signal,
          provenance: { record, change },
        });
        if (record.refreshEvery) {
          const dueAt = timeFromNow(parts, intervalMs(record.refreshEvery));
          store.scheduleRefresh(article.id, library, dueAt, 0);
        }
        return { article: result.article, change: result.change };
      });
    },
  };
}
