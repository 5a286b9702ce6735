// Adds an article: canonical text → sentences → passages → terms and vectors → one visible change in the store.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { collectInTurns } from '../async/collect-in-turns.js';
import { AppError } from '../errors.js';
import type { Engine } from '../ports.js';
import type { ArticleStore, IndexedPassage } from '../store-ports.js';
import { type Article, canonicalLine, digestOf } from '../text/article.js';
import { walkArticleSentences } from '../text/article-sentences.js';
import { canonicalize } from '../text/canonical-offsets.js';
import { readLanguage } from '../text/language-tag.js';
import { walkPassages } from '../text/passage.js';
import type { ArticleDraft } from './article-draft.js';
import { embedTexts } from './embed-texts.js';
import type { Provenance } from './ports.js';

export type { ArticleDraft } from './article-draft.js';

/** Longer than any book, and small enough for 32-bit offsets. */
const MAX_ARTICLE_CHARS = 20_000_000;
/** Passages analyzed before the event loop gets a turn. */
const PASSAGES_PER_STEP = 8;
const MAX_TITLE_CHARS = 200;

/** What {@link ingest} did. `passages` is 0 if nothing changed. */
export interface IngestResult {
  readonly article: Article;
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly passages: number;
}

/** Options for {@link ingest}. */
export interface IngestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((donePassages: number, totalPassages: number) => void) | undefined;
  /** Stored together with the article. Default: as {@link ArticleStore.putArticle}. */
  readonly provenance?: Provenance | undefined;
}

/**
 * Adds an article, replaces the one with the same origin, or does nothing if it is unchanged. If it is interrupted,
 * the next attempt reuses the vectors that a remote model has already computed.
 * @throws AppError `core/empty-article`, `core/article-too-long`, `engine/*`
 */
export async function ingest(
  draft: ArticleDraft,
  parts: { readonly engine: Engine; readonly store: ArticleStore },
  options: IngestOptions = {},
): Promise<IngestResult> {
  return await indexArticle(prepareArticle(draft, parts.engine), parts, options);
}

/**
 * Like {@link ingest}, for an article that is already prepared.
 * @throws AppError `engine/*`
 */
export async function indexArticle(
  article: Article,
  { engine, store }: { readonly engine: Engine; readonly store: ArticleStore },
  { signal, onProgress, provenance }: IngestOptions = {},
): Promise<IngestResult> {
  const existing = store.getArticle(article.id, { libraries: [article.library] });
  if (existing?.digest === article.digest) return { article: existing, change: 'unchanged', passages: 0 };
  const sentences = walkArticleSentences(article);
  const passages = await collectInTurns(walkPassages(article.text, sentences), signal);
  const texts = passages.map(({ start, end }) => article.text.slice(start, end));
  const { language } = article;
  // With a slow embedder, full-text search works at once, and the store embeds the passages in the background.
  const vectors = engine.embedder.isSlow
    ? []
    : await embedTexts(engine.embedder, texts, { signal, language, onProgress, cache: store.vectorCache });
  const indexed: IndexedPassage[] = [];
  for (const [index, passage] of passages.entries()) {
    if (index % PASSAGES_PER_STEP === 0) {
      await yieldToEvents();
      // Without vectors, this is what takes time.
      if (vectors.length === 0) onProgress?.(index, passages.length);
    }
    const terms = engine.analyzer.terms(texts[index] ?? '', language);
    indexed.push({ ...passage, terms, vector: vectors[index] });
  }
  await store.putArticle(article, indexed, signal, provenance);
  return { article, change: existing ? 'changed' : 'added', passages: indexed.length };
}

/** The id of a library's article from this origin, whether or not it exists yet. */
export function articleIdOf(library: string, origin: string): string {
  return digestOf(library, origin).slice(0, 16);
}

/**
 * Makes the text canonical, detects the language, and computes id and digest.
 * @throws AppError `core/empty-article`, `core/article-too-long`
 */
export function prepareArticle(draft: ArticleDraft, { analyzer }: Pick<Engine, 'analyzer'>): Article {
  const { text, bodyStart, structure } = makeCanonical(draft);
  if (text.trim() === '') {
    throw new AppError({
      code: 'core/empty-article',
      message: `${draft.title ? `“${draft.title.slice(0, MAX_TITLE_CHARS)}”` : 'The article'} is empty.`,
      advice: 'Add an article with at least one sentence.',
    });
  }
  if (text.length > MAX_ARTICLE_CHARS) {
    throw new AppError({
      code: 'core/article-too-long',
      message: `The article is too long: ${text.length.toLocaleString('en')} characters, and the limit is ${MAX_ARTICLE_CHARS.toLocaleString('en')}.`,
      advice: 'Split it into parts and add each one.',
    });
  }
  const firstLine = text.trim().split('\n', 1)[0] ?? '';
  const title = [...(canonicalLine(draft.title) || firstLine)].slice(0, MAX_TITLE_CHARS).join('');
  const { library } = draft;
  const [url, author, published] = [draft.url, draft.author, draft.published].map(readField);
  const language = readLanguage(draft.language ?? '') ?? analyzer.detectLanguage(text);
  const origin = draft.origin ?? url ?? digestOf(title, text);
  return {
    id: articleIdOf(library, origin),
    digest: digestOf(
      ...[title, text, String(bodyStart), language, url ?? '', author ?? '', published ?? ''],
      ...(structure.length === 0 ? [] : [JSON.stringify(structure)]),
    ),
    ...{ library, title, text, bodyStart, language },
    ...(structure.length === 0 ? {} : { structure }),
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
  };
}

/** The canonical text, and every offset of the draft in it. */
function makeCanonical({ text: raw, bodyStart: rawStart = 0, structure = [] }: ArticleDraft) {
  const rawOffsets = [rawStart, ...structure.flatMap(({ start, end }) => [start, end])];
  const { text, offsets } = canonicalize(raw, rawOffsets);
  const [bodyStart = 0, ...ends] = offsets;
  const spans = structure
    .map((span, index) => ({ ...span, start: ends[2 * index] ?? 0, end: ends[2 * index + 1] ?? 0 }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, bodyStart, structure: spans };
}

/** A field of the draft on one line. Undefined if it is empty. */
function readField(field: string | undefined): string | undefined {
  return canonicalLine(field ?? '') || undefined;
}
