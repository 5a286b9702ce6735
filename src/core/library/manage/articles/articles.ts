// Adding, removing, restoring and refreshing articles.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { Article } from '../../../text/article.js';
import { countBodyWords } from '../../../text/body-words.js';
import { indexArticle, prepareArticle } from '../../ingest.js';
import type { Actor, Added, LibraryManager, Refreshed } from '../../manager.js';
import type { ArticleRecord, LibraryChange, ReadOptions, SourceDraft } from '../../ports.js';
import { resolveLibraries } from '../../resolve-scope.js';
import { libraryErrors } from '../errors.js';
import {
  changeOf,
  HOUR_MS,
  type ManagerParts,
  requireKept,
  requireOwnArticle,
  timeFromNow,
} from '../parts.js';
import type { LimitChecks } from './limits.js';
import { type Previews, type ReadArticle, toArticle } from './previews.js';
import { compareSentences } from './sentence-diff.js';

/** How long a removed article can be restored. */
export const RESTORABLE_MS = HOUR_MS;
const NOTHING_CHANGED = { added: [], removed: [], changed: [] } as const;

type ArticleMethods = Pick<
  LibraryManager,
  | 'preview'
  | 'editPreview'
  | 'dropPreview'
  | 'add'
  | 'list'
  | 'find'
  | 'remove'
  | 'restore'
  | 'listRemoved'
  | 'refresh'
  | 'compareSince'
>;

export function createArticleMethods(
  parts: ManagerParts,
  { previews, limits }: { readonly previews: Previews; readonly limits: LimitChecks },
): ArticleMethods {
  const { store, sources, clock, lock, interruptible, limitReading } = parts;

  /** Stores an article within the limits, with its record and the change in one transaction. */
  async function put(
    article: Article,
    given: {
      readonly existing: Pick<ArticleRecord, 'characters'> | undefined;
      readonly isCounted: boolean;
      readonly record: Omit<ArticleRecord, 'words' | 'characters'>;
      readonly change: LibraryChange;
    },
    { signal, onProgress }: ReadOptions,
  ): Promise<Added> {
    const { existing, isCounted, change } = given;
    const characters = article.text.length;
    // Preparing and counting a long book take a moment each.
    await yieldToEvents();
    const record = { ...given.record, words: countBodyWords(article), characters };
    const release = limits.reserve(article.library, {
      ...{ isNew: existing === undefined, isCounted },
      characters: characters - (existing?.characters ?? 0),
    });
    try {
      const result = await indexArticle(article, parts, {
        ...{ signal, provenance: { record: (current) => keepChoices(record, current), change } },
        onProgress: (done, total) => onProgress?.('Preparing it for questions', done, total),
      });
      return { article: result.article, change: result.change };
    } finally {
      release();
    }
  }

  async function addArticle(read: ReadArticle, actor: Actor, options: ReadOptions): Promise<Added> {
    const { library, userId } = actor;
    requireKept(parts, library);
    const { article, originKey } = toArticle(read, library, parts);
    return await lock(article.id, async () => {
      const current = store.getArticle(article.id, { libraries: [library] });
      if (current?.digest === article.digest) return { article: current, change: 'unchanged' };
      const existing = store.getRecord(article.id, library);
      const now = clock.now().toISOString();
      const { origin, sourceUrl, feedId, edited } = read;
      const record = {
        ...(existing
          ? { ...existing, refreshedAt: now, changedAt: now }
          : { addedAt: now, addedBy: userId, feedId }),
        ...{ articleId: article.id, library, originKey, edited, problem: undefined },
        origin: existing?.origin === 'feed' ? existing.origin : origin,
        sourceUrl: sourceUrl ?? existing?.sourceUrl,
      };
      const change = changeOf(parts, actor, {
        ...{ action: 'added', subject: article.title, articleId: article.id },
      });
      return await put(article, { existing, isCounted: true, record, change }, options);
    });
  }

  function changeArticle<T>(
    articleId: string,
    { library }: Actor,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return interruptible.run(library, signal, (either) => lock(articleId, () => work(either)));
  }

  return {
    async preview(source, actor, options = {}) {
      requireKept(parts, actor.library);
      limits.checkRoom(actor.library);
      return await previews.read(source, actor, options);
    },
    editPreview: (previewId, details, actor) => previews.edit(previewId, details, actor),
    dropPreview: (previewId, actor) => previews.drop(previewId, actor),
    async add(previewId, actor, options = {}) {
      const read = previews.find(previewId, actor);
      const added = await interruptible.run(actor.library, options.signal, (signal) =>
        addArticle(read, actor, { ...options, signal }),
      );
      previews.drop(previewId, actor);
      return added;
    },

    list: ({ library }) => store.listRecords(resolveLibraries(library, store)),
    find(articleId, { library }) {
      const [article] = store.listArticles({ ...resolveLibraries(library, store), articleId });
      return article && store.getRecord(articleId, article.library);
    },

    remove: (articleId, actor) =>
      lock(articleId, async () => {
        const { title } = requireOwnArticle(parts, articleId, actor.library).article;
        const restorableUntil = new Date(clock.now().getTime() + RESTORABLE_MS);
        const change = changeOf(parts, actor, { action: 'removed', subject: title, articleId });
        if (!(await store.removeArticle(articleId, actor.library, change)))
          throw libraryErrors.noSuchArticle();
        return { title, restorableUntil };
      }),

    listRemoved({ library }) {
      if (store.findDeletion(library)) return [];
      return store
        .listRemoved(library, timeFromNow(parts, -RESTORABLE_MS))
        .map(({ record, title, removedAt }) => ({
          ...{ id: record.articleId, title },
          restorableUntil: new Date(Date.parse(removedAt) + RESTORABLE_MS),
        }));
    },

    restore: (articleId, actor) =>
      changeArticle(articleId, actor, undefined, async (signal) => {
        const { library } = actor;
        requireKept(parts, library);
        const removed = store.findRemoved(articleId, library, timeFromNow(parts, -RESTORABLE_MS));
        if (!removed || store.getRecord(articleId, library)) throw libraryErrors.notRestorable();
        const { article, record } = removed;
        const change = changeOf(parts, actor, { action: 'restored', subject: article.title, articleId });
        await put(article, { existing: undefined, isCounted: false, record, change }, { signal });
        // The schedule isn't part of the record.
        if (record.refreshEvery) store.scheduleRefresh(articleId, library, clock.now().toISOString(), 0);
        return article;
      }),

    async compareSince(articleId, since, { library }) {
      const article = store.getArticle(articleId, resolveLibraries(library, store));
      const before = article && store.getVersionAt(articleId, article.library, since.toISOString());
      return before && { article, ...(await compareSentences(before, article)) };
    },

    async refresh(articleId, actor, options = {}): Promise<Refreshed> {
      const { library } = actor;
      const { sourceUrl } = requireOwnArticle(parts, articleId, library).record;
      if (sourceUrl === undefined) throw libraryErrors.noLink();
      const draft = await limitReading(actor.userId, options.signal, () =>
        sources.readLink(sourceUrl, options),
      );
      return await changeArticle(articleId, actor, options.signal, async (signal) => {
        // It may have changed while it was read.
        const { record: existing } = requireOwnArticle(parts, articleId, library);
        const before = store.getArticle(articleId, { libraries: [library] });
        if (!before) throw libraryErrors.noSuchArticle();
        const origin = existing.originKey ?? sourceUrl;
        const article = {
          ...prepareArticle({ ...keepEdited(draft, before, existing), library, origin }, parts.engine),
          id: articleId,
        };
        const refreshedAt = clock.now().toISOString();
        const record = { ...existing, refreshedAt, problem: undefined };
        if (article.digest === before.digest) {
          store.putRecord(record);
          return { article: before, ...NOTHING_CHANGED };
        }
        const change = changeOf(parts, actor, { action: 'refreshed', subject: article.title, articleId });
        const changed = { ...record, changedAt: refreshedAt };
        const given = { existing, isCounted: false, record: changed, change };
        const { article: stored } = await put(article, given, { ...options, signal });
        return { article: stored, ...(await compareSentences(before, stored)) };
      });
    },
  };
}

/** What may have been chosen or deleted while the article was stored stays as it is now. */
function keepChoices(record: ArticleRecord, current: ArticleRecord | undefined): ArticleRecord {
  return current ? { ...record, refreshEvery: current.refreshEvery, addedBy: current.addedBy } : record;
}

/** Details that a person has changed stay as they are. */
function keepEdited(draft: SourceDraft, before: Article, { edited = [] }: ArticleRecord): SourceDraft {
  const kept = Object.fromEntries(edited.map((detail) => [detail, before[detail] ?? '']));
  return { ...draft, ...kept };
}
