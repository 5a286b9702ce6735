// Turns what a person typed into a question that stands alone, by rules or with the engine's rewriter.

import type { Turn } from '../answer.js';
import { type AppError, isEngineFailure } from '../errors.js';
import type { Engine } from '../ports.js';
import type { Question } from '../ranking-ports.js';
import type { WriteOptions } from '../writing-ports.js';
import { resolveFollowUp } from './follow-up/follow-up.js';

/** Longer questions are cut. Discord allows 6,000 characters at most. */
const MAX_QUESTION_CHARS = 10_000;

/** Cleans the text, resolves follow-ups by rules and detects the language. */
export function readQuestion(
  raw: string,
  turns: readonly Turn[],
  { analyzer }: Engine,
  known?: string,
): Question {
  const typed = raw
    .slice(0, MAX_QUESTION_CHARS)
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
    .replace(/[\u0000-\u001F\u007F]+/g, ' ')
    .trim();
  const language = known !== undefined && known !== 'und' ? known : analyzer.detectLanguage(typed);
  const text = resolveFollowUp(typed, turns, { analyzer, language });
  return { text, trustedText: text, typed, language };
}

/**
 * Like {@link readQuestion}, but also asks the rewriter if there is a conversation or the articles are in another
 * language. If the rewriter fails, the rules' result is used.
 */
export async function rewriteQuestion(
  raw: string,
  turns: readonly Turn[],
  engine: Engine,
  options: Pick<WriteOptions, 'signal' | 'onUsage'> & {
    readonly articleLanguages: readonly string[];
    /** ISO 639-1 code of the question's language, if it is known. */
    readonly language?: string | undefined;
    readonly onEngineFailure?: ((error: AppError) => void) | undefined;
  },
): Promise<Question> {
  const question = readQuestion(raw, turns, engine, options.language);
  const { rewriter } = engine;
  const needsTranslation =
    question.language !== 'und' && !options.articleLanguages.includes(question.language);
  const needsRewriting =
    question.text !== '' && options.articleLanguages.length > 0 && (turns.length > 0 || needsTranslation);
  if (!rewriter || !needsRewriting) return question;
  try {
    const { standalone, translations, language } = await rewriter.rewrite(raw, turns, options);
    return { ...question, text: standalone, language, translations };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    options.onEngineFailure?.(error);
    return question;
  }
}
