// Keeps the built-in articles in step with their folder.
import { AppError, isEngineFailure } from './core/errors.js';
import { articleIdOf, type IngestResult, ingest } from './core/library/ingest.js';
import type { LibraryStore } from './core/library/library-store.js';
import type { Engine } from './core/ports.js';
import type { ArticleStore } from './core/store-ports.js';
import { BUILT_IN_LIBRARY } from './core/text/article.js';
import { readFolder } from './sources/file.js';

/** What changed to match the corpus folder. */
export interface CorpusReport {
  readonly ingested: readonly IngestResult[];
  readonly removed: number;
  readonly skipped: number;
}

export interface SyncOptions {
  /** Called with a sentence for each file that was skipped. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  readonly onProgress?:
    | ((progress: { readonly step: string; readonly done: number; readonly total: number }) => void)
    | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Updates the built-in articles from the folder. If a file can't be read, its previous article stays. */
export async function syncCorpus(
  folder: string | false,
  parts: { readonly engine: Engine; readonly store: ArticleStore & LibraryStore },
  { onWarning, onProgress, signal }: SyncOptions,
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
