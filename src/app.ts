// The composition root, built by hand from top to bottom, and the package's main export.
import { createRequire } from 'node:module';
import type { ModelsConfig } from './config.js';
import { type Assistant, createAssistant } from './core/assistant.js';
import { AppError, isEngineFailure } from './core/errors.js';
import { articleIdOf, type IngestResult, ingest } from './core/library/ingest.js';
import { RETENTION, type Retention, startPruning } from './core/limits/retention.js';
import type { Limits } from './core/limits/usage-limits.js';
import type { Prices } from './core/limits/usage-report.js';
import type { Clock, Engine, SettingStore } from './core/ports.js';
import { BUILT_IN_LIBRARY } from './core/text/article.js';
import { openEngine } from './engines/open.js';
import { readFolder } from './sources/file.js';
import { inspectStore } from './store/inspect.js';
import { openStore } from './store/open.js';

export type { ChatConfig, EmbeddingConfig, ModelsConfig } from './config.js';
export type {
  Answer,
  Answered,
  ArticleReference,
  ChooseArticle,
  ClosestPassage,
  MetadataField,
  NotInArticle,
  Notice,
  QuestionAnswer,
  Remark,
  Reply,
  ReplyIntent,
} from './core/answer.js';
export { highlightedPhrase } from './core/ask/cite.js';
export { turnOf } from './core/ask/follow-up.js';
export type { SearchResult, SearchResults } from './core/ask/search-passages.js';
export type {
  AskOptions,
  Assistant,
  CheckOptions,
  LibraryOptions,
  SearchOptions,
  SuggestOptions,
  SummarizeOptions,
} from './core/assistant.js';
export { AppError } from './core/errors.js';
export type { ArticleDraft, IngestOptions, IngestResult } from './core/library/ingest.js';
export type { Retention } from './core/limits/retention.js';
export type { Limits } from './core/limits/usage-limits.js';
export type { Prices, UsageReport, UsageTotals } from './core/limits/usage-report.js';
export type {
  Embedder,
  Engine,
  Evidence,
  Question,
  Rewriter,
  StoredAnswer,
  Usage,
  WriteOptions,
  Writer,
} from './core/ports.js';
export type { SummaryLength } from './core/summary/summarize.js';
export { type Article, BUILT_IN_LIBRARY, type ListedArticle, type Span } from './core/text/article.js';

export interface AppOptions {
  /** Folder of the database and the vector index; made where it is missing. */
  readonly dataDir: string;
  /** Folder of the built-in articles, brought in line with the store at each start; `false`: none are touched. */
  readonly corpusDir?: string | false | undefined;
  /** The models in use. Default: none, but the built-in engine, which needs no key and no network. */
  readonly models?: ModelsConfig | undefined;
  /** An engine of one's own, in the place of `models`; it is not closed. */
  readonly engine?: Engine | undefined;
  /** Bounds on cost and haste. Default: none but four answers of a model at once. */
  readonly limits?: Limits | undefined;
  /** Lets usage be told in money. */
  readonly prices?: Prices | undefined;
  /** How long what people asked is kept. Default: answers and usage 90 days, answers to be given again 30. */
  readonly retention?: Retention | undefined;
  /** True: where the embedding model changed, articles are embedded anew while the app is in use. Default: before. */
  readonly embedsMeanwhile?: boolean | undefined;
  /** Told, in words, of each file that was skipped and each model that failed, and why. */
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
  readonly ingested: readonly IngestResult[];
  readonly removed: number;
  readonly skipped: number;
}

export interface App {
  readonly assistant: Assistant;
  readonly corpus: CorpusReport;
  readonly settings: SettingStore;
  /** Settles when every passage has its vector, or the app is closed. Never rejects. */
  readonly embedded: Promise<void>;
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
 * @throws AppError `store/*` where the data cannot be opened, `engine/*` where a model cannot; the signal's reason
 * @example
 * const { assistant, close } = await openApp({ dataDir: 'data', corpusDir: 'corpus' });
 * const answer = await assistant.ask('Who wrote it?', { library: 'my-page' });
 */
export async function openApp(options: AppOptions): Promise<App> {
  const {
    dataDir,
    corpusDir = false,
    models = {},
    embedsMeanwhile,
    limits,
    prices,
    onProgress,
    onWarning,
    signal,
  } = options;
  const opened = options.engine
    ? undefined
    : await openEngine(models, {
        ...{ signal, knownFingerprints: models.embedding ? (inspectStore(dataDir)?.fingerprints ?? []) : [] },
      });
  const engine = options.engine ?? (opened as Engine);
  const clock: Clock = { now: () => new Date() };
  const store = await openStore({
    ...{ dataDir, embedsMeanwhile, onWarning, signal },
    ...{ embedder: engine.embedder, formerEmbedders: opened?.formerEmbedders, analyzer: engine.analyzer },
    onProgress: (step, done, total) => onProgress?.({ step: STEPS[step], done, total }),
  });
  let stopPruning = () => {};
  const close = async () => {
    stopPruning();
    await store.close();
    await opened?.close();
  };
  try {
    const assistant = createAssistant({
      ...{ engine, store, index: store, clock },
      ...{ limits, prices, release: readRelease() },
      onEngineFailure: ({ message, advice }) => onWarning?.(`${message} ${advice}`),
    });
    const corpus = await syncCorpus(corpusDir, { engine, store }, options);
    stopPruning = startPruning(options.retention ?? RETENTION, { store, clock, onWarning });
    return { assistant, corpus, settings: store, embedded: store.embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The version of this package, compiled or not. */
function readRelease(): string {
  return (createRequire(import.meta.url)('footnote-bot/package.json') as { version: string }).version;
}

/** Brings the built-in articles in line with the folder. A file that cannot be read keeps its article of before. */
async function syncCorpus(
  folder: string | false,
  parts: { engine: Engine; store: Awaited<ReturnType<typeof openStore>> },
  { onWarning, onProgress, signal }: AppOptions,
): Promise<CorpusReport> {
  const ingested: IngestResult[] = [];
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
      try {
        ingested.push(
          await ingest({ ...outcome.draft, library: BUILT_IN_LIBRARY }, parts, {
            signal,
            onProgress: (done, total) => onProgress?.({ step, done, total }),
          }),
        );
      } catch (error) {
        // An embedding model that is away for a while keeps nobody from asking about the rest.
        if (!isEngineFailure(error) || error.code === 'engine/bad-vectors') throw error;
        skipped += 1;
        onWarning?.(`Skipped ${outcome.name}: ${error.message} ${error.advice}`);
      }
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

export type { CheckedClaim, CheckedMessage, Citation, Turn, Verdict } from './core/answer.js';
