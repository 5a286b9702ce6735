// The first step of a reply: what kind of message is this? A classifier tells by its wording and meaning. Where a question
// about the text is as likely, the search decides.
import type { MessageClassifier, MessageKind } from '../ports.js';
import { type Intent, isInArticles, type MessageContext, type ReadMessage } from './intent.js';
import type { ReplyRequest } from './last-reply/reply-requests.js';
import { detectMessageLanguage } from './message-language.js';
import { asksForSummary, replaceArticleName } from './named-article.js';
import { normalizeMessage } from './normalize-message.js';
import { continuesByPhrase } from './phrases/compiled-phrases.js';
import { splitOpening } from './split-opening.js';
import { readSubstance } from './substance.js';

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

/** What {@link understandMessage} uses. */
export interface UnderstandOptions {
  readonly classifier: MessageClassifier;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A message isn't a question about the text if the log odds for that are higher than the bias and the weighted
 * answerability. tests/measure/message-kinds/README.md says how these were fitted.
 */
const ANSWERABILITY_WEIGHT = 7;
const BIAS = 0;
/** Hardly any answer to chat reaches this answerability, so that nothing needs to be searched. */
const UNREACHABLE = 0.75;
/** Below this probability of a question, a message that names its article isn't searched for. */
const RATHER_ABOUT_ARTICLE = 0.35;
/** The least probability of the same kind that a message has that names its article, if its name weren't in the articles. */
const LEANS = 0.2;
/** Messages of more characters, or of more different words, are questions. */
const MAX_CHARS = 400;
const MAX_WORDS = 30;
const CERTAIN_LANGUAGE = 0.9;
/** With this probability, a message is about the last reply, and nothing is searched. */
const LIKELY_REQUEST = 0.6;
const SENTENCE_END = /(?<=[.!?…])\s+/u;
const METADATA = new Set<MessageKind>(['author', 'published', 'title', 'url', 'language', 'length']);

/** The most likely kind that isn't a question about the text. */
interface Guess {
  readonly kind: Exclude<MessageKind, 'question'>;
  readonly probability: number;
  /** That it is a question about the text. */
  readonly questionProbability: number;
  /** Words by which the message names the article. */
  readonly named?: readonly string[] | undefined;
  readonly probabilityOf: (kind: MessageKind) => number;
}

type Classify = (text: string, isKnownWord?: (word: string) => boolean) => Promise<Guess>;

/**
 * Understands a message.
 * @throws only the signal's reason
 */
export async function understandMessage(
  message: string,
  context: MessageContext,
  { classifier, signal }: UnderstandOptions,
): Promise<UnderstoodMessage> {
  const language = detectMessageLanguage(message, context);
  if (!/[\p{L}\p{N}]/u.test(message)) return { intent: { kind: 'nothing' }, language };
  if (isLong(message)) return { intent: { kind: 'question', text: message }, language };
  const { continuesQuestion } = context;
  const isKnown = (word: string) => isInArticles(word, context);
  const classify: Classify = async (text, isKnownWord = isKnown) =>
    bestGuess((await classifier.classify(text, { continuesQuestion, isKnownWord, signal })).kinds);
  const rest = await splitOpening(message, classify);
  const request = await readRequest(rest, context, { classifier, signal });
  if (request) {
    const spoken = language === 'und' ? await likelyLanguage(message, classifier, signal) : language;
    return { intent: { kind: 'about-reply', request }, language: spoken };
  }
  const guess =
    (await guessAboutNamed(rest, context, classify)) ?? (await guessKind(message, rest, classify));
  const other: ReadMessage = {
    intent: toIntent(guess),
    language: language === 'und' ? await likelyLanguage(message, classifier, signal) : language,
  };
  const substance = continuesQuestion ? 'subject' : readSubstance(rest, context);
  if (substance !== 'subject' && guess.probability >= 0.5) return other;
  if (substance === 'none') return { intent: { kind: 'nothing' }, language };
  const below = answerabilityNeeded(guess);
  if (below >= UNREACHABLE || (guess.named && guess.questionProbability <= RATHER_ABOUT_ARTICLE))
    return other;
  const question: ReadMessage = { intent: { kind: 'question', text: rest }, language };
  return below > 0 ? { ...question, otherwise: { ...other, below } } : question;
}

/** What a message wants of the last reply. Undefined if there is none, or if the message isn't about it. */
async function readRequest(
  message: string,
  { hasReply = false }: MessageContext,
  { classifier }: UnderstandOptions,
): Promise<ReplyRequest | undefined> {
  if (!hasReply || continuesByPhrase(message)) return undefined;
  // "Really? On which days?" is about the days.
  const sentence = message.split(SENTENCE_END).filter(Boolean).at(-1) ?? message;
  for (const text of new Set([sentence, message])) {
    const requests = [...(await classifier.classifyRequest(text))].sort((one, other) => other[1] - one[1]);
    const [kind, probability] = requests[0] ?? ['other', 1];
    if (kind === 'other' || probability < LIKELY_REQUEST) return undefined;
    if (text === message) return kind;
  }
  return undefined;
}

/** The language of a message that has no common words, such as “Zusammenfassung”; `und` if it can't be told. */
async function likelyLanguage(
  message: string,
  classifier: MessageClassifier,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { languages } = await classifier.classify(message, { signal });
  const [likely] = [...languages].filter(([, probability]) => probability >= CERTAIN_LANGUAGE);
  return likely?.[0] ?? 'und';
}

function isLong(message: string): boolean {
  return message.length > MAX_CHARS || new Set(message.split(/\s+/u)).size > MAX_WORDS;
}

/** The answerability from which a message is more likely a question about the text. May be below 0 or above 1. */
function answerabilityNeeded({ questionProbability }: Guess): number {
  const logOdds = Math.log((1 - questionProbability) / questionProbability);
  return (logOdds - BIAS) / ANSWERABILITY_WEIGHT;
}

/** @param rest the message without a greeting in front. If it is chat too, the greeting counts: "Hello, nice to meet you" */
async function guessKind(message: string, rest: string, classify: Classify): Promise<Guess> {
  const guess = await classify(rest);
  if (rest === message || guess.questionProbability >= 0.5) return guess;
  const whole = await classify(message);
  return whole.probability > guess.probability ? whole : guess;
}

/** Reads a message that names an article by its title as if it said "the article". Undefined if it isn't about one as a whole. */
async function guessAboutNamed(
  message: string,
  context: MessageContext,
  classify: Classify,
): Promise<Guess | undefined> {
  const normalized = normalizeMessage(message);
  const name = replaceArticleName(normalized, context.titles ?? [], (word) => isInArticles(word, context));
  if (!name?.hasTitleWord) return undefined;
  const readings = await Promise.all([message, ...name.texts].map((text) => classify(text)));
  const guess = readings.reduce((best, one) => (one.probability > best.probability ? one : best));
  // Without a noun, the name may be a thing: "what is in the museum?"
  const isAboutArticle = name.hasNoun
    ? guess.kind === 'summary' || METADATA.has(guess.kind)
    : guess.kind === 'summary' && asksForSummary(normalized);
  if (!isAboutArticle) return undefined;
  const plain = await classify(message, () => false);
  return plain.probabilityOf(guess.kind) >= LEANS ? { ...guess, named: name.words } : undefined;
}

function bestGuess(probabilities: ReadonlyMap<MessageKind, number>): Guess {
  const probabilityOf = (kind: MessageKind) => probabilities.get(kind) ?? 0;
  let kind: Guess['kind'] = 'nothing';
  for (const one of probabilities.keys()) {
    if (one !== 'question' && probabilityOf(one) > probabilityOf(kind)) kind = one;
  }
  return {
    ...{ kind, probability: probabilityOf(kind) },
    ...{ questionProbability: probabilityOf('question'), probabilityOf },
  };
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
