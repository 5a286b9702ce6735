// Collects the sentences of a writer that pass the check.
import type { Evidence } from '../../writing-ports.js';
import { type GroundedSentence, type GroundingOptions, groundSentences } from './cite.js';
import { splitAtRestarts } from './restarts.js';

/** Options for {@link collectGrounded}. */
export interface CollectOptions extends GroundingOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with all sentences so far whenever one is added. */
  readonly onSentence?: ((checked: readonly GroundedSentence[]) => void) | undefined;
}

/**
 * Collects the writer's sentences that pass the check, each once.
 * @param checked receives them while they arrive, so that they are there if the writer fails halfway
 * @throws whatever the writer throws; the signal's reason once it is aborted
 */
export async function collectGrounded(
  pieces: AsyncIterable<string>,
  evidence: readonly Evidence[],
  { signal, onSentence, ...options }: CollectOptions,
  checked: GroundedSentence[],
): Promise<void> {
  for await (const text of splitAtRestarts(pieces)) {
    checked.length = 0;
    const seen = new Set<string>();
    for await (const sentence of groundSentences(text.pieces, evidence, options)) {
      signal?.throwIfAborted();
      if (text.isTakenBack()) break;
      const key = repetitionKey(sentence.text);
      if (seen.has(key)) continue;
      seen.add(key);
      checked.push(sentence);
      onSentence?.(checked);
    }
  }
}

/** Sentences that differ only in case, spacing and punctuation are the same. */
function repetitionKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
