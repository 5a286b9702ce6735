// All work that may cost passes here: cooldown, cache, budget, queue, and at the end a line in the ledger.
import type { Answer, CheckedMessage } from '../answer.js';
import {
  type AnswerStore,
  CACHE,
  type Clock,
  type Usage,
  type UsageLedger,
  type UsageOutcome,
  type WriteOptions,
} from '../ports.js';
import { type Budgets, isBudgetReached } from './budget.js';
import { createCooldown } from './cooldown.js';
import { createFairQueue, type QueueOptions } from './fair-queue.js';

/** What keeps cost bounded and service fair; all of it can be left out. */
export interface Limits {
  readonly budgets?: Budgets | undefined;
  /** A person may ask once in so many seconds on average; absent or 0: as often as they like. */
  readonly cooldownSeconds?: number | undefined;
  /** Answers that a model writes at once, over all libraries. Default 4. */
  readonly modelConcurrency?: number | undefined;
}

/** Who asks, and how they wait. */
export interface Requester extends QueueOptions {
  /** As the face knows people; without one there is no cooldown and no personal budget. */
  readonly userId?: string | undefined;
  /** No budget stops them; what they spend still counts. */
  readonly isExempt?: boolean | undefined;
  /** What the ledger files this under. Default `ask`. */
  readonly command?: string | undefined;
}

type TaskResult = Answer | CheckedMessage;

/** A piece of work that ends in an answer. */
interface FreeTask<T extends TaskResult> {
  /** Whose ledger it stands in. */
  readonly library: string;
  readonly byBuiltin: () => Promise<T>;
}

/** The same, where a model may do it. */
interface MeteredTask<T extends TaskResult> extends FreeTask<T> {
  /** As {@link answerKey}; the same key has the same answer. Absent: it is never given again. */
  readonly key?: (() => string) | undefined;
  readonly byModel: (onUsage: NonNullable<WriteOptions['onUsage']>) => Promise<T>;
}

export interface UsageLimits {
  /** Does free work at once. @throws AppError `core/too-fast`; what the work throws */
  runFree<T extends TaskResult>(work: FreeTask<T>, asker: Requester): Promise<T>;
  /**
   * Does the work in the cheapest way there is: from the cache; by the built-in engine where a budget is reached; else
   * by the model, when its turn comes. @throws as {@link runFree}
   */
  runMetered<T extends TaskResult>(work: MeteredTask<T>, asker: Requester): Promise<T>;
}

const MODEL_CONCURRENCY = 4;

/** One line of the ledger in the making. */
interface Entry {
  readonly onUsage: (usage: Usage) => void;
  /** Writes the line; the first time counts. */
  readonly file: (outcome: UsageOutcome, engine: string) => void;
}

interface Done<T extends TaskResult> {
  readonly answer: T;
  readonly engine: string;
}

export function createUsageLimits(
  { budgets = {}, cooldownSeconds = 0, modelConcurrency = MODEL_CONCURRENCY }: Limits,
  { store, clock }: { readonly store: AnswerStore & UsageLedger; readonly clock: Clock },
): UsageLimits {
  const coolDown = createCooldown(cooldownSeconds);
  const queue = createFairQueue(modelConcurrency);

  async function openEntry(library: string, { userId, command = 'ask' }: Requester): Promise<Entry> {
    if (userId !== undefined) await coolDown(userId);
    const startedAt = clock.now();
    const spent = { inputTokens: 0, outputTokens: 0 };
    let isFiled = false;
    return {
      onUsage({ inputTokens, outputTokens }) {
        spent.inputTokens += inputTokens;
        spent.outputTokens += outputTokens;
      },
      file(outcome, engine) {
        if (isFiled) return;
        isFiled = true;
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
    async runFree({ library, byBuiltin }, asker) {
      const entry = await openEntry(library, asker);
      return (await filed(entry, asker, async () => named(await byBuiltin()))).answer;
    },

    async runMetered<T extends TaskResult>(work: MeteredTask<T>, asker: Requester): Promise<T> {
      const { library, key: readKey, byModel, byBuiltin } = work;
      const entry = await openEntry(library, asker);

      async function withoutModel(): Promise<Done<T> | undefined> {
        // Under a key of this work stands what this work gave.
        const known = readKey && (store.getCachedAnswer(readKey()) as T | undefined);
        if (known) return { answer: known, engine: CACHE };
        if (asker.isExempt || !isBudgetReached(budgets, { library, ...asker }, store, clock.now())) return;
        return named({ ...(await byBuiltin()), notice: 'budget-reached' });
      }

      async function withModel(): Promise<Done<T>> {
        const key = readKey?.();
        const answer = await byModel(entry.onUsage);
        // An article may have changed meanwhile: nobody knows then which version was read.
        const isLasting = answer.notice === undefined && readKey?.() === key;
        if (key !== undefined && answer.kind !== 'checked' && isLasting)
          store.putCachedAnswer(key, answer, clock.now().toISOString());
        return named(answer);
      }

      // When the turn comes, the same question may have been answered, or the budget spent; and whoever is next must
      // find what this one spent, so it is filed before its place is free.
      const inTurn = () => filed(entry, asker, async () => (await withoutModel()) ?? (await withModel()));
      const { answer } = await filed(
        entry,
        asker,
        async () => (await withoutModel()) ?? (await queue.run(library, inTurn, asker)),
      );
      return answer;
    },
  };
}

async function filed<T extends TaskResult>(
  entry: Entry,
  { signal }: Requester,
  work: () => Promise<Done<T>>,
): Promise<Done<T>> {
  try {
    const done = await work();
    entry.file(done.answer.kind, done.engine);
    return done;
  } catch (error) {
    entry.file(signal?.aborted ? 'stopped' : 'failed', 'none');
    throw error;
  }
}

function named<T extends TaskResult>(answer: T): Done<T> {
  return { answer, engine: answer.engine };
}
