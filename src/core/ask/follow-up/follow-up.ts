// Understands follow-up questions such as "Who is she?" and "And why?" by rules, without a model.

import type { Turn } from '../../answer.js';
import { normalizeMessage } from '../../conversation/normalize-message.js';
import {
  asksForMore,
  COMPILED_PHRASES,
  type CompiledPhrases,
} from '../../conversation/phrases/compiled-phrases.js';
import type { Analyzer } from '../../ports.js';
import type { StoredAnswer } from '../../store-ports.js';
import { findAntecedent, findNames, hasPersonPronoun } from './antecedent.js';

/** How many earlier turns a question may refer to. */
export const MAX_TURNS = 4;
/** One day. "And why?" rarely refers to anything older. */
export const MAX_AGE_MS = 24 * 60 * 60 * 1_000;
/** A message with so few words leans on the conversation, even without a word that says so: "cheque?" */
const MAX_ELLIPTIC_WORDS = 3;
/** "And a double room?" may have as many. */
const MAX_REPEATING_WORDS = 5;
const CONTINUES = /^\W*(?:and|what about|how about|und|et|y|e) /iu;
const END = /[\s?？!.]+$/u;
/** Personal pronouns in English, German, French, Spanish, Italian and Russian. */
const PRONOUN =
  /(?<![\p{L}\p{N}])(?:she|he|her|him|they|them|it|er|sie|ihm|ihn|elle|il|elles|ils|ella|él|ellos|ellas|lui|lei|она|он|они)(?![\p{L}\p{N}])/iu;
/** English possessive pronouns, which are replaced by the name's genitive. */
const POSSESSIVE = /(?<![\p{L}\p{N}])(?:his|hers|her(?=\s+\p{L})|their|its)(?![\p{L}\p{N}])/iu;
/** Words that place a bare question in time or space. They aren't what to search for: "and now?" */
const TIME_WORD =
  /(?<!\p{L})(?:now|today|then|there|still|already|again|jetzt|heute|dann|dort|noch|schon|ahora|hoy|entonces|maintenant|alors|encore)(?!\p{L})/giu;
const WHAT = /^\W*(?:and |but |so |und |y |et )?(?:what|was|qué|que|quoi)(?!\p{L})/iu;
/** How a question continues the conversation. */
export interface FollowUp {
  /**
   * - `more`: asks for what comes next in the article.
   * - `why`: asks for the reason of what was said.
   * - `who-said`: asks who is quoted.
   * - `dependent`: can't be understood without the turn before.
   * - `independent`: stands alone, but is likely about the same part of the article.
   */
  readonly kind: 'more' | 'why' | 'who-said' | 'dependent' | 'independent';
  /** Whether it has no content words of its own: "When?" */
  readonly isBare: boolean;
  /** Whether it only names something else to ask about: "And children?" */
  readonly isElliptic: boolean;
  /** Whether it asks "what", which the sentence that was shown seldom says. */
  readonly asksWhat: boolean;
  /** The question with the content words of the one before. */
  readonly joined: string;
}

/**
 * The last four turns that a question may lean on, without any that are older than a day. A reply about an article's
 * metadata has nothing to lean on.
 */
export function recentTurns(conversation: readonly Turn[], now: Date): readonly Turn[] {
  return conversation
    .filter(({ isAboutArticle, citations = [] }) => !isAboutArticle || citations.length > 0)
    .filter(({ askedAt }) => askedAt === undefined || now.getTime() - Date.parse(askedAt) <= MAX_AGE_MS)
    .slice(-MAX_TURNS);
}

/** Turns a stored answer into a conversation turn. */
export function turnOf({ question, answer, createdAt }: StoredAnswer): Turn {
  const isAnswered = answer.kind === 'answered';
  const isAboutArticle =
    answer.kind === 'reply' || (isAnswered && (answer.intent === 'summary' || answer.summary !== undefined));
  const [closest] = answer.kind === 'not-in-article' ? answer.closest : [];
  const articleId = 'articleId' in answer ? answer.articleId : undefined;
  return {
    ...{ question: (isAnswered && answer.earlierQuestion) || question, askedAt: createdAt },
    answer: isAnswered ? answer.text : '',
    citations: isAnswered ? answer.citations : [],
    ...(articleId === undefined ? {} : { articleId }),
    ...(closest ? { closestArticleId: closest.articleId } : {}),
    ...(isAboutArticle ? { isAboutArticle } : {}),
    ...(answer.kind === 'checked' ? {} : { reply: answer }),
  };
}

/** Tells how a question continues the conversation; undefined if there is none. */
export function readFollowUp(
  question: string,
  turns: readonly Turn[],
  { analyzer, language }: { readonly analyzer: Analyzer; readonly language: string },
): FollowUp | undefined {
  const last = turns.findLast(({ isAboutArticle }) => !isAboutArticle);
  if (!last) return undefined;
  const normalized = normalizeMessage(question);
  const phrases = phrasesInOrder(language);
  const isOne = (read: (phrases: CompiledPhrases) => RegExp) =>
    phrases.some((one) => read(one).test(normalized));
  const own = contentWords(question, analyzer, language);
  const words = [...new Set([...own, ...wordsBefore(turns, analyzer, language)])];
  const asking = question.replace(END, '');
  const rest = words.filter((word) => !own.includes(word));
  const isBare = own.length === 0;
  const count = normalized.split(' ').length;
  const isElliptic = own.length === 1 && count <= MAX_ELLIPTIC_WORDS;
  // "How much is a tent?" isn't answered, "And a boat?" asks how much that is.
  const repeats =
    own.length > 0 && count <= MAX_REPEATING_WORDS && CONTINUES.test(asking) && last.answer === '';
  const joined = repeats
    ? [last.question.replace(END, ''), ...own].join(' ')
    : [isBare ? asking.replace(TIME_WORD, '') : asking, ...rest].join(' ');
  const asksWhat = WHAT.test(asking);
  const base = { joined, asksWhat, isElliptic };
  if (phrases.some((one) => asksForMore(normalized, one))) return { ...base, kind: 'more', isBare };
  if (isOne(({ why }) => why)) return { ...base, kind: 'why', isBare: false };
  if (isOne(({ whoSaid }) => whoSaid)) return { ...base, kind: 'who-said', isBare: false };
  const isDependent =
    isBare ||
    count <= MAX_ELLIPTIC_WORDS ||
    phrases
      .slice(0, 1)
      .some(({ continuation, backward }) => continuation.test(normalized) || backward.test(normalized));
  return { ...base, kind: isDependent ? 'dependent' : 'independent', isBare };
}

/**
 * Makes a question stand alone. A pronoun for a person is replaced by the name, if it can be told who is meant. A question without search
 * terms is joined with the content words of the previous one. Otherwise it stays as it is.
 */
export function resolveFollowUp(
  question: string,
  conversation: readonly Turn[],
  { analyzer, language }: { readonly analyzer: Analyzer; readonly language: string },
): string {
  if (conversation.length === 0) return question;
  const needsName = hasPersonPronoun(question) && findNames(question).length === 0;
  const name = needsName ? findAntecedent(question, conversation) : undefined;
  if (name !== undefined) {
    // "her" before a noun is a possessive, so possessives are read first.
    if (POSSESSIVE.test(question)) return question.replace(POSSESSIVE, `${name}'s`);
    if (PRONOUN.test(question)) return question.replace(PRONOUN, name);
  }
  const hasNoTerms = analyzer.terms(question, language).length === 0;
  if (hasNoTerms) return readFollowUp(question, conversation, { analyzer, language })?.joined ?? question;
  return question;
}

/**
 * The content words of the last question. If that one only named something else to ask about and wasn't answered, also
 * those of the question before it: "Is it open on Saturdays?" "And on Sundays?" "And on Mondays?"
 */
function wordsBefore(turns: readonly Turn[], analyzer: Analyzer, language: string): readonly string[] {
  const words: string[] = [];
  for (const turn of turns.filter(({ isAboutArticle }) => !isAboutArticle).toReversed()) {
    const found = contentWords(turn.question, analyzer, language);
    words.push(...found);
    if (turn.answer !== '' || found.length > 1) break;
  }
  return words;
}

/** The words that are searched for, as they are written. */
function contentWords(text: string, analyzer: Analyzer, language: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}£$€%]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? [];
  const { functionWords } = phrasesInOrder(language)[0] ?? { functionWords: new Set() };
  return words.filter(
    (word) => analyzer.terms(word, language).length > 0 && !functionWords.has(normalizeMessage(word)),
  );
}

/** The question's own language first. */
function phrasesInOrder(language: string): readonly CompiledPhrases[] {
  const own = COMPILED_PHRASES.filter((phrases) => phrases.language === language);
  return [...own, ...COMPILED_PHRASES.filter((phrases) => !own.includes(phrases))];
}
