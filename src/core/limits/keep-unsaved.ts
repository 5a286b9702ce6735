// Keeps answers and usage in memory if they can't be saved, for example because the disk is full. An answer that was made,
// and perhaps paid for, is shown all the same.
import { AppError } from '../errors.js';
import type { AnswerStore, StoredAnswer, UsageEntry, UsageLedger } from '../store-ports.js';

/** Of each kind. The oldest are dropped first. */
const MAX_KEPT = 1_000;

/** @param onFailure called with the reason, once until saving works again */
export function keepUnsaved(
  store: AnswerStore & UsageLedger,
  onFailure: (error: AppError) => void,
): AnswerStore & UsageLedger {
  const answers = new Map<string, StoredAnswer>();
  const entries: UsageEntry[] = [];
  let hasFailed = false;

  function attempt(save: () => void, keep: () => void): void {
    try {
      save();
      hasFailed = false;
    } catch (error) {
      keep();
      if (!hasFailed) onFailure(explain(error));
      hasFailed = true;
    }
  }

  return {
    putAnswer(answer) {
      attempt(
        () => {
          store.putAnswer(answer);
          answers.delete(answer.id);
        },
        () => {
          answers.set(answer.id, answer);
          const [oldest] = answers.keys();
          if (answers.size > MAX_KEPT && oldest !== undefined) answers.delete(oldest);
        },
      );
    },
    getAnswer: (answerId) => answers.get(answerId) ?? store.getAnswer(answerId),
    listAsked: (...query) => store.listAsked(...query),

    putCachedAnswer(...cached) {
      attempt(
        () => store.putCachedAnswer(...cached),
        () => {},
      );
    },
    getCachedAnswer: (key) => store.getCachedAnswer(key),

    addUsage(entry) {
      attempt(
        () => store.addUsage(entry),
        () => {
          entries.push(entry);
          if (entries.length > MAX_KEPT) entries.shift();
        },
      );
    },
    // Budgets must hold while nothing can be saved.
    countTokens(owner, sinceDay) {
      const own = entries.filter((entry) =>
        'library' in owner ? entry.library === owner.library : entry.userId === owner.userId,
      );
      const kept = own.filter(({ createdAt }) => createdAt >= sinceDay);
      const tokens = kept.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
      return store.countTokens(owner, sinceDay) + tokens;
    },
    sumUsage: (library, sinceDay) => store.sumUsage(library, sinceDay),
  };
}

function explain(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError({
    code: 'core/not-saved',
    message: "An answer couldn't be saved.",
    advice: 'It was shown all the same. The log has the details.',
    cause: error,
  });
}
