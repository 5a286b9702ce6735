// Questions and checks to the meter: what they depend on, and how they are done with the model and without.
import type { Answer } from './answer.js';
import { type AnswerOptions, type AnswerParts, answerQuestion } from './ask.js';
import { answerKey } from './cache.js';
import { type Checked, checkClaims } from './check.js';
import type { Asker, Meter } from './meter.js';
import type { ArticleStore, Engine } from './ports.js';

export interface MeteredParts extends AnswerParts {
  readonly store: ArticleStore;
  readonly meter: Meter;
  /** As {@link answerKey}. */
  readonly release: string;
}

/**
 * Answers as {@link answerQuestion}, through the meter. Where no model writes, all is free.
 * @throws AppError `core/too-fast`
 */
export async function askMetered(
  question: string,
  options: AnswerOptions & Asker & { readonly library: string },
  parts: MeteredParts,
): Promise<Answer> {
  const { engine, store, meter, release } = parts;
  const { library, scope, conversation = [] } = options;
  const builtin = engine.fallback;
  const answerWith = (chosen: Engine) => (count?: AnswerOptions['onUsage']) => {
    const onUsage: AnswerOptions['onUsage'] = (usage) => {
      count?.(usage);
      options.onUsage?.(usage);
    };
    return answerQuestion(question, { ...options, onUsage }, { ...parts, engine: chosen });
  };
  if (!builtin) return await meter.doFree({ library, byBuiltin: answerWith(engine) }, options);
  const key = () => answerKey(question, { scope, conversation }, { engine, store, release });
  const work = { library, key, byModel: answerWith(engine), byBuiltin: answerWith(builtin) };
  return await meter.doCosting(work, options);
}

/** Checks as {@link checkClaims}, through the meter. @throws AppError `core/too-fast` */
export async function checkMetered(
  message: string,
  options: Pick<AnswerOptions, 'scope'> & Asker & { readonly library: string },
  parts: Pick<MeteredParts, 'engine' | 'index' | 'meter'>,
): Promise<Checked> {
  const { engine, meter } = parts;
  const { library, scope, signal } = options;
  const builtin = engine.fallback;
  const checkWith = (chosen: Engine) => (onUsage?: AnswerOptions['onUsage']) =>
    checkClaims(message, { scope, signal, onUsage }, { ...parts, engine: chosen });
  if (!builtin) return await meter.doFree({ library, byBuiltin: checkWith(engine) }, options);
  const work = { library, byModel: checkWith(engine), byBuiltin: checkWith(builtin) };
  return await meter.doCosting(work, options);
}
