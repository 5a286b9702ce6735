// The composition root, built by hand from top to bottom, and the package's main export.
import { BUILT_IN_LIBRARY } from './core/article.js';
import { type Assistant, createAssistant } from './core/assistant.js';
import { AppError } from './core/errors.js';
import { articleIdOf, type Ingested, ingest } from './core/ingest.js';
import type { Engine, SettingStore } from './core/ports.js';
import { createBuiltinEngine } from './engines/builtin/engine.js';
import { readFolder } from './sources/file.js';
import { openStore } from './store/open.js';

export type { Answer, Answered, Closest, NotInArticle } from './core/answer.js';
export { type Article, BUILT_IN_LIBRARY, type Span } from './core/article.js';
export type {
  AskOptions,
  Assistant,
  InLibrary,
  SearchOptions,
  SearchResult,
  SuggestOptions,
  SummarizeOptions,
} from './core/assistant.js';
export type { Citation } from './core/citation.js';
export type { Turn } from './core/conversation.js';
export { AppError } from './core/errors.js';
export type { ArticleDraft, Ingested, IngestOptions } from './core/ingest.js';
export type { Embedder, Engine, Evidence, Question, StoredAnswer, Writer } from './core/ports.js';
export type { SummaryLength } from './core/summarize.js';

export interface AppOptions {
  /** Folder of the database and the vector index; made where it is missing. */
  readonly dataDir: string;
  /** Folder of the built-in articles, brought in line with the store at each start; `false`: none are touched. */
  readonly corpusDir?: string | false | undefined;
  /** Default: the built-in engine, which needs no key and no network. */
  readonly engine?: Engine | undefined;
  /** Told of each file that was skipped, and why. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  /** Told of long work. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Long work at a start. */
export interface Progress {
  /** What is being done, for people. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What the start found in `corpus/`. */
export interface CorpusReport {
  readonly ingested: readonly Ingested[];
  readonly removed: number;
  readonly skipped: number;
}

export interface App {
  readonly assistant: Assistant;
  readonly corpus: CorpusReport;
  readonly settings: SettingStore;
  /** Ends all work and closes the store; safe to call twice. */
  close(): Promise<void>;
}

const STEPS = {
  embedding: 'Embedding passages',
  terms: 'Reading words',
  graph: 'Building the vector index',
};

/**
 * Opens Footnote: engine, store, built-in articles.
 * @throws AppError `store/*` where the data cannot be opened; whatever the signal's reason is
 * @example
 * const { assistant, close } = await openApp({ dataDir: 'data', corpusDir: 'corpus' });
 * const answer = await assistant.ask('Who wrote it?', { library: 'my-page' });
 */
export async function openApp(options: AppOptions): Promise<App> {
  const { dataDir, corpusDir = false, onProgress, signal } = options;
  const engine = options.engine ?? createBuiltinEngine();
  const store = await openStore({
    ...{ dataDir, signal },
    embedder: engine.embedder,
    analyzer: engine.analyzer,
    onProgress: (step, done, total) => onProgress?.({ step: STEPS[step], done, total }),
  });
  try {
    const assistant = createAssistant({ engine, store, index: store, clock: { now: () => new Date() } });
    const corpus = await syncCorpus(corpusDir, { engine, store }, options);
    return { assistant, corpus, settings: store, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Brings the built-in articles in line with the folder. A file that cannot be read keeps its article of before. */
async function syncCorpus(
  folder: string | false,
  parts: { engine: Engine; store: Awaited<ReturnType<typeof openStore>> },
  { onWarning, onProgress, signal }: AppOptions,
): Promise<CorpusReport> {
  const ingested: Ingested[] = [];
  if (folder === false) return { ingested, removed: 0, skipped: 0 };
  const present = new Set<string>();
  let skipped = 0;
  try {
    for await (const outcome of readFolder(folder)) {
      signal?.throwIfAborted();
      present.add(articleIdOf(BUILT_IN_LIBRARY, outcome.name));
      if (outcome.kind === 'problem') {
        skipped += 1;
        onWarning?.(`Skipped ${outcome.name}: ${outcome.problem}`);
        continue;
      }
      const step = `Indexing ${outcome.name}`;
      ingested.push(
        await ingest({ ...outcome.draft, library: BUILT_IN_LIBRARY }, parts, {
          signal,
          onProgress: (done, total) => onProgress?.({ step, done, total }),
        }),
      );
    }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'sources/no-folder')) throw error;
    onWarning?.(`${error.message} ${error.advice}`);
    return { ingested, removed: 0, skipped };
  }
  let removed = 0;
  for (const { id } of parts.store.listArticles({ libraries: [BUILT_IN_LIBRARY] })) {
    if (!present.has(id) && (await parts.store.removeArticle(id, BUILT_IN_LIBRARY))) removed += 1;
  }
  return { ingested, removed, skipped };
}
