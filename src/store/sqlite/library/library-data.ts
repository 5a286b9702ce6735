// Everything that is stored about libraries besides their articles, behind the core's ports.
import type {
  DataDeletion,
  FeedStore,
  LibraryBots,
  LibrarySchedule,
  LibraryStore,
} from '../../../core/library/library-store.js';
import type { ArticleStore } from '../../../core/store-ports.js';
import type { Connection } from '../database.js';
import { compact } from '../pruner.js';
import { createLibraryBots } from './bots.js';
import type { Changes } from './changes.js';
import { createDataDeletion } from './deletion.js';
import { createFeedStore } from './feeds.js';
import type { Records } from './records.js';
import { createSchedule } from './schedule.js';
import { createLibrarySettings } from './settings.js';
import type { Versions } from './versions.js';

export function createLibraryData(
  database: Connection,
  {
    articles,
    records,
    versions,
    changes,
    deleteArticle,
  }: {
    readonly articles: Pick<ArticleStore, 'listArticles'>;
    readonly records: Records;
    readonly versions: Versions;
    readonly changes: Changes;
    readonly deleteArticle: (articleId: string, library: string) => Promise<unknown>;
  },
): LibraryStore & FeedStore & LibrarySchedule & LibraryBots & DataDeletion {
  const settings = createLibrarySettings(database);

  return {
    ...createFeedStore(database, changes),
    ...createSchedule(database, changes),
    ...createLibraryBots(database),
    ...createDataDeletion(database, {
      listArticles: (library) => articles.listArticles({ libraries: [library] }).map(({ id }) => id),
      async deleteArticle(articleId, library) {
        await deleteArticle(articleId, library);
      },
      compact: (signal) => compact(database, signal),
    }),

    listRecords(scope) {
      const known = records.list(scope.libraries);
      return articles.listArticles(scope).flatMap((article) => {
        const record = known.get(`${article.library} ${article.id}`);
        return record ? [{ ...article, record }] : [];
      });
    },
    getRecord: (articleId, library) => records.get(articleId, library),
    putRecord(record, change) {
      database
        .transaction(() => {
          // The article may have been removed meanwhile.
          if (!records.get(record.articleId, record.library)) return;
          records.put(record);
          if (change) changes.add(change);
        })
        .immediate();
    },
    measureLibrary: (library) => records.measure(library),

    getVersionAt: (articleId, library, at) => versions.getAt(articleId, library, at),
    findRemoved: (articleId, library, since) => versions.findRemoved(articleId, library, since),
    listRemoved: (library, since) => versions.listRemoved(library, since),

    listHidden: (library) => settings.listHidden(library),
    getSettings: (library) => settings.get(library),
    putSettings(library, chosen, change) {
      database
        .transaction(() => {
          settings.put(library, chosen);
          changes.add(change);
        })
        .immediate();
    },

    addChange: (change) => changes.add(change),
    listChanges: (library, limit) => changes.list(library, limit),
    listAdditions: (library, since, limit) => changes.listAdditions(library, since, limit),
  };
}
