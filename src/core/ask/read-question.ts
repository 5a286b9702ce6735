// What was typed becomes a question that stands alone: by the engine's rewriter where it helps, else by rules.

import type { Turn } from '../answer.js';
import { type AppError, isEngineFailure } from '../errors.js';
import type { Engine, Question, WriteOptions } from '../ports.js';
import { resolveFollowUp } from './follow-up.js';

/** More of a question is not read; the longest thing that Discord lets people type is 6,000 characters. */
const MAX_QUESTION_CHARS = 10_000;

/** Cleans what was typed, reads it against the conversation by rules, and tells its language. */
export function readQuestion(raw: string, turns: readonly Turn[], { analyzer }: Engine): Question {
  const typed = raw
    .slice(0, MAX_QUESTION_CHARS)
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
    .replace(/[\u0000-\u001F\u007F]+/g, ' ')
    .trim();
  const language = analyzer.detectLanguage(typed);
  const text = resolveFollowUp(typed, turns, { analyzer, language });
  return { text, trustedText: text, language };
}

/**
 * As {@link readQuestion}, and asks the rewriter where there is something to rewrite: a turn before, or articles in
 * another language. Where it fails, what the rules made of the question holds.
 */
export async function rewriteQuestion(
  raw: string,
  turns: readonly Turn[],
  engine: Engine,
  options: Pick<WriteOptions, 'signal' | 'onUsage'> & {
    readonly articleLanguages: readonly string[];
    readonly onEngineFailure?: ((error: AppError) => void) | undefined;
  },
): Promise<Question> {
  const question = readQuestion(raw, turns, engine);
  const { rewriter } = engine;
  const needsTranslation =
    question.language !== 'und' && !options.articleLanguages.includes(question.language);
  const needsRewriting =
    question.text !== '' && options.articleLanguages.length > 0 && (turns.length > 0 || needsTranslation);
  if (!rewriter || !needsRewriting) return question;
  try {
    const { standalone, translations, language } = await rewriter.rewrite(raw, turns, options);
    return { ...question, text: standalone, language, translations: translations };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    options.onEngineFailure?.(error);
    return question;
  }
}
