// Applies the usage limits to summaries.
import type { Answered } from '../answer.js';
import { type AppError, isEngineFailure } from '../errors.js';
import type { Engine, Scope } from '../ports.js';
import type { ArticleStore } from '../store-ports.js';
import { readArticle } from '../summary/candidates.js';
import { extractSummary, summarize } from '../summary/summarize.js';
import { type WriteSummaryOptions, writeSummary } from '../summary/write-summary.js';
import type { Article } from '../text/article.js';
import { answerKey } from './answer-cache.js';
import type { Requester, UsageLimits } from './usage-limits.js';

/** What {@link summarizeWithinLimits} needs. */
export interface LimitedSummaryDependencies {
  readonly engine: Engine;
  readonly store: ArticleStore;
  readonly usageLimits: UsageLimits;
  readonly release: string;
  readonly onEngineFailure?: ((error: AppError) => void) | undefined;
}

/** Styles that a model writes. The others are lists of what the article has, with labels that must be exact. */
const WRITTEN_STYLES: ReadonlySet<string> = new Set(['oneLine', 'brief', 'keyPoints']);

/**
 * Summarizes within the usage limits. Without a model, only the cooldown applies. If the model fails, the summary is
 * made without it.
 * @param articles at least one, all within the scope
 * @throws AppError `core/too-fast`
 */
export async function summarizeWithinLimits(
  articles: readonly Article[],
  options: WriteSummaryOptions & Requester & { readonly library: string; readonly scope: Scope },
  parts: LimitedSummaryDependencies,
): Promise<Answered> {
  const { engine, store, usageLimits, release, onEngineFailure } = parts;
  const { library, scope, style, length, language = 'und', signal } = options;
  const byBuiltin = () => summarize(articles, { style, length, signal }, engine);
  if (!engine.fallback || !WRITTEN_STYLES.has(style))
    return await usageLimits.runFree({ library, byBuiltin }, options);
  const byModel = async (count: NonNullable<WriteSummaryOptions['onUsage']>): Promise<Answered> => {
    const read = [];
    for (const article of articles) read.push(await readArticle(article, engine.analyzer, { signal }));
    const onUsage: typeof count = (usage) => {
      count(usage);
      options.onUsage?.(usage);
    };
    try {
      const written = await writeSummary(read, { ...options, onUsage }, engine);
      return written ?? extractSummary(read, options);
    } catch (error) {
      signal?.throwIfAborted();
      if (!isEngineFailure(error)) throw error;
      onEngineFailure?.(error);
      return { ...extractSummary(read, options), notice: 'model-unavailable' };
    }
  };
  const ids = articles.map(({ id, digest }) => `${id} ${digest}`).join(' ');
  const key = () =>
    answerKey(
      `summary ${style} ${length} ${language} ${ids}`,
      { scope, conversation: [] },
      { engine, store, release },
    );
  const task = { library, libraries: scope.libraries, key, byModel, byBuiltin };
  return await usageLimits.runMetered(task, { ...options, isVariation: false });
}
