// Which of a digest's articles are new or have changed since they were last covered.
import type { LibraryStore } from '../library/library-store.js';
import type { ManagedArticle } from '../library/ports.js';
import { resolveLibraries } from '../library/resolve-scope.js';
import { BUILT_IN_LIBRARY } from '../text/article.js';
import type { Digest, DigestState } from './digest.js';

export interface ChangedArticles {
  /** New and changed articles, the latest change first. */
  readonly articleIds: readonly string[];
  /** Every article of the digest as it is now, for {@link DigestState.covered}. */
  readonly covered: Readonly<Record<string, string>>;
}

export function findChanged(digest: DigestState, store: LibraryStore): ChangedArticles {
  const articles = listSubject(digest, store);
  const changed = articles.filter(({ id, digest: version }) => digest.covered[id] !== version);
  const sorted = changed.toSorted((a, b) => changedAt(b).localeCompare(changedAt(a)));
  return { articleIds: sorted.map(({ id }) => id), covered: versionsOf(articles) };
}

/** The articles that a digest is about, as they are now. */
export function listSubject(
  { library, subject: { articleIds, feedIds } }: Pick<Digest, 'library' | 'subject'>,
  store: LibraryStore,
): readonly ManagedArticle[] {
  const listed = store.listRecords(resolveLibraries(library, store));
  if (articleIds.length + feedIds.length > 0) {
    const isFromFeed = ({ record }: ManagedArticle) =>
      record.library === library && record.feedId !== undefined && feedIds.includes(record.feedId);
    return listed.filter((article) => articleIds.includes(article.id) || isFromFeed(article));
  }
  const own = listed.filter((article) => article.library !== BUILT_IN_LIBRARY);
  // As in a summary of the library, the built-in articles only count if it has no others.
  return own.length > 0 ? own : listed;
}

export function versionsOf(articles: readonly ManagedArticle[]): Readonly<Record<string, string>> {
  return Object.fromEntries(articles.map(({ id, digest }) => [id, digest]));
}

function changedAt({ record: { addedAt, refreshedAt } }: ManagedArticle): string {
  return refreshedAt !== undefined && refreshedAt > addedAt ? refreshedAt : addedAt;
}
