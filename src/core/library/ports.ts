// What managing a library's articles needs from outside: places that articles come from, and what is stored about them.
import type { Article, ListedArticle } from '../text/article.js';
import type { ArticleDraft } from './article-draft.js';

/** An article as a source reads it, before it belongs to a library. */
export interface SourceDraft extends Omit<ArticleDraft, 'library'> {
  /** Things that a person should know before they add it, each one sentence, such as "Page 4 has no text." */
  readonly warnings?: readonly string[] | undefined;
}

/** A file that someone attached. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As the sender declares it. What the bytes say counts more. */
  readonly contentType?: string | undefined;
}

/** Options for reading a source. */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called during long work, with a step in words such as "Reading page 12 of 500". */
  readonly onProgress?: ((step: string, done: number, total: number) => void) | undefined;
}

/** An item of a feed. */
export interface FeedItem {
  /** Identifies the item in its feed. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** ISO 8601. */
  readonly published?: string | undefined;
}

/** A feed as it is now. Items are in the feed's order. */
export interface Feed {
  /** The feed's own address, after redirects. */
  readonly url: string;
  readonly title: string;
  /** The site that it belongs to. */
  readonly siteUrl?: string | undefined;
  readonly items: readonly FeedItem[];
  /** Pass it to the next call, which then can save the download. */
  readonly revision?: string | undefined;
}

/**
 * Reads articles from links, files, pasted text and feeds. It never sends a request to a private address, and every call
 * ends within bounded time and memory.
 */
export interface ArticleSources {
  /**
   * Reads the article on a web page, or a file behind a link.
   * @throws AppError `sources/*` with the reason, such as a page that is not an article
   */
  readLink(url: string, options?: ReadOptions): Promise<SourceDraft>;
  /** @throws AppError `sources/*` */
  readFile(file: SourceFile, options?: ReadOptions): Promise<SourceDraft>;
  /** Reads pasted text as Markdown. @throws AppError `sources/no-text` */
  readText(text: string, title?: string): SourceDraft;
  /**
   * Reads the feed at this address, or the feed that the page there names.
   * @returns undefined if nothing changed since the revision
   * @throws AppError `sources/*`
   */
  readFeed(
    url: string,
    options?: ReadOptions & { readonly revision?: string | undefined },
  ): Promise<Feed | undefined>;
}

/** How an article came into its library. */
export type Origin = 'folder' | 'link' | 'file' | 'text' | 'feed';

/** A detail of an article that a person can change. */
export type Detail = 'title' | 'author' | 'published' | 'language' | 'url';

/** What is stored about an article besides its text. */
export interface ArticleRecord {
  readonly articleId: string;
  readonly library: string;
  readonly origin: Origin;
  /** Identifies the article in its library: {@link ArticleDraft.origin}. The id is computed from it. */
  readonly originKey?: string | undefined;
  /** The address that it was read from. */
  readonly sourceUrl?: string | undefined;
  /** The feed that it came from. */
  readonly feedId?: string | undefined;
  /** Who added it. Unset for built-in articles, and after that person's data was deleted. */
  readonly addedBy?: string | undefined;
  /** ISO 8601. */
  readonly addedAt: string;
  /** When it was last read again. ISO 8601. */
  readonly refreshedAt?: string | undefined;
  /** When another version last replaced it. ISO 8601. */
  readonly changedAt?: string | undefined;
  /** How often it is read again. Default: never. */
  readonly refreshEvery?: RefreshInterval | undefined;
  /** Why it couldn't be read again the last time, in words. */
  readonly problem?: string | undefined;
  /** Details that a person has changed. Reading the article again leaves them as they are. */
  readonly edited?: readonly Detail[] | undefined;
  /** Words in the body. */
  readonly words: number;
  /** UTF-16 code units of the text. */
  readonly characters: number;
}

/** What is stored together with an article: how it came into its library, and the line in the audit log. */
export interface Provenance {
  /** A function gets the record as it is when the article becomes visible, because storing a book takes a while. */
  readonly record: ArticleRecord | ((current: ArticleRecord | undefined) => ArticleRecord);
  readonly change?: LibraryChange | undefined;
}

/** How often something is read again. */
export type RefreshInterval = 'hourly' | 'daily' | 'weekly';

/** What a library's managers have chosen. */
export interface LibrarySettings {
  /** The article that is meant when a question names none. */
  readonly defaultArticle?: string | undefined;
  /** The same for single channels, by channel id. */
  readonly channelDefaults: Readonly<Record<string, string>>;
  /** Ids of built-in articles that the library doesn't show. */
  readonly hidden: readonly string[];
  /** People with this role may manage the library, besides those with Manage Server. */
  readonly managerRole?: string | undefined;
}

/** A change in a library, as its audit log has it. */
export interface LibraryChange {
  readonly library: string;
  /** ISO 8601. */
  readonly at: string;
  /** Unset if Footnote did it itself, such as a scheduled refresh. */
  readonly userId?: string | undefined;
  readonly action:
    | 'added'
    | 'removed'
    | 'restored'
    | 'refreshed'
    | 'followed'
    | 'unfollowed'
    | 'settings-changed'
    | 'digest-added'
    | 'digest-paused'
    | 'digest-resumed'
    | 'digest-removed'
    | 'deletion-planned'
    | 'deletion-cancelled';
  /** What it was done to: an article's or feed's title, or a setting in words. */
  readonly subject: string;
  readonly articleId?: string | undefined;
}

/** A feed that a library follows. */
export interface FollowedFeed {
  readonly id: string;
  readonly library: string;
  readonly url: string;
  readonly title: string;
  readonly addedBy?: string | undefined;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly checkEvery: RefreshInterval;
  /** The most articles of this feed that stay in the library; the oldest make room. */
  readonly maxArticles: number;
  /** Articles published longer ago than this many days aren't added. */
  readonly maxAgeDays: number;
  /** ISO 8601. */
  readonly checkedAt?: string | undefined;
  /** Why the last check failed, or why nothing more can be added, in words. */
  readonly problem?: string | undefined;
}

/** A library's article with what is stored about it. */
export interface ManagedArticle extends ListedArticle {
  readonly record: ArticleRecord;
}

/** An article that was removed a short time ago. */
export interface RemovedArticle {
  readonly article: Article;
  readonly record: ArticleRecord;
  /** ISO 8601. */
  readonly removedAt: string;
}
