// Resolves follow-up questions such as "Who is she?" and "And why?" by rules, without a model.

import type { Turn } from '../answer.js';
import type { Analyzer, StoredAnswer } from '../ports.js';

/** How many earlier turns a question may refer to. */
export const MAX_TURNS = 4;
/** One day. "And why?" rarely refers to anything older. */
export const MAX_AGE_MS = 24 * 60 * 60 * 1_000;
/** Personal pronouns in English, German, French, Spanish, Italian and Russian. */
const PRONOUN =
  /(?<![\p{L}\p{N}])(?:she|he|her|him|they|them|it|er|sie|ihm|ihn|elle|il|elles|ils|ella|él|ellos|ellas|lui|lei|она|он|они)(?![\p{L}\p{N}])/iu;
/** English possessive pronouns, which are replaced by the name's genitive. */
const POSSESSIVE = /(?<![\p{L}\p{N}])(?:his|hers|her(?=\s+\p{L})|their|its)(?![\p{L}\p{N}])/iu;
/** Openings that continue the question before. */
const CONTINUATION =
  /^\s*(?:and|but|so|also|then|what about|how about|und|aber|et|mais|y|pero|ma|и|а)(?![\p{L}\p{N}])/iu;
/** A run of capitalized words, joined by spaces, hyphens or particles. */
const NAME = /\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:(?:de|der|van|von|of|the|la|al)\s+)?\p{Lu}[\p{L}\p{M}'’-]+)*/gu;

/** The last four turns, without any that are older than a day. */
export function recentTurns(conversation: readonly Turn[], now: Date): readonly Turn[] {
  return conversation
    .filter(({ askedAt }) => askedAt === undefined || now.getTime() - Date.parse(askedAt) <= MAX_AGE_MS)
    .slice(-MAX_TURNS);
}

/** Turns a stored answer into a conversation turn. */
export function turnOf({ question, answer, createdAt }: StoredAnswer): Turn {
  const isAnswered = answer.kind === 'answered';
  const isAboutArticle = isAnswered && answer.intent === 'summary';
  return {
    ...{ question, askedAt: createdAt },
    answer: isAnswered ? answer.text : '',
    citations: isAnswered ? answer.citations : [],
    ...(isAboutArticle ? { isAboutArticle } : {}),
  };
}

/**
 * Makes a question stand alone. A pronoun is replaced by the latest name in the conversation. A question without search
 * terms, or one that opens with "and" or similar, is joined with the previous question. Otherwise it stays as it is.
 */
export function resolveFollowUp(
  question: string,
  conversation: readonly Turn[],
  { analyzer, language }: { readonly analyzer: Analyzer; readonly language: string },
): string {
  const turns = conversation.toReversed();
  const [last] = turns;
  if (!last) return question;
  const name = turns.flatMap((turn) => findNames(turn.question).concat(findNames(turn.answer)))[0];
  if (name !== undefined && findNames(question).length === 0) {
    // "her" before a noun is a possessive, so possessives are read first.
    if (POSSESSIVE.test(question)) return question.replace(POSSESSIVE, `${name}'s`);
    if (PRONOUN.test(question)) return question.replace(PRONOUN, name);
  }
  const hasNoTerms = analyzer.terms(question, language).length === 0;
  if (hasNoTerms || CONTINUATION.test(question))
    return `${question.replace(/[\s?？!.]+$/u, '')} ${last.question}`;
  return question;
}

/** Finds capitalized names. Skips the first word of a sentence, whose capital says nothing. */
export function findNames(text: string): string[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const isOpening = /(?:^["“„«(]*|[.!?…]["”’)\]\s[\d]*)\s*$/u.test(text.slice(0, match.index));
    const words = match[0].replace(/['’]s$/u, '').split(/\s+/u);
    const name = isOpening ? words.slice(1) : words;
    return name.length > 0 ? [name.join(' ')] : [];
  });
}
