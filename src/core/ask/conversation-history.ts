// A conversation from the answers that are kept: each names the one before it, so it survives a restart.

import type { Turn } from '../answer.js';
import type { AnswerStore, StoredAnswer } from '../ports.js';
import { MAX_AGE_MS, MAX_TURNS, turnOf } from './follow-up.js';

export interface ConversationOptions {
  readonly library: string;
  /** Turns at most, the last ones. Default 4. */
  readonly maxTurns?: number | undefined;
  /** What was answered longer ago is forgotten. Default one day. */
  readonly maxAgeMs?: number | undefined;
}

/** The turns that lead up to an answer and its own, oldest first; none where the library holds no such answer. */
export function readConversation(
  answerId: string,
  { library, maxTurns = MAX_TURNS, maxAgeMs = MAX_AGE_MS }: ConversationOptions,
  store: AnswerStore,
  now: Date,
): readonly Turn[] {
  const turns: Turn[] = [];
  let id: string | undefined = answerId;
  while (id !== undefined && turns.length < maxTurns) {
    const stored: StoredAnswer | undefined = store.getAnswer(id);
    if (stored?.library !== library || now.getTime() - Date.parse(stored.createdAt) > maxAgeMs) break;
    turns.unshift(turnOf(stored));
    id = stored.previousId;
  }
  return turns;
}
