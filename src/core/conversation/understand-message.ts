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

/** What a question may be instead. */
interface OtherReading extends ReadMessage {
  /** It is that if the articles' answerability is lower, 0 to 1. */
  readonly below: number;
}

/** A message that has been understood. */
export interface UnderstoodMessage extends ReadMessage {
  /** Only of a question. */
  readonly otherwise?: OtherReading | undefined;
}

/** What {@link understandMessage} may use. */
export interface UnderstandOptions {
  /** Without one, the rules alone decide. */
  readonly classifier?: MessageClassifier | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A message isn't a question about the text if the log odds for that, to which a rule on single words adds its weight, are
 * higher than the bias and the weighted answerability. tests/measure/message-kinds/README.md says how these were fitted.
 */
const RULE_WEIGHT = 2.1;
const ANSWERABILITY_WEIGHT = 7;
const BIAS = -0.3;
/** Hardly any answer to chat reaches this answerability, so that nothing needs to be searched. */
const UNREACHABLE = 0.75;
/** From this probability on, the classifier knows better than rules on single words. */
const OVERRULES_WORDS = 0.65;
/** The least probability of the same kind as a message has that names its article, if its name weren't in the articles. */
const LEANS = 0.2;
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
  const { guess, isNamed } = guesses;
  const language = read.language === 'und' ? read.language : READABLE_LANGUAGE;
  const reading: ReadMessage = { intent: toIntent(guess), language };
  const { intent } = read;
  // Without a word to search for, it can't be answered, even if it is a question: "and why?"
  const isUnsearchable = intent.kind === 'nothing' || isNamed || 'named' in intent;
  if (intent.kind !== 'question' && isUnsearchable)
    return guess.questionProbability <= 1 - OVERRULES_WORDS ? reading : read;
  const isRuled = intent.kind !== 'question';
  const chat = isRuled && guess.probability < OVERRULES_WORDS ? read : reading;
  const below = answerabilityNeeded(guess, isRuled);
  if (below >= UNREACHABLE) return chat;
  const question: ReadMessage = { ...read, intent: { kind: 'question', text: rest } };
  return below > 0 ? { ...question, otherwise: { ...chat, below } } : question;
}

/**
 * The answerability from which a message is more likely a question about the text. May be below 0 or above 1.
 * @param isRuled whether a rule on single words says that it is chat
 */
function answerabilityNeeded({ questionProbability }: Guess, isRuled: boolean): number {
  const logOdds = Math.log((1 - questionProbability) / questionProbability);
  return (logOdds + (isRuled ? RULE_WEIGHT : 0) - BIAS) / ANSWERABILITY_WEIGHT;
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
  const isChat = guess.questionProbability < 0.5 && whole.probability > guess.probability;
  return { guess: isChat ? whole : guess, isNamed };
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
