// Usage limits: cooldown → cache → budget → queue → usage ledger. All work that may cost tokens goes through here.
import type { Answer, CheckedMessage } from '../answer.js';
import type { Clock } from '../ports.js';
import { type AnswerStore, CACHE, type UsageLedger, type UsageOutcome } from '../store-ports.js';
import type { Usage, WriteOptions } from '../writing-ports.js';
import { type Budgets, isBudgetReached } from './budget.js';
import { createCooldown } from './cooldown.js';
import { createFairQueue, type QueueOptions } from './fair-queue.js';

/** Limits on cost and load. Each is optional. */
export interface Limits {
  readonly budgets?: Budgets | undefined;
  /** Average seconds between one person's questions. 0 or unset means no cooldown. */
  readonly cooldownSeconds?: number | undefined;
  /** How many answers a model writes at once, across all libraries. Default 4. */
  readonly modelConcurrency?: number | undefined;
}

/** Who is asking, and how they wait in the queue. */
export interface Requester extends QueueOptions {
  /** The user interface's id for this person. Without one, there is no cooldown and no personal budget. */
  readonly userId?: string | undefined;
  /** Budgets don't stop this person. Their usage still counts. */
  readonly isExempt?: boolean | undefined;
  /** Shows something again in another form, which costs no tokens: the cooldown doesn't apply. Default false. */
  readonly isVariation?: boolean | undefined;
  /** The command name in the ledger. Default `ask`. */
  readonly command?: string | undefined;
}

type TaskResult = Answer | CheckedMessage;

/** A task that the built-in engine does. */
interface FreeTask<T extends TaskResult> {
  /** The library whose usage this counts toward. */
  readonly library: string;
  readonly byBuiltin: () => Promise<T>;
}

/** A task that a model may do. */
interface MeteredTask<T extends TaskResult> extends FreeTask<T> {
  /** Computes the cache key, see {@link answerKey}. Without one, the result isn't cached. */
  readonly key?: (() => string) | undefined;
  /** Whose articles the result may quote. */
  readonly libraries?: readonly string[] | undefined;
  readonly byModel: (onUsage: NonNullable<WriteOptions['onUsage']>) => Promise<T>;
}

/** Runs tasks within the limits and records each one in the ledger. */
export interface UsageLimits {
  /** Runs a task right away. @throws AppError `core/too-fast`; whatever the task throws */
  runFree<T extends TaskResult>(task: FreeTask<T>, requester: Requester): Promise<T>;
  /**
   * Runs a task the cheapest way possible: from the cache, with the built-in engine if a budget is used up, or with the
   * model when its turn comes. @throws as {@link runFree}
   */
  runMetered<T extends TaskResult>(task: MeteredTask<T>, requester: Requester): Promise<T>;
}

const MODEL_CONCURRENCY = 4;

/** A ledger entry that isn't written yet. */
interface LedgerEntry {
  readonly onUsage: (usage: Usage) => void;
  /** Writes the entry. Only the first call counts. */
  readonly record: (outcome: UsageOutcome, engine: string) => void;
}

interface Completed<T extends TaskResult> {
  readonly answer: T;
  readonly engine: string;
}

/** Creates the limits. The cooldown and the queue are kept in memory; cache and ledger are in the store. */
export function createUsageLimits(
  { budgets = {}, cooldownSeconds = 0, modelConcurrency = MODEL_CONCURRENCY }: Limits,
  { store, clock }: { readonly store: AnswerStore & UsageLedger; readonly clock: Clock },
): UsageLimits {
  const checkCooldown = createCooldown(cooldownSeconds);
  const queue = createFairQueue(modelConcurrency);

  async function openEntry(
    library: string,
    { userId, isVariation = false, command = 'ask' }: Requester,
  ): Promise<LedgerEntry> {
    if (userId !== undefined && !isVariation) await checkCooldown(userId);
    const startedAt = clock.now();
    const spent = { inputTokens: 0, outputTokens: 0 };
    let isRecorded = false;
    return {
      onUsage({ inputTokens, outputTokens }) {
        spent.inputTokens += inputTokens;
        spent.outputTokens += outputTokens;
      },
      record(outcome, engine) {
        if (isRecorded) return;
        isRecorded = true;
        const now = clock.now();
        const ms = now.getTime() - startedAt.getTime();
        store.addUsage({
          library,
          userId,
          command,
          outcome,
          engine,
          ...spent,
          ms,
          createdAt: now.toISOString(),
        });
      },
    };
  }

  return {
    async runFree({ library, byBuiltin }, requester) {
      const entry = await openEntry(library, requester);
      return (await recordOutcome(entry, requester, async () => toCompleted(await byBuiltin()))).answer;
    },

    async runMetered<T extends TaskResult>(task: MeteredTask<T>, requester: Requester): Promise<T> {
      const { library, key: readKey, byModel, byBuiltin } = task;
      const entry = await openEntry(library, requester);

      async function tryWithoutModel(): Promise<Completed<T> | undefined> {
        // The cast is safe: a key is derived from the task, so it only ever holds results of the same type.
        const cached = readKey && (store.getCachedAnswer(readKey()) as T | undefined);
        if (cached) return { answer: cached, engine: CACHE };
        if (requester.isExempt || !isBudgetReached(budgets, { library, ...requester }, store, clock.now()))
          return;
        return toCompleted({ ...(await byBuiltin()), notice: 'budget-reached' });
      }

      async function withModel(): Promise<Completed<T>> {
        const key = readKey?.();
        const answer = await byModel(entry.onUsage);
        // If an article changed meanwhile, we can't tell which version the model read.
        const isCacheable = answer.notice === undefined && readKey?.() === key;
        if (key !== undefined && answer.kind !== 'checked' && isCacheable)
          store.putCachedAnswer(key, answer, clock.now().toISOString(), task.libraries);
        return toCompleted(answer);
      }

      // Checks cache and budget again, because both may have changed while this task waited. Records usage before the
      // queue starts the next task, so that its budget check sees the tokens of this one.
      const runInTurn = () =>
        recordOutcome(entry, requester, async () => (await tryWithoutModel()) ?? (await withModel()));
      const { answer } = await recordOutcome(
        entry,
        requester,
        async () => (await tryWithoutModel()) ?? (await queue.run(library, runInTurn, requester)),
      );
      return answer;
    },
  };
}

async function recordOutcome<T extends TaskResult>(
  entry: LedgerEntry,
  { signal }: Requester,
  work: () => Promise<Completed<T>>,
): Promise<Completed<T>> {
  try {
    const completed = await work();
    entry.record(completed.answer.kind, completed.engine);
    return completed;
  } catch (error) {
    entry.record(signal?.aborted ? 'stopped' : 'failed', 'none');
    throw error;
  }
}

function toCompleted<T extends TaskResult>(answer: T): Completed<T> {
  return { answer, engine: answer.engine };
}
