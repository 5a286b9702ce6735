// Follow-up questions without a model: "Who is she?" and "And why?" are read against the turn before.

import type { Turn } from '../answer.js';
import type { Analyzer, StoredAnswer } from '../ports.js';
/** Earlier turns that are looked back at. */
export const MAX_TURNS = 4;
/** Nobody means a turn of the day before yesterday by "and why?". */
export const MAX_AGE_MS = 24 * 60 * 60 * 1_000;
/** Pronouns that stand for someone or something named before, as whole words. */
const PRONOUN =
  /(?<![\p{L}\p{N}])(?:she|he|her|him|they|them|it|er|sie|ihm|ihn|elle|il|elles|ils|ella|él|ellos|ellas|lui|lei|она|он|они)(?![\p{L}\p{N}])/iu;
/** Possessives, which take the name's genitive. */
const POSSESSIVE = /(?<![\p{L}\p{N}])(?:his|hers|her(?=\s+\p{L})|their|its)(?![\p{L}\p{N}])/iu;
/** Openings that lean on what was said before. */
const CONTINUATION =
  /^\s*(?:and|but|so|also|then|what about|how about|und|aber|et|mais|y|pero|ma|и|а)(?![\p{L}\p{N}])/iu;
/** A run of capitalised words, joined by spaces, hyphens or particles. */
const NAME = /\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:(?:de|der|van|von|of|the|la|al)\s+)?\p{Lu}[\p{L}\p{M}'’-]+)*/gu;

/** The turns that a question may lean on: the last four, none older than a day. In order. */
export function recentTurns(conversation: readonly Turn[], now: Date): readonly Turn[] {
  return conversation
    .filter(({ askedAt }) => askedAt === undefined || now.getTime() - Date.parse(askedAt) <= MAX_AGE_MS)
    .slice(-MAX_TURNS);
}

/** What is left of a stored answer for the questions after it. */
export function turnOf({ question, answer, createdAt }: StoredAnswer): Turn {
  const isAnswered = answer.kind === 'answered';
  return {
    ...{ question, askedAt: createdAt },
    answer: isAnswered ? answer.text : '',
    citations: isAnswered ? answer.citations : [],
  };
}

/**
 * The question, standing alone: a pronoun is replaced by the name that the turn before is about, and a question that
 * says too little by itself is joined to the one before. Without an earlier turn it is returned as it is.
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

/** Capitalised names, the opening word of a sentence left out unless another capital follows it. */
export function findNames(text: string): string[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const isOpening = /(?:^["“„«(]*|[.!?…]["”’)\]\s[\d]*)\s*$/u.test(text.slice(0, match.index));
    const words = match[0].replace(/['’]s$/u, '').split(/\s+/u);
    const name = isOpening ? words.slice(1) : words;
    return name.length > 0 ? [name.join(' ')] : [];
  });
}
