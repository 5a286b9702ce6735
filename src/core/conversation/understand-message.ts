// Understands a message: by rules where they are certain, otherwise by its meaning, if the engine has a classifier.
import { isEngineFailure } from '../errors.js';
import type { MessageClassifier, MessageKind } from '../ports.js';
import { asksForSummary, replaceArticleName } from './named-article.js';
import { normalizeMessage } from './normalize-message.js';
import {
  type Intent,
  isInArticles,
  type MessageContext,
  type ReadMessage,
  readMessage,
} from './read-message.js';

/** A message that has been understood. */
export interface UnderstoodMessage extends ReadMessage {
  /** What a question probably is if the articles don't answer it. */
  readonly otherwise?: ReadMessage | undefined;
}

/** What {@link understandMessage} may use. */
export interface UnderstandOptions {
  /** Without one, the rules alone decide. */
  readonly classifier?: MessageClassifier | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** From this probability on, a message is chat, or about the article as a whole. Nothing is searched. */
const CHAT = 0.6;
/** The same after a question about the text, because the message may continue it. */
const CHAT_AFTER_QUESTION = 0.85;
/** From these probabilities on, the classifier knows better than rules on single words. */
const OVERRULES_WORDS = 0.65;
const QUESTION_OVERRULES_WORDS = 0.95;
/** The least probability of the same kind as a message has that names its article, if its name weren't in the articles. */
const LEANS = 0.2;
/** If nothing was found, this probability is enough. */
const CHAT_IF_UNANSWERED = 0.25;
const CHAT_AFTER_QUESTION_IF_UNANSWERED = 0.5;
/** Longer messages are questions. */
const MAX_WORDS = 30;
/** The language that the classifier reads. */
const READABLE_LANGUAGE = 'en';
const METADATA = new Set<MessageKind>(['author', 'published', 'title', 'url', 'language', 'length']);

/** The most likely kind that isn't a question about the text. */
interface Guess {
  readonly kind: Exclude<MessageKind, 'question'>;
  readonly probability: number;
  /** That it is a question about the text. */
  readonly questionProbability: number;
  /** Words by which the message names the article. */
  readonly named?: readonly string[] | undefined;
}

interface Guesses {
  readonly guess: Guess;
  /** For the message with its greeting, if it has one. */
  readonly whole?: Guess | undefined;
  /** Whether the message names an article by its title. */
  readonly isNamed?: boolean | undefined;
}

/**
 * Understands a message. If the embedding model fails, the rules decide.
 * @throws only the signal's reason
 */
export async function understandMessage(
  message: string,
  context: MessageContext,
  { classifier, signal }: UnderstandOptions = {},
): Promise<UnderstoodMessage> {
  const { isCertain, rest, ...read } = readMessage(message, context);
  if (!classifier || isCertain || !isReadable(message, read.language, context)) return read;
  const guesses = await guessKind(message, rest, context, { classifier, signal }).catch((error: unknown) => {
    signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    return undefined;
  });
  if (!guesses) return read;
  const { guess, whole, isNamed } = guesses;
  const language = read.language === 'und' ? read.language : READABLE_LANGUAGE;
  const toReading = (from: Guess): ReadMessage => ({ intent: toIntent(from), language });
  if (read.intent.kind !== 'question') {
    if (guess.probability >= OVERRULES_WORDS) return toReading(guess);
    // Without a word to search for, it can't be answered, even if it is a question: "and why?"
    const isSearchable = read.intent.kind !== 'nothing' && !isNamed;
    const isQuestion = isSearchable && guess.questionProbability >= QUESTION_OVERRULES_WORDS;
    return isQuestion ? { ...read, intent: { kind: 'question', text: rest } } : read;
  }
  const [enough, enoughIfUnanswered] = context.continuesQuestion
    ? [CHAT_AFTER_QUESTION, CHAT_AFTER_QUESTION_IF_UNANSWERED]
    : [CHAT, CHAT_IF_UNANSWERED];
  // "Who do I ask?" may ask for help, or about what was said before.
  const isAmbiguous = context.continuesQuestion && guess.kind === 'help';
  if (guess.probability >= enough && !isAmbiguous) return toReading(guess);
  const likelier = whole && whole.probability > guess.probability ? whole : guess;
  return likelier.probability >= enoughIfUnanswered ? { ...read, otherwise: toReading(likelier) } : read;
}

/** A message of no known language is read as English if there are English articles. */
function isReadable(message: string, language: string, { articleLanguages }: MessageContext): boolean {
  const isEnglish =
    language === READABLE_LANGUAGE || (language === 'und' && articleLanguages.includes(READABLE_LANGUAGE));
  return isEnglish && message.split(/\s+/u).length <= MAX_WORDS;
}

/** @param rest the message without a greeting in front */
async function guessKind(
  message: string,
  rest: string,
  context: MessageContext,
  { classifier, signal }: UnderstandOptions & { readonly classifier: MessageClassifier },
): Promise<Guesses> {
  const isKnownWord = (word: string) => isInArticles(word, context);
  const classify = (text: string) => classifier.classify(text, { isKnownWord, signal });
  const guess = bestGuess(await classify(rest));
  const normalized = normalizeMessage(rest);
  const name = replaceArticleName(normalized, context.titles ?? [], isKnownWord);
  const [renamed] = name?.texts ?? [];
  if (name?.hasTitleWord && renamed !== undefined) {
    // As if the message said "the article" in place of the name.
    const byNoun = bestGuess(await classify(renamed));
    const best = byNoun.probability > guess.probability ? byNoun : guess;
    // Without a noun, the name may be a thing: "what is in the museum?"
    const isAboutArticle = name.hasNoun
      ? best.kind === 'summary' || METADATA.has(best.kind)
      : best.kind === 'summary' && asksForSummary(normalized);
    const plain = await classifier.classify(rest, { signal });
    if (isAboutArticle && (plain.get(best.kind) ?? 0) >= LEANS)
      return { guess: { ...best, named: name.words }, isNamed: true };
  }
  const isNamed = name?.hasTitleWord;
  if (rest === message) return { guess, isNamed };
  // "Hello, nice to meet you": if what is left is chat too, the greeting counts.
  const whole = bestGuess(await classify(message));
  const isChat = guess.probability >= CHAT && whole.probability > guess.probability;
  return isChat ? { guess: whole, isNamed } : { guess, whole, isNamed };
}

function bestGuess(probabilities: ReadonlyMap<MessageKind, number>): Guess {
  const questionProbability = probabilities.get('question') ?? 0;
  let best: Guess = { kind: 'nothing', probability: 0, questionProbability };
  for (const [kind, probability] of probabilities) {
    if (kind !== 'question' && probability > best.probability)
      best = { kind, probability, questionProbability };
  }
  return best;
}

function toIntent({ kind, named }: Guess): Intent {
  switch (kind) {
    case 'author':
    case 'published':
    case 'title':
    case 'url':
    case 'language':
    case 'length':
      return { kind: 'metadata', field: kind, ...(named ? { named } : {}) };
    case 'summary':
      return { kind, ...(named ? { named } : {}) };
    default:
      return { kind };
  }
}
