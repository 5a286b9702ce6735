// An article comes in: canonical text, sentences, passages, terms and vectors, then one visible change.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { ArticleStore, Engine, IndexedPassage } from '../ports.js';
import { type Article, canonicalText, digestOf } from '../text/article.js';
import { splitIntoPassages } from '../text/passage.js';
import { splitIntoSentences } from '../text/split-sentences.js';
import { embedTexts } from './embed-texts.js';

/** Longer than any book; offsets are stored in 32 bits. */
const MAX_ARTICLE_CHARS = 20_000_000;
/** Passages whose words are read before the event loop gets a turn. */
const PASSAGES_PER_STEP = 8;
const TITLE_CHARS = 200;

/** What a source hands over. */
export interface ArticleDraft {
  readonly library: string;
  /** Empty: the first line of the text. */
  readonly title: string;
  readonly text: string;
  /** Where in `text` the body begins, after headline and dek. Default 0. */
  readonly bodyStart?: number | undefined;
  /** What it is known by in its library (a file's name, a link): the same origin is replaced, not added again. */
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  /** Default: told from the text. */
  readonly language?: string | undefined;
}

export interface IngestResult {
  readonly article: Article;
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly passages: number;
}

export interface IngestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((donePassages: number, totalPassages: number) => void) | undefined;
}

/**
 * Adds the article, replaces the one of the same origin, or leaves all as it is where nothing changed.
 * Interrupted, it pays a model for nothing twice: what was embedded is kept until the article is visible.
 * @throws AppError `core/empty-article`, `core/article-too-long`, `engine/*`
 */
export async function ingest(
  draft: ArticleDraft,
  { engine, store }: { readonly engine: Engine; readonly store: ArticleStore },
  { signal, onProgress }: IngestOptions = {},
): Promise<IngestResult> {
  const article = readDraft(draft, engine);
  const known = store.getArticle(article.id, { libraries: [article.library] });
  if (known?.digest === article.digest) return { article: known, change: 'unchanged', passages: 0 };
  await yieldToEvents();
  const passages = splitIntoPassages(article.text, splitIntoSentences(article.text, article.language));
  await yieldToEvents();
  const texts = passages.map(({ start, end }) => article.text.slice(start, end));
  const vectors = await embedTexts(engine.embedder, texts, { signal, onProgress, cache: store.vectorCache });
  const indexed: IndexedPassage[] = [];
  for (const [index, passage] of passages.entries()) {
    if (index % PASSAGES_PER_STEP === 0) await yieldToEvents();
    const terms = engine.analyzer.terms(texts[index] ?? '', article.language);
    indexed.push({ ...passage, terms, vector: vectors[index] as Float32Array });
  }
  await store.putArticle(article, indexed, signal);
  return { article, change: known ? 'changed' : 'added', passages: indexed.length };
}

/** The id of the article that a library holds, or would hold, of an origin. */
export function articleIdOf(library: string, origin: string): string {
  return digestOf(library, origin).slice(0, 16);
}

function readDraft(draft: ArticleDraft, { analyzer }: Engine): Article {
  const text = canonicalText(draft.text);
  if (text.trim() === '') {
    throw new AppError({
      code: 'core/empty-article',
      message: `“${draft.title.slice(0, TITLE_CHARS) || 'The article'}” holds no text.`,
      advice: 'Add an article with at least one sentence.',
    });
  }
  if (text.length > MAX_ARTICLE_CHARS) {
    throw new AppError({
      code: 'core/article-too-long',
      message: `The article has ${text.length.toLocaleString('en')} characters; the most is ${MAX_ARTICLE_CHARS.toLocaleString('en')}.`,
      advice: 'Split it and add the parts.',
    });
  }
  const firstLine = text.trim().split('\n', 1)[0] ?? '';
  const title = [...(canonicalText(draft.title).replace(/\s+/gu, ' ').trim() || firstLine)]
    .slice(0, TITLE_CHARS)
    .join('');
  const { library, url, author, published, bodyStart = 0 } = draft;
  const language = draft.language ?? analyzer.detectLanguage(text);
  const origin = draft.origin ?? url ?? digestOf(title, text);
  return {
    id: articleIdOf(library, origin),
    digest: digestOf(...[title, text, String(bodyStart), language, url ?? '', author ?? '', published ?? '']),
    ...{ library, title, text, bodyStart, language },
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
  };
}
