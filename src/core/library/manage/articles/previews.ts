// Articles that were read and aren't added yet. They are kept in memory, for the person who made them.

import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Article, canonicalLine, digestOf } from '../../../text/article.js';
import { countBodyWords } from '../../../text/body-words.js';
import { prepareArticle } from '../../ingest.js';
import type { Actor, Details, Preview, RejectedDetail, Source } from '../../manager.js';
import type { Detail, Origin, ReadOptions, SourceDraft } from '../../ports.js';
import { libraryErrors } from '../errors.js';
import type { ManagerParts } from '../parts.js';
import { readDetails } from './details.js';

const PREVIEW_MS = 15 * 60 * 1_000;
/** UTF-16 code units of all previews together. The least recently used ones make room. */
const MAX_CHARS = 64_000_000;
const MAX_PREVIEWS = 500;
/** Of one person in one library. The oldest make room, so that nobody's previews push out those of others. */
const MAX_OWN_PREVIEWS = 5;
const EXCERPT_CHARS = 400;
const DETAILS: readonly Detail[] = ['title', 'author', 'published', 'language', 'url'];

/** An article that is ready to be added. */
export interface ReadArticle {
  readonly draft: SourceDraft;
  readonly origin: Origin;
  readonly sourceUrl?: string | undefined;
  readonly feedId?: string | undefined;
  /** Details that the person has changed. */
  readonly edited: readonly Detail[];
}

interface HeldPreview extends ReadArticle {
  readonly rejected: readonly RejectedDetail[];
  readonly actor: Actor;
  readonly expiresAt: number;
}

export type Previews = ReturnType<typeof createPreviews>;

export function createPreviews(
  parts: Pick<ManagerParts, 'engine' | 'store' | 'sources' | 'clock' | 'limitReading'>,
) {
  const { sources, clock, limitReading } = parts;
  const held = new LRUCache<string, HeldPreview>({
    ...{ max: MAX_PREVIEWS, maxSize: MAX_CHARS },
    sizeCalculation: ({ draft }) => Math.max(1, draft.text.length),
  });

  function find(previewId: string, { library, userId }: Actor): HeldPreview {
    const found = held.get(previewId);
    if (found && found.expiresAt <= clock.now().getTime()) held.delete(previewId);
    else if (found?.actor.library === library && found.actor.userId === userId) return found;
    throw libraryErrors.previewGone();
  }

  /** Makes room for one more preview of a person. */
  function dropOldest({ library, userId }: Actor): void {
    const own = [...held.entries()]
      .reverse()
      .filter(([, { actor }]) => actor.library === library && actor.userId === userId)
      .sort(([, a], [, b]) => a.expiresAt - b.expiresAt);
    for (const [id] of own.slice(0, Math.max(0, own.length - MAX_OWN_PREVIEWS + 1))) held.delete(id);
  }

  return {
    async read(source: Source, actor: Actor, options: ReadOptions): Promise<Preview> {
      const read = await limitReading(actor.userId, options.signal, () =>
        readSource(source, sources, options),
      );
      const id = randomUUID();
      const preview = describe(id, { ...read, rejected: [] }, actor, parts);
      dropOldest(actor);
      held.set(id, { ...read, rejected: [], actor, expiresAt: clock.now().getTime() + PREVIEW_MS });
      if (!held.has(id)) throw libraryErrors.tooLargeToPreview();
      return preview;
    },
    edit(previewId: string, details: Details, actor: Actor): Preview {
      const before = find(previewId, actor);
      const { accepted, rejected } = readDetails(details);
      const edited = [...new Set([...before.edited, ...DETAILS.filter((detail) => detail in accepted)])];
      const stillRejected = before.rejected.filter(({ detail }) => !(detail in details));
      const after = {
        ...{ ...before, draft: { ...before.draft, ...accepted }, edited },
        rejected: [...stillRejected, ...rejected],
      };
      const preview = describe(previewId, after, actor, parts);
      held.set(previewId, after);
      return preview;
    },
    find: (previewId: string, actor: Actor): ReadArticle => find(previewId, actor),
    drop(previewId: string, actor: Actor): void {
      const { library, userId } = held.get(previewId)?.actor ?? {};
      if (library === actor.library && userId === actor.userId) held.delete(previewId);
    },
    /** Forgets the previews of a person. */
    dropOf(userId: string): void {
      for (const [id, { actor }] of [...held.entries()]) if (actor.userId === userId) held.delete(id);
    },
  };
}

/** The article as it would be stored in the library. @throws AppError `core/empty-article`, `core/article-too-long` */
export function toArticle(
  { draft, origin, sourceUrl }: ReadArticle,
  library: string,
  { engine }: Pick<ManagerParts, 'engine'>,
): { readonly article: Article; readonly originKey: string } {
  const byTitle = digestOf(origin, draft.origin ?? '', canonicalLine(draft.title) || firstLine(draft.text));
  const originKey =
    origin === 'file' || origin === 'text' ? byTitle : (draft.origin ?? draft.url ?? sourceUrl ?? byTitle);
  return { article: prepareArticle({ ...draft, library, origin: originKey }, engine), originKey };
}

async function readSource(
  source: Source,
  sources: ManagerParts['sources'],
  options: ReadOptions,
): Promise<ReadArticle> {
  if (source.kind === 'text') {
    return { draft: sources.readText(source.text, source.title), origin: 'text', edited: [] };
  }
  if (source.kind === 'file') {
    const draft = await sources.readFile(source.file, options);
    // Many files are called “document.pdf”, so the name identifies an article only together with its title.
    return { draft: { ...draft, origin: source.file.name }, origin: 'file', edited: [] };
  }
  const { url: sourceUrl, feedId } = source;
  const draft = await sources.readLink(sourceUrl, options);
  // An edited address must not change which article this is.
  const kept = { ...draft, origin: draft.origin ?? draft.url ?? sourceUrl };
  return { draft: kept, origin: feedId === undefined ? 'link' : 'feed', sourceUrl, feedId, edited: [] };
}

function describe(
  id: string,
  read: ReadArticle & Pick<HeldPreview, 'rejected'>,
  { library }: Actor,
  parts: Pick<ManagerParts, 'engine' | 'store'>,
): Preview {
  const { article } = toArticle(read, library, parts);
  const { title, author, published, url, language, text, bodyStart } = article;
  const [existing] = parts.store.listArticles({ libraries: [library], articleId: article.id });
  return {
    ...{ id, title, language, words: countBodyWords(article) },
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
    excerpt: excerptOf(text.slice(bodyStart)),
    warnings: read.draft.warnings ?? [],
    rejected: read.rejected,
    ...(existing && {
      replaces: {
        ...{ id: existing.id, title: existing.title },
        isUnchanged: existing.digest === article.digest,
      },
    }),
  };
}

/** The first lines, cut at a word. */
function excerptOf(body: string): string {
  const start = body.trimStart().slice(0, EXCERPT_CHARS + 1);
  if (start.length <= EXCERPT_CHARS) return start.trim();
  const cut = start.slice(0, EXCERPT_CHARS - 1);
  return `${cut.slice(0, Math.max(cut.search(/\s\S*$/u), EXCERPT_CHARS / 2)).trim()}…`.toWellFormed();
}

function firstLine(text: string): string {
  return canonicalLine(text.trimStart().split('\n', 1)[0] ?? '');
}
