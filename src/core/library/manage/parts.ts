// What the parts of the library manager share.
import type { Clock, Engine } from '../../ports.js';
import type { ArticleStore } from '../../store-ports.js';
import type { ListedArticle } from '../../text/article.js';
import type {
  DataDeletion,
  FeedStore,
  LibraryBots,
  LibrarySchedule,
  LibraryStore,
  LibraryVisibility,
} from '../library-store.js';
import type { Actor, LibraryLimits } from '../manager.js';
import type { ArticleRecord, ArticleSources, LibraryChange } from '../ports.js';
import { libraryErrors } from './errors.js';
import type { Interruptible } from './interruptible.js';
import type { KeyLock } from './key-lock.js';
import type { ReadingLimit } from './reading-limit.js';

export type ManagerStore = ArticleStore &
  LibraryStore &
  FeedStore &
  LibrarySchedule &
  LibraryBots &
  DataDeletion;

export interface ManagerParts {
  readonly engine: Engine;
  readonly store: ManagerStore;
  readonly sources: ArticleSources;
  readonly clock: Clock;
  readonly limits: LibraryLimits;
  /** By article id: an article is changed by one call at a time. */
  readonly lock: KeyLock;
  readonly interruptible: Interruptible;
  readonly limitReading: ReadingLimit;
}

export const HOUR_MS = 60 * 60 * 1_000;
export const DAY_MS = 24 * HOUR_MS;

/** ISO 8601 time, relative to now. */
export function timeFromNow({ clock }: Pick<ManagerParts, 'clock'>, ms: number): string {
  return new Date(clock.now().getTime() + ms).toISOString();
}

/** An entry of the audit log. */
export function changeOf(
  { clock }: Pick<ManagerParts, 'clock'>,
  { library, userId }: Actor,
  change: Pick<LibraryChange, 'action' | 'subject' | 'articleId'>,
): LibraryChange {
  return {
    ...{ library, at: clock.now().toISOString() },
    ...(userId === undefined ? {} : { userId }),
    ...change,
  };
}

/** @throws AppError `library/being-deleted` */
export function requireKept({ store }: { readonly store: LibraryVisibility }, library: string): void {
  if (store.findDeletion(library)) throw libraryErrors.beingDeleted();
}

/** The library's own article, without its text. @throws AppError `core/no-such-article`, `library/being-deleted` */
export function requireOwnArticle(
  { store }: Pick<ManagerParts, 'store'>,
  articleId: string,
  library: string,
): { readonly article: ListedArticle; readonly record: ArticleRecord } {
  requireKept({ store }, library);
  const [article] = store.listArticles({ libraries: [library], articleId });
  const record = store.getRecord(articleId, library);
  if (!article || !record) throw libraryErrors.noSuchArticle();
  return { article, record };
}
