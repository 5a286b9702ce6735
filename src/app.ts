// The composition root, written by hand from top to bottom. Also the package's main export.
import { createRequire } from 'node:module';
import type { ModelsConfig } from './config.js';
import { type Assistant, createAssistant } from './core/assistant.js';
import { createDigestManager, type DigestManager } from './core/digest/digests.js';
import type { DigestPublisher } from './core/digest/ports.js';
import { type DigestRuns, startDigestRuns } from './core/digest/run-digests.js';
import { AppError, explainError, isEngineFailure } from './core/errors.js';
import { articleIdOf, type IngestResult, ingest } from './core/library/ingest.js';
import { createLibraryManager } from './core/library/manage/create-manager.js';
import type { LibraryLimits, LibraryManager } from './core/library/manager.js';
import type { ArticleSources } from './core/library/ports.js';
import { type LibraryWork, startLibraryWork } from './core/library/work/library-work.js';
import { RETENTION, type Retention, startPruning } from './core/limits/retention.js';
import type { Limits } from './core/limits/usage-limits.js';
import type { Prices } from './core/limits/usage-report.js';
import type { Clock, Engine, SettingStore } from './core/ports.js';
import { BUILT_IN_LIBRARY } from './core/text/article.js';
import { openEngine } from './engines/open.js';
import { readFolder } from './sources/file.js';
import { createTextSources } from './sources/text-sources.js';
import { inspectStore } from './store/inspect.js';
import { openStore } from './store/open.js';

export type { ChatConfig, EmbeddingConfig, ModelsConfig } from './config.js';
export type {
  Answer,
  Answered,
  ArticleReference,
  CheckedClaim,
  CheckedMessage,
  ChooseArticle,
  Citation,
  ClosestPassage,
  MetadataField,
  NotInArticle,
  Notice,
  QuestionAnswer,
  Remark,
  Reply,
  ReplyIntent,
  Summary,
  SummaryLength,
  SummaryLine,
  SummaryStyle,
  Turn,
  Verdict,
} from './core/answer.js';
export { highlightedPhrase } from './core/ask/citation/cite.js';
export { turnOf } from './core/ask/follow-up/follow-up.js';
export type { SearchResult, SearchResults } from './core/ask/retrieval/search-passages.js';
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
export type {
  Actor,
  Added,
  Details,
  LibraryLimits,
  LibraryManager,
  PersonalData,
  Preview,
  Refreshed,
  Source,
} from './core/library/manager.js';
export type {
  ArticleRecord,
  ArticleSources,
  Feed,
  FeedItem,
  FollowedFeed,
  LibraryChange,
  LibrarySettings,
  ManagedArticle,
  ReadOptions,
  RefreshInterval,
  SourceDraft,
  SourceFile,
} from './core/library/ports.js';
export type { Retention } from './core/limits/retention.js';
export type { Limits } from './core/limits/usage-limits.js';
export type { Prices, UsageReport, UsageTotals } from './core/limits/usage-report.js';
export type {
  Clock,
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
export { type Article, BUILT_IN_LIBRARY, type ListedArticle, type Span } from './core/text/article.js';

export interface AppOptions {
  /** Folder of the database and the vector index. Created if missing. */
  readonly dataDir: string;
  /** Folder of the built-in articles. Each start updates the store from it. `false` leaves the store as it is. */
  readonly corpusDir?: string | false | undefined;
  /** Default: no models, only the built-in engine, which needs no key and no network. */
  readonly models?: ModelsConfig | undefined;
  /** Your own engine, instead of `models`. The app doesn't close it. */
  readonly engine?: Engine | undefined;
  /** Default: no budgets, no cooldown, and four answers by a model at a time. */
  readonly limits?: Limits | undefined;
  /** Of each library. Default: 200 articles, 20 million characters, 50 additions per day and 20 feeds. */
  readonly libraryLimits?: Partial<LibraryLimits> | undefined;
  /** Reads the articles that people add. Default: text and text files, but no links. */
  readonly sources?: ArticleSources | undefined;
  /** Default: the system's. */
  readonly clock?: Clock | undefined;
  /** Lets usage reports estimate the cost. */
  readonly prices?: Prices | undefined;
  /** How long data is stored. Default: answers and usage 90 days, cached answers 30 days. */
  readonly retention?: Retention | undefined;
  /**
   * New built-in articles, or all articles if the embedding model changed: true embeds them in the background, false before
   * the app opens. Default false. Until then, they are found by their words alone.
   */
  readonly embedsMeanwhile?: boolean | undefined;
  /**
   * Whether articles and feeds are read again when they are due, and libraries are deleted when that was planned. For a
   * program that keeps running. Default false.
   */
  readonly runsScheduledWork?: boolean | undefined;
  /** Called with a sentence for each file that was skipped and each model that failed. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  /** Called during long work. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Progress of long work at the start. */
export interface Progress {
  /** What is being done, in words. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What the start changed to match the corpus folder. */
export interface CorpusReport {
  readonly ingested: readonly IngestResult[];
  readonly removed: number;
  readonly skipped: number;
}

export interface App {
  readonly assistant: Assistant;
  readonly library: LibraryManager;
  readonly digests: DigestManager;
  readonly corpus: CorpusReport;
  readonly settings: SettingStore;
  /** Does what is due now, such as checking feeds. Otherwise the schedule does, if {@link AppOptions.runsScheduledWork} is set. */
  runDueWork(): Promise<void>;
  /** Posts digests when they are due, until it is closed or the app is. Once per app. */
  startDigests(publisher: DigestPublisher): DigestRuns;
  /** Resolves when every passage that is stored now has a vector, or the app is closed. Never rejects. */
  readonly embedded: Promise<void>;
  /** Stops all work and closes the store. Safe to call twice. */
  close(): Promise<void>;
}

const STEPS = {
  embedding: 'Embedding passages',
  terms: 'Analyzing words',
  graph: 'Building the vector index',
};

/**
 * Opens the engine and the store, and indexes the built-in articles.
 * @throws AppError `store/*` if the data can't be opened, `engine/*` if a model can't; the signal's reason
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
  const clock = options.clock ?? { now: () => new Date() };
  const store = await openStore({
    ...{ dataDir, embedsMeanwhile, onWarning, signal, clock },
    ...{ embedder: engine.embedder, formerEmbedders: opened?.formerEmbedders, analyzer: engine.analyzer },
    onProgress: (step, done, total) => onProgress?.({ step: STEPS[step], done, total }),
  });
  const warn = ({ message, advice }: AppError) => onWarning?.(`${message} ${advice}`);
  let stopPruning = async () => {};
  let work: LibraryWork | undefined;
  let digestRuns: DigestRuns | undefined;
  const close = async () => {
    await digestRuns?.close();
    await work?.close();
    await stopPruning();
    await store.close();
    await opened?.close();
  };
  try {
    const assistant = createAssistant({
      ...{ engine, store, index: store, libraries: store, clock },
      ...{ limits, prices, release: readRelease() },
      onEngineFailure: warn,
      onStoreFailure: warn,
    });
    const sources = options.sources ?? createTextSources();
    const limitsOfLibraries = options.libraryLimits;
    const library = createLibraryManager({ engine, store, clock, sources, limits: limitsOfLibraries });
    const corpus = await syncCorpus(corpusDir, { engine, store }, options);
    stopPruning = startPruning(options.retention ?? RETENTION, { store, clock, onWarning });
    if (!embedsMeanwhile) await store.embedded;
    const startWork = () =>
      startLibraryWork({
        ...{ manager: library, store, sources, clock },
        onFailure: (error) => onWarning?.(`Scheduled work failed. ${explainError(error)}`),
      });
    if (options.runsScheduledWork) work = startWork();
    return {
      ...{ assistant, library, corpus, settings: store, close },
      digests: createDigestManager({ store, assistant, clock }),
      startDigests(publisher) {
        digestRuns = startDigestRuns({
          ...{ store, assistant, publisher, clock },
          onFailure: (error) => onWarning?.(`A digest failed. ${explainError(error)}`),
        });
        return digestRuns;
      },
      async runDueWork() {
        const once = work ?? startWork();
        await once.run();
        if (once !== work) await once.close();
      },
      get embedded() {
        return store.embedded;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The version of this package, whether compiled or not. */
export function readRelease(): string {
  return (createRequire(import.meta.url)('footnote-bot/package.json') as { version: string }).version;
}

/** Updates the built-in articles from the folder. If a file can't be read, its previous article stays. */
async function syncCorpus(
  folder: string | false,
  parts: { engine: Engine; store: Awaited<ReturnType<typeof openStore>> },
  { onWarning, onProgress, signal }: AppOptions,
): Promise<CorpusReport> {
  const ingested: IngestResult[] = [];
  if (folder === false) return { ingested, removed: 0, skipped: 0 };
  const presentIds = new Set<string>();
  let skipped = 0;
  try {
    for await (const outcome of readFolder(folder)) {
      signal?.throwIfAborted();
      presentIds.add(articleIdOf(BUILT_IN_LIBRARY, outcome.name));
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
        // If the embedding model is down for a while, the other articles still work.
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
  for (const { id, record } of parts.store.listRecords({ libraries: [BUILT_IN_LIBRARY] })) {
    // The operator added the others by link or file.
    if (record.origin !== 'folder' || presentIds.has(id)) continue;
    if (await parts.store.removeArticle(id, BUILT_IN_LIBRARY)) removed += 1;
  }
  return { ingested, removed, skipped };
}
