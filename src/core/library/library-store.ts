// The ports that keep what is known about libraries: records, settings, the audit log, feeds and planned deletions.
import type { Scope } from '../ports.js';
import type { Article } from '../text/article.js';
import type {
  ArticleRecord,
  FeedItem,
  FollowedFeed,
  LibraryChange,
  LibrarySettings,
  ManagedArticle,
  RemovedArticle,
} from './ports.js';

/** A library that will be deleted. */
export interface PlannedDeletion {
  readonly library: string;
  /** ISO 8601. */
  readonly plannedAt: string;
  /** ISO 8601. */
  readonly dueAt: string;
  /** Who asked for it. Unset if the bot was removed from the server. */
  readonly userId?: string | undefined;
}

/** What decides which articles a library shows. Cheap enough for every question. */
export interface LibraryVisibility {
  /** Ids of the built-in articles that a library hides. */
  listHidden(library: string): readonly string[];
  findDeletion(library: string): PlannedDeletion | undefined;
}

/** How much a library holds. */
export interface LibrarySize {
  readonly articles: number;
  /** UTF-16 code units of all its texts together. */
  readonly characters: number;
}

/** Stores what is known about a library's articles, its settings and its audit log. */
export interface LibraryStore extends LibraryVisibility {
  /** In order of title. */
  listRecords(scope: Scope): readonly ManagedArticle[];
  getRecord(articleId: string, library: string): ArticleRecord | undefined;
  /** Changes a record that exists, and stores the change in the same transaction. */
  putRecord(record: ArticleRecord, change?: LibraryChange): void;
  measureLibrary(library: string): LibrarySize;

  /**
   * An article as it was at a time, if it was replaced or removed since.
   * @param at ISO 8601
   */
  getVersionAt(articleId: string, library: string, at: string): Article | undefined;
  /** An article that was removed since, with the newest version if it was removed more than once. */
  findRemoved(articleId: string, library: string, since: string): RemovedArticle | undefined;
  listRemoved(
    library: string,
    since: string,
  ): readonly (Omit<RemovedArticle, 'article'> & { readonly title: string })[];

  getSettings(library: string): LibrarySettings;
  putSettings(library: string, settings: LibrarySettings, change: LibraryChange): void;

  addChange(change: LibraryChange): void;
  /** Newest first. */
  listChanges(library: string, limit: number): readonly LibraryChange[];
  /** The times of articles added since, oldest first, at most `limit`. */
  listAdditions(library: string, since: string, limit: number): readonly string[];
}

/** A followed feed with what its next check needs. */
export interface FeedState extends FollowedFeed {
  /** See {@link Feed.revision}. */
  readonly revision?: string | undefined;
  /** Checks that failed in a row. */
  readonly failures: number;
  /** When it is checked next. ISO 8601. */
  readonly dueAt: string;
}

/** An item of a followed feed. */
export interface FeedEntry extends FeedItem {
  /** `waiting`: it is added at one of the next checks. `skipped`: too old, unreadable, or no longer wanted. */
  readonly state: 'waiting' | 'added' | 'skipped';
  readonly articleId?: string | undefined;
  /** How often reading it failed. */
  readonly failures: number;
}

/** Stores followed feeds and the items that were seen in them. */
export interface FeedStore {
  /** In the order in which they were followed. */
  listFeeds(library: string): readonly FeedState[];
  getFeed(feedId: string, library: string): FeedState | undefined;
  putFeed(feed: FeedState, change?: LibraryChange): void;
  /** Stores the outcome of a check and releases the claim, if the feed is still followed. */
  updateFeed(
    feed: Pick<
      FeedState,
      'id' | 'library' | 'title' | 'checkedAt' | 'dueAt' | 'failures' | 'problem' | 'revision'
    >,
  ): void;
  /** Forgets the feed and its items. Returns whether the library followed it. */
  removeFeed(feedId: string, library: string, change?: LibraryChange): boolean;
  /** Newest first. */
  listEntries(feedId: string, library: string): readonly FeedEntry[];
  putEntries(feedId: string, library: string, entries: readonly FeedEntry[]): void;
}

/** Work of libraries that is due, and what one process has claimed so that no other does it too. */
export interface LibrarySchedule {
  /**
   * Claims the next due feed.
   * @param now ISO 8601
   * @param until when the claim expires if the process dies. ISO 8601
   */
  claimFeed(now: string, until: string): FeedState | undefined;
  /** Claims the next article that is due to be read again. */
  claimRefresh(now: string, until: string): ArticleRecord | undefined;
  /** Sets when an article is read again, or `undefined` for never, and releases the claim. */
  scheduleRefresh(articleId: string, library: string, dueAt: string | undefined, failures: number): void;
  /** Checks that failed in a row. */
  countRefreshFailures(articleId: string, library: string): number;
  claimDeletion(now: string, until: string): PlannedDeletion | undefined;
  planDeletion(deletion: PlannedDeletion, change: LibraryChange): void;
  /** Returns whether one was planned and hadn't begun. */
  cancelDeletion(library: string, change: LibraryChange): boolean;
}

/** Stores which bot was last seen in the server of a library. Other bots on the same data are in other servers. */
export interface LibraryBots {
  putBot(library: string, botId: string): void;
  getBot(library: string): string | undefined;
  removeBot(library: string): void;
  /** The libraries whose last bot this is. */
  listLibrariesOf(botId: string): readonly string[];
}

/** What is stored about a person. */
export interface StoredPerson {
  readonly articles: number;
  readonly answers: number;
  readonly usageEntries: number;
  /** ISO 8601 time of the oldest of them. */
  readonly since?: string | undefined;
}

/** Deletes data for good. Every step can be repeated after a crash. */
export interface DataDeletion {
  /** Deletes everything stored about a library, in short steps. */
  deleteLibrary(library: string, signal?: AbortSignal): Promise<void>;
  measurePerson(userId: string, library: string): StoredPerson;
  /** Deletes a person's answers, and their id wherever else it is stored. */
  deletePerson(userId: string, signal?: AbortSignal): Promise<void>;
  /**
   * Deletes versions that can't be restored any more and that no stored answer cites, old entries of the audit log, and vectors
   * that interrupted additions left behind.
   * @param before ISO 8601 times
   */
  purgeVersions(
    before: { readonly removed: string; readonly replaced: string; readonly changes: string },
    signal?: AbortSignal,
  ): Promise<void>;
}
