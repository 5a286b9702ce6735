// Writes what a digest says.
import type { Assistant } from '../assistant.js';
import type { Digest } from './digest.js';
import type { DigestContent } from './ports.js';

/**
 * Summarizes the articles in the digest's style.
 * @param articleIds the most important ones first. See `chooseArticles` for how many are read
 * @returns undefined if there are none
 */
export async function summarizeDigest(
  { library, style }: Pick<Digest, 'library' | 'style'>,
  articleIds: readonly string[],
  {
    assistant,
    signal,
    userId,
  }: {
    readonly assistant: Assistant;
    readonly signal?: AbortSignal | undefined;
    /** Who asked for it. Unset: the schedule did. */
    readonly userId?: string | undefined;
  },
): Promise<DigestContent | undefined> {
  if (articleIds.length === 0) return undefined;
  const options = { library, articleIds, style, userId, signal, command: 'digest' };
  const summary = await assistant.summarizeLibrary(options);
  return summary && { summary, articles: articleIds.length };
}
