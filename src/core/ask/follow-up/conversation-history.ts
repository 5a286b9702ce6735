// Rebuilds a conversation from stored answers. Each links to the one before it, so conversations survive a restart.

import type { Turn } from '../../answer.js';
import type { AnswerStore, StoredAnswer } from '../../store-ports.js';
import { MAX_AGE_MS, MAX_TURNS, turnOf } from './follow-up.js';

/** Options for {@link readConversation}. */
export interface ConversationOptions {
  readonly library: string;
  /** Who asks. A private turn is read only for a private question of the same person. */
  readonly userId?: string | undefined;
  /** Whether only this person sees the new answer. Default false. */
  readonly isPrivate?: boolean | undefined;
  /** Keeps only the last turns. Default 4. */
  readonly maxTurns?: number | undefined;
  /** Ignores older answers. Default one day. */
  readonly maxAgeMs?: number | undefined;
}

/**
 * The turns up to and including an answer, oldest first; empty if the library has no such answer. They end at a private
 * turn that the new answer would reveal.
 */
export function readConversation(
  answerId: string,
  { library, userId, isPrivate = false, maxTurns = MAX_TURNS, maxAgeMs = MAX_AGE_MS }: ConversationOptions,
  store: AnswerStore,
  now: Date,
): readonly Turn[] {
  const turns: Turn[] = [];
  let id: string | undefined = answerId;
  let asked = 0;
  while (id !== undefined && asked < maxTurns) {
    const stored: StoredAnswer | undefined = store.getAnswer(id);
    if (stored?.library !== library || now.getTime() - Date.parse(stored.createdAt) > maxAgeMs) break;
    if (stored.isPrivate && !(isPrivate && userId !== undefined && stored.userId === userId)) break;
    const { answer } = stored;
    if (answer.kind === 'reply' && answer.intent === 'new-conversation') break;
    // Thanks in between don't end a conversation, and don't count. Neither does a reply about an article's metadata, but
    // it tells which article is talked about.
    const describes = answer.kind === 'reply' && answer.articleId !== undefined;
    if (describes) turns.unshift(turnOf(stored));
    if (answer.kind !== 'reply' && answer.kind !== 'choose-article') {
      turns.unshift(turnOf(stored));
      asked += 1;
    }
    id = stored.previousId;
  }
  return turns;
}
