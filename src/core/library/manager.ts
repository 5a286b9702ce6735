// The library manager: everything that a user interface may call to change what a library holds.

import type { Article, ListedArticle } from '../text/article.js';
import type { StoredPerson } from './library-store.js';
import type {
  ArticleRecord,
  Detail,
  Feed,
  FollowedFeed,
  LibraryChange,
  LibrarySettings,
  ManagedArticle,
  ReadOptions,
  RefreshInterval,
  SourceFile,
} from './ports.js';

/** Whose library it is, and who acts. */
export interface Actor {
  readonly library: string;
  /** Unset if Footnote itself acts. */
  readonly userId?: string | undefined;
}

/** What to add. */
export type Source =
  | {
      readonly kind: 'link';
      readonly url: string;
      /** The feed that it came from. Only for Footnote itself. */
      readonly feedId?: string | undefined;
    }
  | { readonly kind: 'file'; readonly file: SourceFile }
  | { readonly kind: 'text'; readonly text: string; readonly title?: string | undefined };

/** Details that a person can correct before an article is added. An empty string removes a detail. */
export type Details = Readonly<Partial<Record<Detail, string>>>;

/** A detail that can't be used as it was typed, such as a date that is none. */
export interface RejectedDetail {
  readonly detail: Detail;
  readonly typed: string;
  /** What is wrong with it, and what to do. */
  readonly problem: string;
}

/** An article that was read and isn't added yet. It is kept in memory for a quarter of an hour. */
export interface Preview {
  readonly id: string;
  readonly title: string;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** BCP 47; `und` if unknown. */
  readonly language: string;
  readonly words: number;
  /** The first lines of the body, at most 400 characters. */
  readonly excerpt: string;
  readonly warnings: readonly string[];
  /** Details that were typed last and can't be used. The earlier ones stay until they are corrected. */
  readonly rejected: readonly RejectedDetail[];
  /** The library's article that it would replace. */
  readonly replaces?:
    | { readonly id: string; readonly title: string; readonly isUnchanged: boolean }
    | undefined;
}

/** What {@link LibraryManager.add} did. */
export interface Added {
  readonly article: Article;
  /** `unchanged`: the library had exactly this article. */
  readonly change: 'added' | 'changed' | 'unchanged';
}

/** What {@link LibraryManager.refresh} found. Sentences are quoted from the old or the new version. */
export interface Refreshed {
  readonly article: Article;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly before: string; readonly after: string }[];
}

/** What is stored about a person. `articles` are those of their own library. */
export type PersonalData = StoredPerson;

/** An article with everything that is needed to make it again: {@link LibraryManager.importArticle}. */
export interface ExportedArticle {
  readonly article: Omit<Article, 'digest'>;
  readonly record: ArticleRecord;
}

/** Limits of one library. */
export interface LibraryLimits {
  /** Default 200. */
  readonly articles: number;
  /** Characters of all its articles together. Default 20 million. */
  readonly characters: number;
  /** In 24 hours. Default 50. */
  readonly additionsPerDay: number;
  /** Default 20. */
  readonly feeds: number;
}

/**
 * Manages the articles of libraries. Each call names its library, and nothing of another library is ever read or changed:
 * an id from another library is an unknown id. Every change is written to the audit log.
 */
export interface LibraryManager {
  readonly limits: LibraryLimits;
  /**
   * Reads what someone wants to add and keeps it for {@link LibraryManager.add}.
   * @throws AppError `sources/*`; `library/full`, `library/too-many-today`, `library/being-deleted` before anything is read
   */
  preview(source: Source, actor: Actor, options?: ReadOptions): Promise<Preview>;
  /**
   * Changes details. An address, a language or a date that is none is rejected, and the others are changed all the same.
   * @throws AppError `library/preview-gone` if it expired or isn't this person's
   */
  editPreview(previewId: string, details: Details, actor: Actor): Preview;
  dropPreview(previewId: string, actor: Actor): void;
  /**
   * Adds a previewed article. Two calls for the same article result in one.
   * @throws AppError `library/preview-gone`, `library/full`, `library/too-many-today`, `library/deleted`, `engine/*`
   */
  add(previewId: string, actor: Actor, options?: ReadOptions): Promise<Added>;

  /** The library's own articles and the built-in ones that it shows, in order of title. */
  list(actor: Actor): readonly ManagedArticle[];
  find(articleId: string, actor: Actor): ArticleRecord | undefined;
  /**
   * Removes an article from answers at once. It can be restored for an hour.
   * @throws AppError `core/no-such-article`
   */
  remove(
    articleId: string,
    actor: Actor,
  ): Promise<{ readonly title: string; readonly restorableUntil: Date }>;
  /** @throws AppError `library/not-restorable`, `library/full` */
  restore(articleId: string, actor: Actor): Promise<Article>;
  /** Articles that can be restored, last removed first. */
  listRemoved(
    actor: Actor,
  ): readonly { readonly id: string; readonly title: string; readonly restorableUntil: Date }[];
  /**
   * Reads an article from its link again. Old answers keep the version that they cite.
   * @throws AppError `library/no-link` if it came from a file or pasted text; `sources/*`
   */
  refresh(articleId: string, actor: Actor, options?: ReadOptions): Promise<Refreshed>;
  /**
   * What changed in an article since a time. Works for built-in articles, too.
   * @returns undefined if it is unchanged, or if it didn't exist or its version of that time is no longer kept
   */
  compareSince(articleId: string, since: Date, actor: Actor): Promise<Refreshed | undefined>;
  /** @param every undefined: never. @throws AppError `core/no-such-article`, `library/no-link` */
  scheduleRefresh(articleId: string, every: RefreshInterval | undefined, actor: Actor): void;

  settings(actor: Actor): LibrarySettings;
  /** @param articleId undefined: no default. @throws AppError `core/no-such-article` */
  setDefault(articleId: string | undefined, actor: Actor & { readonly channelId?: string | undefined }): void;
  /** The article that is meant when none is named: the channel's, or the library's. */
  defaultArticle(place: {
    readonly library: string;
    readonly channelId?: string | undefined;
  }): string | undefined;
  /** Hides a built-in article, or shows it again. @throws AppError `core/no-such-article` */
  setHidden(articleId: string, isHidden: boolean, actor: Actor): void;
  /** The built-in articles that the library hides. */
  listHidden(actor: Actor): readonly ListedArticle[];
  setManagerRole(roleId: string | undefined, actor: Actor): void;

  /** The library's own articles, in order of title. */
  exportArticles(actor: Actor): Iterable<ExportedArticle>;
  /**
   * Adds an exported article, or replaces it. In the library that it was exported from, it gets the same id. The limits don't
   * apply.
   * @throws AppError `core/empty-article`, `core/article-too-long`, `engine/*`
   */
  importArticle(exported: ExportedArticle, actor: Actor, options?: ReadOptions): Promise<Added>;

  /** Newest first. */
  listChanges(actor: Actor, limit: number): readonly LibraryChange[];

  /**
   * Follows a feed, or changes how it is followed. Its items are added little by little, newest first.
   * @throws AppError `sources/*`, `library/too-many-feeds`
   */
  follow(
    url: string,
    options: Pick<FollowedFeed, 'checkEvery' | 'maxArticles' | 'maxAgeDays'>,
    actor: Actor,
    read?: ReadOptions,
  ): Promise<{ readonly feed: FollowedFeed; readonly items: Feed['items'] }>;
  /** Articles that came from it stay. @throws AppError `library/no-such-feed` */
  unfollow(feedId: string, actor: Actor): FollowedFeed;
  listFeeds(actor: Actor): readonly FollowedFeed[];

  /**
   * Plans the deletion of everything stored about the library: articles, answers, usage, settings, digests and log. Its articles are
   * gone from answers at once.
   * @returns when it will be deleted
   */
  planDeletion(actor: Actor): Date;
  /** @returns whether a deletion was planned and hadn't begun */
  cancelDeletion(actor: Actor): boolean;
  /** When the library will be deleted; undefined if that isn't planned. */
  plannedDeletion(library: string): Date | undefined;

  /**
   * A bot is in the library's server, now or again. Cancels a deletion that nobody asked for: it was planned because the bot
   * was removed.
   * @returns whether one was cancelled
   */
  addBot(library: string, botId: string): boolean;
  /**
   * A bot was removed from the library's server. Plans the deletion, unless another bot was in the server since.
   * @returns when the library will be deleted; undefined if it stays
   */
  removeBot(library: string, botId: string): Date | undefined;
  /** The libraries of the servers that a bot was in, and no other bot since. */
  listLibrariesOf(botId: string): readonly string[];

  personalData(userId: string): PersonalData;
  /**
   * Deletes a person's library and answers, and their id in what servers keep: articles, feeds, the log and usage.
   * @returns what was stored about them
   */
  deletePersonalData(userId: string): Promise<PersonalData>;
}
