// Applies the usage limits to questions and message checks.
import type { Answer, CheckedMessage } from '../answer.js';
import { type AnswerDependencies, type AnswerOptions, answerQuestion } from '../ask/answer-question.js';
import { checkMessage } from '../grounding/check-message.js';
import type { Engine } from '../ports.js';
import type { ArticleStore } from '../store-ports.js';
import { answerKey } from './answer-cache.js';
import type { Requester, UsageLimits } from './usage-limits.js';

/** What {@link askWithinLimits} needs. */
export interface LimitedDependencies extends AnswerDependencies {
  readonly store: ArticleStore;
  readonly usageLimits: UsageLimits;
  /** The program's version, part of {@link answerKey}. */
  readonly release: string;
}

/**
 * Like {@link answerQuestion}, within the usage limits. Without a model, only the cooldown applies.
 * @param options.insteadOfRefusal replies if the articles don't answer
 * @throws AppError `core/too-fast`
 */
export async function askWithinLimits(
  question: string,
  options: AnswerOptions &
    Requester & {
      readonly library: string;
      readonly insteadOfRefusal?: (() => Promise<Answer>) | undefined;
    },
  parts: LimitedDependencies,
): Promise<Answer> {
  const { engine, store, usageLimits, release } = parts;
  const { library, scope, conversation = [] } = options;
  const builtin = engine.fallback;
  const answerWith =
    (chosen: Engine) =>
    async (count?: AnswerOptions['onUsage']): Promise<Answer> => {
      const onUsage: AnswerOptions['onUsage'] = (usage) => {
        count?.(usage);
        options.onUsage?.(usage);
      };
      const answer = await answerQuestion(question, { ...options, onUsage }, { ...parts, engine: chosen });
      return (answer.kind === 'not-in-article' ? await options.insteadOfRefusal?.() : undefined) ?? answer;
    };
  if (!builtin) return await usageLimits.runFree({ library, byBuiltin: answerWith(engine) }, options);
  const key = () => answerKey(question, { scope, conversation }, { engine, store, release });
  const task = {
    library,
    libraries: scope.libraries,
    key,
    byModel: answerWith(engine),
    byBuiltin: answerWith(builtin),
  };
  return await usageLimits.runMetered(task, options);
}

/** Like {@link checkMessage}, within the usage limits. @throws AppError `core/too-fast` */
export async function checkWithinLimits(
  message: string,
  options: Pick<AnswerOptions, 'scope'> & Requester & { readonly library: string },
  parts: Pick<LimitedDependencies, 'engine' | 'index' | 'usageLimits'>,
): Promise<CheckedMessage> {
  const { engine, usageLimits } = parts;
  const { library, scope, signal } = options;
  const builtin = engine.fallback;
  const checkWith = (chosen: Engine) => (onUsage?: AnswerOptions['onUsage']) =>
    checkMessage(message, { scope, signal, onUsage }, { ...parts, engine: chosen });
  if (!builtin) return await usageLimits.runFree({ library, byBuiltin: checkWith(engine) }, options);
  const task = { library, byModel: checkWith(engine), byBuiltin: checkWith(builtin) };
  return await usageLimits.runMetered(task, options);
}
