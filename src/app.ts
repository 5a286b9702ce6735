// The composition root, written by hand from top to bottom.
import { createRequire } from 'node:module';
import type { ModelsConfig } from './config/models.js';
import { createAssistant } from './core/create-assistant.js';
import { createDigestManager, type DigestManager } from './core/digest/digests.js';
import type { DigestPublisher } from './core/digest/ports.js';
import { type DigestRuns, startDigestRuns } from './core/digest/run-digests.js';
import { type AppError, explainError } from './core/errors.js';
import { createLibraryManager } from './core/library/manage/create-manager.js';
import type { LibraryLimits, LibraryManager } from './core/library/manager.js';
import type { ArticleSources } from './core/library/ports.js';
import { type LibraryWork, startLibraryWork } from './core/library/scheduled/library-work.js';
import { RETENTION, type Retention, startPruning } from './core/limits/retention.js';
import type { Limits } from './core/limits/usage-limits.js';
import type { Prices } from './core/limits/usage-report.js';
import type { ManagedAssistant } from './core/managed-assistant.js';
import type { Clock, Engine } from './core/ports.js';
import type { SettingStore } from './core/store-ports.js';
import { type CorpusReport, syncCorpus } from './corpus.js';
import { openEngine } from './engines/open.js';
import { openSources } from './sources/open-sources.js';
import { type FolderWatcher, openFolderWatcher } from './sources/watch-folder.js';
import { inspectStore } from './store/inspect.js';
import { openStore } from './store/open.js';

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
  /** Reads the articles that people add. The app doesn't close it. Default: the web, files and feeds. */
  readonly sources?: ArticleSources | undefined;
  /** Hosts that links may lead to although they aren't public, such as `wiki.intranet` or `10.0.0.5:8080`. */
  readonly allowedHosts?: readonly string[] | undefined;
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
   * Whether articles and feeds are read again when they are due, libraries are deleted when that was planned, and changes in
   * the corpus folder are picked up. For a program that keeps running. Default false.
   */
  readonly runsScheduledWork?: boolean | undefined;
  /** Called with a sentence for each file that was skipped and each model that failed. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  /** Called after a change in the corpus folder, with what it changed. */
  readonly onCorpusChange?: ((report: CorpusReport) => void) | undefined;
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

export interface App {
  /** Also has `library` and `digests`, so that a user interface needs nothing else. */
  readonly assistant: ManagedAssistant;
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
  let watcher: FolderWatcher | undefined;
  let openedSources: ReturnType<typeof openSources> | undefined;
  let digestRuns: DigestRuns | undefined;
  const close = async () => {
    await digestRuns?.close();
    await watcher?.close();
    await work?.close();
    await stopPruning();
    await openedSources?.close();
    await store.close();
    await opened?.close();
  };
  try {
    const answering = createAssistant({
      ...{ engine, store, index: store, libraries: store, clock },
      ...{ limits, prices, release: readRelease() },
      onEngineFailure: warn,
      onStoreFailure: warn,
    });
    openedSources = options.sources ? undefined : openSources({ allowedHosts: options.allowedHosts });
    const sources = options.sources ?? (openedSources as ArticleSources);
    const { libraryLimits, runsScheduledWork = false } = options;
    const library = createLibraryManager({ engine, store, clock, sources, limits: libraryLimits });
    const digests = createDigestManager({ store, assistant: answering, clock });
    const assistant = { ...answering, library, digests };
    if (runsScheduledWork && corpusDir !== false) {
      watcher = await openFolderWatcher(
        corpusDir,
        async (stop) => {
          const changed = await syncCorpus(corpusDir, { engine, store }, { onWarning, signal: stop });
          options.onCorpusChange?.(changed);
        },
        { onError: (error) => onWarning?.(`The articles' folder wasn't read again. ${explainError(error)}`) },
      );
    }
    const corpus = await syncCorpus(corpusDir, { engine, store }, options);
    stopPruning = startPruning(options.retention ?? RETENTION, { store, clock, onWarning });
    if (!embedsMeanwhile) await store.embedded;
    const startWork = () =>
      startLibraryWork({
        ...{ manager: library, store, sources, clock },
        onFailure: (error) => onWarning?.(`Scheduled work failed. ${explainError(error)}`),
      });
    if (runsScheduledWork) work = startWork();
    return {
      ...{ assistant, library, digests, corpus, settings: store, close },
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
